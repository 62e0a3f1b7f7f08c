import type { Area } from '../domain/changes';
import type { StoreSettings } from './schema';

/** Which area each setting belongs to: two people who change one area at once see each other's change. */
export const AREA_OF = {
  firstLanguage: 'store',
  waitingMessage: 'store',
  timeZone: 'hours',
  week: 'hours',
  closures: 'hours',
  specialDays: 'hours',
  awayMessage: 'hours',
  atClosing: 'hours',
  emailUrgentOffHours: 'alerts',
  urgentReasons: 'alerts',
  alertAgainAfter: 'alerts',
  longerAfter: 'alerts',
  giveUpAfter: 'alerts',
  dutyEndsAfter: 'alerts',
  urgentEmailsAnHour: 'alerts',
  rules: 'requests',
  offHoursEmail: 'requests',
  summaryWaits: 'requests',
  askedAgainWithin: 'requests',
  responder: 'assistant',
  instructions: 'assistant',
  modelTokensADay: 'assistant',
  botAnswersWithin: 'assistant',
  orderStatusUrl: 'assistant',
  whenUnsure: 'assistant',
  unsureAnswers: 'assistant',
  quietAfterHandback: 'assistant',
  handoff: 'customers',
  handoffOffMessage: 'customers',
  shownAs: 'customers',
  teamName: 'customers',
  transferAfter: 'chats',
  goneAfter: 'chats',
  unansweredAssignee: 'chats',
  unansweredDesk: 'chats',
  handbackDays: 'chats',
  abandonAfter: 'chats',
  replyByEmailAfter: 'chats',
  followUpAfter: 'chats',
  accent: 'widget',
  position: 'widget',
  launcherIcon: 'widget',
  launcherLabel: 'widget',
  launcherHidden: 'widget',
  greeting: 'widget',
  origins: 'widget',
  keepConversations: 'privacy',
} as const satisfies Record<keyof StoreSettings, Area>;

export type SettingsArea = (typeof AREA_OF)[keyof StoreSettings];
export const SETTINGS_AREAS = [...new Set(Object.values(AREA_OF))];

/** Of some settings, those of one area. */
export const partsOf = (area: Area, settings: Partial<StoreSettings>): Partial<StoreSettings> =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => AREA_OF[key as keyof StoreSettings] === area));

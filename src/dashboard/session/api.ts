import { hc, type InferRequestType, type InferResponseType } from 'hono/client';
import type { ErrorBody, ErrorCode } from '../../errors';
import type { AlertsApi } from '../../routes/alerts';
import type { Api } from '../../routes/api';
import type { ForecastApi } from '../../routes/forecast';
import type { HooksApi } from '../../routes/hooks';
import type { IdentityApi } from '../../routes/identity';
import type { KeysApi } from '../../routes/keys';
import type { KnowledgeApi } from '../../routes/knowledge';
import type { NoticesApi } from '../../routes/notices';
import type { ResponderApi } from '../../routes/responder';
import type { RulesApi } from '../../routes/rules';
import type { TeamsApi } from '../../routes/teams';
import type { SettingsChange } from '../../settings/change';
import { common } from '../words/en/common';
import { refusal } from '../words/errors';
import { inTurn, OUTLIVES } from './in-turn';

const { api } = hc<Api>(location.origin);
const store = api.stores[':store'];
const { api: alertsApi } = hc<AlertsApi>(location.origin);
const alerts = alertsApi.stores[':store'].alerts;
const { teams } = hc<TeamsApi>(location.origin).api.stores[':store'];
const { rules } = hc<RulesApi>(location.origin).api.stores[':store'];
const { forecast } = hc<ForecastApi>(location.origin).api.stores[':store'];
const { responder } = hc<ResponderApi>(location.origin).api.stores[':store'];

/** For the page of notices (src/dashboard/notices). */
export const noticesRoutes = hc<NoticesApi>(location.origin).api;

/** For the page of API keys (src/dashboard/settings/keys). */
export const keysRoutes = hc<KeysApi>(location.origin).api.stores[':store'].keys;

/** For the page of signed-in customers (src/dashboard/settings/identity). */
export const identityRoutes = hc<IdentityApi>(location.origin).api.stores[':store'].identity;

/** For the page of hooks (src/dashboard/settings/hooks). */
export const hooksRoutes = hc<HooksApi>(location.origin).api.stores[':store'].hooks;

/** What a settings page of its own goes on from (src/dashboard/settings/knowledge). */
export const knowledgeRoutes = hc<KnowledgeApi>(location.origin).api.stores[':store'].knowledge;

export type Me = InferResponseType<typeof api.me.$get>;
/** How somebody likes to work. */
export type Choices = Me['choices'];
export type StoreOfMine = Me['stores'][number];
export type Role = StoreOfMine['role'];
export type Person = InferResponseType<typeof store.people.$get>['people'][number];
export type Team = InferResponseType<typeof teams.$get>['teams'][number];
export type Invited = InferResponseType<typeof store.people.$post>;
export type Past = InferResponseType<(typeof store.conversations)[':conversation']['past']['$get']>['past'][number];
type Owed = InferResponseType<(typeof store)['follow-ups']['$get']>;
export type FollowUp = Owed['followUps'][number];
export type Reminder = Owed['reminders'][number];
export type AlertSwitch = InferResponseType<typeof alertsApi.me.alerts.$get>['stores'][number];
export type StoreAlerts = InferResponseType<typeof alerts.$get>;
export type Trial = InferRequestType<typeof rules.try.$post>['json'];
export type Tried = InferResponseType<typeof rules.try.$post>;
export type ForecastWanted = InferRequestType<typeof forecast.$post>['json'];
export type Foreseen = InferResponseType<typeof forecast.$post>;
export type ResponderView = InferResponseType<typeof responder.$get>;
export type ModelWanted = InferRequestType<typeof responder.model.$put>['json'];

/** What a request came to. `offline`: no answer at all. */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; code: ErrorCode | 'offline'; message: string; newer?: unknown };

const offline = () => ({ ok: false, code: 'offline', message: common.offline }) as const;
const unreadable = () => ({ ok: false, code: 'unavailable', message: common.unreadable }) as const;

export async function ask<T>(request: () => Promise<{ ok: boolean; json(): Promise<T> }>): Promise<Answer<T>> {
  const response = await request().catch(() => null);
  if (!response) return offline();
  const body = await response.json().catch(() => null);
  if (response.ok) return body === null ? unreadable() : { ok: true, value: body };
  // What is refused comes in one shape only, whatever the route says of its answers.
  const { error: said, newer } = (body as ErrorBody | null) ?? {};
  return said ? { ok: false, code: said.code, message: refusal(said.code, said.message), newer } : unreadable();
}

export const getMe = () => ask(() => api.me.$get());
export const signOut = () => ask(() => api.auth['sign-out'].$post());
const choosing = inTurn();
export const keepChoices = (wanted: Partial<Choices>) =>
  choosing(() => ask(() => api.me.choices.$put({ json: wanted }, OUTLIVES)));
export const getTicket = (id: string) => ask(() => store.ticket.$post({ param: { store: id } }));
export const getPeople = (id: string) => ask(() => store.people.$get({ param: { store: id } }));
export const invite = (id: string, person: { name: string; email: string; role: Role }) =>
  ask(() => store.people.$post({ param: { store: id }, json: person }));
export const changeRole = (id: string, person: string, wanted: { role: Role; seen: number }) =>
  ask(() => store.people[':person'].role.$put({ param: { store: id, person }, json: wanted }));
/** Takes somebody out of the store. */
export const removePerson = (id: string, person: string) =>
  ask(() => store.people[':person'].$delete({ param: { store: id, person } }));
/** What is over of a conversation, and the customer's other ones. */
export const getPast = (id: string, conversation: string) =>
  ask(() => store.conversations[':conversation'].past.$get({ param: { store: id, conversation } }));
/** The tags that the store uses, the most frequent first. */
export const getTags = (id: string) => ask(() => store.tags.$get({ param: { store: id } }));
/** One step of a rule's trial on past conversations. */
export const tryRule = (id: string, trial: Trial) => ask(() => rules.try.$post({ param: { store: id }, json: trial }));
/** What would happen if somebody asked for a person. */
export const foresee = (id: string, wanted: ForecastWanted) =>
  ask(() => forecast.$post({ param: { store: id }, json: wanted }));
export const getTeams = (id: string) => ask(() => teams.$get({ param: { store: id } }));
/** A new team, or, with the id of one, that team changed. */
export const saveTeam = (id: string, team: string | null, wanted: { name: string; people: string[]; seen?: number }) =>
  ask<{ team: Omit<Team, 'seen'> }>(() =>
    team === null
      ? teams.$post({ param: { store: id }, json: wanted })
      : teams[':team'].$put({ param: { store: id, team }, json: wanted }),
  );
export const removeTeam = (id: string, team: string) =>
  ask(() => teams[':team'].$delete({ param: { store: id, team } }));
export const getSettings = (id: string) => ask(() => store.settings.$get({ param: { store: id } }));
/** `seen`: of each area that is changed, the newest entry in the list of changes that was seen. */
export const changeSettings = (id: string, change: SettingsChange) =>
  ask(() => store.settings.$patch({ param: { store: id }, json: change }));
export const getFollowUps = (id: string) => ask(() => store['follow-ups'].$get({ param: { store: id } }));
/** The reader's own switches, for every store of theirs. */
export const getAlertSwitches = () => ask(() => alertsApi.me.alerts.$get());
const turning = inTurn();
export const setAlertSwitch = (id: string, emailAlerts: boolean) =>
  turning(() => ask(() => alertsApi.me.alerts.$put({ json: { store: id, emailAlerts } }, OUTLIVES)));
export const getStoreAlerts = (id: string) => ask(() => alerts.$get({ param: { store: id } }));
export const retryAlert = (id: string, key: string) =>
  ask(() => alerts.retry.$post({ param: { store: id }, json: { key } }));
export const getResponder = (id: string) => ask(() => responder.$get({ param: { store: id } }));
export const saveModel = (id: string, wanted: ModelWanted) =>
  ask(() => responder.model.$put({ param: { store: id }, json: wanted }));
export const saveBot = (id: string, wanted: { url: string; seen: number }) =>
  ask(() => responder.bot.$put({ param: { store: id }, json: wanted }));
/** Shown this once. */
export const newBotSecret = (id: string) => ask(() => responder.bot.secret.$post({ param: { store: id } }));
export const newBotKey = (id: string) => ask(() => responder.bot.key.$post({ param: { store: id } }));
export const testBot = (id: string) => ask(() => responder.bot.test.$post({ param: { store: id } }));
export const tryModel = (id: string) => ask(() => responder.model.try.$post({ param: { store: id } }));

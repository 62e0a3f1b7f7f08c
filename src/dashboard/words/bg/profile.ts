import type { en } from '../en/profile';
import type { Like } from '../words';

export const profile: Like<typeof en> = {
  title: 'Вашият профил',
  about: 'Само за вас, във всеки магазин, за който работите.',
  saveChanges: 'Запази промените',
  saved: 'Запазено.',

  you: 'Кой сте вие',
  name: 'Име',
  nameHint: 'Колегите виждат цялото. Клиентите виждат малкото ви име, също и в чатовете, които са отворени сега.',
  nameMissing: 'Името има поне една буква.',
  speaks: 'Езици, които говорите',
  speaksHint: 'Колегите ги виждат, когато прехвърлят чат.',
  addLanguage: 'Добави език',
  remove: 'Премахни {language}',

  working: 'Как работите',
  language: 'Език на таблото',
  asBrowser: 'Като в браузъра ви',

  alerts: 'Известия по имейл',
  alertsHint: 'Когато клиент има нужда от помощ, за всеки магазин поотделно.',
  notices: 'Известия на устройствата ви',
  noticesHint: 'За какво ви известяваме, тихи часове и звуци.',
  noticesIn: 'Известия за {store}',

  sessions: 'Къде сте влезли',
  sessionsHint: 'Ако не познавате някое място, излезте оттам: страниците му се затварят веднага.',
  unknownDevice: 'Браузър',
  here: 'Този тук',
  used: 'Вход: {day} · Последно използван: {used}',
  signOut: 'Изход',
  signOutOf: 'Изход от {device}, вход: {day}',
  signOutOthers: 'Изход навсякъде другаде',
  signedOut: 'Готово, там вече не сте влезли.',
};

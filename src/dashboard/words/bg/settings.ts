import type { en } from '../en/settings';
import type { Like } from '../words';

export const settings: Like<typeof en> = {
  title: 'Настройки',
  signOut: 'Изход',
  pages: {
    install: 'Инсталиране',
    hours: 'Работно време',
    requests: 'Накъде отиват заявките',
    forecast: 'Какво би станало',
    test: 'Пробен чат',
    chats: 'Чатове и приключване',
    assistant: 'Асистент',
    customers: 'Какво виждат клиентите',
    replies: 'Запазени отговори',
    profile: 'Вашият профил',
    notices: 'Вашите известия',
    team: 'Екип и известяване',
    knowledge: 'Знания',
    missing: 'Какво липсва',
    changes: 'Промени',
    hooks: 'Уебкуки',
  },

  discard: 'Отхвърли',
  saveChanges: 'Запази промените',
  saved: 'Запазено',
  savedNow: 'Запазено. Важи от сега нататък, и за тези, които вече чакат.',
  mayNot: 'Собствениците и администраторите могат да ги променят.',
  lookFirst: 'Някои числа първо трябва да се прегледат. Отбелязани са.',

  units: {
    minutes: 'минути',
    hours: 'часа',
    seconds: 'секунди',
    days: 'дни',
    tokens: 'токена',
    answers: 'отговора',
    messages: 'съобщения',
    emails: 'имейла',
  },
  short: { minutes: 'мин', hours: 'ч', seconds: 'с', days: 'дни' },
  fieldIn: '{label}, {unit}',
  between: 'Между {least} и {most} {unit}.',

  copy: 'Копирай',
  copied: 'Копирано',
  copyWhat: 'Копирай: {what}',

  languageOf: 'Език на: {label}',
  first: '{language} (първи)',
  othersRead: 'Четат го и клиенти на други езици, за които няма текст.',
  withoutWords: 'Без текст тук тези клиенти четат {others}.',
  sentenceAbove: 'изречението по-горе',
  nothingHere: 'нищо',
  makeFirst: 'Направи първи език: {language}',
};

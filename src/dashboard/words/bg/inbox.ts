import type { en } from '../en/inbox';
import type { Like } from '../words';

export const inbox: Like<typeof en> = {
  queue: 'Опашка',
  waiting: 'Чакащи',
  mine: 'Мои',
  team: 'Екип',
  assistant: 'При асистента',
  nobodyWaits: 'Никой не чака.',
  noneOpen: 'Нямате отворени чатове.',
  someOf: '{n} от {all}',

  search: 'Търсене',
  searchHistory: 'Търси в историята {words}',
  noMatch: 'Няма такъв отворен чат.',
  matches: 'Намерени отворени чатове',

  filter: 'Филтър',
  reason: 'Причина',
  anyReason: 'Всички причини',
  language: 'Език',
  anyLanguage: 'Всички езици',
  anyTeam: 'Всички екипи',
  unread: 'Непрочетени',
  filtered: 'Филтрирано',
  hidden: { one: ', скрит е {n} чакащ клиент', other: ', скрити са {n} чакащи клиенти' },
  showAll: 'Покажи всички',

  test: 'Проба',
  urgent: 'спешно',
  typing: 'пише…',
  isTyping: 'пише',
  unreadCount: { one: '{n} непрочетено', other: '{n} непрочетени' },
  withName: 'При {name}',
  wrote: '{name}, последно съобщение в {time}',
  customerWrote: 'клиентът писа в {time}',
  waits: 'Чака от {n} мин',
  waitsLate: 'Чака от {n} мин, закъснение',
  waitsVeryLate: 'Чака от {n} мин, голямо закъснение',

  offeredTo: 'Предложен на {name}',
  offeredToYou: 'Предложен на вас',
  noReply: 'Без отговор от {n} мин',
  forName: 'За {name}',
  forYou: 'За вас',
  waitsAgain: 'Чака отново',
  hasLeft: 'Напусна',

  tasks: { one: '{n} задача', other: '{n} задачи' },
  emailLeft: 'Остави имейл',
};

import type { en } from '../en/shell';
import type { Like } from '../words';

export const shell: Like<typeof en> = {
  settingUp: 'Baton се настройва',
  settingUpWhy: 'Базата данни още не е готова. Страницата ще провери отново сама.',
  failed: 'Страницата не можа да се зареди',
  noStore: 'Още няма магазин',
  noStoreWhy: '{email} не е в екипа на никой магазин. Помолете собственика да покани този адрес.',

  main: 'Основно меню',
  inbox: 'Входящи',
  followUps: 'За довършване',
  history: 'История',
  settings: 'Настройки',
  mentions: 'Споменавания',
  mentioned: '{name}, в чата с {customer}: {text}',
  reminder: 'Напомняне, в чата с {customer}: {text}',
  waiting: { one: '{n} чакащ', other: '{n} чакащи' },
  waitingUrgent: { one: '{n} чакащ, спешни: {urgent}', other: '{n} чакащи, спешни: {urgent}' },
  open: { one: '{n} отворен', other: '{n} отворени' },

  store: 'Магазин',
  stores: 'Магазини',
  desk: 'Опашка',
  onDuty: 'На смяна',
  offDuty: 'Извън смяна',
  onDutyNow: 'Сега на смяна',
  away: 'Отсъства',
  nobody: 'Никой',
  chats: { one: '{n} чат', other: '{n} чата' },
  keys: 'Клавиши',
  commands: 'Команди',
  signOut: 'Изход',

  connection: 'Връзка',
  lost: 'Връзката прекъсна. Свързване отново…',
  back: 'Отново на линия.',
  signedOut: 'Излезли сте от профила си. Написаното е запазено на това устройство.',
  signIn: 'Влез отново',
  removed: 'Вече не сте в екипа на {store}. Написаното още е тук.',
  leave: 'Напусни страницата',
  updated: 'Baton беше обновен.',
  reload: 'Презареди страницата',

  waitingNow: { none: 'Никой не чака', one: 'Чака един клиент', other: 'Чакат {n} клиенти' },
  nobodyWaits: 'Когато асистентът предаде клиент, той се появява вляво заедно с причината, а този раздел ви известява.',
  chooseOne: 'Изберете клиент отляво, за да видите причината и да поемете чата.',
};

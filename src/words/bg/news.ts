import type { news as en } from '../en/news';

export const news = {
  guest: 'Гост {n}',
  inStore: 'В {store}: {news}',
  reason: '{news}: {reason}',
  reasonUrgent: '{news}: {reason}, спешно',
  urgent: '{news}, спешно',
  waiting: '{customer} чака',
  waitingAgain: '{customer} чака отново',
  stillWaiting: '{customer} още чака, вече {n} мин',
  offeredYou: 'Предлагат ви чата с {customer}',
  offeredYouBy: '{name} ви предлага чата с {customer}',
  offered: 'Предлагат чата с {customer} на {team}',
  offeredBy: '{name} предлага чата с {customer} на {team}',
  noReply: '{customer} е без отговор от {n} мин',
  noReplyFrom: '{customer} е без отговор от {name} вече {n} мин',
  tookOver: '{name} пое чата с {customer}',
  notTaken: '{name} не пое {customer} навреме. Чатът остава при вас',
  wrote: '{customer} писа',
  reminder: 'Напомняне за {customer}: {text}',
  mentioned: '{name} ви спомена в чата с {customer}',
} as const satisfies Record<keyof typeof en, string>;

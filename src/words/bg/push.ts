import type { push as en } from '../en/push';

export const push: typeof en = {
  manyWaiting: (n) => `${n} клиенти още чакат`,
  minutes: (n) => `${n} мин`,
  mentioned: (name) => `${name} ви спомена`,
  inChat: (customer) => `В чата с ${customer}`,
  owed: {
    off_hours: (customer) => `${customer} писа извън работно време`,
    unanswered: (customer) => `Никой не успя да отговори на ${customer} навреме`,
    follow_up: (customer) => `На ${customer} още дължим отговор`,
    reminder: (customer) => `Напомняне: ${customer}`,
  },
  urgent: 'спешно',
  test: {
    title: 'Това е проба',
    body: 'Когато клиент чака, а ваше табло не е отворено, това устройство ще ви каже.',
  },
};

import type { en } from '../en/paper';
import type { Like } from '../words';

export const paper: Like<typeof en> = {
  title: 'Разговор с {customer}',
  untitled: 'Разговор',
  page: 'Запазване или печат',
  back: 'Назад към разговора',
  withNotes: 'С поверителните бележки',
  saveText: 'Запази като текст',
  print: 'Отпечатай или запази като PDF',

  store: 'Магазин',
  began: 'Начало',
  last: 'Последно съобщение',
  language: 'Език',
  email: 'Имейл',
  zone: 'Часова зона',
  request: 'Заявка {n}',
  asked: 'Поискана',
  reason: 'Причина',
  reasonUrgent: '{reason}, спешно',
  with: 'При',
  ended: 'Приключена',
  outcome: 'Резултат',
  rating: 'Оценка',
  ratingWith: '{thumb}: {comment}',
  endingNote: 'Бележка при приключване',
  attached: 'Приложено: {files}',
  byEmail: 'По имейл от {address}',
  stopped: 'Прекъснато, преди да е цяло',
  noteBy: 'Поверителна бележка от {name}',
};

import type { en } from '../en/common';
import type { Like } from '../words';

export const common: Like<typeof en> = {
  cancel: 'Отказ',
  close: 'Затвори',
  keep: 'Запази',
  remove: 'Премахни',
  save: 'Запази',
  tryAgain: 'Опитай отново',
  you: 'Вие',
  assistant: 'Асистент',
  urgent: 'Спешно',
  today: 'Днес',
  yesterday: 'Вчера',
  offline: 'Няма връзка. Моля, опитайте отново.',
  unreadable: 'Нещо се обърка. Моля, опитайте отново.',
  pageFailed: 'Страницата не можа да се зареди. Моля, презаредете я.',
};

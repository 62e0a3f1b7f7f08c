import type { en } from '../en/stores';
import type { Like } from '../words';

export const stores: Like<typeof en> = {
  add: 'Добавяне на магазин',
  addIt: 'Добави магазина',
  about: 'Той има свои клиенти, знания, хора и код за сайта. Вие сте собственикът му.',
  name: 'Име',
  nameHint: 'Клиентите го четат най-горе в чата и в имейлите.',
  nameMissing: 'Дайте име на магазина.',
  language: 'Основен език',
  languageHint: 'Езикът на вашите собствени текстове; самият чат говори 14.',
  zone: 'Часова зона',
  zoneHint: 'Там сега е {time}. Работното време е следващата стъпка.',
};

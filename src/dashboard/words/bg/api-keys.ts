import type { en } from '../en/api-keys';
import type { Like } from '../words';

export const apiKeys: Like<typeof en> = {
  title: 'API ключове',
  about: 'Вашите програми влизат с ключ: за внос всяка нощ или за да четат какво е казано. README показва как.',
  add: 'Направи ключ',
  none: 'Още няма ключове. Никоя програма не влиза.',
  changed: 'Промени по ключовете',
  made: 'Готово. Копирайте ключа сега: няма да се покаже отново.',
  revoked: '{name} е отменен. Вече не отваря нищо.',
  key: 'Ключ',
  name: 'Име',
  may: 'Какво може',
  by: 'Направен от',
  used: 'Последно използван',
  never: 'Никога',
  revoke: 'Отмени',
  madeBy: '{who}, {day}',
  revokeOf: 'Отмени {name}',
  scopes: { knowledge: 'Внася знания', conversations: 'Чете разговори' },
  means: {
    knowledge: 'Продукти и статии: това, което асистентът знае.',
    conversations: 'Всичко казано, включително личните бележки, и какво е излязло от него.',
  },
  dialog: 'Нов ключ',
  make: 'Направи',
  pickOne: 'Изберете поне едно.',
  example: 'Нощен внос',
  revokeTitle: 'Да се отмени ли {name}?',
  revokeText: 'Програмите, които го използват, от този миг не влизат.',
};

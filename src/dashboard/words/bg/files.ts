import type { en } from '../en/files';
import type { Like } from '../words';

export const files: Like<typeof en> = {
  add: 'Добави снимки или файлове',
  toSend: 'Файлове за изпращане',
  list: 'Снимки и файлове',
  remove: 'Премахни {name}',
  cancel: 'Откажи {name}',
  again: 'Опитай {name} отново',
  ready: '{name} е готов за изпращане.',
  drop: 'Пуснете снимки и файлове тук',
  most: { one: 'Един отговор побира {n} файл.', other: 'Един отговор побира до {n} файла.' },
  failed: 'Не можа да се изпрати.',
};

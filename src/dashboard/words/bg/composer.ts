import type { en } from '../en/composer';
import type { Like } from '../words';

export const composer: Like<typeof en> = {
  write: 'Писане',
  reply: 'Отговор',
  onlyTeam: 'Вижда я само екипът ви',
  send: 'Изпрати',
  addNote: 'Добави бележка',
  replyTo: 'Отговор до {name}',
  replyTakes: 'Отговор до {name}. С изпращането поемате чата.',
  noteToTeam: 'Бележка до екипа ви. С @ споменавате някого.',

  takeOverFirst: 'Поемете чата от {name}, за да отговорите.',
  takeOverColleague: 'Поемете чата от колегата си, за да отговорите.',
  stillBlank: 'Остава да попълните: {what}',
  addsIt: '{keys} я добавя',
  sends: '{keys} изпраща',
  whatSends: 'С какво се изпраща отговор',
  ctrlEnter: '{ctrl} Enter изпраща',
  enter: 'Enter изпраща, Shift Enter минава на нов ред',

  alsoWrote: 'Написахте и <q>{words}</q>',
  addIt: 'Добави го',

  savedReplies: 'Запазени отговори',
  noReplyMatches: 'Няма запазен отговор с тези думи.',
  noReplies: 'Още няма запазени отговори. <a>Напишете първия</a>',
  mention: 'Спомени',
  colleagues: 'Колеги',
  emoji: 'Емоджи',
  searchEmoji: 'Търсене на емоджи',
  usedLately: 'Скоро използвани',
  all: 'Всички',
  noEmoji: 'Няма емоджи с тези думи. Търси се на английски.',

  showProduct: 'Покажи продукт',
  products: 'Продукти',
  searchProducts: 'Търсене на продукти',
  chosen: 'Продукти в този отговор',
  removeProduct: 'Премахни {title}',
  shownHere: 'Показани в този чат',
  typeName: 'Въведете име, марка или номер.',
  noProduct: 'Няма продукт с тези думи.',
  most: { other: 'Един отговор показва най-много {n} продукта.' },
  stock: {
    in_stock: 'В наличност',
    out_of_stock: 'Изчерпан',
    preorder: 'Предварителна поръчка',
    backorder: 'По заявка',
  },
};

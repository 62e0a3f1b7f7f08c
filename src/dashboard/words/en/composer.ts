import { room } from '../words';

/** Where staff write, and what opens out of it. */
export const en = {
  write: 'Write',
  reply: 'Reply',
  onlyTeam: 'Only your team sees this',
  send: 'Send',
  addNote: 'Add note',
  replyTo: 'Reply to {name}',
  replyTakes: 'Reply to {name}. Sending takes over this chat.',
  noteToTeam: 'Note to your team. @ mentions someone.',

  takeOverFirst: 'Take over from {name} to reply.',
  takeOverColleague: 'Take over from your colleague to reply.',
  stillBlank: 'Still to fill in: {what}',
  addsIt: '{keys} adds it',
  sends: '{keys} sends',
  whatSends: 'What sends a reply',
  ctrlEnter: '{ctrl} Enter sends',
  enter: 'Enter sends, Shift Enter breaks the line',

  alsoWrote: 'You also wrote <q>{words}</q>',
  addIt: 'Add it',

  savedReplies: 'Saved replies',
  noReplyMatches: 'No saved reply has these words.',
  noReplies: 'No saved replies yet. <a>Write the first one</a>',
  mention: 'Mention',
  colleagues: 'Colleagues',
  emoji: 'Emoji',
  searchEmoji: 'Search emoji',
  usedLately: 'Used lately',
  all: 'All',
  noEmoji: 'No emoji has these words.',

  showProduct: 'Show a product',
  products: 'Products',
  searchProducts: 'Search products',
  chosen: 'Products in this reply',
  removeProduct: 'Remove {title}',
  shownHere: 'Shown in this chat',
  typeName: 'Type a name, a brand or a number.',
  noProduct: 'No product has these words.',
  most: { other: 'A reply shows up to {n} products.' },
  stock: { in_stock: 'In stock', out_of_stock: 'Out of stock', preorder: 'Preorder', backorder: 'Backorder' },
} as const;

export const composer = room('composer', en);

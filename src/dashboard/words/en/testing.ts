import { room } from '../words';

/** Test chats: the page that begins them, and the simulated shop page that they are played on. */
export const en = {
  title: 'Test chat',
  about:
    'Play a customer on a page of a shop that only you see. The chat is the real one, marked as a test: it counts in no figure, and only you are told of it.',
  beside: 'Open beside the dashboard',
  tab: 'Open in a tab',
  tabHint: 'On a phone it opens in a tab of its own.',
  panel: 'Test page',
  close: 'Close the test page',

  shop: 'Test page of {store}',
  lead: 'You are a customer here. Open the chat and write; whoever has the dashboard open sees it, marked as a test.',
  pages: 'Pages',
  front: 'Front page',
  product: 'A product',
  cart: 'The cart',
  help: 'Help',
  facts: 'What this page tells the chat',
  address: 'Page address',
  cartValue: 'Cart value',
  currency: 'Currency',
  properties: 'About the customer',
  propertiesHint: 'One a line, such as “plan: gold”.',
  tell: 'Tell the chat',
  told: 'The chat knows.',
  wrong: 'An amount such as 49.90, a currency such as EUR, and lines such as “plan: gold”.',
  again: 'Start over as a new customer',
  signedOut: 'Sign in to the dashboard, then reload this page.',
  failed: 'This page could not be opened. Please reload it.',
} as const;

export const testing = room('testing', en);

import type { Drawing, FromPanel, IdentityNews, Kept } from '../handshake';

/** What the panel's messages may be. By hand: a library for it would weigh more than the launcher. */

/** As our own tokens are made. */
const TOKEN = /^[\w.~-]{1,4000}$/;
const MOST = 20_000;
const TAGS = /^(?:button|span|b|bdi|svg|path)$/;
/** Nothing that runs, and nothing that is fetched. */
const ATTRIBUTES = /^(?:class|id|d|viewBox|hidden|dir|role|aria-[a-z]+)$/;

type Shape = Record<string, (value: unknown) => boolean>;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MOST;
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const optional = (is: (value: unknown) => boolean) => (value: unknown) => value === undefined || is(value);
const shaped = (shape: Shape) => (value: unknown) =>
  isRecord(value) && Object.entries(shape).every(([name, is]) => is(value[name]));

const KEPT = {
  token: optional((value) => typeof value === 'string' && TOKEN.test(value)),
  customer: optional(isText),
  conversation: optional(isText),
  started: optional(isFlag),
  seen: optional(isNumber),
  peeked: optional(isNumber),
  sound: optional(isFlag),
  name: optional(isText),
  accent: optional(isText),
  label: optional(isText),
  icon: optional(isText),
  hidden: optional(isFlag),
} satisfies Record<keyof Kept, (value: unknown) => boolean>;

function isDrawing(value: unknown, depth = 0): value is Drawing {
  if (!Array.isArray(value) || value.length > 20 || depth > 4) return false;
  const [tag, attributes, ...children] = value as unknown[];
  return (
    isText(tag) &&
    TAGS.test(tag) &&
    isRecord(attributes) &&
    Object.entries(attributes).every(([name, text]) => ATTRIBUTES.test(name) && isText(text)) &&
    children.every((child) => isText(child) || isDrawing(child, depth + 1))
  );
}

const isNews = shaped({
  unread: isNumber,
  is: (value) => value === 'assistant' || value === 'waiting' || value === 'person',
  name: optional(isText),
  last: optional(
    shaped({
      seq: isNumber,
      at: isNumber,
      from: (value) => value === 'customer' || value === 'assistant' || value === 'person',
    }),
  ),
});
const isLook = shaped({
  title: isText,
  open: isText,
  close: isText,
  style: isText,
  news: optional(isNews),
  beside: (value) => Array.isArray(value) && value.length <= 8 && value.every((one) => isDrawing(one)),
});
const isMessage = shaped({
  baton: (value) => value === 'panel',
  kept: shaped(KEPT),
  look: isLook,
  close: optional(isFlag),
  unsent: optional(Array.isArray),
});

/** What of it is ours and as it should be: a shop's storage is anybody's. */
export function keptOf(value: unknown): Kept {
  const given = isRecord(value) ? value : {};
  const known = Object.entries(KEPT).filter(([name, is]) => given[name] !== undefined && is(given[name]));
  return Object.fromEntries(known.map(([name]) => [name, given[name]]));
}

/** The message with nothing in it that we do not know; null for what is none. */
export function fromPanel(data: unknown): FromPanel | null {
  if (!isMessage(data)) return null;
  const { kept, look, close, unsent } = data as FromPanel;
  return { baton: 'panel', kept: keptOf(kept), look, unsent, ...(close && { close }) };
}

/** What became of the shop's token; null for every other message. */
export function identityNews(data: unknown): IdentityNews['is'] | null {
  const { baton, is } = (isRecord(data) ? data : {}) as Partial<IdentityNews>;
  return baton === 'identity' && /^(?:identity_(?:expired|refused)|signed_out)$/.test(`${is}`) ? (is ?? null) : null;
}

/** A web address that is safe to open, or null. */
export function webAddress(text: string): string | null {
  const url = parse(text);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}

export type Run = string | { text: string; href: string };

// No nested repetition, so that a long text costs no more than its length.
const LINK = /\b(?:https?:\/\/|mailto:|www\.)[^\s<>"]+|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gi;
const TAIL = /[.,;:!?'’”»)\]}]$/;

/**
 * Finds links in plain text: http, https and mail addresses only. Everything else stays text. A name in letters beyond ASCII,
 * where one may look like another's, is shown as browsers ask for it (punycode, RFC 3492).
 */
export function findLinks(text: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const shown = trim(match[0]);
    const href = addressOf(shown);
    if (!href) continue;
    if (match.index > from) runs.push(text.slice(from, match.index));
    runs.push({ text: plain(shown, href), href });
    from = match.index + shown.length;
  }
  if (from < text.length) runs.push(text.slice(from));
  return runs;
}

/** As it was written, but for a name that may look like another's. */
function plain(shown: string, href: string): string {
  const written = /^(?:https?:\/\/|mailto:)?(?:[^/?#]*@)?([^/?#:]*)/i.exec(shown)?.[1] ?? '';
  if (!/[^\0-\x7f]/.test(written)) return shown;
  const asked = /^(?:https?:\/\/|mailto:[^@]*@)([^/?#:]*)/i.exec(href)?.[1] ?? '';
  return shown.replace(written, () => asked);
}

/** A sentence's punctuation is not the link's; a bracket is where it was opened inside. */
function trim(link: string): string {
  let shown = link;
  while (TAIL.test(shown)) {
    if (shown.endsWith(')') && shown.split('(').length >= shown.split(')').length) break;
    shown = shown.slice(0, -1);
  }
  return shown;
}

function addressOf(shown: string): string | null {
  const at = /^(https?:|mailto:)/i.test(shown) ? shown : /^www\./i.test(shown) ? `https://${shown}` : `mailto:${shown}`;
  const url = parse(at);
  // Whoever stands before an "@" is not where the link leads: it looks as if it were.
  if (url?.username || url?.password) return null;
  return url && /^(https?|mailto):$/.test(url.protocol) && (url.protocol === 'mailto:' ? url.pathname : url.host)
    ? url.href
    : null;
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

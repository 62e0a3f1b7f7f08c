/** A web address that is safe to open, or null. */
export function webAddress(text: string): string | null {
  const url = parse(text);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}

export type Run = string | { text: string; href: string };

// No nested repetition, so that a long text costs no more than its length.
const LINK = /\b(?:https?:\/\/|mailto:|www\.)[^\s<>"]+|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gi;
const TAIL = /[.,;:!?'’”»)\]}]$/;

/** Finds links in plain text: http, https and mail addresses only. Everything else stays text. */
export function findLinks(text: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const shown = trim(match[0]);
    const href = addressOf(shown);
    if (!href) continue;
    if (match.index > from) runs.push(text.slice(from, match.index));
    runs.push({ text: shown, href });
    from = match.index + shown.length;
  }
  if (from < text.length) runs.push(text.slice(from));
  return runs;
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

import { type Guarded, guardedFetch, Unreachable } from './fetch';
import { within } from './patience';

/** Whether the line that puts the chat on a shop's pages stands on one of them. */

const PATIENCE = 8_000;
/** Of a page: more than any shop's head and body have before the end. */
const MOST = 2_000_000;
/** From `http` to `https`, from the bare name to `www`: shops send visitors on, and so are we. */
const HOPS = 4;

export type OnPage =
  | { is: 'found' }
  /** `other`: there is a line, with the key of another store. */
  | { is: 'missing' | 'other' }
  /** The page could not be read. */
  | { is: 'unreachable'; status: number | null }
  | { is: 'refused' };

/** @param home where the script tag's file comes from: this server's origin */
export async function lookOnPage(
  env: Guarded,
  url: string,
  { key, home }: { key: string; home: string },
): Promise<OnPage> {
  try {
    return await within(PATIENCE, async (signal) => {
      const page = await visit(env, url, signal);
      if (typeof page === 'number') return { is: 'unreachable', status: page };
      const keys = keysOn(page, home);
      return { is: keys.includes(key) ? 'found' : keys.length > 0 ? 'other' : 'missing' };
    });
  } catch (error) {
    return error instanceof Unreachable ? { is: 'refused' } : { is: 'unreachable', status: null };
  }
}

/** The page's text, or the status that came instead. Each address on the way is looked at before it is asked. */
async function visit(env: Guarded, url: string, signal: AbortSignal): Promise<string | number> {
  let to = url;
  for (let hop = 0; hop <= HOPS; hop++) {
    const answer = await guardedFetch(env, to, { headers: { accept: 'text/html' }, signal, redirect: 'manual' }).catch(
      (error: unknown) => {
        if (error instanceof Unreachable && error.sentTo) return error.sentTo;
        throw error;
      },
    );
    if (typeof answer === 'string') {
      to = answer;
      continue;
    }
    if (!answer.ok) {
      await answer.body?.cancel();
      return answer.status;
    }
    return beginning(answer);
  }
  throw new Unreachable('too_many_redirects');
}

async function beginning(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  // Left early where there is enough, which ends the request.
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MOST) break;
  }
  return text;
}

/** The keys of all our lines on a page. Attributes stand in any order, with or without quotes. */
function keysOn(html: string, home: string): string[] {
  const withoutComments = html.replace(/<!--[\s\S]*?-->/g, '');
  const host = new URL(home).host;
  return [...withoutComments.matchAll(/<script\b([^>]*)>/gi)].flatMap(([, attributes = '']) => {
    const src = attribute(attributes, 'src') ?? '';
    if (!URL.canParse(src, home) || new URL(src, home).host !== host || !src.includes('/widget.js')) return [];
    return attribute(attributes, 'data-store') ?? [];
  });
}

const attribute = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return found?.[1] ?? found?.[2] ?? found?.[3];
};

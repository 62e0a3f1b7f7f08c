import type { ToPanel } from '../handshake';

/** As our own tokens are made: nothing else may get into a header. */
const TOKEN = /^[\w.~-]{0,4000}$/;

/**
 * Whether a message is one of the launcher's: whoever frames the panel can send some. What few pages say beside (identity,
 * facts, words) is looked at by what takes it, which is loaded then.
 */
export const isSituation = (data: unknown): data is ToPanel => {
  const { baton, open, full, langs, url, title, kept } = (data ?? {}) as Partial<ToPanel>;
  return (
    [baton, typeof open, typeof full, typeof url, typeof title].join() === 'page,boolean,boolean,string,string' &&
    Array.isArray(langs) &&
    langs.every((lang) => typeof lang === 'string') &&
    typeof kept === 'object' &&
    kept !== null &&
    TOKEN.test(kept.token ?? '')
  );
};

import * as v from 'valibot';

/** On which sites a store's chat is: noted when its page is loaded into one, at most once a day and site. */

export interface SiteSeen {
  /** `https://shop.example` */
  site: string;
  /** The first time on the last day of it (UTC), epoch ms. */
  at: number;
}

const DAY = 86_400_000;
/** Anybody can frame a chat that every site may show: the newest few are enough to see where it is. */
const MOST = 20;
const MOST_KNOWN = 1_000;

/** What this memory has noted today: then not even the question is asked. */
const known = new Map<string, number>();

const Site = v.pipe(
  v.string(),
  v.maxLength(1_000),
  v.check((url) => /^https?:/.test(url) && URL.canParse(url)),
  v.transform((url) => new URL(url).origin),
  v.maxLength(200),
);

/** @param referer the page that frames the chat, as its browser names it; what is none is not noted */
export async function noteSite(d1: D1Database, store: string, referer: string | undefined, now: number): Promise<void> {
  const site = v.safeParse(Site, referer);
  if (!site.success) return;
  const today = now - (now % DAY);
  const key = `${store} ${site.output}`;
  if (known.get(key) === today) return;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, today);
  await d1.batch([
    d1
      .prepare(
        `INSERT INTO site_seen (store_id, site, at) VALUES (?1, ?2, ?3)
         ON CONFLICT (store_id, site) DO UPDATE SET at = ?3 WHERE at < ?4`,
      )
      .bind(store, site.output, now, today),
    d1
      .prepare(
        `DELETE FROM site_seen WHERE store_id = ?1 AND site NOT IN
         (SELECT site FROM site_seen WHERE store_id = ?1 ORDER BY at DESC, site LIMIT ${MOST})`,
      )
      .bind(store),
  ]);
}

/** The last one first. */
export async function sitesSeen(d1: D1Database, store: string): Promise<SiteSeen[]> {
  const { results } = await d1
    .prepare(`SELECT site, at FROM site_seen WHERE store_id = ?1 ORDER BY at DESC, site LIMIT ${MOST}`)
    .bind(store)
    .all<SiteSeen>();
  return results;
}

import { SURE } from '../assistant';
import { clausesOf } from './clauses';
import { consider } from './consider';
import { decide } from './decide';
import { MAX_CARDS } from './offer';
import { understand } from './question';
import type { Reply } from './reply';

/** What stands around a question may change what is meant by it. */
const APART = 0.9;

const sourceOf = ({ cards, links }: Reply): string => cards[0]?.id ?? links[0]?.url ?? '';

/**
 * What the questions in a message are answered each by itself. Two that have different answers are both answered; one is
 * taken where it is surer than the message as a whole.
 * @param whole the reply to the message as a whole
 */
export async function severally(
  db: D1Database,
  store: string,
  text: string,
  lang: string,
  whole: Reply,
): Promise<Reply> {
  const clauses = clausesOf(text);
  const replies = await Promise.all(
    clauses.map(async (clause) => {
      const asked = understand(clause, lang);
      // "Will you take them back?" is about what stands before it.
      return asked.order || asked.it ? whole : decide(await consider(db, store, asked, []), lang);
    }),
  );
  const sure = replies.filter((one) => one !== whole && one.confidence >= SURE);
  const [first, second] = [...new Map(sure.map((one) => [sourceOf(one), one])).values()];
  if (!first) return whole;
  const apart = (confidence: number) => confidence * APART;
  if (second) {
    return {
      text: [...first.text, '\n\n', ...second.text],
      cards: [...first.cards, ...second.cards].slice(0, MAX_CARDS),
      links: [...first.links, ...second.links],
      confidence: apart(Math.min(first.confidence, second.confidence)),
    };
  }
  return whole.confidence >= apart(first.confidence) ? whole : { ...first, confidence: apart(first.confidence) };
}

import { signal } from '@preact/signals';
import { NEW_RULE, type Rule } from './rules';

/**
 * Which part of instructions in plain English the built-in assistant can follow: keywords it looks for, in a condition for
 * handing over. Moods, meanings and everything else need a language model, and are said to.
 */

export interface Read {
  /** As it was written. */
  clause: string;
  /** What a rule can look for; null: it needs a model. */
  words: string | null;
  /** Where the sentence says not to hand over. */
  never: boolean;
}

/** A rule that another page has begun, for the page of rules to open. */
export const begun = signal<Rule | null>(null);

export const ruleFor = ({ words, never }: Read): Rule => ({
  ...NEW_RULE,
  words: words === null ? [] : [words],
  asks: !never,
  never,
});

const SENTENCES = /[.!?;\n]+/;
const HANDS_OVER =
  /\b(hand(s|ing)?\s+(it\s+|them\s+|the\s+chat\s+)?(over|off)|(get|call|fetch|ask\s+for|bring\s+in)\s+(a\s+person|a\s+human|somebody|someone|us|the\s+team|a\s+colleague)|(pass|transfer|escalate|connect|forward)\b)/i;
const NOT = /\b(never|do\s+not|don[’']?t|no\s+need\s+to)\b/i;
const WHEN = /\b(?:when|whenever|if|once|as\s+soon\s+as|where)\b/i;
/** "asks about …", "mentions …": what follows is what a message would say. */
const SAYS =
  /^(?:(?:somebody|someone|anybody|anyone|people|they|(?:a|the)?\s*(?:customer|person|message|question)s?)\s+)?(?:(?:is|are)\s+)?(?:ask(?:s|ing)?\s+(?:about|for)|mention(?:s|ing)?|say(?:s|ing)?|writ(?:es?|ing)|want(?:s|ing)?|need(?:s|ing)?|talk(?:s|ing)?\s+about|(?:is|are)\s+about|about)\s+(.+)$/i;
/** Begins something of its own, so it is no further topic of the verb before it. */
const OTHERWISE =
  /^(?:(?:somebody|someone|anybody|anyone|people|they|(?:a|the)\s+customer)\b|(?:is|are|sounds?|seems?|gets?|feels?|looks?|has|have|does|do|was|were|becomes?|complains?|threatens?|cannot|can|will)\b)/i;
const ARTICLE = /^(?:an?|the|any|some|our|your|their|his|her|to\s+(?:buy|get|order))\s+/i;
/** Words that make a condition of a topic: "an order from Germany" is more than "order". */
const NARROWS =
  /\b(?:for|with|without|from|over|of|that|which|who|when|than|in|on|at|by|before|after|more|less|not|under|above)\b/i;
const MOST_WORDS = 4;

/** "a bulk order" → `bulk order*`; null where it is no keyword. */
function keywordOf(topic: string): string | null {
  const plain = topic
    .trim()
    .replace(/["“”„]/g, '')
    .replace(ARTICLE, '')
    .replace(ARTICLE, '');
  const words = plain.match(/[\p{L}\p{N}-]+/gu) ?? [];
  if (words.length === 0 || words.length > MOST_WORDS || plain.length < 3 || NARROWS.test(plain)) return null;
  const last = words.at(-1) ?? '';
  const stem = last.length > 3 ? last.replace(/(?:ies|s)$/i, '') : last;
  return [...words.slice(0, -1), stem.length > 2 && last.length > 3 ? `${stem}*` : last].join(' ').toLowerCase();
}

/** @param text instructions as the merchant wrote them */
export function readInstructions(text: string): Read[] {
  return text.split(SENTENCES).flatMap((part) => {
    const sentence = part.trim();
    return sentence === '' ? [] : readSentence(sentence);
  });
}

function readSentence(sentence: string): Read[] {
  const [marker] = WHEN.exec(sentence) ?? [];
  const asModel = [{ clause: sentence, words: null, never: false }];
  if (!marker || !HANDS_OVER.test(sentence)) return asModel;
  const at = sentence.search(WHEN);
  const [before, after] = [sentence.slice(0, at), sentence.slice(at + marker.length)];
  // "If somebody asks about X, hand over": the condition ends where the wish begins.
  const isFirst = before.trim() === '';
  const wish = isFirst ? after.slice(after.search(HANDS_OVER)) : before;
  const condition = isFirst
    ? after.slice(0, after.search(HANDS_OVER)).replace(/[\s,]+(?:then|please|do\s+not|don[’']?t|never)*[\s,]*$/i, '')
    : after;
  const never = NOT.test(isFirst ? after.slice(condition.length) + wish : wish);
  return clausesOf(condition, never);
}

function clausesOf(condition: string, never: boolean): Read[] {
  let isTopic = false;
  return condition
    .split(/\s*,?\s+\b(?:or|and)\b\s+|\s*,\s*/i)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((clause) => {
      const said = SAYS.exec(clause)?.[1];
      if (said === undefined && OTHERWISE.test(clause)) isTopic = false;
      const topic = said ?? (isTopic ? clause : null);
      isTopic ||= said !== undefined;
      return { clause, words: topic === null ? null : keywordOf(topic), never };
    });
}

import * as v from 'valibot';
import { ANSWERS } from './limits';
import { plainText } from './reading/plain';

/** An answer that somebody writes in the dashboard, as the Worker takes it. */

const line = v.pipe(v.string(), v.maxLength(ANSWERS.question), v.transform(plainText));
const question = v.pipe(line, v.check(saysSomething));
export const AnswerWanted = v.object({
  question,
  /** Other wordings of it. */
  others: v.pipe(v.array(question), v.maxLength(ANSWERS.others)),
  answer: v.pipe(v.string(), v.maxLength(ANSWERS.answer), v.transform(withoutControls), v.check(saysSomething)),
  /** BCP 47: what it is written in. */
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), v.maxLength(35)),
});
export type AnswerWanted = v.InferOutput<typeof AnswerWanted>;

function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Lines stay. */
function withoutControls(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, '')
    .trim();
}

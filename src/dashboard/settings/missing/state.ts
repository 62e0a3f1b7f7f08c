import { signal } from '@preact/signals';
import type { Answer } from '../../session/api';
import { missing as words } from '../../words/en/missing';
import {
  answeredNow,
  type Group,
  getAnswers,
  getMissing,
  type Missing,
  removeAnswer,
  saveAnswer,
  settle,
  type Wanted,
  type Written,
} from './door';

export const keyOf = ({ of }: Group): string => `${of.conversation}/${of.seq}`;

/** So many are looked up in one request (src/routes/missing.ts). */
const AT_ONCE = 4;

/** What the page shows, and what its buttons do. */
export class MissingQuestions {
  readonly missing = signal<Missing | null>(null);
  readonly answers = signal<Written[] | null>(null);
  /** Groups that the built-in assistant would be sure of today. */
  readonly answered = signal<ReadonlySet<string>>(new Set());
  readonly failed = signal('');
  readonly said = signal('');

  constructor(private readonly store: string) {}

  load = async (): Promise<void> => {
    const [missing, answers] = await Promise.all([getMissing(this.store), getAnswers(this.store)]);
    if (missing.ok) this.missing.value = missing.value;
    if (answers.ok) this.answers.value = answers.value.answers;
    const wrong = [missing, answers].find((one) => !one.ok);
    this.failed.value = wrong && !wrong.ok ? wrong.message : '';
    if (missing.ok) await this.lookUp(missing.value.groups);
  };

  /** An import may have answered some of them meanwhile. */
  private async lookUp(groups: readonly Group[]): Promise<void> {
    const found = new Set<string>();
    for (let from = 0; from < groups.length; from += AT_ONCE) {
      const part = groups.slice(from, from + AT_ONCE);
      const answer = await answeredNow(
        this.store,
        part.map(({ of }) => of),
      );
      if (!answer.ok) return;
      for (const [n, group] of part.entries()) if (answer.value.answered[n]) found.add(keyOf(group));
      this.answered.value = new Set(found);
    }
  }

  settle = async (group: Group): Promise<void> => {
    const answer = await settle(this.store, group.of);
    // Somebody else was faster: it is gone all the same.
    if (answer.ok || answer.code === 'not_found') await this.done(words.comesBack);
    else this.failed.value = answer.message;
  };

  /** @param id which one it replaces; null: a new one */
  save = async (id: string | null, wanted: Wanted & { seen?: number }): Promise<Answer<{ id: string }>> => {
    const answer = await saveAnswer(this.store, id, wanted);
    if (answer.ok) await this.done(words.answerSaved);
    return answer;
  };

  remove = async ({ id }: Written): Promise<string> => {
    const answer = await removeAnswer(this.store, id);
    if (!answer.ok && answer.code !== 'not_found') return answer.message;
    await this.done(words.answerRemoved);
    return '';
  };

  private async done(news: string): Promise<void> {
    await this.load();
    this.said.value = news;
  }
}

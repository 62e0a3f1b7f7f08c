import { signal } from '@preact/signals';
import type { Answer } from '../../session/api';
import { words } from '../../words/en/hooks';
import {
  addHook,
  changeHook,
  type Failure,
  getHooks,
  type Hook,
  type Hooks,
  newSecret,
  type Parked,
  removeHook,
  retry,
  switchHook,
  testHook,
  type Wanted,
} from './door';

/** What is shown of the last press: of a test, below the hook that it was of. */
type Came = { of: string; is: 'testing' | 'arrived' } | { of: string; is: 'failed'; failure: Failure };

/** A store's hooks, as its owners and admins see them. */
export class HookList {
  /** Null until the first answer. */
  readonly view = signal<Hooks | null>(null);
  readonly failed = signal('');
  readonly said = signal('');
  readonly came = signal<Came | null>(null);
  /** Just made, and shown this once. */
  readonly secret = signal<{ of: string; text: string } | null>(null);

  constructor(private readonly store: string) {}

  load = async (): Promise<void> => {
    this.#took(await getHooks(this.store));
  };

  /** @returns why it could not be saved; empty where it was */
  async save(hook: Hook | null, wanted: Wanted): Promise<string> {
    const answer = hook ? await changeHook(this.store, hook, wanted) : await addHook(this.store, wanted);
    if (!answer.ok) return answer.message;
    if ('made' in answer.value) this.#made(answer.value, words.added);
    else {
      this.view.value = answer.value;
      this.#say(words.saved);
    }
    return '';
  }

  async turn({ id }: Hook, on: boolean): Promise<void> {
    if (this.#took(await switchHook(this.store, id, on))) this.#say(on ? words.switchedOn : words.switchedOff);
  }

  async renew({ id }: Hook): Promise<void> {
    const answer = await newSecret(this.store, id);
    if (answer.ok) this.#made(answer.value, words.renewed);
    else this.failed.value = answer.message;
  }

  /** @returns why it could not be removed; empty where it was */
  async remove({ id }: Hook): Promise<string> {
    const answer = await removeHook(this.store, id);
    // Somebody else was faster: it is gone all the same.
    if (!answer.ok && answer.code !== 'not_found') return answer.message;
    await this.load();
    this.#say(words.removed);
    return '';
  }

  async test({ id }: Hook): Promise<void> {
    this.came.value = { of: id, is: 'testing' };
    const answer = await testHook(this.store, id);
    if (!answer.ok) {
      this.came.value = null;
      this.failed.value = answer.message;
    } else if (answer.value.ok) this.came.value = { of: id, is: 'arrived' };
    else this.came.value = { of: id, is: 'failed', failure: answer.value };
  }

  async tryAgain(parked: readonly Parked[]): Promise<void> {
    const answers = await Promise.all(parked.map(({ key }) => retry(this.store, key)));
    const lost = answers.find((answer) => !answer.ok && answer.code !== 'not_found');
    await this.load();
    if (lost && !lost.ok) this.failed.value = lost.message;
    else this.#say(words.retried);
  }

  #made({ made, view }: { made: { id: string; secret: string }; view: Hooks }, said: string): void {
    this.view.value = view;
    this.#say(said);
    this.secret.value = { of: made.id, text: made.secret };
  }

  #say(said: string): void {
    this.said.value = said;
    this.failed.value = '';
    this.came.value = null;
    this.secret.value = null;
  }

  #took(answer: Answer<Hooks>): boolean {
    if (answer.ok) this.view.value = answer.value;
    this.failed.value = answer.ok ? '' : answer.message;
    return answer.ok;
  }
}

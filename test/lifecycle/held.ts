import { alerts } from './held/alerts.ts';
import { ending } from './held/ending.ts';
import { opening } from './held/opening.ts';
import { page } from './held/page.ts';
import { pending } from './held/pending.ts';
import { responder } from './held/responder.ts';
import { rest } from './held/rest.ts';
import { talk } from './held/talk.ts';
import type { SentenceNumber } from './sentences.ts';

/**
 * For each sentence the tests that hold it, as `file › titles`, the file as seen from `test/`; `› *` behind a heading
 * stands for all that is under it. Only what would fail were the sentence not true. The compiler says which is missing.
 */
export const HELD: Record<SentenceNumber, readonly string[]> = {
  ...page,
  ...responder,
  ...opening,
  ...pending,
  ...talk,
  ...ending,
  ...alerts,
  ...rest,
};

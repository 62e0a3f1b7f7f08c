import { APICallError, generateText } from 'ai';
import type { Env } from '../../env';
import { Unreachable } from '../../outbound/fetch';
import { within } from '../../outbound/patience';
import type { Model } from '../model';
import { languageModel } from './provider';
import { answeredTool, Ledger } from './tools';

/** What came of a real question to a store's model, in words for the merchant. */
export interface Tried {
  ok: boolean;
  message: string;
}

const PATIENCE = 20_000;

/** Asks for a greeting and for the call that every answer ends with. Never throws for a model that failed. */
export async function tryModel(env: Env, model: Model): Promise<Tried> {
  const ledger = new Ledger();
  try {
    const { text, toolCalls } = await within(PATIENCE, async (abortSignal) =>
      generateText({
        model: await languageModel(env, model),
        instructions: 'You are the assistant of a shop. Greet the customer in one short sentence, then call answered.',
        messages: [{ role: 'user', content: 'Hello' }],
        tools: { answered: answeredTool(ledger, () => true) },
        maxRetries: 0,
        abortSignal,
      }),
    );
    if (toolCalls.length > 0) return { ok: true, message: 'It answered, and it uses the tools that it is given.' };
    if (text.trim() === '') return { ok: false, message: 'It answered with nothing.' };
    return {
      ok: true,
      message:
        'It answered, but did not use its tools. Without them it cannot search or ask for a person: try another model.',
    };
  } catch (error) {
    return { ok: false, message: faultOf(error) };
  }
}

const BY_STATUS: Record<number, string> = {
  400: 'The server did not understand the request. Does this model take tools?',
  401: 'The server did not accept the key.',
  403: 'The server did not accept the key.',
  404: 'The server knows no such address or model. Check both.',
  429: 'The server says that there were too many requests, or that its credit is used up.',
};

/** Never the server's own words: they may quote a key. */
function faultOf(error: unknown): string {
  if (APICallError.isInstance(error)) {
    const refused = error.cause instanceof Unreachable;
    if (refused) return 'This address cannot be used. It has to be public, and to begin with https://.';
    const { statusCode } = error;
    if (statusCode === undefined) return 'The server could not be reached. Check the address.';
    return BY_STATUS[statusCode] ?? `The server answered with an error (${statusCode}).`;
  }
  if (error instanceof Unreachable)
    return 'This address cannot be used. It has to be public, and to begin with https://.';
  if (error instanceof Error && error.message === 'timed out') return 'It did not answer within 20 seconds.';
  return 'It did not answer in a way that Baton can read.';
}

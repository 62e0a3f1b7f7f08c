import type { Env } from '../env';
import { secretOf } from './readiness';
import { seal, unseal } from './sealed';

/** What calls to a merchant's addresses are signed with (Standard Webhooks): made here, sealed at rest, shown once. */

/** The secret before holds too for so long, so that the other side can be given the new one in peace. */
export const BOTH_HOLD = 24 * 3_600_000;

export interface KeptSecret {
  /** Sealed. */
  secret: string;
  secretAt: number | null;
  secretBefore: string | null;
}

/** @param purpose whose it is: nothing else can open it @returns it, and as it is kept */
export async function newSigningSecret(env: Env, purpose: string): Promise<{ secret: string; sealed: string }> {
  const secret = `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`;
  return { secret, sealed: await seal(secretOf(env), purpose, secret) };
}

/** Every one of them signs now; none where they were sealed under another secret of the Worker's. */
export async function openSecrets(
  env: Env,
  purpose: string,
  { secret, secretAt, secretBefore }: KeptSecret,
  now: number,
): Promise<string[]> {
  const isNew = secretAt !== null && now - secretAt < BOTH_HOLD;
  const sealed = [secret, isNew ? secretBefore : null];
  const opened = await Promise.all(sealed.map((one) => one && unseal(secretOf(env), purpose, one)));
  return opened.flatMap((one) => one || []);
}

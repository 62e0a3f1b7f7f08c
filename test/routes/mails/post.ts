import { env } from 'cloudflare:test';
import type { Env } from '../../../src/env';
import worker from '../../../src/index';

/** Brings a raw mail to the Worker's door, as Email Routing does. @returns why it was refused, or null */
export async function deliver(
  { from, to, raw, rawSize }: { from: string; to: string; raw: string; rawSize?: number | undefined },
  here: Env = env,
): Promise<string | null> {
  const bytes = new TextEncoder().encode(raw);
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n\s+/g, ' ');
  const headers = head
    .split('\r\n')
    .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
  let refused: string | null = null;
  await worker.email(
    {
      from,
      to,
      headers: new Headers(headers),
      raw: new Blob([bytes]).stream(),
      rawSize: rawSize ?? bytes.byteLength,
      canBeForwarded: true,
      setReject: (why) => {
        refused = why;
      },
      forward: () => Promise.reject(new Error('Nothing is passed on')),
      reply: () => Promise.reject(new Error('Nothing is answered by mail')),
    },
    here,
  );
  return refused;
}

import { waitUntil } from 'cloudflare:workers';
import { randomId } from '../accounts/ids';
import { conversationStub } from '../conversation/door';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { type FileAnswer, MAX_FILE, type SentFile } from '../protocol/files';
import type { Checked, Given } from './check';
import { bucketOf, giveBackToDay, type Of, putFile, removeFiles, takeFromDay } from './kept';

/** One file a request: read up to its limit, checked, promised to its conversation, kept. */

const FIRST = 256 * 1024;

/** @throws Refusal `file_too_large` as soon as more comes than a file may have, whatever was announced */
async function bodyOf(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const said = Number(request.headers.get('content-length') ?? Number.NaN);
  if (said > MAX_FILE) throw new Refusal('file_too_large');
  // Who only announces much takes no memory: the room grows with what comes.
  let room = new Uint8Array(Math.min(said >= 0 ? said : FIRST, FIRST));
  let length = 0;
  for await (const chunk of request.body ?? []) {
    const piece = chunk as Uint8Array;
    if (length + piece.length > MAX_FILE) throw new Refusal('file_too_large');
    if (length + piece.length > room.length) {
      const most = said >= length + piece.length ? said : MAX_FILE;
      const larger = new Uint8Array(Math.min(most, Math.max(room.length * 2, length + piece.length)));
      larger.set(room.subarray(0, length));
      room = larger;
    }
    room.set(piece, length);
    length += piece.length;
  }
  return room.subarray(0, length);
}

function nameIn(header: string | null): string {
  try {
    return decodeURIComponent(header ?? '').slice(0, 400);
  } catch {
    return '';
  }
}

/**
 * The name comes in `x-file-name`, URI-encoded, the type that the sender's browser makes of it in `content-type`.
 * @param by `customer`, or the id of somebody of the staff: who may send it
 * @throws Refusal with the reason
 */
export async function takeFile(env: Env, of: Of, by: string, request: Request, now: number): Promise<FileAnswer> {
  bucketOf(env);
  // By address visitors are limited at the door (routes/guards.ts).
  await notTooFast(env, `${of.conversation} ${by}`);
  const claim = request.headers.get('content-type') ?? '';
  const name = nameIn(request.headers.get('x-file-name'));
  return { file: await keepFile(env, of, by, { name, claim, bytes: await bodyOf(request) }, now) };
}

async function notTooFast(env: Env, whose: string): Promise<void> {
  const limited = await env.VISITOR_LIMIT?.limit({ key: `file ${whose}` });
  if (limited?.success === false) throw new Refusal('too_fast');
}

/** Checks it, and keeps it for a message of this conversation. @throws Refusal with the reason */
export async function keepFile(env: Env, of: Of, by: string, given: Given, now: number): Promise<SentFile> {
  const bucket = bucketOf(env);
  const { checkFile } = await import('./check');
  const checked = await checkFile(given);
  if (!checked.ok) throw new Refusal(checked.why);
  const { name, picture } = checked;
  const file = { id: randomId(), name, size: checked.bytes.length, ...(picture && { picture }) };
  const counted = { store: of.store, by, bytes: file.size };
  if (!(await takeFromDay(env.DB, counted, now))) throw new Refusal('files_today');
  // The conversation knows of it first: what is then not kept, or never sent, it sweeps.
  const promised = await conversationStub(env, of.store, of.conversation).promiseFile(of, { ...file, by, at: now });
  if (promised !== 'ok') {
    await giveBackToDay(env.DB, of.store, file.size, now);
    throw new Refusal(promised);
  }
  const keeping = keep(env, bucket, of, file.id, checked);
  // Whoever goes away now stops neither half of it.
  waitUntil(keeping.catch(() => {}));
  await keeping;
  return file;
}

/** @throws Refusal `erased` where its conversation was erased meanwhile: nobody would look for it there again */
async function keep(env: Env, bucket: R2Bucket, of: Of, id: string, checked: Checked): Promise<void> {
  await putFile(bucket, of, id, checked);
  if (await conversationStub(env, of.store, of.conversation).holdsFile(id)) return;
  await removeFiles(bucket, of, [id]);
  throw new Refusal('erased');
}

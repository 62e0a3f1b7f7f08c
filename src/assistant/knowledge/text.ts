import { Refusal } from '../../errors';

/** Beyond this a feed does not fit the memory of a Worker (128 MB) together with what is made of it. */
const MAX_CHARACTERS = 20_000_000;

/**
 * The text of an uploaded XML file, in the encoding that it says it has.
 * @throws Refusal `too_large`
 */
export async function readText(source: string | ReadableStream): Promise<string> {
  if (typeof source === 'string') return limited(source);
  const reader: ReadableStreamDefaultReader<unknown> = source.getReader();
  let decoder: TextDecoder | null = null;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (typeof value === 'string') text += value;
    else if (value instanceof Uint8Array) {
      decoder ??= decoderOf(value);
      text += decoder.decode(value, { stream: true });
    }
    if (text.length > MAX_CHARACTERS) {
      await reader.cancel();
      throw new Refusal('too_large');
    }
  }
  return text + (decoder?.decode() ?? '');
}

function limited(text: string): string {
  if (text.length > MAX_CHARACTERS) throw new Refusal('too_large');
  return text;
}

/** XML 1.0, appendix F: a byte order mark, else what the declaration says, else UTF-8. */
function decoderOf(start: Uint8Array): TextDecoder {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be');
  const head = new TextDecoder('latin1').decode(start.subarray(0, 200));
  const said = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(said);
  } catch {
    return new TextDecoder('utf-8');
  }
}

import { effect } from '@preact/signals';
import { thread } from '../chat';
import { inSight, keep, kept } from '../host';

/** New messages are heard where the customer wants that: while the panel is not in sight, and by one tab only. */

/** Milliseconds in which other tabs come to the same message. */
const ONCE_IN = 1_000;
/** Hertz, one after the other. */
const NOTES = [660, 880];
const SECONDS = 0.16;

let context: AudioContext | undefined;

/** Browsers let a page be heard once somebody has done something in it; before that they only complain. */
function awake(): AudioContext | null {
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return null;
  context ??= new AudioContext();
  return context;
}

async function play(): Promise<void> {
  const audio = awake();
  await audio?.resume();
  if (audio?.state !== 'running') return;
  NOTES.forEach((hertz, n) => {
    const at = audio.currentTime + n * SECONDS * 0.75;
    const tone = new OscillatorNode(audio, { frequency: hertz });
    const level = new GainNode(audio, { gain: 0 });
    level.gain.setValueAtTime(0, at);
    level.gain.linearRampToValueAtTime(0.08, at + 0.01);
    level.gain.exponentialRampToValueAtTime(0.0005, at + SECONDS);
    tone.connect(level).connect(audio.destination);
    tone.start(at);
    tone.stop(at + SECONDS);
  });
}

/** @param on then it is heard at once, so that one knows what comes */
export function setSound(on: boolean): void {
  keep({ sound: on });
  if (on) void play();
}

let heard: number | undefined;
effect(() => {
  const { messages, state } = thread.value;
  if (!state) return;
  const last = messages.findLast(({ kind }) => kind === 'staff' || kind === 'assistant')?.seq ?? 0;
  const isNew = heard !== undefined && last > heard;
  heard = last;
  if (!isNew || inSight.peek() || !kept.peek().sound || !awake()) return;
  void navigator.locks.request(`baton:${kept.peek().conversation}:${last}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    await play();
    await new Promise((done) => setTimeout(done, ONCE_IN));
  });
});

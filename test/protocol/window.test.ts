import { describe, expect, it } from 'vitest';
import { GOT_EVERY, Window } from '../../src/protocol/window';

/** How many of so many frames, one each so many ms, a reader gets before it counts as stalled. */
function sent(frames: number, { every = 0, got = false } = {}): number {
  const window = new Window();
  const reader = {} as WebSocket;
  for (let n = 0; n < frames; n++) {
    if (!window.opens(reader, n * every)) return n;
    if (got && n % GOT_EVERY === GOT_EVERY - 1) window.got(reader, n * every);
  }
  return frames;
}

describe('a reader', () => {
  it('who says that they read gets everything', () => {
    expect(sent(20_000, { every: 1, got: true })).toBe(20_000);
  });

  it('who says nothing gets 512 frames, and what comes in the five seconds after', () => {
    expect(sent(20_000, { every: 100 })).toBe(562);
  });

  it('gets a thousand frames at the same instant, before anybody could say anything', () => {
    expect(sent(1_000)).toBe(1_000);
  });

  it('who says nothing gets no more than 4,096 frames however fast they come', () => {
    expect(sent(20_000)).toBe(4_096);
  });

  it('who is behind but goes on reading is waited for', () => {
    const window = new Window();
    const reader = {} as WebSocket;
    for (let n = 0; n < 1_000; n++) window.opens(reader, 0);
    for (let second = 4; second < 40; second += 4) {
      window.got(reader, second * 1_000);
      expect(window.opens(reader, second * 1_000)).toBe(true);
    }
  });
});

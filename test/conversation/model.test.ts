import { afterEach, it, vi } from 'vitest';
import { play } from './model/play';

afterEach(() => {
  vi.useRealTimers();
});

it('any order of deeds, evictions, crashes and clock steps keeps the conversation whole', () => play(1), 300_000);

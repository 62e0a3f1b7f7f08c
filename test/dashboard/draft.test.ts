import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Draft, type Tab } from '../../src/dashboard/composer/draft';
import type { Card } from '../../src/protocol/common';
import type { Written } from '../../src/protocol/staff';

/** What is being written, on two devices at once: the server is played by what was saved last. */

const REST = 10_000;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const written = (text: string, at: number): Written => ({ text, cards: [], at });
const CARD: Card = {
  id: 'k',
  title: 'Kettle',
  url: 'https://x.example',
  image: null,
  price: null,
  was: null,
  availability: 'in_stock',
};

function device(key = 'draft:ana:c1') {
  const saved: [Tab, string][] = [];
  const line = { open: true };
  const save = (tab: Tab, { text }: Written) => {
    if (line.open) saved.push([tab, text]);
    return line.open;
  };
  return { draft: new Draft(key, { save, now: () => Date.now() }), saved, line };
}

describe('what is told to the server', () => {
  it('is told once, after a rest', () => {
    const { draft, saved } = device();
    for (const text of ['Y', 'Yo', 'You']) {
      draft.write(text);
      vi.advanceTimersByTime(REST / 2);
    }
    expect(saved).toEqual([]);
    vi.advanceTimersByTime(REST);
    expect(saved).toEqual([['reply', 'You']]);
    vi.advanceTimersByTime(10 * REST);
    expect(saved).toHaveLength(1);
  });

  it('is nothing where it was sent before', () => {
    const { draft, saved } = device();
    draft.write('On its way');
    draft.left();
    draft.write('');
    vi.advanceTimersByTime(10 * REST);
    draft.save();
    expect(saved).toEqual([]);
  });

  it('is emptied when it was sent after', () => {
    const { draft, saved } = device();
    draft.write('On its');
    vi.advanceTimersByTime(REST);
    draft.write('');
    vi.advanceTimersByTime(REST);
    expect(saved).toEqual([
      ['reply', 'On its'],
      ['reply', ''],
    ]);
  });

  it('is told again after a line that was cut', () => {
    const { draft, saved, line } = device();
    line.open = false;
    draft.write('Typed without a line');
    vi.advanceTimersByTime(REST);
    line.open = true;
    draft.receive('reply', undefined);
    vi.advanceTimersByTime(REST);
    expect(saved).toEqual([['reply', 'Typed without a line']]);
  });

  it('keeps reply and note apart', () => {
    const { draft, saved } = device();
    draft.write('For the customer');
    draft.tab.value = 'note';
    draft.write('For the team');
    draft.save();
    expect(saved).toEqual([
      ['reply', 'For the customer'],
      ['note', 'For the team'],
    ]);
  });
});

describe('what another device has', () => {
  it('stands in the field where nothing was typed here since', () => {
    const { draft, saved } = device();
    draft.receive('reply', written('From the phone', 5));
    expect(draft.reply.value).toBe('From the phone');
    draft.receive('reply', written('From the phone, longer', 6));
    expect(draft.reply.value).toBe('From the phone, longer');
    draft.receive('reply', undefined);
    expect(draft.reply.value).toBe('');
    vi.advanceTimersByTime(10 * REST);
    expect(saved).toEqual([]);
    expect(draft.elsewhere.value).toBeNull();
  });

  it('is offered where something newer stands here, and added behind it', () => {
    const { draft, saved } = device();
    draft.write('Newer, here');
    draft.receive('reply', { ...written('Older, there', 5), cards: [CARD] });
    expect(draft.reply.value).toBe('Newer, here');
    expect(draft.elsewhere.value).toMatchObject({ tab: 'reply', text: 'Older, there' });
    draft.takeElsewhere();
    expect(draft.reply.value).toBe('Newer, here\n\nOlder, there');
    expect(draft.cards.value).toEqual([CARD]);
    expect(draft.elsewhere.value).toBeNull();
    vi.advanceTimersByTime(REST);
    expect(saved).toEqual([['reply', 'Newer, here\n\nOlder, there']]);
  });

  it('takes the field where it is newer, and what stood there is offered', () => {
    const { draft } = device();
    draft.write('Older, here');
    draft.receive('reply', written('Newer, there', Date.now() + 1));
    expect(draft.reply.value).toBe('Newer, there');
    expect(draft.elsewhere.value).toMatchObject({ tab: 'reply', text: 'Older, here' });
  });

  it('is not offered where the field says all of it already', () => {
    const { draft } = device();
    draft.write('Your kettle is ready');
    draft.receive('reply', written('Your kettle ', 5));
    expect(draft.reply.value).toBe('Your kettle is ready');
    expect(draft.elsewhere.value).toBeNull();
  });

  it('is gone where it was sent from there; what was typed here since stays', () => {
    const { draft } = device();
    draft.receive('reply', written('Your kettle is ready', 5));
    draft.receive('reply', written('Your kettle is ready', 5), true);
    expect(draft.reply.value).toBe('');
    draft.write('One more thing');
    draft.receive('reply', written('Your kettle is ready', 5), true);
    expect(draft.reply.value).toBe('One more thing');
    expect(draft.elsewhere.value).toBeNull();
  });

  it('does not come back after a reload, once it was sent from here', () => {
    const first = device();
    first.draft.write('Sent soon');
    first.draft.save();
    first.draft.write('');
    const again = device();
    again.draft.receive('reply', written('Sent soon', 1_000_000));
    expect(again.draft.reply.value).toBe('');
    expect(again.draft.elsewhere.value).toBeNull();
    vi.advanceTimersByTime(REST);
    expect(again.saved).toEqual([['reply', '']]);
  });
});

it('what was changed here after it was told is no conflict with what was told', () => {
  const first = device();
  first.draft.write('Your kettle is brown');
  first.draft.save();
  first.draft.write('Your pot is green');
  const again = device();
  again.draft.receive('reply', written('Your kettle is brown', 1_000_000));
  expect(again.draft.reply.value).toBe('Your pot is green');
  expect(again.draft.elsewhere.value).toBeNull();
});

it('a reload finds everything again, of this person and conversation only', () => {
  const { draft } = device();
  draft.write('Half a sen');
  draft.cards.value = [CARD];
  expect(device().draft.reply.value).toBe('Half a sen');
  expect(device().draft.cards.value).toEqual([CARD]);
  expect(device('draft:dele:c1').draft.reply.value).toBe('');
  expect(device('draft:ana:c2').draft.reply.value).toBe('');
  draft.write('');
  draft.cards.value = [];
  expect(localStorage.getItem('baton:draft:ana:c1')).toBeNull();
});

it.each(['{', '[]', '{"reply":{"text":1}}', 'null', '{"held":3}'])('what is no draft of ours is none: %s', (kept) => {
  localStorage.setItem('baton:draft:ana:c1', kept);
  expect(device().draft.reply.value).toBe('');
});

it('gives back what could not be sent, but never over something new', () => {
  const { draft } = device();
  expect(draft.restore('reply', 'Not sent', [CARD])).toBe(true);
  expect(draft.cards.value).toEqual([CARD]);
  expect(draft.restore('reply', 'Another')).toBe(false);
  expect(draft.reply.value).toBe('Not sent');
});

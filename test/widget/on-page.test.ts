import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { follow } from '../../widget/host/place';
import { countInTitle } from '../../widget/host/tab-title';

/** What the launcher reads of a shop's page, and the one thing that it writes there: the tab's title. */

const newPage = () => Object.assign(new EventTarget(), { title: 'Lamps', hidden: false });
let page = newPage();
const at = { href: 'https://shop.example/lamps' };

beforeEach(() => {
  vi.useFakeTimers();
  page = newPage();
  at.href = 'https://shop.example/lamps';
  vi.stubGlobal('document', page);
  vi.stubGlobal('location', at);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const seen = (hidden: boolean) => {
  page.hidden = hidden;
  page.dispatchEvent(new Event('visibilitychange'));
};

it('a new address is told once, with the title that came after it', () => {
  const tell = vi.fn();
  const where = follow(tell);
  vi.advanceTimersByTime(5_000);
  expect(tell).not.toHaveBeenCalled();

  at.href = 'https://shop.example/lamps/green';
  vi.advanceTimersByTime(600);
  expect(tell).not.toHaveBeenCalled();
  page.title = 'The green lamp';
  vi.advanceTimersByTime(5_000);
  expect(tell).toHaveBeenCalledTimes(1);
  expect(where()).toEqual({ url: 'https://shop.example/lamps/green', title: 'The green lamp' });
});

it('a title that comes late is told too, and one that blinks only a few times', () => {
  const tell = vi.fn();
  const where = follow(tell);
  page.title = 'The green lamp';
  vi.advanceTimersByTime(1_000);
  expect(where().title).toBe('The green lamp');
  expect(tell).toHaveBeenCalledTimes(1);
  for (let n = 0; n < 50; n++) {
    page.title = `${n} % off today`;
    vi.advanceTimersByTime(1_000);
  }
  expect(tell).toHaveBeenCalledTimes(3);
});

it('a tab that is not in sight counts what is unread, and gives its title back', () => {
  const title = countInTitle();
  title(2);
  expect(page.title).toBe('Lamps');
  seen(true);
  expect(page.title).toBe('(2) Lamps');
  title(3);
  expect(page.title).toBe('(3) Lamps');
  title(0);
  expect(page.title).toBe('Lamps');
  title(1);
  seen(false);
  expect(page.title).toBe('Lamps');
});

it('a title that the shop changes meanwhile stands', () => {
  const title = countInTitle();
  seen(true);
  title(1);
  page.title = 'Come back';
  seen(false);
  expect(page.title).toBe('Come back');
});

it('the count before a title is never told as the page’s title', () => {
  const tell = vi.fn();
  const where = follow(tell);
  const title = countInTitle();
  seen(true);
  title(1);
  vi.advanceTimersByTime(5_000);
  expect(where().title).toBe('Lamps');
  seen(false);
  vi.advanceTimersByTime(5_000);
  expect(tell).not.toHaveBeenCalled();
});

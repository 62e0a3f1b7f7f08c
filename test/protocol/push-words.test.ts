import { expect, test } from 'vitest';
import type { Notice, Says } from '../../src/desk/push-notice';
import { noticeWords } from '../../src/desk/push-words';
import { STAFF_LANGUAGES, staffWords } from '../../src/words/words';

/** What a push says of each thing that there is to tell, in each language. */

const customer = 'Mira';
const TOLD: [Says, string, string][] = [
  [{ is: 'waiting', customer, again: false }, 'Mira is waiting', 'Mira чака'],
  [{ is: 'waiting', customer, again: true }, 'Mira is waiting again', 'Mira чака отново'],
  [{ is: 'still_waiting', customer, minutes: 5 }, 'Mira is still waiting after 5 min', 'Mira още чака, вече 5 мин'],
  [{ is: 'many_waiting', count: 3, minutes: 5 }, '3 customers are still waiting', '3 клиенти още чакат'],
  [{ is: 'offered', customer, to: null, by: null }, 'Mira is offered to you', 'Предлагат ви чата с Mira'],
  [{ is: 'offered', customer, to: null, by: 'Ana' }, 'Mira is offered to you by Ana', 'Ana ви предлага чата с Mira'],
  [
    { is: 'offered', customer, to: 'Repairs', by: null },
    'Mira is offered to Repairs',
    'Предлагат чата с Mira на Repairs',
  ],
  [
    { is: 'offered', customer, to: 'Repairs', by: 'Ana' },
    'Mira is offered to Repairs by Ana',
    'Ana предлага чата с Mira на Repairs',
  ],
  [
    { is: 'no_reply', customer, by: null, minutes: 4 },
    'Mira has had no reply for 4 min',
    'Mira е без отговор от 4 мин',
  ],
  [
    { is: 'no_reply', customer, by: 'Ana', minutes: 4 },
    'Mira has had no reply from Ana for 4 min',
    'Mira е без отговор от Ana вече 4 мин',
  ],
  [{ is: 'mentioned', customer, by: 'Ana' }, 'Ana mentioned you', 'Ana ви спомена'],
  [{ is: 'off_hours', customer }, 'Mira asked outside hours', 'Mira писа извън работно време'],
  [{ is: 'unanswered', customer }, 'Nobody could answer Mira in time', 'Никой не успя да отговори на Mira навреме'],
  [{ is: 'follow_up', customer }, 'Mira is still owed an answer', 'На Mira още дължим отговор'],
  [{ is: 'reminder', customer }, 'Reminder: Mira', 'Напомняне: Mira'],
  [{ is: 'waiting', customer: 'Guest 4821', again: false }, 'Guest 4821 is waiting', 'Гост 4821 чака'],
];

const notice = (says: Says): Notice => ({
  kind: 'waiting',
  conversation: '1',
  to: 'desk',
  urgent: true,
  says,
  reason: 'complaint',
  text: '',
  while: null,
  until: 0,
});

test.each(TOLD)('$is: %o', async (says, english, bulgarian) => {
  const titles = STAFF_LANGUAGES.map(async (language) => noticeWords(notice(says), await staffWords(language)).title);
  expect(await Promise.all(titles)).toEqual([english, bulgarian]);
});

test('beside it stands why, and that it is urgent; or what else there is to say', async () => {
  const [en, bg] = [await staffWords('en'), await staffWords('bg')];
  const about = (says: Says, words = en) => noticeWords(notice(says), words).about;
  expect(about({ is: 'waiting', customer, again: false })).toBe('Complaint, urgent');
  expect(about({ is: 'waiting', customer, again: false }, bg)).toBe('Оплакване, спешно');
  expect(about({ is: 'many_waiting', count: 3, minutes: 5 }, bg)).toBe('5 мин');
  expect(about({ is: 'mentioned', customer, by: 'Ana' }, bg)).toBe('В чата с Mira');
});

test('one that an older version has kept is told as it stands', async () => {
  const older = { title: 'Mira is waiting', about: 'Refund' };
  expect(noticeWords(older, await staffWords('bg'))).toEqual(older);
});

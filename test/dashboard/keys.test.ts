import { describe, expect, it, test } from 'vitest';
import type { OpenChat } from '../../src/dashboard/keys/around';
import { type Around, COMMANDS } from '../../src/dashboard/keys/commands';
import { type Entry, find } from '../../src/dashboard/keys/find';
import { aboutKey, nameOf } from '../../src/dashboard/keys/names';
import { commandFor, opensPalette } from '../../src/dashboard/keys/pressed';
import { BROWSER_KEYS, PALETTE_KNOWN } from './browser-keys';

/** What keys and palette can do, and when. */

const pressed = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
  target: null,
  ...more,
});
/** Something in the page that lies within what this selector names. */
const within = (...names: string[]) =>
  ({
    closest: (selectors: string) => names.some((name) => selectors.split(', ').some((one) => one.startsWith(name))),
  }) as unknown as EventTarget;

const command = (id: string) => {
  const found = COMMANDS.find((one) => one.id === id);
  if (!found) throw new Error(`No command ${id}`);
  return found;
};

function stage(chat: Partial<OpenChat> | null = null, more: Partial<Around> = {}) {
  const done: string[] = [];
  const note = (what: string) => () => void done.push(what);
  const open: OpenChat | null = chat && {
    id: 'chat-1',
    state: {} as OpenChat['state'],
    mode: 'pending',
    colleague: null,
    offered: false,
    passingOn: false,
    claim: note('claim'),
    toClaim: note('to the button'),
    release: note('release'),
    ask: (what) => done.push(`ask ${what}`),
    takeAway: note('take away'),
    writing: { write: (tab) => done.push(`write ${tab}`), insert: (text) => done.push(text) },
    ...chat,
  };
  const at: Around = {
    home: '/dashboard/s',
    go: (path) => done.push(path),
    chat: open,
    walk: (by) => done.push(`walk ${by}`),
    waiting: [],
    onDuty: true,
    addStore: note('add a store'),
    setDuty: (on) => done.push(`duty ${on}`),
    search: note('search'),
    open: (id) => done.push(`open ${id}`),
    show: (panel) => done.push(panel),
    signOut: note('sign out'),
    ...more,
  };
  /** As the key does, where it may. */
  const press = (key: string, init: Partial<KeyboardEvent> = {}) => {
    const found = commandFor(pressed(key, init));
    if (found?.when(at)) (found.byKey ?? found.run)(at);
    return done;
  };
  return { at, done, press };
}

describe('the registry', () => {
  it('gives every key to one command, and every command a name and a life of its own', () => {
    const keys = COMMANDS.flatMap(({ key }) => key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
    for (const one of COMMANDS) for (const name of [nameOf(one, stage().at), aboutKey(one)]) expect(name).not.toBe('');
  });

  it('has a key for what staff do all day', () => {
    const of = (id: string) => command(id).key;
    expect(['nextWaiting', 'claim', 'reply', 'note', 'transfer', 'end', 'keys'].map(of)).toEqual([
      'w',
      'c',
      'r',
      'n',
      't',
      'e',
      '?',
    ]);
  });

  test.each(BROWSER_KEYS)('takes no key of the browser: $keys ($what)', ({ keys }) => {
    for (const { key, ...modifiers } of keys.map(asEvent)) {
      const event = pressed(key, modifiers);
      expect(commandFor(event)).toBeNull();
      const palette = [opensPalette(event, false), opensPalette(event, true)];
      expect(palette.some(Boolean)).toBe(PALETTE_KNOWN.has(keysOf(modifiers, key)));
    }
  });
});

const asEvent = (keys: string) => {
  const parts = keys.split('+');
  const key = parts.at(-1) || '+';
  const has = (name: string) => parts.slice(0, -1).includes(name);
  return { key, ctrlKey: has('Ctrl'), metaKey: has('Meta'), altKey: has('Alt'), shiftKey: has('Shift') };
};
const keysOf = ({ ctrlKey, metaKey, shiftKey }: Partial<KeyboardEvent>, key: string): string =>
  [ctrlKey && 'Ctrl', metaKey && 'Meta', shiftKey && 'Shift', key].filter(Boolean).join('+');

describe('a key', () => {
  test.each([
    'input',
    'textarea',
    'select',
    '[contenteditable]',
    'dialog',
    '[role="dialog"]',
    '[role="listbox"]',
    '[role="menu"]',
    '[role="combobox"]',
  ])('does nothing in %s', (name) => {
    for (const { key } of COMMANDS) if (key) expect(commandFor(pressed(key, { target: within(name) }))).toBeNull();
  });

  test.each([
    ['with Ctrl', { ctrlKey: true }],
    ['with ⌘', { metaKey: true }],
    ['with Alt', { altKey: true }],
    ['while an input method composes', { isComposing: true }],
    ['that somebody else has answered', { defaultPrevented: true }],
    ['that is held down', { repeat: true }],
  ])('does nothing %s', (_, more) => {
    for (const key of ['c', 'r', 'n', 'w', 't', 'e', '?']) expect(commandFor(pressed(key, more))).toBeNull();
  });

  it('works from a button or a link, and with the letters of another alphabet', () => {
    expect(commandFor(pressed('r', { target: within('button', 'a') }))?.id).toBe('reply');
    expect(commandFor(pressed('ъ', { code: 'KeyR' }))?.id).toBe('reply');
    expect(commandFor(pressed('ρ', { code: 'KeyR' }))?.id).toBe('reply');
    expect(commandFor(pressed('R'))?.id).toBe('reply');
    expect(commandFor(pressed('R', { shiftKey: true }))).toBeNull();
    expect(commandFor(pressed('?', { shiftKey: true }))?.id).toBe('keys');
    expect(commandFor(pressed('؟', { shiftKey: true }))?.id).toBe('keys');
  });

  it('of the palette opens it from a field too, and never with what is the browser’s', () => {
    const k = { key: 'k', code: 'KeyK' };
    expect(opensPalette(pressed('k', { ctrlKey: true, target: within('textarea') }), false)).toBe(true);
    expect(opensPalette(pressed('к', { code: 'KeyK', ctrlKey: true }), false)).toBe(true);
    expect(opensPalette(pressed('k', { metaKey: true }), true)).toBe(true);
    // Cuts off the rest of a line on a Mac.
    expect(opensPalette(pressed('k', { ctrlKey: true }), true)).toBe(false);
    expect(opensPalette(pressed('k', { ...k, ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(opensPalette(pressed('k', { ctrlKey: true, isComposing: true }), false)).toBe(false);
  });
});

test('what takes a chat from somebody says from whom', () => {
  expect(nameOf(command('claim'), stage({ mode: 'colleague', colleague: 'Ana' }).at)).toBe('Take over from Ana');
  expect(nameOf(command('duty'), stage(null, { onDuty: false }).at)).toBe('Go on duty');
});

describe('C', () => {
  it('takes over who waits, and what is offered', () => {
    expect(stage({ mode: 'pending' }).press('c')).toEqual(['claim']);
    expect(stage({ mode: 'colleague', colleague: 'Ana', offered: true }).press('c')).toEqual(['claim']);
  });
  it('leads to the button where somebody has the chat: one letter takes nothing from anybody', () => {
    expect(stage({ mode: 'colleague', colleague: 'Ana' }).press('c')).toEqual(['to the button']);
    expect(stage({ mode: 'assistant' }).press('c')).toEqual(['to the button']);
  });
  it('does nothing in one’s own chat, or without one', () => {
    expect(stage({ mode: 'mine' }).press('c')).toEqual([]);
    expect(stage(null).press('c')).toEqual([]);
  });
});

test('transfer and end belong to whoever has the chat', () => {
  expect(stage({ mode: 'mine' }).press('t')).toEqual(['ask transfer']);
  expect(stage({ mode: 'mine', passingOn: true }).press('t')).toEqual([]);
  expect(stage({ mode: 'mine' }).press('e')).toEqual(['ask end']);
  for (const mode of ['pending', 'assistant', 'colleague'] as const)
    for (const key of ['t', 'e']) expect(stage({ mode }).press(key)).toEqual([]);
});

test('reply and note lead to their fields, where there are some', () => {
  expect(stage({}).press('r')).toEqual(['write reply']);
  expect(stage({}).press('n')).toEqual(['write note']);
  expect(stage({ writing: null }).press('r')).toEqual([]);
});

describe('W', () => {
  it('opens who waits next: after the one that is open, and round again', () => {
    expect(stage(null, { waiting: ['a', 'b'] }).press('w')).toEqual(['open a']);
    expect(stage({ id: 'a' }, { waiting: ['a', 'b'] }).press('w')).toEqual(['open b']);
    expect(stage({ id: 'b' }, { waiting: ['a', 'b'] }).press('w')).toEqual(['open a']);
    expect(stage({ id: 'mine' }, { waiting: ['a', 'b'] }).press('w')).toEqual(['open a']);
  });
  it('does nothing where nobody else waits', () => {
    expect(stage(null).press('w')).toEqual([]);
    expect(stage({ id: 'a' }, { waiting: ['a'] }).press('w')).toEqual([]);
  });
});

test('J and K go along the rows, also held down, and only where there are rows', () => {
  const { press } = stage();
  press('j');
  press('k');
  expect(press('j', { repeat: true })).toEqual(['walk 1', 'walk -1', 'walk 1']);
  expect(stage(null, { walk: null }).press('j')).toEqual([]);
});

describe('the palette', () => {
  const entry = (name: string, group: string, more: Partial<Entry> = {}): Entry => ({
    id: name,
    group,
    name,
    run: () => {},
    ...more,
  });
  const all = [
    entry('Take over', 'This chat', { also: 'claim answer' }),
    entry('Transfer', 'This chat'),
    entry('Team and alerts', 'Go to', { hint: 'Settings' }),
    entry('Saved replies', 'Go to', { hint: 'Settings' }),
    entry('Mira Petrova', 'Open chats', { hint: 'Where is my kettle?', also: 'Refund Ana Kovač' }),
    entry('/refund', 'Saved replies', { hint: 'Your money is on its way.' }),
  ];
  const names = (typed: string) => find(all, typed).map(({ group, entries }) => [group, ...entries.map((e) => e.name)]);

  test.each([
    ['tak', [['This chat', 'Take over']]],
    ['claim', [['This chat', 'Take over']]],
    [
      't',
      [
        ['This chat', 'Take over', 'Transfer'],
        ['Go to', 'Team and alerts'],
      ],
    ],
    ['kettle', [['Open chats', 'Mira Petrova']]],
    ['mira kett', [['Open chats', 'Mira Petrova']]],
    ['KOVAC', [['Open chats', 'Mira Petrova']]],
    [
      'refund',
      [
        ['Saved replies', '/refund'],
        ['Open chats', 'Mira Petrova'],
      ],
    ],
    [
      '/refu',
      [
        ['Saved replies', '/refund'],
        ['Open chats', 'Mira Petrova'],
      ],
    ],
    ['settings', [['Go to', 'Team and alerts', 'Saved replies']]],
    ['ettle', []],
    ['…', []],
  ])('finds by words: %s', (typed, found) => {
    expect(names(typed)).toEqual(found);
  });

  it('shows everything in its order while nothing is typed, and of a thousand chats the first', () => {
    expect(names('').map(([group]) => group)).toEqual(['This chat', 'Go to', 'Open chats', 'Saved replies']);
    const many = Array.from({ length: 1_000 }, (_, n) => entry(`Guest ${n}`, 'Open chats'));
    expect(find([...many, ...all], 'guest')[0]?.entries).toHaveLength(8);
  });
});

import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { whereItGoes } from '../../src/dashboard/conversation/follow-up-strip';
import { Standing } from '../../src/dashboard/conversation/standing';
import type { HandoffView, StaffState, Target } from '../../src/protocol/staff';
import { person, T0 } from './rows';

const handoff = (over: Partial<HandoffView>) => ({ n: 3, status: 'assigned', assignee: null, transfer: null, ...over });
/** How Ana finds it. */
const found = (over: Partial<HandoffView> | null, owed = false) => {
  const state = { handoff: over && handoff(over) } as unknown as StaffState;
  const { mode, sight, mayReply, followsUp } = new Standing(signal(state), signal(person('ana')), owed);
  return { mode: mode.value, sight: sight.value, mayReply: mayReply.value, followsUp: followsUp.value };
};
const offer = (to: Target) => ({
  assignee: person('dele'),
  transfer: { to, at: T0, until: T0 + 1 },
});

describe('where a chat is, and what that lets the reader do', () => {
  test('with the assistant, or ended: one may write, and takes it over', () => {
    const assistant = { mode: 'assistant', sight: { handoff: null, over: null }, mayReply: true, followsUp: false };
    expect(found(null)).toEqual(assistant);
    expect(found({ status: 'ended', assignee: person('dele') })).toEqual(assistant);
  });

  test('waiting, mine, a colleague’s', () => {
    expect(found({ status: 'pending' })).toMatchObject({ mode: 'pending', mayReply: true });
    expect(found({ assignee: person('ana') })).toMatchObject({ mode: 'mine', mayReply: true });
    expect(found({ assignee: person('dele') })).toMatchObject({
      mode: 'colleague',
      mayReply: false,
      sight: { handoff: 3, over: 'dele' },
    });
  });

  test('a colleague’s that is offered to me by name may be answered; one that is offered elsewhere may not', () => {
    expect(found(offer({ kind: 'person', ...person('ana') })).mayReply).toBe(true);
    expect(found(offer({ kind: 'person', ...person('joanna') })).mayReply).toBe(false);
    expect(found(offer({ kind: 'team', id: 'r', name: 'Returns' })).mayReply).toBe(false);
  });

  test('opened from follow-ups, a reply takes nobody’s place while the assistant has it', () => {
    expect(found(null, true).followsUp).toBe(true);
    expect(found({ status: 'ended' }, true).followsUp).toBe(true);
    for (const open of [{ status: 'pending' }, { assignee: person('ana') }, { assignee: person('dele') }] as const) {
      expect(found(open, true).followsUp).toBe(false);
    }
  });
});

test('where a reply to a follow-up is read', () => {
  const email = { address: 'mira@example.com', confirmed: false };
  expect(whereItGoes({ name: 'Mira Hoffmann', here: true, email })).toBe('Mira is here and reads it in the chat.');
  expect(whereItGoes({ name: 'Mira Hoffmann', here: false, email })).toBe('Goes to mira@example.com.');
  expect(whereItGoes({ name: 'Mira Hoffmann', here: false, email: null })).toBe('Waits in the chat for them.');
});

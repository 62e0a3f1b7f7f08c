import { useLayoutEffect } from 'preact/hooks';
import { around, type OpenChat, type Writing } from '../keys/around';
import { firstName } from '../parts/format';
import type { Talk } from './talk';

interface Doing extends Pick<OpenChat, 'offered' | 'ask' | 'takeAway'> {
  writing: { current: Writing | null };
}

/** What keys and palette can do with the conversation that is open. */
export function useCommands(talk: Talk, section: { current: HTMLElement | null }, doing: Doing): void {
  const state = talk.state.value;
  const mode = talk.standing.mode.value;
  const { writing, ...can } = doing;
  useLayoutEffect(() => {
    if (!state) return;
    const colleague = mode === 'colleague' ? state.handoff?.assignee : null;
    const chat: OpenChat = {
      ...can,
      id: talk.id,
      state,
      mode,
      colleague: colleague ? firstName(colleague.name) : null,
      passingOn: Boolean(state.handoff?.transfer),
      // A key is decided upon when it is pressed.
      claim: () => void talk.orders.claim(talk.standing.meant(0, Date.now())),
      toClaim: () => section.current?.querySelector<HTMLElement>('[data-claim]')?.focus(),
      release: () => void talk.orders.release(),
      get writing() {
        return writing.current;
      },
    };
    around.chat = chat;
    return () => {
      if (around.chat === chat) around.chat = null;
    };
  });
  const known = state !== null;
  useLayoutEffect(() => {
    if (!known || around.arriving !== talk.id) return;
    around.arriving = null;
    section.current?.querySelector('h2')?.focus();
  }, [known, talk]);
}

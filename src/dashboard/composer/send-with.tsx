import { unfilledIn } from '../../domain/saved-replies';
import type { Talk } from '../conversation/talk';
import { firstName } from '../parts/format';
import { Menu } from '../parts/menu';
import { MODIFIER } from '../parts/modifier';
import { choices, choose } from '../session/session';

/** Which key sends, and the way to choose another; or what stands in the way of sending. */
export function SendWith({ talk, reply, taken }: { talk: Talk; reply: boolean; taken: boolean }) {
  if (taken) {
    const colleague = talk.state.value?.handoff?.assignee;
    return (
      <span class="hint">Take over from {colleague ? firstName(colleague.name) : 'your colleague'} to reply.</span>
    );
  }
  const blank = reply ? unfilledIn(talk.draft.reply.value) : null;
  if (blank) {
    return (
      <span class="hint blank">
        Still to fill in: <bdi>{blank.is}</bdi>
      </span>
    );
  }
  // A note has one key only, and not the one that may send a reply.
  if (!reply) {
    return (
      <span class="hint">
        <Keys ctrl /> adds it
      </span>
    );
  }
  const { sendWith } = choices.value;
  const set = (next: typeof sendWith) => () => void choose({ sendWith: next });
  return (
    <span class="hint">
      <Menu
        label="What sends a reply"
        named={false}
        class="send-with"
        opens="above"
        items={[
          { label: `${MODIFIER} Enter sends`, checked: sendWith === 'ctrl_enter', run: set('ctrl_enter') },
          { label: 'Enter sends, Shift Enter breaks the line', checked: sendWith === 'enter', run: set('enter') },
        ]}
      >
        <Keys ctrl={sendWith === 'ctrl_enter'} /> sends
      </Menu>
    </span>
  );
}

const Keys = ({ ctrl }: { ctrl: boolean }) => (
  <>
    {ctrl && <span class="kbd">{MODIFIER}</span>} <span class="kbd">Enter</span>
  </>
);

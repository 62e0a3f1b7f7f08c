import { unfilledIn } from '../../domain/saved-replies';
import type { Talk } from '../conversation/talk';
import { firstName } from '../parts/format';
import { Menu } from '../parts/menu';
import { MODIFIER } from '../parts/modifier';
import { choices, choose } from '../session/session';
import { composer } from '../words/en/composer';

/** Which key sends, and the way to choose another; or what stands in the way of sending. */
export function SendWith({ talk, reply, taken }: { talk: Talk; reply: boolean; taken: boolean }) {
  if (taken) {
    const colleague = talk.state.value?.handoff?.assignee;
    return (
      <span class="hint">
        {colleague ? composer.takeOverFirst({ name: firstName(colleague.name) }) : composer.takeOverColleague}
      </span>
    );
  }
  const blank = reply ? unfilledIn(talk.draft.reply.value) : null;
  if (blank) {
    return <span class="hint blank">{composer.stillBlank({ what: <bdi>{blank.is}</bdi> })}</span>;
  }
  // A note has one key only, and not the one that may send a reply.
  if (!reply) {
    return <span class="hint">{composer.addsIt({ keys: <Keys ctrl /> })}</span>;
  }
  const { sendWith } = choices.value;
  const set = (next: typeof sendWith) => () => void choose({ sendWith: next });
  return (
    <span class="hint">
      <Menu
        label={composer.whatSends}
        named={false}
        class="send-with"
        opens="above"
        items={[
          {
            label: composer.ctrlEnter({ ctrl: MODIFIER }),
            checked: sendWith === 'ctrl_enter',
            run: set('ctrl_enter'),
          },
          { label: composer.enter, checked: sendWith === 'enter', run: set('enter') },
        ]}
      >
        {composer.sends({ keys: <Keys ctrl={sendWith === 'ctrl_enter'} /> })}
      </Menu>
    </span>
  );
}

const Keys = ({ ctrl }: { ctrl: boolean }) => (
  <>
    {ctrl && <span class="kbd">{MODIFIER}</span>} <span class="kbd">Enter</span>
  </>
);

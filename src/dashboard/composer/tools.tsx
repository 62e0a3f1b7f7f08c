import type { Signal } from '@preact/signals';
import type { Talk } from '../conversation/talk';
import { IconButton } from '../parts/parts';
import { composer } from '../words/en/composer';
import { files } from '../words/en/files';
import type { PopKind } from './pop';
import type { Listing } from './trigger';

interface ToolsProps {
  talk: Talk;
  reply: boolean;
  field: { current: HTMLTextAreaElement | null };
  listing: Listing;
  pop: Signal<PopKind | null>;
}

/** What can be put into the text. */
export function Tools({ talk, reply, field, listing, pop }: ToolsProps) {
  const openList = () => {
    const box = field.current;
    if (!box) return;
    if (listing.open.peek()) return listing.close();
    pop.value = null;
    box.focus();
    listing.show(reply ? 'replies' : 'people', box.selectionStart);
  };
  const toggle = (is: PopKind) => {
    listing.close();
    pop.value = pop.value === is ? null : is;
  };
  const opens = {
    'aria-haspopup': 'listbox',
    'aria-expanded': listing.open.value !== null,
    // The field keeps the focus: leaving it would close the list that this button is to close.
    onPointerDown: (event: PointerEvent) => event.preventDefault(),
    onClick: openList,
  } as const;
  return (
    <div class="tools">
      {reply ? (
        <button class="btn plain sm" type="button" {...opens}>
          <span class="kbd" aria-hidden="true">
            /
          </span>
          {composer.savedReplies}
        </button>
      ) : (
        <button class="btn plain sm" type="button" {...opens}>
          <span class="kbd" aria-hidden="true">
            @
          </span>
          {composer.mention}
        </button>
      )}
      <IconButton
        label={composer.emoji}
        icon="smile"
        expanded={pop.value === 'emoji'}
        onClick={() => toggle('emoji')}
      />
      {reply && talk.files.part.value && (
        <IconButton label={files.add} icon="clip" onClick={() => talk.files.part.peek()?.choose()} />
      )}
      {reply && (
        <IconButton
          label={composer.showProduct}
          icon="box"
          expanded={pop.value === 'products'}
          onClick={() => toggle('products')}
        />
      )}
    </div>
  );
}

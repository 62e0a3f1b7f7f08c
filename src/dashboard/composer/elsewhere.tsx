import { Icon } from '../parts/icons';
import { chat } from '../words/en/chat';
import { composer } from '../words/en/composer';
import type { Draft } from './draft';

const SHOWN = 120;

/** What the reader typed on another device, where the field has something newer: nothing of it is lost. */
export function Elsewhere({ draft }: { draft: Draft }) {
  const other = draft.elsewhere.value;
  if (!other || other.tab !== draft.tab.value) return null;
  const words = other.text || other.cards.map(({ title }) => title).join(', ');
  return (
    <div class="elsewhere" role="status">
      <Icon name="copy" />
      <p>
        {composer.alsoWrote({
          q: (inside) => <q dir="auto">{inside}</q>,
          words: words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()}…` : words,
        })}
      </p>
      <button class="btn sm" type="button" onClick={() => draft.takeElsewhere()}>
        {composer.addIt}
      </button>
      <button class="btn plain sm" type="button" onClick={() => (draft.elsewhere.value = null)}>
        {chat.dismiss}
      </button>
    </div>
  );
}

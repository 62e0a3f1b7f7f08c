import { Icon } from '../parts/icons';
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
        You also wrote <q dir="auto">{words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()}…` : words}</q>
      </p>
      <button class="btn sm" type="button" onClick={() => draft.takeElsewhere()}>
        Add it
      </button>
      <button class="btn plain sm" type="button" onClick={() => (draft.elsewhere.value = null)}>
        Dismiss
      </button>
    </div>
  );
}

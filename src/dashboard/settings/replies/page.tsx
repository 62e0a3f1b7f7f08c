import './replies.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { removeReply, type SavedReply } from '../../composer/door';
import { fitting } from '../../composer/fitting';
import { repliesOf } from '../../composer/replies';
import { RemoveDialog } from '../../parts/dialog';
import { Icon } from '../../parts/icons';
import { Warning } from '../../parts/parts';
import { replies as words } from '../../words/en/replies';
import type { SettingsPageProps } from '../settings';
import { ReplyDialog } from './reply-dialog';
import { ReplyRows } from './reply-rows';

/** From so many on, there is a field to search in. */
const MANY = 8;

/** Texts that staff use again: their own, and everybody's. */
export function RepliesPage({ store, kept, manages }: SettingsPageProps) {
  const replies = repliesOf(store.id);
  const writing = useSignal<SavedReply | 'new' | null>(null);
  const removing = useSignal<SavedReply | null>(null);
  const typed = useSignal('');
  const said = useSignal('');
  useEffect(() => void replies.load(), [replies]);
  const all = replies.list.value;
  // In the order of their names: here one looks for a reply to change, not for the one that is sent most.
  const fits = new Set(fitting(all ?? [], typed.value));
  const found = (all ?? []).filter((reply) => fits.has(reply));
  const first = kept.saved.value?.firstLanguage ?? 'en';
  const done = (news: string) => {
    writing.value = null;
    removing.value = null;
    said.value = news;
    void replies.load();
  };
  const gone = removing.value;
  const remove = async ({ id, name }: SavedReply) => {
    const answer = await removeReply(store.id, id);
    // Somebody else was faster: it is gone all the same.
    if (!answer.ok && answer.code !== 'not_found') return answer.message;
    done(words.isRemoved({ name }));
    return '';
  };
  const rows = {
    first,
    onChange: (reply: SavedReply) => (writing.value = reply),
    onRemove: (reply: SavedReply) => (removing.value = reply),
  };
  return (
    <>
      <div class="head">
        <div class="t">
          <h2>{words.title}</h2>
          <p>{words.about({ key: <span class="kbd">/</span> })}</p>
        </div>
        <button class="btn pri" type="button" onClick={() => (writing.value = 'new')}>
          <Icon name="plus" />
          {words.add}
        </button>
      </div>
      <p class="done" role="status" aria-label={words.saved}>
        {said.value}
      </p>
      {replies.failed.value && <Warning>{replies.failed.value}</Warning>}
      {(all?.length ?? 0) >= MANY && (
        <input
          class="input search-replies"
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          autoComplete="off"
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      )}
      {all && (
        <>
          <ReplyRows
            {...rows}
            title={words.everybodys}
            about={manages ? words.everybodysManaged : words.everybodysAbout}
            replies={found.filter(({ shared }) => shared)}
            none={typed.value ? words.noneMatch : words.none}
            mayChange={manages}
          />
          <ReplyRows
            {...rows}
            title={words.yours}
            about={words.yoursAbout}
            replies={found.filter(({ shared }) => !shared)}
            none={typed.value ? words.noneMatch : words.none}
            mayChange
          />
        </>
      )}
      {writing.value && (
        <ReplyDialog
          store={store.id}
          reply={writing.value === 'new' ? null : writing.value}
          first={first}
          mayShare={manages}
          onClose={() => (writing.value = null)}
          onSaved={(name) => done(words.isSaved({ name }))}
        />
      )}
      {gone && (
        <RemoveDialog title={words.remove} remove={() => remove(gone)} onClose={() => (removing.value = null)}>
          {words[gone.shared ? 'goneShared' : 'gone']({ name: <bdi>/{gone.name}</bdi> })}
        </RemoveDialog>
      )}
    </>
  );
}

import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { problemOf } from '../../../domain/saved-replies';
import { REPLIES } from '../../../saved-replies/limits';
import { type SavedReply, saveReply } from '../../composer/door';
import { Dialog } from '../../parts/dialog';
import { languageName } from '../../parts/format';
import { Warning } from '../../parts/parts';
import { common } from '../../words/en/common';
import { replies } from '../../words/en/replies';
import { FormClash } from '../clash';
import { ClashStrip } from '../clash-strip';
import { ReplyText } from './reply-text';

interface ReplyDialogProps {
  store: string;
  /** Null: a new one. */
  reply: SavedReply | null;
  /** The store's first language. */
  first: string;
  mayShare: boolean;
  onClose: () => void;
  onSaved: (name: string) => void;
}

const partsOf = ({ name, shared, texts }: Pick<SavedReply, 'name' | 'shared' | 'texts'>) => ({ name, shared, texts });
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u;

/** Writes a saved reply, or changes one. What cannot be saved is said at its field. */
export function ReplyDialog({ store, reply, first, mayShare, onClose, onSaved }: ReplyDialogProps) {
  const id = useId();
  const name = useSignal(reply?.name ?? '');
  const shared = useSignal(reply?.shared ?? mayShare);
  const texts = useSignal<Record<string, string>>({ ...reply?.texts });
  const lang = useSignal(reply && !reply.texts[first] ? (Object.keys(reply.texts)[0] ?? first) : first);
  const tried = useSignal(false);
  const busy = useSignal(false);
  const failed = useSignal('');

  const called = name.value.trim().replace(/^\//, '').toLowerCase();
  const said = Object.fromEntries(Object.entries(texts.value).filter(([, text]) => text.trim()));
  const wrong = Object.keys(said).find((one) => problemOf(said[one] ?? ''));
  const nameFault = called === '' ? replies.needsName : NAME.test(called) ? '' : replies.badName;
  const form = useMemo(() => {
    // What is somebody's own nobody else changes.
    if (!reply?.shared) return null;
    const fields = { name, shared, texts };
    return new FormClash(partsOf(reply), reply.seen, (field, value) => Object.assign(fields[field], { value }));
  }, []);
  const submit = async (): Promise<void> => {
    tried.value = true;
    failed.value = '';
    if (wrong) lang.value = wrong;
    if (nameFault || wrong || Object.keys(said).length === 0 || busy.value) return;
    busy.value = true;
    const mine = { name: called, shared: shared.value, texts: said };
    const answer = await saveReply(store, reply?.id ?? null, { ...mine, ...(form && { seen: form.seen }) });
    busy.value = false;
    const met = form?.meet(answer, mine, partsOf) ?? 'nothing';
    if (met === 'again') return submit();
    if (answer.ok) onSaved(called);
    else if (met === 'decide') return;
    else failed.value = answer.message;
  };
  const fault = tried.value ? nameFault : '';
  return (
    <Dialog
      title={reply ? replies.changeReply : replies.add}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={common.save}
      disabled={busy.value}
    >
      <div class="field">
        <label for={`${id}n`}>{replies.shortName}</label>
        <span class="slashed">
          <span aria-hidden="true">/</span>
          <input
            class="input"
            id={`${id}n`}
            dir="auto"
            autoComplete="off"
            autoCapitalize="none"
            spellcheck={false}
            maxLength={REPLIES.name}
            placeholder={replies.example}
            aria-invalid={fault !== ''}
            aria-describedby={`${id}nh`}
            value={name.value}
            onInput={(event) => (name.value = event.currentTarget.value)}
          />
        </span>
        <p class={fault ? 'hint fault' : 'hint'} id={`${id}nh`}>
          {fault || replies.shortNameHint}
        </p>
      </div>
      {mayShare && (
        <div class="field">
          <label for={`${id}s`}>{replies.whoFinds}</label>
          <select
            class="input"
            id={`${id}s`}
            value={shared.value ? 'all' : 'me'}
            onChange={(event) => (shared.value = event.currentTarget.value === 'all')}
          >
            <option value="all">{replies.everybody}</option>
            <option value="me">{replies.onlyYou}</option>
          </select>
        </div>
      )}
      <ReplyText
        texts={texts.value}
        lang={lang.value}
        first={first}
        tried={tried.value}
        onLang={(next) => (lang.value = next)}
        onChange={(text) => (texts.value = { ...texts.value, [lang.value]: text })}
      />
      {tried.value && wrong && wrong !== lang.value && (
        <Warning>{replies.notYet({ language: languageName(wrong) })}</Warning>
      )}
      {form && <ClashStrip clash={form.clash} busy={busy.value} />}
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}

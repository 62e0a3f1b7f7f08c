import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { CustomerView, StaffFrame } from '../../protocol/staff';
import type { StoreSettings } from '../../settings/schema';
import { CheckInFields, newDraft, planOf } from '../later/check-in-fields';
import { Dialog } from '../parts/dialog';
import { firstName, languageName } from '../parts/format';
import { Icon, type IconName } from '../parts/icons';
import { Warning } from '../parts/parts';
import { chat } from '../words/en/chat';
import { events } from '../words/en/events';
import { labels } from '../words/en/labels';
import { passingOn } from '../words/en/passing-on';
import { type Closing, closingWords, type Handback } from './closing';
import type { Talk } from './talk';

type StaffOutcome = (StaffFrame & { type: 'end' })['outcome'];

const choices = (name: string): { outcome: StaffOutcome; icon: IconName; means: string }[] => [
  { outcome: 'resolved', icon: 'done', means: passingOn.resolved({ name }) },
  { outcome: 'escalated', icon: 'escalate', means: passingOn.escalated },
  { outcome: 'follow_up', icon: 'owed', means: passingOn.follow_up },
];

const MAX_NOTE = 2_000;

function handbackOf(settings: StoreSettings | null, me: string): Handback {
  if (!settings || settings.handbackDays === 0) return null;
  return { days: settings.handbackDays, name: settings.shownAs === 'team' ? settings.teamName : firstName(me) };
}

interface EndProps {
  talk: Talk;
  customer: CustomerView;
  /** Null while that is not known: then no closing words are shown. */
  settings: StoreSettings | null;
  onClose: () => void;
}

/** Ends the session. The outcome is a choice, never a default guess. */
export function EndDialog({ talk, customer, settings, onClose }: EndProps) {
  const name = firstName(customer.name);
  const id = useId();
  const outcome = useSignal<StaffOutcome | null>(null);
  const note = useSignal('');
  const checksIn = useSignal(false);
  const draft = useSignal(newDraft(customer.lang));
  const failed = useSignal('');
  const closing = useSignal<Closing | null>(null);
  const again = handbackOf(settings, talk.me.value?.name ?? '');
  useEffect(() => {
    if (!settings) return;
    void closingWords(customer.lang, again).then((words) => {
      closing.value = words;
    });
  }, [customer.lang, again?.days, again?.name, settings === null]);

  const asks = outcome.value === 'resolved' && checksIn.value;
  const plan = asks ? planOf(draft.value) : null;
  const ready = outcome.value !== null && (!asks || plan !== null);
  const submit = async () => {
    if (!outcome.value || !ready || talk.orders.busy.value) return;
    const reply = await talk.orders.end(outcome.value, note.value.trim(), plan ?? undefined);
    if (reply.ok) onClose();
    else failed.value = reply.message;
  };
  return (
    <Dialog
      title={chat.endSession}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={chat.endSession}
      cancel={passingOn.keepTalking}
      disabled={!ready}
    >
      <div class="radios" role="radiogroup" aria-label={passingOn.outcome}>
        {choices(name).map((choice, nth) => (
          <div class="radio" key={choice.outcome}>
            <input
              class="ring"
              type="radio"
              name={`${id}o`}
              autofocus={nth === 0}
              id={`${id}${choice.outcome}`}
              aria-describedby={`${id}${choice.outcome}-means`}
              checked={outcome.value === choice.outcome}
              onChange={() => {
                outcome.value = choice.outcome;
              }}
            />
            <label for={`${id}${choice.outcome}`}>{labels.outcomes[choice.outcome]}</label>
            <Icon name={choice.icon} />
            <small id={`${id}${choice.outcome}-means`}>{choice.means}</small>
          </div>
        ))}
      </div>
      <div class="field">
        <label for={`${id}n`}>{events.endingNote}</label>
        <textarea
          class="input"
          id={`${id}n`}
          rows={2}
          dir="auto"
          maxLength={MAX_NOTE}
          aria-describedby={`${id}nh`}
          value={note.value}
          onInput={(event) => {
            note.value = event.currentTarget.value;
          }}
        />
        <p class="hint" id={`${id}nh`}>
          {passingOn.endingNoteHint({ name })}
        </p>
      </div>
      {outcome.value === 'resolved' && (
        <label class="check">
          <input
            type="checkbox"
            checked={checksIn.value}
            onChange={(event) => {
              checksIn.value = event.currentTarget.checked;
            }}
          />
          {passingOn.askLater}
        </label>
      )}
      {asks && <CheckInFields draft={draft} name={name} lang={customer.lang} />}
      {closing.value && (
        <div class="says">
          <p class="hint">{passingOn.reads({ name, language: languageName(closing.value.lang) })}</p>
          <p lang={closing.value.lang} dir="auto">
            {closing.value.text}
          </p>
        </div>
      )}
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}

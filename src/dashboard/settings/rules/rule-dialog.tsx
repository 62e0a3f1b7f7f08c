import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Colleagues } from '../../desk/colleagues';
import { Dialog } from '../../parts/dialog';
import { languageName } from '../../parts/format';
import { REASONS, type Reason } from '../../parts/labels';
import { Warning } from '../../parts/parts';
import { LANGUAGES } from '../own-words';
import { DestinationFields } from './destination-fields';
import { faultOf, isAddress, partsOf, type Rule } from './rules';

interface RuleDialogProps {
  rule: Rule;
  isNew: boolean;
  first: string;
  colleagues: Colleagues;
  onClose: () => void;
  onDone: (rule: Rule) => void;
}

const REASON_ORDER = Object.keys(REASONS) as Reason[];

/** One rule: when it holds, and what follows. */
export function RuleDialog({ rule, isNew, first, colleagues, onClose, onDone }: RuleDialogProps) {
  const id = useId();
  const draft = useSignal<Rule>(rule);
  const words = useSignal(rule.words.join(', '));
  const pages = useSignal(rule.pages.join(', '));
  const failed = useSignal('');
  const change = (parts: Partial<Rule>) => {
    draft.value = { ...draft.value, ...parts };
    failed.value = '';
  };
  const { name, reasons, languages, asks, urgency, to } = draft.value;
  const said = partsOf(words.value);
  const submit = () => {
    if (faultOf(words.value) || faultOf(pages.value)) return;
    if (to.kind === 'email' && !isAddress(to.address)) {
      failed.value = 'Enter an address like name@example.com.';
      return;
    }
    const target = to.kind === 'email' ? { ...to, address: to.address.trim() } : to;
    const about = { name: name.trim(), words: said, pages: partsOf(pages.value), to: target };
    onDone({ ...draft.value, ...about, asks: asks && said.length > 0 });
  };
  return (
    <Dialog
      title={isNew ? 'Add rule' : 'Change rule'}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <button class="btn" type="button" onClick={onClose}>
            Cancel
          </button>
          <button class="btn pri" type="submit">
            {isNew ? 'Add' : 'Change'}
          </button>
        </>
      }
    >
      <div class="field">
        <label for={`${id}n`}>Name (optional)</label>
        <input
          class="input"
          id={`${id}n`}
          maxLength={60}
          autoComplete="off"
          value={name}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </div>
      <p class="hint lead">
        A rule holds when everything that is filled in here is true. What is left empty always is.
      </p>
      <ListField
        label="The message has one of these words"
        hint="With commas between. Whole words, in any letters and accents."
        typed={words}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={asks && said.length > 0}
          disabled={said.length === 0}
          onChange={(event) => change({ asks: event.currentTarget.checked })}
        />
        These words ask for a person by themselves
      </label>
      <Tags label="The reason is one of these">
        {REASON_ORDER.map((reason) => (
          <Tag
            key={reason}
            on={reasons.includes(reason)}
            onChange={(on) =>
              change({ reasons: REASON_ORDER.filter((one) => (one === reason ? on : reasons.includes(one))) })
            }
          >
            {REASONS[reason]}
          </Tag>
        ))}
      </Tags>
      <Tags label="The customer speaks one of these">
        {[...new Set([...LANGUAGES, ...languages])].map((lang) => (
          <Tag
            key={lang}
            on={languages.includes(lang)}
            onChange={(on) =>
              change({ languages: on ? [...languages, lang] : languages.filter((one) => one !== lang) })
            }
          >
            {languageName(lang)}
          </Tag>
        ))}
      </Tags>
      <ListField
        label="The page’s address has one of these"
        hint="Parts of an address, like /wholesale. With commas between."
        typed={pages}
      />
      <div class="lead">
        <h3>Then the request goes to</h3>
      </div>
      <DestinationFields to={to} colleagues={colleagues} first={first} onChange={(target) => change({ to: target })} />
      <div class="field">
        <label for={`${id}u`}>Urgency</label>
        <select
          class="input"
          id={`${id}u`}
          value={urgency ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            change({ urgency: value === 'urgent' || value === 'normal' ? value : null });
          }}
        >
          <option value="">As its reason says</option>
          <option value="urgent">Urgent</option>
          <option value="normal">Not urgent</option>
        </select>
      </div>
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}

function ListField({ label, hint, typed }: { label: string; hint: string; typed: { value: string } }) {
  const id = useId();
  const fault = faultOf(typed.value);
  return (
    <div class="field">
      <label for={`${id}l`}>{label}</label>
      <input
        class="input"
        id={`${id}l`}
        autoComplete="off"
        aria-invalid={fault !== ''}
        aria-describedby={fault ? `${id}f` : `${id}h`}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
      />
      <p class="hint" id={`${id}h`}>
        {hint}
      </p>
      <p class="fault" id={`${id}f`} role="alert">
        {fault}
      </p>
    </div>
  );
}

function Tags({ label, children }: { label: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <div class="field">
      <span class="lbl" id={id}>
        {label}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of tags in every browser. */}
      <div class="tagrow" role="group" aria-labelledby={id}>
        {children}
      </div>
    </div>
  );
}

const Tag = (props: { on: boolean; onChange: (on: boolean) => void; children: ComponentChildren }) => (
  <button class="tag calm" type="button" aria-pressed={props.on} onClick={() => props.onChange(!props.on)}>
    {props.children}
  </button>
);

import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import type { Colleagues } from '../../desk/colleagues';
import { Dialog } from '../../parts/dialog';
import { languageName } from '../../parts/format';
import { REASONS, type Reason } from '../../parts/labels';
import { Warning } from '../../parts/parts';
import { SelectField } from '../../parts/select-field';
import { LANGUAGES } from '../own-words';
import { Choice } from '../saved-page';
import { DestinationFields } from './destination-fields';
import { draftOf, faultsOf, isComplete, type RuleDraft, ruleOf } from './draft';
import { MoreConditions } from './more-conditions';
import { Tag, Tags, TextField } from './rule-fields';
import type { Rule } from './rules';
import { Trial } from './trial';
import { TryIt } from './try-it';

interface RuleDialogProps {
  rule: Rule;
  isNew: boolean;
  first: string;
  store: { id: string; inbox: string };
  colleagues: Colleagues;
  onClose: () => void;
  onDone: (rule: Rule) => void;
}

const REASON_ORDER = Object.keys(REASONS) as Reason[];

const DOES = [
  { is: 'routes', label: 'Says where requests go', means: 'When somebody asks for a person and the rule holds.' },
  { is: 'asks', label: 'Asks for a person', means: 'By itself, as soon as the rule holds.' },
  {
    is: 'never',
    label: 'Never a handoff',
    means: 'Neither words nor an unsure assistant ask for a person. The button still does.',
  },
] as const;

/** One rule: when it holds, and what follows. */
export function RuleDialog({ rule, isNew, first, store, colleagues, onClose, onDone }: RuleDialogProps) {
  const draft = useSignal<RuleDraft>(draftOf(rule));
  const failed = useSignal('');
  const trial = useMemo(() => new Trial(store.id), [store.id]);
  const change = (parts: Partial<RuleDraft>) => {
    draft.value = { ...draft.value, ...parts };
    failed.value = '';
    trial.forget();
  };
  /** Null where something must be mended first, which is said. */
  const written = (): Rule | null => {
    const made = ruleOf(draft.value);
    failed.value = made.ok ? '' : made.fault;
    return made.ok ? made.rule : null;
  };
  const submit = () => {
    const made = written();
    if (!made) return;
    if (!isComplete(made)) failed.value = 'Enter an address like name@example.com.';
    else onDone(made.to.kind === 'email' ? { ...made, to: { ...made.to, address: made.to.address.trim() } } : made);
  };
  return (
    <Dialog
      title={isNew ? 'Add rule' : 'Change rule'}
      onClose={onClose}
      onSubmit={submit}
      act={isNew ? 'Add' : 'Change'}
    >
      <Conditions draft={draft.value} onChange={change} />
      <Consequences draft={draft.value} first={first} colleagues={colleagues} onChange={change} />
      <TryIt
        trial={trial}
        inbox={store.inbox}
        onTry={(days) => {
          const made = written();
          if (made) void trial.run(made, days);
        }}
      />
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}

interface PartProps {
  draft: RuleDraft;
  onChange: (parts: Partial<RuleDraft>) => void;
}

function Conditions({ draft, onChange }: PartProps) {
  const id = useId();
  const { name, words, pages, reasons, languages } = draft;
  const faults = faultsOf(draft);
  return (
    <>
      <div class="field">
        <label for={`${id}n`}>Name (optional)</label>
        <input
          class="input"
          id={`${id}n`}
          maxLength={60}
          autoComplete="off"
          value={name}
          onInput={(event) => onChange({ name: event.currentTarget.value })}
        />
      </div>
      <p class="hint lead">
        A rule holds when everything that is filled in here is true. What is left empty always is.
      </p>
      <TextField
        label="The message has one of these words"
        hint="With commas between. Whole words and phrases in their order; deliver* means any ending."
        value={words}
        fault={faults.words}
        onInput={(typed) => onChange({ words: typed })}
      />
      <Tags label="The reason is one of these">
        {REASON_ORDER.map((reason) => (
          <Tag
            key={reason}
            on={reasons.includes(reason)}
            onChange={(on) =>
              onChange({ reasons: REASON_ORDER.filter((one) => (one === reason ? on : reasons.includes(one))) })
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
              onChange({ languages: on ? [...languages, lang] : languages.filter((one) => one !== lang) })
            }
          >
            {languageName(lang)}
          </Tag>
        ))}
      </Tags>
      <TextField
        label="The page’s address has one of these"
        hint="Parts of an address, like /wholesale. With commas between."
        value={pages}
        fault={faults.pages}
        onInput={(typed) => onChange({ pages: typed })}
      />
      <MoreConditions draft={draft} onChange={onChange} />
    </>
  );
}

const URGENCIES = [
  ['', 'As its reason says'],
  ['urgent', 'Urgent'],
  ['normal', 'Not urgent'],
] as const;

function Consequences({
  draft,
  first,
  colleagues,
  onChange,
}: PartProps & Pick<RuleDialogProps, 'first' | 'colleagues'>) {
  const id = useId();
  const { asks, never, as, to, urgency } = draft;
  return (
    <>
      <div class="lead">
        <h3>What it does</h3>
      </div>
      <Choice
        label="What it does"
        id={`${id}d`}
        value={never ? 'never' : asks ? 'asks' : 'routes'}
        choices={DOES}
        onChange={(is) => onChange({ asks: is === 'asks', never: is === 'never' })}
      />
      {asks && (
        <SelectField
          label="Recorded as"
          value={as ?? ''}
          options={[
            ['', 'As the words say, else as a rule'],
            ...REASON_ORDER.map((one) => [one, REASONS[one]] as const),
          ]}
          onChange={(to) => onChange({ as: to || null })}
        />
      )}
      {!never && (
        <>
          <div class="lead">
            <h3>Then the request goes to</h3>
          </div>
          <DestinationFields
            to={to}
            colleagues={colleagues}
            first={first}
            onChange={(target) => onChange({ to: target })}
          />
          <SelectField
            label="Urgency"
            value={urgency ?? ''}
            options={URGENCIES}
            onChange={(to) => onChange({ urgency: to || null })}
          />
        </>
      )}
    </>
  );
}

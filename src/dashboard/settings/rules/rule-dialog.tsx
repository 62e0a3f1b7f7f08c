import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import type { Colleagues } from '../../desk/colleagues';
import { Dialog } from '../../parts/dialog';
import { languageName } from '../../parts/format';
import { REASONS, type Reason } from '../../parts/labels';
import { Warning } from '../../parts/parts';
import { SelectField } from '../../parts/select-field';
import { rules } from '../../words/en/rules';
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

const does = () =>
  (['routes', 'asks', 'never'] as const).map((is) => ({ is, label: rules.does[is], means: rules.means[is] }));

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
    if (!isComplete(made)) failed.value = rules.badEmail;
    else onDone(made.to.kind === 'email' ? { ...made, to: { ...made.to, address: made.to.address.trim() } } : made);
  };
  return (
    <Dialog
      title={isNew ? rules.add : rules.change}
      onClose={onClose}
      onSubmit={submit}
      act={isNew ? rules.addIt : rules.changeIt}
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
        <label for={`${id}n`}>{rules.name}</label>
        <input
          class="input"
          id={`${id}n`}
          maxLength={60}
          autoComplete="off"
          value={name}
          onInput={(event) => onChange({ name: event.currentTarget.value })}
        />
      </div>
      <p class="hint lead">{rules.holds}</p>
      <TextField
        label={rules.words}
        hint={rules.wordsHint}
        value={words}
        fault={faults.words}
        onInput={(typed) => onChange({ words: typed })}
      />
      <Tags label={rules.reasons}>
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
      <Tags label={rules.languages}>
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
        label={rules.pages}
        hint={rules.pagesHint}
        value={pages}
        fault={faults.pages}
        onInput={(typed) => onChange({ pages: typed })}
      />
      <MoreConditions draft={draft} onChange={onChange} />
    </>
  );
}

const urgencies = () =>
  [
    ['', rules.urgencies.reason],
    ['urgent', rules.urgencies.urgent],
    ['normal', rules.urgencies.normal],
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
        <h3>{rules.whatItDoes}</h3>
      </div>
      <Choice
        label={rules.whatItDoes}
        id={`${id}d`}
        value={never ? 'never' : asks ? 'asks' : 'routes'}
        choices={does()}
        onChange={(is) => onChange({ asks: is === 'asks', never: is === 'never' })}
      />
      {asks && (
        <SelectField
          label={rules.recordedAs}
          value={as ?? ''}
          options={[['', rules.asWordsSay], ...REASON_ORDER.map((one) => [one, REASONS[one]] as const)]}
          onChange={(to) => onChange({ as: to || null })}
        />
      )}
      {!never && (
        <>
          <div class="lead">
            <h3>{rules.thenGoes}</h3>
          </div>
          <DestinationFields
            to={to}
            colleagues={colleagues}
            first={first}
            onChange={(target) => onChange({ to: target })}
          />
          <SelectField
            label={rules.urgency}
            value={urgency ?? ''}
            options={urgencies()}
            onChange={(to) => onChange({ urgency: to || null })}
          />
        </>
      )}
    </>
  );
}

import { useSignal } from '@preact/signals';
import { FREE_ROWS_A_DAY, needsConsent, type Plan } from '../../../assistant/knowledge/importing';
import { Warning } from '../../parts/parts';
import { BadRows } from './report';
import { type Importing, ROWS_IN_ONE_DAY, type Step } from './state';

const count = (n: number) => n.toLocaleString();

/** What an import would do, before it does it. */
export function Planned({ importing, step }: { importing: Importing; step: Extract<Step, { is: 'planned' }> }) {
  const { plan } = step;
  const part = useSignal(step.part);
  const consented = useSignal(false);
  const asks = needsConsent(plan);
  const { report } = plan;
  const nothing = plan.rows === 0 && !plan.resumed;
  return (
    <div class="planned">
      <p class="sums">{sumsOf(plan)}</p>
      {!nothing && <p class="hint">{rowsOf(plan.rows)}</p>}
      {plan.left > 0 && <p class="hint">{count(plan.left)} drafts and hidden products are left out.</p>}
      {asks && (
        <Warning>
          {count(report.removed)} of the {count(plan.before)} there now are not in these files, and would be removed.
        </Warning>
      )}
      {asks && (
        <label class="check">
          <input
            type="checkbox"
            checked={consented.value}
            onChange={(event) => {
              consented.value = event.currentTarget.checked;
            }}
          />
          Remove them
        </label>
      )}
      {step.part && (
        <label class="check">
          <input
            type="checkbox"
            checked={part.value}
            onChange={(event) => {
              part.value = event.currentTarget.checked;
            }}
          />
          Stop after {count(ROWS_IN_ONE_DAY)} rows today, and go on another day
        </label>
      )}
      <BadRows plan={plan} />
      <div class="acts">
        <button
          class="btn pri"
          type="button"
          disabled={asks && !consented.value}
          onClick={() => void importing.send(plan, part.value)}
        >
          {nothing ? 'Done' : 'Import'}
        </button>
        <button class="btn" type="button" onClick={() => void importing.cancel()}>
          Cancel
        </button>
      </div>
    </div>
  );
}

export function sumsOf({ report }: Plan): string {
  const sums: [number, string][] = [
    [report.added, 'to add'],
    [report.changed, 'to change'],
    [report.removed, 'to remove'],
    [report.unchanged, 'unchanged'],
    [report.bad, report.bad === 1 ? 'bad row' : 'bad rows'],
  ];
  const said = sums.filter(([n]) => n > 0).map(([n, what]) => `${count(n)} ${what}`);
  return said.length > 0 ? `${said.join(', ')}.` : 'Nothing to import.';
}

export function rowsOf(rows: number): string {
  const days = Math.ceil(rows / FREE_ROWS_A_DAY);
  const about = `About ${count(rows)} rows of the database`;
  return days <= 1 ? `${about}: within a day of the free plan.` : `${about}: ${days} days on the free plan.`;
}

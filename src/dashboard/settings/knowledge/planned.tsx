import { useSignal } from '@preact/signals';
import { FREE_ROWS_A_DAY, needsConsent, type Plan } from '../../../assistant/knowledge/importing';
import { Warning } from '../../parts/parts';
import { common } from '../../words/en/common';
import { knowledge as words } from '../../words/en/knowledge';
import { BadRows } from './report';
import { type Importing, ROWS_IN_ONE_DAY, type Step } from './state';

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
      {plan.left > 0 && <p class="hint">{words.left({ n: plan.left })}</p>}
      {asks && <Warning>{words.wouldRemove({ n: report.removed, before: plan.before })}</Warning>}
      {asks && (
        <label class="check">
          <input
            type="checkbox"
            checked={consented.value}
            onChange={(event) => {
              consented.value = event.currentTarget.checked;
            }}
          />
          {words.removeThem}
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
          {words.stopAfter({ n: ROWS_IN_ONE_DAY })}
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
          {nothing ? words.done : words.import}
        </button>
        <button class="btn" type="button" onClick={() => void importing.cancel()}>
          {common.cancel}
        </button>
      </div>
    </div>
  );
}

export function sumsOf({ report }: Plan): string {
  const sums = [
    [report.added, 'toAdd'],
    [report.changed, 'toChange'],
    [report.removed, 'toRemove'],
    [report.unchanged, 'unchanged'],
    [report.bad, 'badRows'],
  ] as const;
  const said = sums.filter(([n]) => n > 0).map(([n, what]) => words[what]({ n }));
  return said.length > 0 ? words.sums({ sums: said.join(', ') }) : words.nothing;
}

export function rowsOf(rows: number): string {
  const days = Math.ceil(rows / FREE_ROWS_A_DAY);
  return days <= 1 ? words.withinDay({ n: rows }) : words.days({ n: days, rows });
}

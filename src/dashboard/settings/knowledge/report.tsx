import type { Plan } from '../../../assistant/knowledge/importing';
import { plural } from '../../parts/format';
import { Icon } from '../../parts/icons';
import { Warning } from '../../parts/parts';

const count = (n: number) => n.toLocaleString();

/** What an import did: sums, and every row that could not be read. */
export function Report({ plan, whole }: { plan: Plan; whole: boolean }) {
  const { added, changed, removed, unchanged, bad } = plan.report;
  if (!whole)
    return (
      <Warning>
        Stopped before the end. What was sent is kept, and nothing of it is found yet: choose Go on below, with the same
        files.
      </Warning>
    );
  return (
    <div class="report">
      <p>
        <Icon name="check" />
        {count(added)} added, {count(changed)} changed, {count(removed)} removed
        {unchanged > 0 && `, ${count(unchanged)} unchanged`}
        {bad > 0 && `, ${plural(bad, 'bad row', 'bad rows')}`}
      </p>
      <BadRows plan={plan} />
    </div>
  );
}

const SHOWN = 50;

/** By file, line and cause; all of them to take away. */
export function BadRows({ plan }: { plan: Plan }) {
  const { faults } = plan;
  if (faults.length === 0) return null;
  const several = plan.files.length > 1;
  return (
    <div class="bad">
      <div class="scroller">
        <table class="tbl" aria-label="Bad rows">
          <thead>
            <tr>
              {several && <th scope="col">File</th>}
              <th scope="col" class="r">
                Line
              </th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, SHOWN).map(({ file, line, cause }) => (
              <tr key={`${file}:${line}:${cause}`}>
                {several && <td>{file}</td>}
                <td class="r">{line}</td>
                <td>{cause}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="acts">
        <button class="btn sm" type="button" onClick={() => save(faults)}>
          Download bad rows
        </button>
        {plan.report.bad > SHOWN && <span class="hint">{count(plan.report.bad - SHOWN)} more in the file</span>}
      </div>
    </div>
  );
}

/** A spreadsheet takes a cell that begins with one of these for a formula. */
const cell = (text: string) => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

function save(faults: Plan['faults']): void {
  const lines = faults.map(({ file, line, cause }) => [cell(file), line, cell(cause)].join(','));
  const url = URL.createObjectURL(
    new Blob([`\uFEFFfile,line,cause\r\n${lines.join('\r\n')}\r\n`], { type: 'text/csv' }),
  );
  const link = Object.assign(document.createElement('a'), { href: url, download: 'bad-rows.csv' });
  link.click();
  URL.revokeObjectURL(url);
}

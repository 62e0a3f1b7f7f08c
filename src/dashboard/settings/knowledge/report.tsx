import type { Plan } from '../../../assistant/knowledge/importing';
import { Icon } from '../../parts/icons';
import { Warning } from '../../parts/parts';
import { knowledge as words } from '../../words/en/knowledge';

/** What an import did: sums, and every row that could not be read. */
export function Report({ plan, whole }: { plan: Plan; whole: boolean }) {
  const { added, changed, removed, unchanged, bad } = plan.report;
  if (!whole) return <Warning>{words.stopped}</Warning>;
  return (
    <div class="report">
      <p>
        <Icon name="check" />
        {[
          words.added({ n: added }),
          words.changed({ n: changed }),
          words.removed({ n: removed }),
          ...(unchanged > 0 ? [words.unchanged({ n: unchanged })] : []),
          ...(bad > 0 ? [words.badRows({ n: bad })] : []),
        ].join(', ')}
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
        <table class="tbl" aria-label={words.bad}>
          <thead>
            <tr>
              {several && <th scope="col">{words.file}</th>}
              <th scope="col" class="r">
                {words.line}
              </th>
              <th scope="col">{words.wrong}</th>
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
          {words.download}
        </button>
        {plan.report.bad > SHOWN && <span class="hint">{words.more({ n: plan.report.bad - SHOWN })}</span>}
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

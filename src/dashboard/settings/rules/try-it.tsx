import { called, day, time } from '../../parts/format';
import { Warning } from '../../parts/parts';
import { clock } from '../../session/clock';
import { rules } from '../../words/en/rules';
import { list } from '../../words/words';
import type { Outcome, Trial } from './trial';

interface TryItProps {
  trial: Trial;
  /** Where a chat is opened. */
  inbox: string;
  onTry: (days: 7 | 30) => void;
}

/** What the rule would have done with the conversations of the last days. */
export function TryIt({ trial, inbox, onTry }: TryItProps) {
  const busy = trial.busy.value;
  const outcome = trial.outcome.value;
  return (
    <section class="try" aria-label={rules.tryIt}>
      <div class="row">
        <button class="btn" type="button" disabled={busy} onClick={() => onTry(7)}>
          {rules.tryWeek}
        </button>
        <button class="btn" type="button" disabled={busy} onClick={() => onTry(30)}>
          {rules.tryMonth}
        </button>
      </div>
      <p class="hint" role="status">
        {busy ? rules.reading : outcome ? said(outcome) : ''}
      </p>
      {trial.failed.value && <Warning>{trial.failed.value}</Warning>}
      {outcome && outcome.messages.length > 0 && (
        <ul class="fired" aria-label={rules.firedAt}>
          {outcome.messages.map(({ conversation, customer, seq, at, text }) => (
            <li key={`${conversation} ${seq}`}>
              <span dir="auto">{text}</span>
              <a class="lnk" href={`${inbox}/${conversation}`} target="_blank" rel="noopener">
                {rules.firedLine({ customer: called(customer), day: day(at, clock.value), time: time(at) })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** "Would have fired 14 times in the last 7 days." */
function said({ days, fired, messages, conversations, unknown, hardlyKept, isCut }: Outcome): string {
  const among = { days, conversations: rules.conversations({ n: conversations }) };
  const parts = [
    conversations === 0
      ? rules.nothingToTry({ n: days })
      : fired === 0
        ? rules.notFired(among)
        : rules.fired({ ...among, times: rules.times({ n: fired }) }),
    fired > messages.length && rules.newest({ n: messages.length }),
    isCut && rules.cut,
    hardlyKept.length > 0 && rules.hardlyKept({ conditions: list(hardlyKept.map((one) => rules.conditions[one])) }),
    unknown > 0 && rules.unknown({ times: rules.times({ n: unknown }) }),
  ];
  return parts.filter(Boolean).join(' ');
}

import { day, plural, time } from '../../parts/format';
import { Warning } from '../../parts/parts';
import { clock } from '../../session/clock';
import type { Outcome, Trial } from './trial';

const CONDITIONS = { pages: 'pages', cart: 'carts', properties: 'properties' } as const;

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
    <section class="try" aria-label="Try it">
      <div class="row">
        <button class="btn" type="button" disabled={busy} onClick={() => onTry(7)}>
          Try it on the last 7 days
        </button>
        <button class="btn" type="button" disabled={busy} onClick={() => onTry(30)}>
          On the last 30 days
        </button>
      </div>
      <p class="hint" role="status">
        {busy ? 'Reading past conversations…' : outcome ? said(outcome) : ''}
      </p>
      {trial.failed.value && <Warning>{trial.failed.value}</Warning>}
      {outcome && outcome.messages.length > 0 && (
        <ul class="fired" aria-label="Messages at which it would have fired">
          {outcome.messages.map(({ conversation, customer, seq, at, text }) => (
            <li key={`${conversation} ${seq}`}>
              <span dir="auto">{text}</span>
              <a class="lnk" href={`${inbox}/${conversation}`} target="_blank" rel="noopener">
                {customer}, {day(at, clock.value)} {time(at)}
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
  const parts = [
    conversations === 0
      ? `There are no finished conversations in the last ${days} days to try it on.`
      : fired === 0
        ? `Would not have fired in the last ${days} days (${plural(conversations, 'conversation', 'conversations')}).`
        : `Would have fired ${plural(fired, 'time', 'times')} in the last ${days} days (${plural(conversations, 'conversation', 'conversations')}).`,
    fired > messages.length && `The newest ${messages.length}:`,
    isCut && 'Older ones were not looked at.',
    hardlyKept.length > 0 &&
      `Known of ${hardlyKept.map((one) => CONDITIONS[one]).join(' and ')} is only what was so when a person was asked for.`,
    unknown > 0 && `The rest of the rule holds ${plural(unknown, 'time', 'times')} more.`,
  ];
  return parts.filter(Boolean).join(' ');
}

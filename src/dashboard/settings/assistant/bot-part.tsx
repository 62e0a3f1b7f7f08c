import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { day, time } from '../../parts/format';
import { Warning } from '../../parts/parts';
import type { ResponderView } from '../../session/api';
import { FormClash } from '../clash';
import { ClashStrip } from '../clash-strip';
import { Snippet } from '../snippet';
import { Outcome, setOn } from './outcome';
import type { Responder } from './responder';

type Bot = ResponderView['bot'];

/** Where the store's own bot is called, what that is signed with, and the key that it answers with. */
export function BotPart({ responder }: { responder: Responder }) {
  const view = responder.view.value;
  return (
    <section class="part" aria-label="Your bot">
      <h3>Your bot</h3>
      <p>
        Every message of a customer goes to its address, signed by Standard Webhooks. It takes it at once, and answers
        through the API. The README shows a bot of 40 lines. Until all three are set, the built-in assistant answers.
      </p>
      {responder.failed.value && <Warning>{responder.failed.value}</Warning>}
      {view && (
        <div class="own-form">
          <Address key={view.bot.url ?? ''} responder={responder} bot={view.bot} />
          <Made
            label="Signing secret"
            what="Your bot checks calls with it. After a new one is made, both sign for a day."
            setAt={view.bot.secretSetAt}
            made={responder.secret.value}
            busy={responder.busy.value}
            onMake={() => void responder.make('secret')}
          />
          <Made
            label="Bot key"
            what="Your bot answers with it. A new one replaces it at once."
            setAt={view.bot.keySetAt}
            made={responder.key.value}
            busy={responder.busy.value}
            onMake={() => void responder.make('key')}
          />
          <div class="acts">
            <button
              class="btn"
              type="button"
              disabled={!view.bot.url || view.bot.secretSetAt === null || responder.busy.value}
              onClick={() => void responder.testBot()}
            >
              Send a test
            </button>
            <Outcome came={responder.came.value} busy={responder.busy.value} />
          </div>
          <Failures failures={view.bot.failures} />
        </div>
      )}
    </section>
  );
}

const saidOf = ({ url }: { url: string | null }) => ({ url: url ?? '' });

function Address({ responder, bot: { url, seen } }: { responder: Responder; bot: Bot }) {
  const id = useId();
  const typed = useSignal(url ?? '');
  const form = useMemo(() => new FormClash(saidOf({ url }), seen, (_, value) => (typed.value = value)), []);
  const save = async (): Promise<void> => {
    const mine = { url: typed.value };
    const answer = await responder.saveBot({ ...mine, seen: form.seen });
    if (answer && form.meet(answer, mine, saidOf) === 'again') return save();
  };
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ClashStrip clash={form.clash} busy={responder.busy.value} />
      <label for={id}>Address</label>
      <div class="line">
        <input
          class="input"
          id={id}
          type="url"
          inputMode="url"
          dir="ltr"
          required
          maxLength={500}
          spellcheck={false}
          autoComplete="off"
          placeholder="https://bot.shop.example/baton"
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
          }}
        />
        <button
          class="btn pri"
          type="submit"
          disabled={typed.value === (url ?? '') || typed.value === '' || responder.busy.value}
        >
          Save address
        </button>
      </div>
    </form>
  );
}

interface MadeProps {
  label: string;
  what: string;
  setAt: number | null;
  /** Empty where none was made on this page. */
  made: string;
  busy: boolean;
  onMake: () => void;
}

/** Something secret that is made here: its date is known, and it is shown only right after it was made. */
const Made = ({ label, what, setAt, made, busy, onMake }: MadeProps) => (
  <div class="made">
    <div class="t">
      <span class="lbl">{label}</span>
      <span class="hint">
        {what} {setAt === null ? 'Not made yet.' : `Made ${setOn(setAt)}.`}
      </span>
    </div>
    <button class="btn sm" type="button" disabled={busy} onClick={onMake}>
      Make a {setAt !== null && 'new '}
      {label.toLowerCase()}
    </button>
    {made && <Snippet label={label} text={made} />}
  </div>
);

const WHY: Record<Bot['failures'][number]['why'], string> = {
  no_answer: 'It could not be reached, or did not answer within 5 seconds.',
  status: 'It answered with an error',
  refused_address: 'Its address could not be called.',
  late: 'It took the message, and never answered it.',
};

function Failures({ failures }: { failures: Bot['failures'] }) {
  if (failures.length === 0) return null;
  const now = Date.now();
  return (
    <div>
      <h4 class="lbl" id="bot-failures">
        Last failures
      </h4>
      <ul class="failures" aria-labelledby="bot-failures">
        {failures.map(({ at, why, status }) => (
          <li key={at}>
            <span class="at">
              {day(at, now)}, {time(at)}
            </span>{' '}
            {WHY[why]}
            {why === 'status' && ` (${status}).`} A person was asked for.
          </li>
        ))}
      </ul>
    </div>
  );
}

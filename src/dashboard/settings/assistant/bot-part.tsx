import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { day, lowerFirst, time } from '../../parts/format';
import { Warning } from '../../parts/parts';
import type { ResponderView } from '../../session/api';
import { assistant as words } from '../../words/en/assistant';
import { AddressField, addressFault } from '../address-field';
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
    <section class="part" aria-label={words.bot}>
      <h3>{words.bot}</h3>
      <p>{words.botAbout}</p>
      {responder.failed.value && <Warning>{responder.failed.value}</Warning>}
      {view && (
        <div class="own-form">
          <Address key={view.bot.url ?? ''} responder={responder} bot={view.bot} />
          <Made
            label={words.secret}
            what={words.secretHint}
            setAt={view.bot.secretSetAt}
            made={responder.secret.value}
            busy={responder.busy.value}
            onMake={() => void responder.make('secret')}
          />
          <Made
            label={words.botKey}
            what={words.botKeyHint}
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
              {words.sendTest}
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
  const typed = useSignal(url ?? '');
  const fault = useSignal('');
  const form = useMemo(() => new FormClash(saidOf({ url }), seen, (_, value) => (typed.value = value)), []);
  // A new secret is a change of the reader's own: the address stands as it stood.
  form.seen = Math.max(form.seen, seen);
  const save = async (): Promise<void> => {
    fault.value = addressFault(typed.value);
    if (fault.value) return;
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
      <AddressField
        label={words.address}
        placeholder="https://bot.shop.example/baton"
        value={typed.value}
        fault={fault.value}
        onInput={(now) => {
          typed.value = now;
          fault.value = '';
        }}
      >
        <button
          class="btn pri"
          type="submit"
          disabled={typed.value === (url ?? '') || typed.value === '' || responder.busy.value}
        >
          {words.saveAddress}
        </button>
      </AddressField>
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
      <span class="hint">{setAt === null ? words.notMade({ what }) : words.madeAt({ what, when: setOn(setAt) })}</span>
    </div>
    <button class="btn sm" type="button" disabled={busy} onClick={onMake}>
      {words[setAt === null ? 'make' : 'makeNew']({ what: lowerFirst(label) })}
    </button>
    {made && <Snippet label={label} text={made} />}
  </div>
);

const whyOf = ({ why, status }: Bot['failures'][number]): string =>
  why === 'status' ? words.why.status({ status: String(status) }) : words.why[why];

function Failures({ failures }: { failures: Bot['failures'] }) {
  if (failures.length === 0) return null;
  const now = Date.now();
  return (
    <div>
      <h4 class="lbl" id="bot-failures">
        {words.failures}
      </h4>
      <ul class="failures" aria-labelledby="bot-failures">
        {failures.map((one) => (
          <li key={one.at}>
            {words.failure({
              at: <span class="at">{words.dayAndTime({ day: day(one.at, now), time: time(one.at) })}</span>,
              why: whyOf(one),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

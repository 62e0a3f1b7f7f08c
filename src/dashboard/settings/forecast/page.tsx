import './forecast.css';
import { useEffect, useId, useMemo } from 'preact/hooks';
import { languageName } from '../../parts/format';
import { Warning } from '../../parts/parts';
import { SelectField } from '../../parts/select-field';
import type { ForecastWanted } from '../../session/api';
import { words } from '../../words/en/forecast';
import { labels } from '../../words/en/labels';
import { LANGUAGES } from '../own-words';
import type { SettingsPageProps } from '../settings';
import { Outcome } from './outcome';
import { Forecasting } from './state';

type Reason = ForecastWanted['reason'];
const REASONS = Object.keys(labels.reasons) as Reason[];
const URGENCIES = ['reason', 'urgent', 'normal'] as const;
const WHERE = ['here', 'away', 'off'] as const;

/** What the store would do at a moment, asked of the functions that do it. */
export function ForecastPage({ store, kept }: SettingsPageProps) {
  const asking = useMemo(() => new Forecasting(store.id), [store.id]);
  useEffect(() => () => asking.close(), [asking]);
  const told = asking.told.value;
  return (
    <>
      <div class="head">
        <div class="t">
          <h2>{words.title}</h2>
          <p>{words.about}</p>
        </div>
      </div>
      {asking.failed.value && <Warning>{asking.failed.value}</Warning>}
      <div class="forecast">
        <form aria-label={words.request} onSubmit={(event) => event.preventDefault()}>
          <Question asking={asking} />
          {told && <Team asking={asking} />}
        </form>
        <section aria-label={words.outcome} class="outcome">
          {told && <Outcome told={told} rules={kept.saved.value?.rules ?? []} lang={asking.asked.value.lang} />}
        </section>
      </div>
    </>
  );
}

function Question({ asking }: { asking: Forecasting }) {
  const { reason, lang, urgency, text, page, cart } = asking.asked.value;
  const zone = asking.told.value?.timeZone.replaceAll('_', ' ') ?? '';
  const id = useId();
  return (
    <div class="fields">
      <div class="field">
        <label for={id}>{words.moment}</label>
        <input
          class="input"
          id={id}
          type="datetime-local"
          max="2999-12-31T23:59"
          aria-describedby={`${id}h`}
          onInput={({ currentTarget: { value } }) => asking.change({ when: value.slice(0, 16) || null })}
        />
        <p class="hint" id={`${id}h`}>
          {words.momentIn({ zone })}
        </p>
      </div>
      <SelectField
        label={words.reason}
        value={reason}
        options={REASONS.map((one) => [one, one === 'rule' ? words.onlyRule : labels.reasons[one]] as const)}
        onChange={(to) => asking.change({ reason: to })}
      />
      <SelectField
        label={words.language}
        value={lang}
        options={LANGUAGES.map((one) => [one, languageName(one)] as const)}
        onChange={(to) => asking.change({ lang: to })}
      />
      <TextField
        label={words.writes}
        hint={words.writesEmpty}
        value={text}
        most={500}
        onInput={(to) => asking.change({ text: to })}
      />
      <TextField
        label={words.page}
        value={page ?? ''}
        most={1_000}
        onInput={(to) => asking.change({ page: to || null })}
      />
      <div class="two">
        <TextField
          label={words.cart}
          value={cart === null ? '' : String(cart)}
          most={12}
          decimal
          onInput={(to) => asking.change({ cart: amountOf(to) })}
        />
        <SelectField
          label={words.urgency}
          value={urgency ?? 'reason'}
          options={URGENCIES.map((one) => [one, words.urgencyOf[one]] as const)}
          onChange={(to) => asking.change({ urgency: to === 'reason' ? null : to })}
        />
      </div>
    </div>
  );
}

/** Null where it is no amount. */
function amountOf(typed: string): number | null {
  const amount = Number(typed.replace(',', '.'));
  return typed.trim() !== '' && Number.isFinite(amount) && amount >= 0 && amount <= 1e9 ? amount : null;
}

interface TextFieldProps {
  label: string;
  hint?: string;
  value: string;
  most: number;
  decimal?: boolean;
  onInput: (to: string) => void;
}

function TextField({ label, hint, value, most, decimal, onInput }: TextFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        class="input"
        id={id}
        maxLength={most}
        autoComplete="off"
        inputMode={decimal ? 'decimal' : 'text'}
        aria-describedby={hint ? `${id}h` : undefined}
        defaultValue={value}
        onInput={(event) => onInput(event.currentTarget.value.trim())}
      />
      {hint && (
        <p class="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** Where each of them is; as it is now until somebody says otherwise. */
function Team({ asking }: { asking: Forecasting }) {
  const people = asking.told.value?.people ?? [];
  return (
    <fieldset class="bare fields team">
      <legend>{words.team}</legend>
      {people.map(({ id, name, is, optedIn, hasDevice }) => (
        <SelectField
          key={id}
          label={name}
          value={asking.asked.value.people[id] ?? is}
          options={WHERE.map((one) => [one, words.where[one]] as const)}
          hint={[!optedIn && words.noEmail, !hasDevice && words.noDevice].filter(Boolean).join(' · ')}
          onChange={(to) => asking.place(id, to)}
        />
      ))}
      <label class="check">
        <input
          type="checkbox"
          onChange={(event) => asking.change({ justEmailed: event.currentTarget.checked ? true : null })}
        />
        {words.justEmailed}
      </label>
    </fieldset>
  );
}

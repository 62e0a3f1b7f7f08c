import { useId } from 'preact/hooks';
import { NEEDED } from '../../../assistant/knowledge/reading/columns';
import { type Format, kindOf } from '../../../assistant/knowledge/reading/formats';
import type { Read } from '../../../assistant/knowledge/reading/read';
import { money } from '../../parts/format';
import { Warning } from '../../parts/parts';
import { SelectField } from '../../parts/select-field';
import { common } from '../../words/en/common';
import { knowledge as words } from '../../words/en/knowledge';
import { type Choices, hasOwnColumns, type Importing, missingOf } from './state';

const TABLES: readonly Format[] = ['csv', 'google-tsv', 'shopify', 'woocommerce', 'questions'];
const encodings = () => ({
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'windows-1251': words.cyrillic,
  'windows-1252': words.western,
});
const CURRENCIES = [
  'EUR',
  'USD',
  'GBP',
  'BGN',
  'PLN',
  'RON',
  'CZK',
  'HUF',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'TRY',
  'UAH',
  'AED',
  'SAR',
];

/** What the files are, before they are read through: found out, shown, and changeable. */
export function ChoicesForm({ importing, choices }: { importing: Importing; choices: Choices }) {
  const change = (parts: Partial<Choices>) => void importing.change({ ...choices, ...parts });
  const { files, format, heads } = choices;
  const formats = heads.length > 0 && format !== 'json' ? TABLES : [format];
  const kind = kindOf(format);
  const targets = importing.knows.value?.sources.filter((one) => one.kind === kind) ?? [];
  const missing = missingOf(choices);
  return (
    <form
      class="choices"
      onSubmit={(event) => {
        event.preventDefault();
        if (!missing) void importing.check(choices);
      }}
    >
      <p class="files">
        <b>{files.length === 1 ? files[0]?.name : words.manyFiles({ n: files.length })}</b>
      </p>
      <div class="pairs">
        <SelectField
          label={words.whatItIs}
          value={format}
          options={formats.map((one) => [one, words.formats[one]])}
          onChange={(to) => change({ format: to })}
        />
        <SelectField
          label={words.goesTo}
          value={String(choices.source ?? '')}
          options={[['', words.newSource], ...targets.map(({ n, name }): [string, string] => [String(n), name])]}
          onChange={(to) => change({ source: to === '' ? null : Number(to) })}
        />
        {kind === 'products' && format !== 'google' && (
          <SelectField
            label={words.pricesIn}
            value={choices.currency}
            options={[['', words.allNamed], ...CURRENCIES.map((one): [string, string] => [one, one])]}
            onChange={(currency) => change({ currency })}
          />
        )}
        <SelectField
          label={words.encoding}
          value={choices.encoding}
          options={Object.entries({ [choices.encoding]: choices.encoding, ...encodings() })}
          onChange={(encoding) => change({ encoding, ownEncoding: true })}
        />
        {(format === 'shopify' || format === 'woocommerce') && (
          <Site value={choices.site} onChange={(site) => change({ site })} />
        )}
      </div>
      {hasOwnColumns(format, heads) && (
        <fieldset class="mapping">
          <legend class="lbl">{format === 'json' ? words.whichField : words.whichColumn}</legend>
          <div class="pairs">
            {Object.entries(words.fields).map(([field, label]) => (
              <SelectField
                key={field}
                label={NEEDED.some((one) => one === field) ? words.needed({ label }) : label}
                value={choices.mapping[field] ?? ''}
                options={[['', '—'], ...heads.map((head): [string, string] => [head, head])]}
                onChange={(head) => change({ mapping: mapped(choices.mapping, field, head) })}
              />
            ))}
          </div>
        </fieldset>
      )}
      {choices.source !== null && (
        <label class="check">
          <input
            type="checkbox"
            checked={choices.keep}
            onChange={(event) => change({ keep: event.currentTarget.checked })}
          />
          {words.keepRest}
        </label>
      )}
      <Preview reads={choices.preview} />
      {choices.problem && !missing && <Warning>{choices.problem}</Warning>}
      {missing && <p class="hint">{missing}</p>}
      <div class="acts">
        <button class="btn pri" type="submit" disabled={missing !== '' || choices.problem !== ''}>
          {words.continue}
        </button>
        <button class="btn" type="button" onClick={() => void importing.cancel()}>
          {common.cancel}
        </button>
      </div>
    </form>
  );
}

function mapped(mapping: Choices['mapping'], field: string, head: string): Choices['mapping'] {
  const { [field]: _, ...rest } = mapping;
  return head === '' ? rest : { ...rest, [field]: head };
}

function Site({ value, onChange }: { value: string; onChange: (to: string) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{words.shopAddress}</label>
      <input
        id={id}
        class="input"
        type="url"
        placeholder="https://shop.example"
        value={value}
        onInput={(event) => onChange(event.currentTarget.value.trim())}
      />
    </div>
  );
}

/** The first rows, as they will be understood. */
function Preview({ reads }: { reads: readonly Read[] }) {
  if (reads.length === 0) return null;
  return (
    <div class="scroller">
      <table class="tbl" aria-label={words.firstRows}>
        <thead>
          <tr>
            <th scope="col">{words.rowTitle}</th>
            <th scope="col" class="r">
              {words.price}
            </th>
            <th scope="col">{words.brandColour}</th>
          </tr>
        </thead>
        <tbody>
          {reads.map((read) => (
            <tr key={read.line}>
              {'row' in read ? (
                <>
                  <td>
                    {read.row.title}
                    <small>{read.row.url}</small>
                  </td>
                  <td class="r">{'price' in read.row ? priceOf(read.row) : ''}</td>
                  <td>{'brand' in read.row ? [read.row.brand, read.row.colour].filter(Boolean).join(', ') : ''}</td>
                </>
              ) : (
                <td colSpan={3}>{words.lineCause({ line: String(read.line), cause: read.cause })}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const priceOf = ({
  price,
  salePrice,
  currency,
}: {
  price: number | null;
  salePrice: number | null;
  currency: string | null;
}) => {
  const amount = salePrice ?? price;
  return amount === null || currency === null ? '' : money({ amount, currency });
};

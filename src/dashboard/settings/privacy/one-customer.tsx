import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { called, day } from '../../parts/format';
import { TestBadge, Warning } from '../../parts/parts';
import type { StoreOfMine } from '../../session/api';
import { words } from '../../words/en/privacy';
import { exportConversations, type Found, findCustomer } from './door';
import { EraseDialog } from './erase-dialog';
import { hasFiles, saveJson, saveText } from './save';

interface OneCustomerProps {
  store: StoreOfMine;
  onErased: () => void;
}

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is kept of one customer: found by their address, saved for them, erased. */
export function OneCustomer({ store, onErased }: OneCustomerProps) {
  const id = useId();
  const email = useSignal('');
  const fault = useSignal('');
  const busy = useSignal(false);
  const found = useSignal<{ email: string; rows: Found[]; more: boolean } | null>(null);
  const chosen = useSignal<readonly string[]>([]);
  const erasing = useSignal(false);
  const said = useSignal('');
  const failed = useSignal('');

  const find = async () => {
    const address = email.value.trim();
    fault.value = ADDRESS.test(address) ? '' : words.bad;
    if (fault.value || busy.value) return;
    busy.value = true;
    said.value = '';
    const answer = await findCustomer(store.id, address);
    busy.value = false;
    if (!answer.ok) {
      fault.value = answer.message;
      return;
    }
    const { found: rows, more } = answer.value;
    found.value = { email: address, rows, more };
    // What may be somebody else's is looked at first.
    chosen.value = rows.filter(({ by }) => by !== 'words').map(({ conversation }) => conversation);
  };
  const save = async (as: typeof saveJson) => {
    failed.value = '';
    said.value = '';
    const answer = await exportConversations(store.id, [...chosen.value]);
    if (!answer.ok) {
      failed.value = answer.message;
      return;
    }
    as(answer.value, store);
    said.value = hasFiles(answer.value) ? `${words.saved} ${words.savedNames}` : words.saved;
  };
  const rows = found.value?.rows ?? [];
  return (
    <>
      <div class="field whose">
        <label for={id}>{words.email}</label>
        <div class="line">
          <input
            class="input"
            id={id}
            type="email"
            dir="ltr"
            maxLength={254}
            autoComplete="off"
            spellcheck={false}
            aria-invalid={fault.value !== ''}
            aria-describedby={`${id}f`}
            value={email.value}
            onInput={(event) => {
              email.value = event.currentTarget.value;
              fault.value = '';
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              void find();
            }}
          />
          <button class="btn" type="button" disabled={busy.value || !email.value.trim()} onClick={() => void find()}>
            {words.find}
          </button>
        </div>
        <p class="fault" id={`${id}f`} role="alert">
          {fault.value}
        </p>
      </div>
      <p class="hint" role="status" aria-label={words.found}>
        {said.value}
        {found.value && rows.length === 0 && !said.value && words.none({ email: <bdi>{found.value.email}</bdi> })}
      </p>
      {found.value && rows.length === 0 && <p class="hint">{words.noneWhy}</p>}
      {rows.length > 0 && (
        <ul class="people kept-of" aria-label={words.found}>
          {rows.map((row) => (
            <FoundRow
              key={row.conversation}
              of={row}
              href={`/dashboard/${store.id}/history/${encodeURIComponent(row.conversation)}`}
              chosen={chosen.value.includes(row.conversation)}
              onChange={(on) => {
                const others = chosen.value.filter((one) => one !== row.conversation);
                chosen.value = on ? [...others, row.conversation] : others;
              }}
            />
          ))}
        </ul>
      )}
      {found.value?.more && <p class="hint">{words.more}</p>}
      {failed.value && <Warning>{failed.value}</Warning>}
      {rows.length > 0 && (
        <div class="buttons">
          <button class="btn" type="button" disabled={chosen.value.length === 0} onClick={() => void save(saveText)}>
            {words.saveText}
          </button>
          <button class="btn" type="button" disabled={chosen.value.length === 0} onClick={() => void save(saveJson)}>
            {words.saveJson}
          </button>
          <button class="btn" type="button" disabled={chosen.value.length === 0} onClick={() => (erasing.value = true)}>
            {words.erase({ n: chosen.value.length })}
          </button>
        </div>
      )}
      {erasing.value && (
        <EraseDialog
          store={store.id}
          conversations={[...chosen.value]}
          onClose={() => (erasing.value = false)}
          onErased={(left) => {
            const gone = chosen.value.length - left;
            said.value = left > 0 ? words.erasedLeft({ n: left }) : words.erased({ n: gone });
            if (found.value) {
              const others = rows.filter(({ conversation }) => !chosen.value.includes(conversation));
              found.value = { ...found.value, rows: others };
            }
            chosen.value = [];
            erasing.value = false;
            onErased();
          }}
        />
      )}
    </>
  );
}

interface FoundRowProps {
  of: Found;
  href: string;
  chosen: boolean;
  onChange: (on: boolean) => void;
}

function FoundRow({ of: row, href, chosen, onChange }: FoundRowProps) {
  const now = Date.now();
  const [from, to] = [day(row.startedAt, now), day(row.lastAt, now)];
  return (
    <li>
      <label class="check">
        <input type="checkbox" checked={chosen} onChange={(event) => onChange(event.currentTarget.checked)} />
        <span>
          <bdi>{called(row.customer)}</bdi> {row.test && <TestBadge />}
          <small>
            {from === to ? from : words.span({ from, to })} · {words.messages({ n: row.messages })}
          </small>
          <small>{words.by[row.by]}</small>
        </span>
      </label>
      <a class="btn sm" href={href}>
        {words.open}
      </a>
    </li>
  );
}

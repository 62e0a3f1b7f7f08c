import { useSignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { useEffect } from 'preact/hooks';
import { day } from '../parts/format';
import { Later } from '../parts/later';
import { Warning } from '../parts/parts';
import { clock } from '../session/clock';
import { common } from '../words/en/common';
import { passkeys } from '../words/en/passkeys';
import { beginPasskey, getPasskeys, type Passkey, type Passkeys } from './door';

const loadCode = () => import('./second-step-dialogs').then((dialogs) => dialogs.CodeDialog);
const loadRename = () => import('./passkey-dialogs').then((dialogs) => dialogs.RenameDialog);
const loadRemove = () => import('./passkey-dialogs').then((dialogs) => dialogs.RemovePasskeyDialog);

type Asking = { is: 'code' } | { is: 'rename' | 'remove'; passkey: Passkey };

/** What the reader can sign in with instead of a link: made here, named, and taken away. */
export function PasskeysPart() {
  const all = useSignal<Passkeys | null>(null);
  const asking = useSignal<Asking | null>(null);
  const said = useSignal('');
  const failed = useSignal('');
  const busy = useSignal(false);
  useEffect(() => {
    void getPasskeys().then((answer) => {
      if (answer.ok) all.value = answer.value;
      else failed.value = answer.message;
    });
  }, []);
  const begun = () => {
    said.value = '';
    failed.value = '';
  };
  const changed = (now: Passkeys, words: string) => {
    all.value = now;
    said.value = words;
    asking.value = null;
  };
  /** @returns why a code was not taken; what the device says comes later, beside the list */
  const add = async (code: string | null): Promise<string> => {
    begun();
    busy.value = true;
    const known = new Set(all.value?.passkeys.map(({ id }) => id));
    const options = await beginPasskey(code);
    if (!options.ok) {
      busy.value = false;
      return options.message;
    }
    asking.value = null;
    const { makePasskey } = await import('./make-passkey');
    const made = await makePasskey(options.value);
    busy.value = false;
    if (made.ok) {
      const added = made.value.passkeys.find(({ id }) => !known.has(id));
      changed(made.value, passkeys.added({ name: nameOf(added) }));
    } else failed.value = made.message;
    return '';
  };
  const start = async () => {
    if (all.value?.secondStep) {
      asking.value = { is: 'code' };
      return;
    }
    const why = await add(null);
    if (why) failed.value = why;
  };
  const now = asking.value;
  const list = all.value?.passkeys ?? [];
  const isAble = typeof PublicKeyCredential === 'function';
  return (
    <section class="apart">
      <div class="part-head">
        <div class="t">
          <h3>{passkeys.title}</h3>
          <p>{passkeys.about}</p>
        </div>
        {isAble && all.value?.fresh && !all.value.elsewhere && (
          <button class="btn" type="button" disabled={busy.value} onClick={() => void start()}>
            {passkeys.add}
          </button>
        )}
      </div>
      {failed.value && <Warning>{failed.value}</Warning>}
      {all.value && list.length === 0 && <p class="hint after">{passkeys.none}</p>}
      {list.length > 0 && (
        <ul class="rows" aria-label={passkeys.title}>
          {list.map((passkey) => (
            <Row
              key={passkey.id}
              passkey={passkey}
              onAsk={(is) => {
                begun();
                asking.value = { is, passkey };
              }}
            />
          ))}
        </ul>
      )}
      {all.value && <WhyNot all={all.value} isAble={isAble} />}
      <p class="hint after" role="status" aria-label={passkeys.title}>
        {said.value}
      </p>
      {now?.is === 'code' && (
        <Later
          load={loadCode}
          props={{ title: passkeys.add, why: passkeys.codeWhy, onCode: add, onClose: () => (asking.value = null) }}
        />
      )}
      {now?.is === 'rename' && (
        <Later
          load={loadRename}
          props={{
            passkey: now.passkey,
            onClose: () => (asking.value = null),
            onDone: (after: Passkeys) => changed(after, passkeys.renamed),
          }}
        />
      )}
      {now?.is === 'remove' && (
        <Later
          load={loadRemove}
          props={{
            passkey: now.passkey,
            isLastWayIn: !all.value?.mail && list.length === 1,
            onClose: () => (asking.value = null),
            onDone: (after: Passkeys) => changed(after, passkeys.removed({ name: nameOf(now.passkey) })),
          }}
        />
      )}
    </section>
  );
}

const nameOf = (passkey: Passkey | undefined): string => passkey?.name ?? passkeys.unnamed;

function Row({ passkey, onAsk }: { passkey: Passkey; onAsk: (is: 'rename' | 'remove') => void }) {
  const now = clock.peek();
  const name = nameOf(passkey);
  const made = day(passkey.madeAt ?? now, now);
  return (
    <li>
      <span class="t">
        <span class="lbl">{name}</span>
        <span class="hint">
          {passkey.usedAt === null
            ? passkeys.made({ day: made })
            : passkeys.madeAndUsed({ day: made, used: day(passkey.usedAt, now) })}
        </span>
      </span>
      <button class="btn sm" type="button" aria-label={passkeys.renameOf({ name })} onClick={() => onAsk('rename')}>
        {passkeys.rename}
      </button>
      <button class="btn sm" type="button" aria-label={passkeys.removeOf({ name })} onClick={() => onAsk('remove')}>
        {common.remove}
      </button>
    </li>
  );
}

/** What stands in the way of another one. */
function WhyNot({ all: { fresh, elsewhere }, isAble }: { all: Passkeys; isAble: boolean }) {
  if (elsewhere !== null) {
    const link = (inside: ComponentChild) => (
      <a class="lnk" href={`${elsewhere}/dashboard/`}>
        {inside}
      </a>
    );
    return <p class="hint after">{passkeys.elsewhere({ address: new URL(elsewhere).host, a: link })}</p>;
  }
  if (!isAble) return <p class="hint after">{passkeys.unsupported}</p>;
  if (fresh) return null;
  const again = (inside: ComponentChild) => (
    <a class="lnk" href="/sign-in">
      {inside}
    </a>
  );
  return <p class="hint after">{passkeys.notFresh({ a: again })}</p>;
}

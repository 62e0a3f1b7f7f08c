import { useSignal } from '@preact/signals';
import type { StoreSettings } from '../../../settings/schema';
import { Icon } from '../../parts/icons';
import { Menu } from '../../parts/menu';
import { common } from '../../words/en/common';
import { hours } from '../../words/en/hours';
import { ClosureDialog } from './closure-dialog';
import { type Exception, exceptionsOf, hoursOf, nameOf, whenOf, without } from './exceptions';

type Tables = Pick<StoreSettings, 'closures' | 'specialDays'>;

interface ClosuresProps {
  tables: Tables;
  /** The language of the store's own words that others fall back to. */
  first: string;
  /** `YYYY-MM-DD` in the store's zone. */
  today: string;
  manages: boolean;
  onChange: (tables: Tables) => void;
}

/** Days that are not as their week says. */
export function Closures({ tables, first, today, manages, onChange }: ClosuresProps) {
  const open = useSignal<{ old: Exception | null } | null>(null);
  const exceptions = exceptionsOf(tables);
  const put = (added: Exception, old: Exception | null) => {
    const rest = old ? without(tables, old) : tables;
    onChange(
      added.is === 'closed'
        ? { ...rest, closures: [...rest.closures, added.day] }
        : { ...rest, specialDays: [...rest.specialDays, added.day] },
    );
  };
  return (
    <section>
      <div class="top">
        <h3>{hours.closures}</h3>
        {manages && (
          <button
            class="btn sm"
            type="button"
            aria-label={hours.addClosure}
            onClick={() => {
              open.value = { old: null };
            }}
          >
            <Icon name="plus" />
            {hours.add}
          </button>
        )}
      </div>
      {exceptions.length === 0 ? (
        <p class="hint">{hours.noClosures}</p>
      ) : (
        <table class="tbl" aria-label={hours.closures}>
          <thead>
            <tr>
              <th scope="col">{hours.when}</th>
              <th scope="col">{hours.what}</th>
              <th scope="col">{hours.hours}</th>
              {manages && (
                <th scope="col">
                  <span class="sr">{hours.actions}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {exceptions.map((one) => (
              <tr key={`${one.is}${one.at}`}>
                <td class="num">{whenOf(one)}</td>
                <td>
                  {nameOf(one)}
                  {one.day.yearly && <small>{hours.everyYear}</small>}
                  {one.is === 'closed' && one.day.message && <small>{hours.ownAway}</small>}
                </td>
                <td class="num">{hoursOf(one)}</td>
                {manages && (
                  <td class="r">
                    <Menu
                      label={hours.moreFor({ name: nameOf(one) })}
                      class="icon-btn"
                      opens="below"
                      items={[
                        { label: hours.change, run: () => (open.value = { old: one }) },
                        { label: common.remove, run: () => onChange(without(tables, one)) },
                      ]}
                    >
                      <Icon name="dots" />
                    </Menu>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open.value && (
        <ClosureDialog
          old={open.value.old}
          others={tables.closures.filter((one) => one !== open.value?.old?.day)}
          first={first}
          today={today}
          onClose={() => {
            open.value = null;
          }}
          onDone={(added) => {
            put(added, open.value?.old ?? null);
            open.value = null;
          }}
        />
      )}
    </section>
  );
}

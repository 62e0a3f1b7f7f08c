import './rules.css';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../parts/icons';
import { Menu } from '../../parts/menu';
import { useOnceDrawn } from '../../parts/once-drawn';
import { IconButton } from '../../parts/parts';
import { common } from '../../words/en/common';
import { rules as words } from '../../words/en/rules';
import type { Edits } from '../edits';
import { EditedNumber } from '../number-row';
import { SavedPage } from '../saved-page';
import type { SettingsPageProps } from '../settings';
import { begun } from './instructions';
import { OffHoursEmail } from './off-hours-email';
import { RuleDialog } from './rule-dialog';
import { condition, consequence, isAddress, isGone, MOST_RULES, moved, NEW_RULE, nameOf, type Rule } from './rules';

/** Which requests go to whom. The first rule that holds counts. */
export function RulesPage({ store, kept, desk, manages }: SettingsPageProps) {
  const edits = kept.edits('rules');
  const settings = edits.value.value;
  /** Its place; the one after the last is a new one. */
  const open = useSignal<number | null>(null);
  useEffect(() => void desk.colleagues.load(), [desk]);
  const rules = settings?.rules ?? [];
  const badAddress = settings?.offHoursEmail && !isAddress(settings.offHoursEmail.address);
  // What another page has begun is opened here, once.
  const started = useRef(begun.peek());
  useEffect(() => {
    begun.value = null;
    if (started.current && settings && open.peek() === null) open.value = rules.length;
  }, [settings !== null]);
  const rule = open.value === null ? null : (rules[open.value] ?? started.current ?? NEW_RULE);
  return (
    <SavedPage
      title={words.title}
      about={words.about}
      kept={kept}
      edits={edits}
      manages={manages}
      wrong={badAddress ? words.badAddress : ''}
    >
      <section aria-label={words.rules}>
        <RuleList rules={rules} edits={edits} desk={desk} manages={manages} onOpen={(at) => (open.value = at)} />
        {manages && rules.length < MOST_RULES && (
          <button class="btn after-list" type="button" onClick={() => (open.value = rules.length)}>
            <Icon name="plus" />
            {words.add}
          </button>
        )}
      </section>
      <div class="cols apart">
        {settings && <OffHoursEmail settings={settings} edits={edits} manages={manages} />}
        <section>
          <h3>{words.byEmail}</h3>
          <ul class="rows" aria-label={words.byEmailList}>
            <EditedNumber of="summaryWaits" label={words.summaryWaits} hint={words.summaryWaitsHint} edits={edits} />
            <EditedNumber of="askedAgainWithin" label={words.askedAgain} hint={words.askedAgainHint} edits={edits} />
          </ul>
        </section>
      </div>
      {rule && (
        <RuleDialog
          rule={rule}
          isNew={open.value === rules.length}
          first={settings?.firstLanguage ?? 'en'}
          store={{ id: store.id, inbox: `/dashboard/${store.id}/inbox` }}
          colleagues={desk.colleagues}
          onClose={() => {
            open.value = null;
            started.current = null;
          }}
          onDone={(changed) => {
            const at = open.value ?? rules.length;
            edits.change({ rules: [...rules.slice(0, at), changed, ...rules.slice(at + 1)] });
            open.value = null;
            started.current = null;
          }}
        />
      )}
    </SavedPage>
  );
}

interface RuleListProps extends Pick<SettingsPageProps, 'desk' | 'manages'> {
  rules: readonly Rule[];
  edits: Edits;
  onOpen: (at: number) => void;
}

/** In the order in which they are tried; what nobody wrote a rule for stands last. */
function RuleList({ rules, edits, desk, manages, onOpen }: RuleListProps) {
  const list = useRef<HTMLOListElement>(null);
  const around = { people: desk.colleagues.people.value, teams: desk.colleagues.teams.value };
  const known = around.people.length > 0;
  const onceDrawn = useOnceDrawn();
  const move = (at: number, by: -1 | 1) => {
    edits.change({ rules: moved(rules, at, by) });
    // The button goes with its rule, and so does the focus; at the end of the list the other one is left.
    onceDrawn(() => {
      const row = list.current?.children[at + by];
      const buttons = row?.querySelectorAll<HTMLButtonElement>('.order button') ?? [];
      const [first, second] = by < 0 ? [buttons[0], buttons[1]] : [buttons[1], buttons[0]];
      (first?.disabled ? second : first)?.focus();
    });
  };
  return (
    <ol class="rules" aria-label={words.rules} ref={list}>
      {rules.map((rule, at) => {
        const name = nameOf(rule, at);
        return (
          // The place is the identity: rules have no other.
          <li key={at}>
            <span class="t">
              <b>
                {name} {!rule.on && <span class="badge">{words.off}</span>}
              </b>
              <span>{condition(rule)}</span>
              <span class="then">
                <Icon name="right" />
                <span>
                  {consequence(rule)}{' '}
                  {known && isGone(rule.to, around) && (
                    <span class="badge late">
                      <Icon name="alert" />
                      {words.gone}
                    </span>
                  )}
                </span>
              </span>
            </span>
            {manages && (
              <>
                <span class="order">
                  <IconButton
                    label={words.moveUp({ name })}
                    icon="up"
                    disabled={at === 0}
                    onClick={() => move(at, -1)}
                  />
                  <IconButton
                    label={words.moveDown({ name })}
                    icon="down"
                    disabled={at === rules.length - 1}
                    onClick={() => move(at, 1)}
                  />
                </span>
                <Menu
                  label={words.moreFor({ name })}
                  class="icon-btn"
                  opens="below"
                  items={[
                    { label: words.changeOrTry, run: () => onOpen(at) },
                    {
                      label: rule.on ? words.switchOff : words.switchOn,
                      run: () =>
                        edits.change({ rules: rules.map((one, n) => (n === at ? { ...one, on: !one.on } : one)) }),
                    },
                    { label: common.remove, run: () => edits.change({ rules: rules.filter((_, i) => i !== at) }) },
                  ]}
                >
                  <Icon name="dots" />
                </Menu>
              </>
            )}
          </li>
        );
      })}
      <li class="rest">
        <span class="t">
          <b>{words.rest}</b>
          <span class="then">
            <Icon name="right" />
            {words.restGoes}
          </span>
        </span>
      </li>
    </ol>
  );
}

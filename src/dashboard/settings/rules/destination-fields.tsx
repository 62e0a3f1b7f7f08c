import { useId } from 'preact/hooks';
import type { Colleagues } from '../../desk/colleagues';
import { rules } from '../../words/en/rules';
import { OwnWords, said, type Words } from '../own-words';
import { Choice } from '../saved-page';
import { type Destination, isGone } from './rules';

const KINDS = ['store', 'team', 'person', 'email'] as const;

interface DestinationFieldsProps {
  to: Destination;
  colleagues: Colleagues;
  first: string;
  onChange: (to: Destination) => void;
}

/** The whole store, one of its teams or people, or an email address. */
export function DestinationFields({ to, colleagues, first, onChange }: DestinationFieldsProps) {
  const id = useId();
  const { people, teams } = { people: colleagues.people.value, teams: colleagues.teams.value };
  const options = to.kind === 'team' ? teams : to.kind === 'person' ? people : [];
  const pick = (kind: 'team' | 'person', of: readonly { id: string; name: string }[], chosen: string | undefined) => {
    const one = of.find((option) => option.id === chosen) ?? of[0];
    if (one) onChange({ kind, id: one.id, name: one.name });
  };
  const turnTo = (kind: Destination['kind']) => {
    if (kind === 'store') onChange({ kind });
    else if (kind === 'email') onChange({ kind, address: '', expectation: {} });
    else pick(kind, kind === 'team' ? teams : people, undefined);
  };
  return (
    <>
      <Choice
        label={rules.whereTo}
        id={id}
        value={to.kind}
        choices={KINDS.filter((is) => is !== 'team' || teams.length > 0 || to.kind === 'team').map((is) => ({
          is,
          label: rules.kinds[is],
          means: rules.kindMeans[is],
        }))}
        onChange={turnTo}
      />
      {(to.kind === 'team' || to.kind === 'person') && (
        <div class="field">
          <label for={`${id}w`}>{to.kind === 'team' ? rules.team : rules.person}</label>
          <select
            class="input"
            id={`${id}w`}
            value={to.id}
            onChange={(event) => pick(to.kind, options, event.currentTarget.value)}
          >
            {isGone(to, { people, teams }) && <option value={to.id}>{rules.goneName({ name: to.name })}</option>}
            {options.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      )}
      {to.kind === 'email' && (
        <EmailFields
          address={to.address}
          expectation={to.expectation}
          first={first}
          onChange={(email) => onChange({ kind: 'email', ...email })}
        />
      )}
    </>
  );
}

interface EmailFieldsProps {
  address: string;
  expectation: Words;
  first: string;
  onChange: (email: { address: string; expectation: Words }) => void;
}

/** An address of the store's, and what customers are told to expect of it. */
export function EmailFields({ address, expectation, first, onChange }: EmailFieldsProps) {
  const id = useId();
  return (
    <>
      <div class="field">
        <label for={`${id}a`}>{rules.address}</label>
        <input
          class="input"
          id={`${id}a`}
          type="email"
          maxLength={254}
          autoComplete="off"
          placeholder="orders@example.com"
          value={address}
          onInput={(event) => onChange({ address: event.currentTarget.value, expectation })}
        />
      </div>
      <OwnWords
        label={rules.expect}
        words={expectation}
        first={first}
        rows={2}
        without={{ is: 'nothing', example: rules.expectExample }}
        hint={rules.expectHint}
        onChange={(words) => onChange({ address, expectation: said(words) })}
      />
    </>
  );
}

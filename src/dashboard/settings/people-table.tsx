import type { Desk } from '../desk/desk';
import { initials, plural } from '../parts/format';
import { Icon } from '../parts/icons';
import { ROLES } from '../parts/labels';
import { Menu } from '../parts/menu';
import { Face } from '../parts/parts';
import type { Person } from '../session/api';
import { people as words } from '../words/en/people';
import { secondStep } from '../words/en/second-step';

interface PeopleTableProps {
  people: readonly Person[];
  me: string;
  desk: Desk;
  mayRemove: (person: Person) => boolean;
  mayChange: (person: Person) => boolean;
  onRemove: (person: Person) => void;
  onChange: (person: Person) => void;
  /** Null where the reader may not. */
  onReset: ((person: Person) => void) | null;
}

/** Everybody of the store: what they may, which teams they belong to, whether they are on duty now. */
export function PeopleTable(props: PeopleTableProps) {
  const { people, me, desk, mayRemove, mayChange, onRemove, onChange, onReset } = props;
  const teams = desk.colleagues.teams.value;
  const duty = desk.duty.value;
  return (
    <table class="tbl" aria-label="Team">
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Role</th>
          <th scope="col">Teams</th>
          <th scope="col">Duty</th>
          <th scope="col">
            <span class="sr">More</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => {
          const { id, name, email, role } = person;
          const mine = teams.filter((team) => team.people.some((one) => one.id === id));
          const onDuty = duty.find((one) => one.id === id);
          const chats = plural(desk.chatsOf(id), 'chat', 'chats');
          return (
            <tr key={id}>
              <td>
                <span class="who">
                  <Face initials={initials(name)} staff />
                  <span>
                    {name}
                    {id === me && ' (you)'}
                    <small>{email}</small>
                  </span>
                </span>
              </td>
              <td>{ROLES[role]}</td>
              <td>{mine.map((team) => team.name).join(', ') || <span class="hint">No team</span>}</td>
              <td>
                {desk.known.value && (
                  <span class="duty-now">
                    <span class={onDuty ? 'dot' : 'dot off'} aria-hidden="true" />
                    {onDuty ? `On duty, ${onDuty.here ? chats : 'away'}` : 'Off duty'}
                  </span>
                )}
              </td>
              <td class="r">
                {mayRemove(person) && (
                  <Menu
                    label={`More for ${name}`}
                    class="icon-btn"
                    opens="below"
                    items={[
                      ...(mayChange(person) ? [{ label: words.changeRole, run: () => onChange(person) }] : []),
                      ...(onReset && person.secondStep && id !== me
                        ? [{ label: secondStep.reset, run: () => onReset(person) }]
                        : []),
                      { label: id === me ? 'Leave this store' : 'Remove', run: () => onRemove(person) },
                    ]}
                  >
                    <Icon name="dots" />
                  </Menu>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

import type { Desk } from '../desk/desk';
import { initials } from '../parts/format';
import { Icon } from '../parts/icons';
import { ROLES } from '../parts/labels';
import { Menu } from '../parts/menu';
import { Face } from '../parts/parts';
import type { Person } from '../session/api';
import { common } from '../words/en/common';
import { passingOn } from '../words/en/passing-on';
import { people as words } from '../words/en/people';
import { secondStep } from '../words/en/second-step';
import { shell } from '../words/en/shell';
import { team } from '../words/en/team';

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
    <table class="tbl team" aria-label={team.team}>
      <thead>
        <tr>
          <th scope="col">{team.person}</th>
          <th scope="col">{team.role}</th>
          <th scope="col">{team.teams}</th>
          <th scope="col">{team.duty}</th>
          <th scope="col">
            <span class="sr">{team.more}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => {
          const { id, name, email, role } = person;
          const mine = teams.filter((one) => one.people.some((member) => member.id === id));
          const onDuty = duty.find((one) => one.id === id);

          return (
            <tr key={id}>
              <td>
                <span class="who">
                  <Face initials={initials(name)} staff />
                  <span>
                    {id === me ? team.you({ name }) : name}
                    <small>{email}</small>
                  </span>
                </span>
              </td>
              <td>{ROLES[role]}</td>
              <td>{mine.map((one) => one.name).join(', ') || <span class="hint">{team.noTeam}</span>}</td>
              <td>
                {desk.known.value && (
                  <span class="duty-now">
                    <span class={onDuty ? 'dot' : 'dot off'} aria-hidden="true" />
                    {onDuty
                      ? onDuty.here
                        ? passingOn.onDutyChats({ n: desk.chatsOf(id) })
                        : passingOn.onDutyAway
                      : shell.offDuty}
                  </span>
                )}
              </td>
              <td class="r">
                {mayRemove(person) && (
                  <Menu
                    label={team.moreFor({ name })}
                    class="icon-btn"
                    opens="below"
                    items={[
                      ...(mayChange(person) ? [{ label: words.changeRole, run: () => onChange(person) }] : []),
                      ...(onReset && person.secondStep && id !== me
                        ? [{ label: secondStep.reset, run: () => onReset(person) }]
                        : []),
                      { label: id === me ? team.leaveStore : common.remove, run: () => onRemove(person) },
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

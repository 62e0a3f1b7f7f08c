import type { Desk } from '../desk/desk';
import { initials, plural } from '../parts/format';
import { ROLES } from '../parts/labels';
import { Face } from '../parts/parts';
import type { Person } from '../session/api';

/** Everybody of the store: what they may, which teams they belong to, whether they are on duty now. */
export function PeopleTable({ people, me, desk }: { people: readonly Person[]; me: string; desk: Desk }) {
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
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name, email, role }) => {
          const mine = teams.filter((team) => team.people.some((person) => person.id === id));
          const onDuty = duty.find((person) => person.id === id);
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
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { Dialog } from '../parts/dialog';
import { Icon } from '../parts/icons';
import { ROLES } from '../parts/labels';
import { Warning } from '../parts/parts';
import { SelectField } from '../parts/select-field';
import { type Invited, invite, type Person, type Role } from '../session/api';
import { people as words } from '../words/en/people';
import { team } from '../words/en/team';
import { EmailAlerts } from './email-alerts';
import { PeopleTable } from './people-table';
import { RemoveDialog } from './remove-dialog';
import { ResetDialog } from './reset-dialog';
import { RoleDialog } from './role-dialog';
import { isAddress } from './rules/rules';
import type { SettingsPageProps } from './settings';
import { Teams } from './teams';
import { WaitingRules } from './waiting-rules';

/** Who answers for the store. */
export function Team({ me, store, kept, desk, manages }: SettingsPageProps) {
  const inviting = useSignal(false);
  const invited = useSignal<Invited | null>(null);
  const removing = useSignal<Person | null>(null);
  const changing = useSignal<Person | null>(null);
  const resetting = useSignal<Person | null>(null);
  const said = useSignal('');
  const { people, failed } = desk.colleagues;
  const mayManage = ({ role }: Person) => store.role === 'owner' || (manages && role !== 'owner');
  useEffect(() => void desk.colleagues.load(), [desk]);
  return (
    <>
      <div class="head">
        <div class="t">
          <h2>{team.title}</h2>
          <p>{team.about({ store: store.name })}</p>
        </div>
        {manages && (
          <button class="btn pri" type="button" onClick={() => (inviting.value = true)}>
            <Icon name="plus" />
            {team.invite}
          </button>
        )}
      </div>
      <p class="done" role="status">
        {said.value || (invited.value && outcome(invited.value))}
      </p>
      {failed.value && <Warning>{failed.value}</Warning>}
      {people.value.length > 0 && (
        <PeopleTable
          people={people.value}
          me={me.user.id}
          desk={desk}
          mayRemove={(person) => person.id === me.user.id || mayManage(person)}
          mayChange={mayManage}
          onChange={(person) => (changing.value = person)}
          onRemove={(person) => (removing.value = person)}
          onReset={store.role === 'owner' ? (person) => (resetting.value = person) : null}
        />
      )}
      <Teams store={store.id} colleagues={desk.colleagues} kept={kept} manages={manages} />
      <div class="cols apart">
        <EmailAlerts me={me} store={store.id} />
        <WaitingRules kept={kept} store={store.name} manages={manages} />
      </div>
      {removing.value && (
        <RemoveDialog
          store={store}
          person={removing.value}
          isMe={removing.value.id === me.user.id}
          onClose={() => (removing.value = null)}
          onRemoved={() => {
            removing.value = null;
            void desk.colleagues.load();
          }}
        />
      )}
      {resetting.value && (
        <ResetDialog
          store={store.id}
          person={resetting.value}
          onClose={() => (resetting.value = null)}
          onReset={() => {
            resetting.value = null;
            void desk.colleagues.load();
          }}
        />
      )}
      {changing.value && (
        <RoleDialog
          store={store}
          person={changing.value}
          onClose={() => (changing.value = null)}
          onChanged={(outcome) => {
            changing.value = null;
            said.value = outcome;
            void desk.colleagues.load();
          }}
        />
      )}
      {inviting.value && (
        <InviteDialog
          store={store.id}
          mayMakeOwners={store.role === 'owner'}
          onClose={() => (inviting.value = false)}
          onInvited={(added) => {
            inviting.value = false;
            said.value = '';
            invited.value = added;
            void desk.colleagues.load();
          }}
        />
      )}
    </>
  );
}

const outcome = ({ person, mailed }: Invited): string =>
  mailed === 'sent' ? team.invited({ name: person.name }) : team.invitedOnly({ name: person.name });

interface InviteProps {
  store: string;
  mayMakeOwners: boolean;
  onClose: () => void;
  onInvited: (invited: Invited) => void;
}

function InviteDialog({ store, mayMakeOwners, onClose, onInvited }: InviteProps) {
  const id = useId();
  const name = useSignal('');
  const email = useSignal('');
  const role = useSignal<Role>('agent');
  const busy = useSignal(false);
  const failed = useSignal('');
  const fault = useSignal('');
  const submit = async () => {
    if (busy.value) return;
    fault.value = isAddress(email.value) ? '' : words.badEmail;
    if (fault.value) return;
    busy.value = true;
    const answer = await invite(store, { name: name.value.trim(), email: email.value.trim(), role: role.value });
    busy.value = false;
    if (answer.ok) onInvited(answer.value);
    else failed.value = answer.message;
  };
  const roles: Role[] = mayMakeOwners ? ['agent', 'admin', 'owner'] : ['agent', 'admin'];
  return (
    <Dialog
      title={team.invite}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={team.sendInvitation}
      disabled={!name.value.trim() || !email.value.trim()}
    >
      <div class="field">
        <label for={`${id}n`}>{team.name}</label>
        <input
          class="input"
          id={`${id}n`}
          required
          maxLength={80}
          autoComplete="off"
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
      </div>
      <div class="field">
        <label for={`${id}e`}>{team.email}</label>
        <input
          class="input"
          id={`${id}e`}
          type="email"
          required
          maxLength={200}
          autoComplete="off"
          aria-invalid={fault.value !== ''}
          aria-describedby={`${id}f`}
          value={email.value}
          onInput={(event) => {
            email.value = event.currentTarget.value;
            fault.value = '';
          }}
        />
        <p class="fault" id={`${id}f`} role="alert">
          {fault.value}
        </p>
      </div>
      <SelectField
        label={team.role}
        value={role.value}
        options={roles.map((one) => [one, ROLES[one]])}
        hint={team.roleHint}
        onChange={(to) => (role.value = to)}
      />
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}

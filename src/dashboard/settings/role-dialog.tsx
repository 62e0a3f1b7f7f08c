import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Dialog } from '../parts/dialog';
import { Warning } from '../parts/parts';
import { SelectField } from '../parts/select-field';
import { changeRole, type Person, type Role, type StoreOfMine } from '../session/api';
import { common } from '../words/en/common';
import { labels } from '../words/en/labels';
import { people as words } from '../words/en/people';
import { FormClash } from './clash';
import { ClashStrip } from './clash-strip';

interface RoleProps {
  store: StoreOfMine;
  person: Person;
  onClose: () => void;
  onChanged: (words: string) => void;
}

/** What somebody may do in the store. */
export function RoleDialog({ store, person, onClose, onChanged }: RoleProps) {
  const role = useSignal<Role>(person.role);
  const failed = useSignal('');
  const busy = useSignal(false);
  const form = useMemo(() => new FormClash({ role: person.role }, person.seen, (_, value) => (role.value = value)), []);
  const submit = async (): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    failed.value = '';
    const answer = await changeRole(store.id, person.id, { role: role.value, seen: form.seen });
    busy.value = false;
    const met = form.meet<Person>(answer, { role: role.value }, ({ role: theirs }) => ({ role: theirs }));
    if (met === 'again') return submit();
    if (answer.ok) onChanged(words.roleChanged({ name: person.name, role: labels.roles[role.value] }));
    else if (met === 'nothing') failed.value = answer.message;
  };
  const roles: Role[] = store.role === 'owner' ? ['agent', 'admin', 'owner'] : ['agent', 'admin'];
  return (
    <Dialog
      title={words.roleOf({ name: person.name })}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={common.save}
      disabled={busy.value || (role.value === person.role && !form.clash.met.value)}
    >
      <SelectField
        label={words.role}
        value={role.value}
        options={roles.map((one) => [one, labels.roles[one]])}
        hint={words.roleMeans}
        onChange={(to) => {
          role.value = to;
          failed.value = '';
        }}
      />
      <ClashStrip clash={form.clash} busy={busy.value} />
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}

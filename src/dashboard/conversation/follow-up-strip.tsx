import type { CustomerView } from '../../protocol/staff';
import { firstName } from '../parts/format';
import { Icon } from '../parts/icons';
import type { Talk } from './talk';

/** Says, before anything is written, that a reply takes nobody's place, and where it will be read. */
export function FollowUpStrip({ talk, customer }: { talk: Talk; customer: CustomerView }) {
  if (!talk.standing.followsUp.value) return null;
  return (
    <div class="strip calm">
      <Icon name="owed" />
      <p role="status" aria-label="Follow-up">
        <b>Reply without taking over.</b> {whereItGoes(customer)}
      </p>
    </div>
  );
}

/** Where a customer reads a reply that nobody waits for. */
export function whereItGoes({ here, email, name }: Pick<CustomerView, 'here' | 'email' | 'name'>): string {
  if (here) return `${firstName(name)} is here and reads it in the chat.`;
  return email ? `Goes to ${email.address}.` : 'Waits in the chat for them.';
}

import type { CustomerView } from '../../protocol/staff';
import { bold } from '../parts/bold';
import { firstName } from '../parts/format';
import { Icon } from '../parts/icons';
import { chat } from '../words/en/chat';
import type { Talk } from './talk';

/** Says, before anything is written, that a reply takes nobody's place, and where it will be read. */
export function FollowUpStrip({ talk, customer }: { talk: Talk; customer: CustomerView }) {
  if (!talk.standing.followsUp.value) return null;
  return (
    <div class="strip calm">
      <Icon name="owed" />
      <p role="status" aria-label={chat.followUp}>
        {chat.withoutTakingOver({ b: bold, where: whereItGoes(customer) })}
      </p>
    </div>
  );
}

/** Where a customer reads a reply that nobody waits for. */
export function whereItGoes({ here, email, name }: Pick<CustomerView, 'here' | 'email' | 'name'>): string {
  if (here) return chat.readsHere({ name: firstName(name) });
  return email ? chat.goesTo({ address: email.address }) : chat.waitsForThem;
}

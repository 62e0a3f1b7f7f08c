import type { SignedIn } from '../accounts/tokens';
import { addressHash } from '../channels/mail/address';
import type { CustomerActor } from '../domain/actor';
import type { VerifiedCustomer } from '../protocol/verified';
import { oweHistory } from './deliveries/history';
import type { Room } from './room';
import type { Contact, Customer } from './storage/records';

/** Whose conversation this is, where the shop has signed somebody in: who may reach it, and who no longer. */

/** Apart from what was said: it counts before anything was. Each with its end, epoch ms. */
interface Doors {
  /** Devices that were signed out. */
  out: Record<string, number>;
  /** Links out of mails that were followed. */
  used: Record<string, number>;
}
const DOORS = 'doors';

/** `nothing`: nobody ever said anything in it; `taken`: it is another customer's. */
export type Adopted = 'nothing' | 'taken' | 'quiet' | 'open';

/** Where mail may lead, for whoever follows a link out of one. */
type From = Pick<Contact, 'network' | 'origin'>;
type MaybeFrom = { [K in keyof From]?: From[K] | undefined };

const plain = ({ sub, name, email }: VerifiedCustomer): VerifiedCustomer => ({
  sub,
  ...(name !== undefined && { name }),
  ...(email !== undefined && { email }),
});
const same = (a: VerifiedCustomer | undefined, b: VerifiedCustomer): boolean =>
  a?.sub === b.sub && a.name === b.name && a.email === b.email;

/** Whether whoever reads mail to this address may open the conversation. */
export const opensBy = (contact: Contact, { verified }: Customer): boolean =>
  contact.state === 'confirmed' && (!verified || verified.email === contact.address);

export class Identity {
  constructor(
    private readonly room: Room,
    private readonly kv: DurableObjectStorage['kv'],
  ) {}

  /** Whether this customer may come in. What they say of themselves by coming is kept. */
  admits(actor: CustomerActor, origin: string, now: number): boolean {
    const { customer } = this.room.store;
    const { signedIn, network = null } = actor;
    if (signedIn && (this.#doors.out[signedIn.device] ?? 0) > now) return false;
    if (customer?.verified && customer.verified.sub !== signedIn?.sub) return false;
    if (customer && signedIn) this.#bind(customer, signedIn, { network, origin }, now);
    return true;
  }

  /** With the first thing that they do. */
  begun(customer: Customer, signedIn: SignedIn | undefined, from: From): Customer {
    if (!signedIn) return customer;
    this.#confirm(undefined, signedIn.email, from);
    return { ...customer, verified: plain(signedIn) };
  }

  /** Somebody who was anonymous here has signed in: whoever comes without that is let in no more. */
  adopt(verified: VerifiedCustomer, now: number): Adopted {
    const { customer, exists } = this.room.store;
    if (!exists || !customer) return 'nothing';
    if (customer.test || (customer.verified && customer.verified.sub !== verified.sub)) return 'taken';
    this.#bind(customer, verified, this.room.sockets.customers().at(-1) ?? {}, now);
    return this.standing();
  }

  standing(): Exclude<Adopted, 'taken'> {
    if (!this.room.store.exists) return 'nothing';
    return this.room.isHandedOver ? 'open' : 'quiet';
  }

  #bind(customer: Customer, verified: VerifiedCustomer, from: MaybeFrom, now: number): void {
    this.room.sockets.cutOthers(verified.sub);
    if (same(customer.verified, verified)) return;
    const { network = null, origin = null } = from;
    this.room.transaction(() => {
      this.#confirm(customer.verified, verified.email, { network, origin });
      this.room.store.customer = { ...customer, verified: plain(verified) };
      oweHistory(this.room.outbox, [], false, now);
    });
    this.room.showing.publishState(now);
    this.room.showing.rowChanged(now);
    this.room.timing.arm(now);
    this.room.timing.kick(now);
  }

  /**
   * An address that the shop vouches for takes the place of one that was only typed, or left before they signed in (a device
   * has other users, too); never of one they asked to stop.
   */
  #confirm(before: VerifiedCustomer | undefined, email: string | undefined, from: From): void {
    if (!email) return;
    const { contact } = this.room.store;
    const isTheirs = before && contact && contact.state !== 'typed' && contact.address !== before.email;
    if (isTheirs || contact?.state === 'stopped') return;
    this.room.store.contact = { address: email, state: 'confirmed', changes: contact?.changes ?? 0, ...from };
  }

  /** What was opened on this device is closed, and nothing opens it again. */
  signOut(device: string, until: number, now: number): void {
    this.#keep({ out: { [device]: until } }, now);
    this.room.sockets.cutDevice(device);
  }

  /**
   * By a link out of a mail: once, while the address is confirmed. It lets in whoever reads that mail; as a customer of the
   * shop's only by the address that the shop vouches for.
   */
  async comeBack(
    hash: string,
    link: string,
    until: number,
    now: number,
  ): Promise<{ verified: VerifiedCustomer | null } | null> {
    const { contact, customer } = this.room.store;
    if (!customer || !contact || !opensBy(contact, customer)) return null;
    if ((await addressHash(contact.address)) !== hash) return null;
    if (this.#doors.used[link] !== undefined) return null;
    this.#keep({ used: { [link]: until } }, now);
    return { verified: this.room.store.customer?.verified ?? null };
  }

  get #doors(): Doors {
    return { out: {}, used: {}, ...this.kv.get<Partial<Doors>>(DOORS) };
  }

  #keep(more: Partial<Doors>, now: number): void {
    const known = this.#doors;
    const lasting = (of: Record<string, number>) =>
      Object.fromEntries(Object.entries(of).filter(([, until]) => until > now));
    this.kv.put(DOORS, {
      out: { ...lasting(known.out), ...more.out },
      used: { ...lasting(known.used), ...more.used },
    } satisfies Doors);
  }
}

/** Who acts over a socket. Made at the door from what was verified there, passed on, never read from a payload. */
export type Actor = CustomerActor | StaffActor;

export interface CustomerActor {
  type: 'customer';
  store: string;
  conversation: string;
  /** The conversation that their browser began with, where this is a later one. */
  visitor?: string | undefined;
  /** Where they come from, as a hash that says no more than "the same network". */
  network?: string | undefined;
  /** What they look at it with, in words: "iPhone, Safari". */
  device?: string | undefined;
  /** Who of the staff plays this customer; missing for everybody else. */
  test?: string | undefined;
  /** Whom the shop says they are; missing for everybody anonymous. */
  signedIn?: SignedInCustomer | undefined;
}

/** A customer whom the shop's own server has signed in, on one device. */
export interface SignedInCustomer {
  /** What the shop calls them. */
  sub: string;
  name?: string | undefined;
  /** The shop vouches for it. */
  email?: string | undefined;
  device: string;
}

export interface StaffActor {
  type: 'staff';
  store: string;
  id: string;
  /** The whole name, for colleagues. Customers see `publicName(name)`. */
  name: string;
  role: Role;
  /** Which sign-in of theirs: where that one ends, so does what it opened. */
  session?: string | undefined;
}

export const ROLES = ['owner', 'admin', 'agent'] as const;
export type Role = (typeof ROLES)[number];

/** A staff member as records keep them. */
export interface StaffRef {
  id: string;
  name: string;
}

/** A group of a store's people. */
export interface TeamRef {
  id: string;
  name: string;
}

/** Whom a chat is meant for, where that is not the whole store. */
export type Target = { kind: 'person'; staff: StaffRef } | { kind: 'team'; team: TeamRef };

/** What customers see of a staff member: the first name. */
export const publicName = (name: string): string => name.trim().split(/\s+/)[0] || 'Support';

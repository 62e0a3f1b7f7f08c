/** Who acts over a socket. Made at the door from what was verified there, passed on, never read from a payload. */
export type Actor = CustomerActor | StaffActor;

export interface CustomerActor {
  type: 'customer';
  store: string;
  conversation: string;
  /** Where they come from, as a hash that says no more than "the same network". */
  network?: string | undefined;
  /** What they look at it with, in words: "iPhone, Safari". */
  device?: string | undefined;
  /** Who of the staff plays this customer; missing for everybody else. */
  test?: string | undefined;
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

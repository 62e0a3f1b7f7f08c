import { room } from '../words';

/** The people of a store. */
export const en = {
  changeRole: 'Change role',
  role: 'Role',
  roleOf: 'Role of {name}',
  roleMeans: 'Members answer customers. Admins also change settings and invite. Owners also make and remove owners.',
  roleChanged: '{name}: {role} from now on.',
  badEmail: 'Enter an address like name@example.com.',
} as const;

export const people = room('people', en);

import type { CustomerMessage } from '../../../src/protocol/customer';

/** What a person's message says in one line: its words, else what its files are called. */
export const spoken = ({ text, files = [] }: CustomerMessage & { kind: 'staff' }): string =>
  text || files.map(({ name }) => name).join(', ');

import { keys } from '../words/en/keys';
import type { Around, Command } from './commands';

/** What a command is called in the palette, now. */
export function nameOf({ id }: Command, { chat, onDuty }: Pick<Around, 'chat' | 'onDuty'>): string {
  if (id === 'claim' && chat?.colleague) return keys.takeOverFrom({ name: chat.colleague });
  return id === 'duty' && !onDuty ? keys.goOnDuty : keys.names[id];
}

/** What its key does, whatever is open. */
export const aboutKey = ({ id }: Command): string =>
  id === 'claim' ? keys.takeOverByKey : id === 'keys' ? keys.theseKeys : keys.names[id];

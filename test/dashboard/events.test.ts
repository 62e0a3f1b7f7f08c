import { describe, expect, it } from 'vitest';
import { wording } from '../../src/dashboard/conversation/events';

describe('what the log says of an event', () => {
  it('a page from before a deployment says that it does not know it, and goes on', () => {
    const unknown = { what: 'teleported', handoff: 1 } as unknown as Parameters<typeof wording>[0];
    expect(wording(unknown, { me: 'ana', customer: 'Mira' }).join(' ')).toContain('loaded again');
  });
});

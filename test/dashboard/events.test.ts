import { describe, expect, it } from 'vitest';
import { inText } from '../../src/dashboard/conversation/events';

describe('what the log says of an event', () => {
  it('a page from before a deployment says that it does not know it, and goes on', () => {
    const unknown = { what: 'teleported', handoff: 1 } as unknown as Parameters<typeof inText>[0];
    expect(inText(unknown, { me: 'ana', customer: 'Mira' })).toContain('loaded again');
  });
});

import { describe, expect, it } from 'vitest';
import { REASONS, urgencyOf } from '../../src/domain/reasons';

describe('urgency of a reason', () => {
  it('is urgent by default for a refund, a complaint and an escalation, and for nothing else', () => {
    expect(REASONS.filter((reason) => urgencyOf(reason) === 'urgent')).toEqual(['refund', 'complaint', 'escalation']);
  });

  it('follows the list of the store', () => {
    expect(urgencyOf('refund', [])).toBe('normal');
    expect(urgencyOf('low_confidence', ['low_confidence'])).toBe('urgent');
  });

  it('is normal where nobody gave a reason', () => {
    expect(urgencyOf(null, REASONS)).toBe('normal');
  });
});

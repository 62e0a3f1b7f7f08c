import { describe, expect, it } from 'vitest';
import { ana, assigned, comesOf, dele, ended, MINUTE, mira, pending, step, T0, toCare, toDele } from './records';
import { STATES } from './states';

const at = { now: T0 + 5 * MINUTE };
const renamed = (id: string) => ({ do: 'renamed', staff: { id, name: 'Ana Kirova' } }) as const;

describe('somebody who has another name', () => {
  it('is called so in the chat that they have, wherever they stand in it', () => {
    const next = step(STATES.withAna, renamed(ana.id), at);
    const [handoff] = next.handoffs;
    expect(handoff).toMatchObject({ assignee: { id: ana.id, name: 'Ana Kirova' } });
    expect(handoff?.assignees.at(-1)?.staff.name).toBe('Ana Kirova');
    expect(next.turn).toBe(STATES.withAna.turn);
  });

  it('is called so where a chat is meant for them, or offered to them', () => {
    const offered = step(STATES.withAna, { do: 'transfer', staff: ana, to: toDele }, at);
    expect(step(offered, renamed(dele.id), at).handoffs[0]).toMatchObject({
      assignee: ana,
      transfer: { to: { kind: 'person', staff: { id: dele.id, name: 'Ana Kirova' } } },
    });
    const meant = { ...STATES.pending, handoffs: [pending({ destination: toDele })] };
    expect(step(meant, renamed(dele.id), at).handoffs[0]).toMatchObject({
      destination: { kind: 'person', staff: { name: 'Ana Kirova' } },
    });
  });

  it('keeps the name in what is over: it was read with it', () => {
    const over = { ...STATES.withAna, handoffs: [ended(), assigned({ n: 2 })] };
    const next = step(over, renamed(ana.id), at);
    expect(next.handoffs[0]).toEqual(over.handoffs[0]);
    expect(next.handoffs[1]).toMatchObject({ assignee: { name: 'Ana Kirova' } });
  });

  it('changes nothing where they have no part', () => {
    for (const who of [mira.id, dele.id]) expect(comesOf(STATES.withAna, renamed(who), at)).toMatch(/not_due/);
    const care = { ...STATES.pending, handoffs: [pending({ destination: toCare })] };
    expect(comesOf(care, renamed(ana.id), at)).toMatch(/not_due/);
    expect(comesOf(STATES.withAna, { do: 'renamed', staff: ana }, at)).toMatch(/not_due/);
  });
});

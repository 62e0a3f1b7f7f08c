import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test } from 'vitest';
import { Edits } from '../../src/dashboard/settings/edits';
import type { Kept, Seen } from '../../src/dashboard/settings/kept';
import type { Revised } from '../../src/settings/change';
import { DEFAULT_SETTINGS, type StoreSettings } from '../../src/settings/schema';

/** Settings as another page or person may change them, and a server that may refuse. */
function kept() {
  const saved = signal<StoreSettings | null>(DEFAULT_SETTINGS);
  const sent: Partial<StoreSettings>[] = [];
  const seen: Seen[] = [];
  const server = { refuses: false, newer: null as Revised | null, during: () => {} };
  const save = async (parts: Partial<StoreSettings>, said: Seen) => {
    sent.push(parts);
    seen.push(said);
    server.during();
    if (server.refuses) return { ok: false, code: 'offline', message: 'No connection.' };
    if (server.newer) {
      const newer = { revision: { n: 9, at: 1_000, by: { id: 'dele', name: 'Dele' } }, value: server.newer };
      server.newer = null;
      return { ok: false, code: 'changed_meanwhile', message: 'Somebody else changed this.', newer };
    }
    saved.value = { ...DEFAULT_SETTINGS, ...saved.value, ...parts };
    return { ok: true };
  };
  const kept = { saved, save, seen: {} as Seen, take };
  function take({ settings, revisions }: Revised) {
    saved.value = settings;
    kept.seen = Object.fromEntries(Object.entries(revisions).map(([area, one]) => [area, one?.n ?? 0]));
  }
  return { kept: kept as unknown as Kept, saved, sent, seen, server };
}

let world: ReturnType<typeof kept>;
let edits: Edits;
beforeEach(() => {
  world = kept();
  edits = new Edits(world.kept);
});

describe('a page of settings', () => {
  test('shows what is saved, with what was changed on it', () => {
    expect(edits.changed.value).toBe(false);
    edits.change({ shownAs: 'team' });
    expect(edits.value.value).toEqual({ ...DEFAULT_SETTINGS, shownAs: 'team' });
    expect(edits.changed.value).toBe(true);
    world.saved.value = { ...DEFAULT_SETTINGS, handoff: 'off' };
    expect(edits.value.value).toMatchObject({ shownAs: 'team', handoff: 'off' });
  });

  test('is unchanged again when a change is taken back, or discarded', () => {
    edits.change({ shownAs: 'team' });
    edits.change({ shownAs: 'first_name' });
    expect(edits.changed.value).toBe(false);
    edits.type('goneAfter', '7');
    edits.discard();
    expect([edits.changed.value, edits.field('goneAfter').text]).toEqual([false, '2']);
  });

  test('saves only its own parts, and says so', async () => {
    edits.change({ shownAs: 'team' });
    edits.type('goneAfter', '7 min');
    await edits.save();
    expect(world.sent).toEqual([{ shownAs: 'team', goneAfter: 7 }]);
    expect(edits.said.value).toMatch(/^Saved\./);
    expect([edits.changed.value, edits.field('goneAfter').text]).toEqual([false, '7']);
  });

  test('keeps what the server did not take', async () => {
    world.server.refuses = true;
    edits.change({ shownAs: 'team' });
    await edits.save();
    expect([edits.failed.value, edits.said.value, edits.changed.value]).toEqual(['No connection.', '', true]);
  });

  test('keeps what is changed while it is being saved', async () => {
    world.server.during = () => edits.change({ handoff: 'off' });
    edits.change({ shownAs: 'team' });
    await edits.save();
    expect([edits.changed.value, edits.value.value?.handoff]).toEqual([true, 'off']);
    world.server.during = () => {};
    await edits.save();
    expect(world.sent[1]).toEqual({ handoff: 'off' });
  });

  test('is not saved while something on it must be mended', async () => {
    edits.type('goneAfter', '99');
    expect(edits.field('goneAfter')).toEqual({ text: '99', fault: 'Between 1 and 30 minutes.' });
    expect(edits.changed.value).toBe(true);
    await edits.save();
    expect(edits.failed.value).toBe('Some numbers need a look first. They are marked.');
    edits.forget('goneAfter');
    await edits.save('The address is not complete.');
    expect(edits.failed.value).toBe('The address is not complete.');
    expect(world.sent).toEqual([]);
  });
});

describe('when somebody else has saved the same page meanwhile', () => {
  /** What Dele made of it. */
  const dele = (change: Partial<StoreSettings>) => {
    const revisions = { customers: { n: 9, at: 1_000, by: { id: 'dele', name: 'Dele' } } };
    world.server.newer = { settings: { ...DEFAULT_SETTINGS, ...change }, version: 2, revisions } as unknown as Revised;
  };
  const rows = () =>
    edits.clash.met.value?.rows.map(({ field, mine, theirs, chosen }) => [field, mine, theirs, chosen]);

  test('what differs is shown, with what the other did elsewhere on it, and nothing that was typed is lost', async () => {
    dele({ teamName: 'Crew', shownAs: 'team' });
    edits.change({ teamName: 'Heroes', handoff: 'off' });
    await edits.save();
    expect(edits.said.value).toBe('');
    expect(rows()).toEqual([
      ['shownAs', 'first_name', 'team', 'theirs'],
      ['teamName', 'Heroes', 'Crew', 'mine'],
    ]);
    expect(edits.value.value).toMatchObject({ teamName: 'Heroes', shownAs: 'team', handoff: 'off' });
  });

  test('saving again keeps mine, and says what was seen', async () => {
    dele({ teamName: 'Crew' });
    edits.change({ teamName: 'Heroes' });
    await edits.save();
    await edits.save();
    expect(world.sent).toEqual([{ teamName: 'Heroes' }, { teamName: 'Heroes' }]);
    expect(world.seen).toEqual([{ customers: 0 }, { customers: 9 }]);
    expect([edits.clash.met.value, edits.changed.value]).toEqual([null, false]);
  });

  test('theirs is taken, and mine comes back when I change my mind', async () => {
    dele({ teamName: 'Crew' });
    edits.change({ teamName: 'Heroes' });
    await edits.save();
    edits.clash.choose('teamName', 'theirs');
    expect([edits.value.value?.teamName, edits.changed.value]).toEqual(['Crew', false]);
    edits.clash.choose('teamName', 'mine');
    expect([edits.value.value?.teamName, edits.changed.value]).toEqual(['Heroes', true]);
    edits.clash.choose('teamName', 'theirs');
    edits.discard();
    expect([edits.value.value?.teamName, edits.clash.met.value]).toEqual(['Crew', null]);
  });

  test('what they changed and I did not can be put back', async () => {
    dele({ shownAs: 'team' });
    edits.change({ handoff: 'off' });
    await edits.save();
    edits.clash.choose('shownAs', 'mine');
    await edits.save();
    expect(world.sent.at(-1)).toEqual({ handoff: 'off', shownAs: 'first_name' });
  });

  test('both having done the same is nothing to decide', async () => {
    dele({ teamName: 'Crew' });
    edits.change({ teamName: 'Crew' });
    await edits.save();
    expect([edits.clash.met.value, edits.said.value.slice(0, 5)]).toEqual([null, 'Saved']);
  });

  test('what was seen is what stood there at the first key, not at the save', async () => {
    edits.change({ teamName: 'Heroes' });
    world.kept.take({
      settings: DEFAULT_SETTINGS,
      version: 3,
      revisions: { customers: { n: 5 } },
    } as unknown as Revised);
    await edits.save();
    expect(world.seen).toEqual([{ customers: 0 }]);
  });
});

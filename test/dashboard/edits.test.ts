import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test } from 'vitest';
import { Edits } from '../../src/dashboard/settings/edits';
import type { Kept } from '../../src/dashboard/settings/kept';
import { DEFAULT_SETTINGS, type StoreSettings } from '../../src/settings/schema';

/** Settings as another page or person may change them, and a server that may refuse. */
function kept() {
  const saved = signal<StoreSettings | null>(DEFAULT_SETTINGS);
  const sent: Partial<StoreSettings>[] = [];
  const server = { refuses: false, during: () => {} };
  const save = async (parts: Partial<StoreSettings>) => {
    sent.push(parts);
    server.during();
    if (server.refuses) return { ok: false, code: 'offline', message: 'No connection.' };
    saved.value = { ...DEFAULT_SETTINGS, ...saved.value, ...parts };
    return { ok: true };
  };
  return { kept: { saved, save } as unknown as Kept, saved, sent, server };
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

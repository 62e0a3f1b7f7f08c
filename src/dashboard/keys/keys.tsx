import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Desk } from '../desk/desk';
import { isMac } from '../parts/modifier';
import type { StoreOfMine } from '../session/api';
import { choices, leaveSession, myStores } from '../session/session';
import type { Kept } from '../settings/kept';
import { askForStore, mayAdd } from '../stores/adding';
import { around, type Panel, panel } from './around';
import type { Around } from './commands';
import type { HelpProps } from './help';
import type { PaletteProps } from './palette';
import { commandFor, opensPalette } from './pressed';

/** What the dialogs need, loaded with the first of them. */
interface Dialogs {
  Palette: ComponentType<PaletteProps>;
  Help: ComponentType<HelpProps>;
}
const dialogs = signal<Dialogs | null>(null);

async function load(): Promise<void> {
  if (dialogs.peek()) return;
  try {
    const [{ Palette }, { Help }] = await Promise.all([import('./palette'), import('./help')]);
    dialogs.value = { Palette, Help };
  } catch {
    // Without a connection there is no dialog yet; keys mean again what they mean.
    panel.value = null;
  }
}

/** Keys and palette of one store: what they do is in the registry (commands.ts). */
export function Keys({ store, desk, kept }: { store: StoreOfMine; desk: Desk; kept: Kept }) {
  const { route } = useLocation();
  const home = `/dashboard/${desk.store}`;
  const now = (): Around => ({
    ...around,
    home,
    go: (path) => route(path),
    waiting: desk.arrangement.peek().waiting,
    onDuty: desk.onDuty.peek(),
    setDuty: (on) => desk.setDuty(on),
    search: around.walk && (() => search(desk)),
    open: (conversation) => {
      around.arriving = conversation;
      route(`${home}/inbox/${encodeURIComponent(conversation)}`);
    },
    addStore: mayAdd(myStores()) ? askForStore : null,
    show: (what) => {
      panel.value = what;
    },
    signOut: () => void leaveSession(),
  });
  const latest = useRef(now);
  latest.current = now;
  const shown = panel.value;
  const next = useRef<(() => void) | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Also while it is on its way: what is typed meanwhile is meant for it.
      if (panel.peek() || document.querySelector('dialog[open]')) return;
      if (opensPalette(event, isMac)) {
        event.preventDefault();
        panel.value = 'palette';
        return;
      }
      const command = choices.peek().singleKeys ? commandFor(event) : null;
      const at = latest.current();
      if (!command?.when(at)) return;
      event.preventDefault();
      (command.byKey ?? command.run)(at);
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
      panel.value = null;
    };
  }, []);
  useLayoutEffect(() => {
    if (shown) return void load();
    // The dialog has given the focus back by now: what was chosen may take it.
    const run = next.current;
    next.current = null;
    run?.();
  }, [shown]);

  const close = (then: (() => void) | null = null) => {
    next.current = then;
    panel.value = null;
  };
  const code = dialogs.value;
  if (!shown || !code) return null;
  return shown === 'palette' ? (
    <code.Palette at={now} store={store} desk={desk} kept={kept} onClose={close} />
  ) : (
    <code.Help onClose={close} />
  );
}

/** To the field, which may be there already. */
function search(desk: Desk): void {
  if (desk.looked.peek() === null) desk.looked.value = '';
  else document.querySelector<HTMLElement>('.queue [type="search"]')?.focus();
}

/** The way to the palette for a pointer. */
export const openPanel = (what: Panel): void => {
  panel.value = what;
};

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { time } from '../parts/format';
import { clock } from '../session/clock';
import type { Kept } from '../settings/kept';
import { language, wholeLanguage } from '../words/words';

const LOOK_AGAIN = 60 * 60_000;
/** How often another look at what others may have changed is worth a request, on coming back to the page. */
const STALE = 60_000;

/** "Open until 18:00", "Closed, opens Mon 09:00", in the reader's own time. The arithmetic comes after the page. */
export function OpenUntil({ kept }: { kept: Kept }) {
  const words = useSignal('');
  const settings = kept.saved.value;
  const spoken = language();
  useEffect(() => {
    if (!settings) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const say = async () => {
      // Its words come with the rest of a language, after what the inbox says.
      const [{ changesAt, shortly, stateAt }] = await Promise.all([import('../settings/hours/state'), wholeLanguage()]);
      if (over) return;
      const now = clock.peek();
      const state = stateAt(settings, now);
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      words.value = shortly(state, now, zone, time);
      const next = Math.min(changesAt(state) ?? Number.POSITIVE_INFINITY, now + LOOK_AGAIN);
      timer = setTimeout(() => void say(), Math.max(1_000, next - now + 500));
    };
    // Without the arithmetic the line stays empty; the page works.
    say().catch(() => {});
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [settings, spoken]);
  useEffect(() => {
    let looked = Date.now();
    const look = () => {
      if (document.visibilityState === 'hidden' || Date.now() - looked < STALE) return;
      looked = Date.now();
      void kept.load();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [kept]);
  return <>{words.value}</>;
}

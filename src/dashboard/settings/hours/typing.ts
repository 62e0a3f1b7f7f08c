/** Times of day as people type them, and as the arrow keys move them. Stored as `HH:MM`; `24:00` ends a day. */

const STEP = 15;
const DAY = 24 * 60;

const two = (n: number) => String(n).padStart(2, '0');
const written = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

export type Edge = 'opens' | 'closes';

/** "9", "930", "9.30", "9:30 pm", "18h": a time of day; null where it is none. Only what closes may be 24:00. */
export function readTime(typed: string, edge: Edge): string | null {
  const text = typed.trim().toLowerCase();
  const found =
    /^(?<h>\d{1,2})(?:\s*[:.,h]\s*(?<m>\d{2})?)?\s*(?<half>am|pm)?$/.exec(text) ??
    /^(?<h>\d{1,2})(?<m>\d{2})\s*(?<half>am|pm)?$/.exec(text);
  if (!found?.groups) return null;
  const { h, m = '0', half } = found.groups;
  const minutes = Number(m);
  let hours = Number(h);
  if (half) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half === 'pm' ? 12 : 0);
  }
  const at = hours * 60 + minutes;
  if (minutes > 59 || at > DAY) return null;
  if (at === DAY) return edge === 'closes' ? '24:00' : null;
  return written(at);
}

/** A quarter of an hour on or back, to the next full quarter, round the clock. What is no time begins at nine, or six. */
export function stepTime(time: string, by: 1 | -1, edge: Edge): string {
  const known = readTime(time, edge);
  if (known === null) return edge === 'opens' ? '09:00' : '18:00';
  const [hours = 0, minutes = 0] = known.split(':').map(Number);
  const at = hours * 60 + minutes;
  const next = by > 0 ? Math.floor(at / STEP) * STEP + STEP : Math.ceil(at / STEP) * STEP - STEP;
  if (edge === 'opens') return written((next + DAY) % DAY);
  return next > DAY ? written(STEP) : next < STEP ? '24:00' : written(next);
}

import { midnight, tag, timeOf } from '../reading';

/** An opening in the words of its nearness, with the places that they have. */
export function openingOf(
  at: number,
  now: number,
): [key: 'opensToday' | 'opensTomorrow' | 'opensOn', Record<string, string>] {
  const days = Math.round((midnight(at) - midnight(now)) / 86_400_000);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { numberingSystem: 'latn', ...options }).format(at);
  return [
    days < 1 ? 'opensToday' : days < 2 ? 'opensTomorrow' : 'opensOn',
    { time: timeOf(at), weekday: part({ weekday: 'long' }), date: part({ day: 'numeric', month: 'long' }) },
  ];
}

import { recall, remember } from '../parts/remember';
import { LANGUAGES, type Language, speak } from './words';

const KEPT = 'language';

const isOurs = (tag: string | null | undefined): tag is Language => tag != null && Object.hasOwn(LANGUAGES, tag);

/** What somebody reads: what they chose, else the first wish that we speak, else English. @param wishes BCP 47, best first */
export function languageFor(chosen: string | null, wishes: readonly string[]): Language {
  if (isOurs(chosen)) return chosen;
  return wishes.map((wish) => wish.split('-')[0]?.toLowerCase()).find(isOurs) ?? 'en';
}

/** The language of the first paint: as it was chosen on this device. */
export const speakOwn = (): Promise<void> => speak(languageFor(recall(KEPT), navigator.languages));

/**
 * From now on, on this device, where the next page begins with it. It is drawn again in place: nothing that was typed is
 * touched. @param chosen null: as this browser asks for
 */
export async function speakChosen(chosen: Language | null): Promise<void> {
  remember(KEPT, chosen ?? '');
  await speak(languageFor(chosen, navigator.languages));
}

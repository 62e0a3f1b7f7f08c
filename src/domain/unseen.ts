// C0 and C1 controls (other than tab and line breaks) carry nothing that a person writes. Bidirectional overrides, embeddings
// and isolates turn what stands beside them around (Unicode TR9); the marks that people do write, U+200E and U+200F, stay.
const UNSEEN = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu;

/** Something that is seen: no space, no control, no mark that only joins or turns, no letter that is blank (UAX 44). */
const SEEN = /[^\s\p{C}\p{DI}\u2800]/u;
export const isSeen = (text: string): boolean => SEEN.test(text);

/** A text without what is not seen in it, and changes how all else is. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, '');

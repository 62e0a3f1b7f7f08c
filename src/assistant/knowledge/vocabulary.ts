import { folded } from '../catalog/words.ts';

/** A letter's words are one row of the database. */
const MOST_CHARACTERS = 50_000;

interface Named {
  title: string;
  brand?: string | null;
  category?: string | null;
  colour?: string | null;
  passages?: { heading: string }[];
}

/** The words by which things are called: what mistyped ones are compared with. */
export class Vocabulary {
  private readonly letters = new Map<string, Set<string>>();

  add(row: Named) {
    const names = [
      row.title,
      row.brand,
      row.category,
      row.colour,
      ...(row.passages ?? []).map(({ heading }) => heading),
    ];
    for (const word of folded(names.filter(Boolean).join(' · '))) {
      if (word.length < 4 || word.length > 24 || !/^\p{L}+$/u.test(word)) continue;
      const letter = String.fromCodePoint(word.codePointAt(0) ?? 0);
      const words = this.letters.get(letter) ?? new Set();
      this.letters.set(letter, words.add(word));
    }
  }

  byLetter(): Record<string, string> {
    return Object.fromEntries(
      [...this.letters].slice(0, 200).map(([letter, words]) => {
        const line = [...words].sort().join(' ');
        return [letter, line.length <= MOST_CHARACTERS ? line : line.slice(0, line.lastIndexOf(' ', MOST_CHARACTERS))];
      }),
    );
  }
}

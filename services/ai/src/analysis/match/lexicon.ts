import type { Food } from '../food.js';
import { tokenise } from '../normalise/tokenise.js';
import { stem } from '../words/stem.js';

/** One way to say a food. */
export interface Alias {
  readonly food: Food;
  /** Stems in the order of the alias, each once. */
  readonly words: readonly string[];
  /** The word that says what it is: the last one, or of an inverted description the first. */
  readonly head: string;
}

/** The food table, ready for looking words up. */
export interface Lexicon {
  /** Stems joined by blanks → the food; the everyday food where an imported one says the same. */
  readonly byAlias: ReadonlyMap<string, Food>;
  /** One stem → every alias with it. */
  readonly byWord: ReadonlyMap<string, readonly Alias[]>;
  readonly longestAlias: number;
  /** Aliases that two everyday foods claim: mistakes in the table. The first food has them. */
  readonly conflicts: readonly string[];
}

export function buildLexicon(foods: readonly Food[]): Lexicon {
  const byAlias = new Map<string, Food>();
  const byWord = new Map<string, Alias[]>();
  const conflicts: string[] = [];
  let longestAlias = 1;
  // Everyday foods first, so that theirs is every alias that an imported food says too.
  const ordered = foods.toSorted((a, b) => Number(a.isImported ?? 0) - Number(b.isImported ?? 0));
  const stemOf = remembering(stem);
  for (const food of ordered) {
    for (const alias of food.aliases) {
      const words = wordsOf(alias, stemOf);
      if (words.length === 0) continue;
      const key = words.join(' ');
      const owner = byAlias.get(key);
      if (owner === undefined) byAlias.set(key, food);
      else if (owner !== food && !food.isImported) {
        conflicts.push(`'${alias}' belongs to both ${owner.id} and ${food.id}`);
      }
      if (owner === food) continue;
      if (words.length > longestAlias) longestAlias = words.length;
      // Once each: `taco bell taco` is no better a match for `taco`.
      const distinct = words.length > 2 ? [...new Set(words)] : words;
      const entry: Alias = { food, words: distinct, head: headOf(words) };
      for (const word of words) {
        const list = byWord.get(word);
        if (list === undefined) byWord.set(word, [entry]);
        else if (list.at(-1) !== entry) list.push(entry);
      }
    }
  }
  return { byAlias, byWord, longestAlias, conflicts };
}

const PREPOSITIONS = new Set(['with', 'in', 'on', 'of', 'without', 'from', 'and']);

/** The last word before a preposition: `soup` of `soup with noodles`. */
export function headOf(words: readonly string[]): string {
  const until = words.findIndex((word, at) => at > 0 && PREPOSITIONS.has(word));
  return (until < 0 ? words.at(-1) : words[until - 1]) ?? '';
}

/** The aliases of a large table say the same words again and again. */
function remembering(stemOf: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) {
      found = stemOf(word);
      known.set(word, found);
    }
    return found;
  };
}

/** A word of the table that has a stem, for showing. */
export function spellingOf(stemmed: string, lexicon: Lexicon): string {
  for (const { food } of lexicon.byWord.get(stemmed) ?? []) {
    for (const alias of food.aliases) {
      const word = alias
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .find((w) => stem(w) === stemmed);
      if (word !== undefined) return word;
    }
  }
  return stemmed;
}

/** The stems of a phrase, numbers by their digits. */
export function wordsOf(phrase: string, stemOf = stem): readonly string[] {
  // Most aliases are plain words; reading them so keeps the loading of a large table short.
  if (/^[a-z]+(?: [a-z]+)*$/u.test(phrase) && !/ [nw] /u.test(phrase)) {
    return phrase.split(' ').map((word) => stemOf(word));
  }
  return tokenise(phrase)
    .filter((token) => token.kind !== 'break')
    .map((token) => token.stem);
}

import MiniSearch from 'minisearch';
import type { Lexicon } from './lexicon.js';

const SHORTEST = 4;
const FAR_FROM = 8;
const IMPORTED_FROM = 6;
const FITTING_FROM = 6;

/** The words beside a misspelled one: `chicken` of `chicken breats`. */
export interface Neighbours {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** One index per table, made when the first unknown word comes. */
const VOCABULARIES = new WeakMap<Lexicon, MiniSearch<{ id: string }>>();

/**
 * The word of the food table that was probably meant: one slip in words of at least four letters,
 * two from eight letters on, never in the first letter. Undefined when nothing is near.
 */
export function correct(
  word: string,
  lexicon: Lexicon,
  neighbours: Neighbours = {},
): string | undefined {
  if (word.length < SHORTEST || !/^\p{L}+$/u.test(word)) return undefined;
  const slips = word.length >= FAR_FROM ? 2 : 1;
  // Swapped neighbours are one slip for a person and two for the index.
  const found = vocabularyOf(lexicon).search(word, { fuzzy: Math.max(2, slips), prefix: false });
  let best: { readonly word: string; readonly rank: number } | undefined;
  for (const { id } of found) {
    const candidate = String(id);
    if (candidate[0] !== word[0] || candidate.length < SHORTEST) continue;
    const distance = slipsBetween(word, candidate);
    // Two slips are believed where the word beside it makes a food of it: `blubery muffin`.
    const isFitting = fits(candidate, neighbours, lexicon);
    if (distance > (isFitting && word.length >= FITTING_FROM ? 2 : slips)) continue;
    const aliases = lexicon.byWord.get(candidate) ?? [];
    const isEveryday = aliases.some(({ food }) => !food.isImported);
    if (!isEveryday && word.length < IMPORTED_FROM) continue;
    const rank =
      distance - (isFitting ? 1 : 0) - Math.min(aliases.length, 99) / 100 + (isEveryday ? 0 : 1);
    if (best === undefined || rank < best.rank) best = { word: candidate, rank };
  }
  return best?.word;
}

/** Whether a word and its neighbour are a food together. */
function fits(word: string, { before, after }: Neighbours, lexicon: Lexicon): boolean {
  return lexicon.byAlias.has(`${before} ${word}`) || lexicon.byAlias.has(`${word} ${after}`);
}

function vocabularyOf(lexicon: Lexicon): MiniSearch<{ id: string }> {
  const known = VOCABULARIES.get(lexicon);
  if (known !== undefined) return known;
  const index = new MiniSearch<{ id: string }>({
    fields: ['id'],
    tokenize: (text) => [text],
    processTerm: (term) => term,
  });
  index.addAll(
    [...lexicon.byWord.keys()].filter((id) => id.length >= SHORTEST).map((id) => ({ id })),
  );
  VOCABULARIES.set(lexicon, index);
  return index;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
export function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, at(i - 2, j - 2) + 1);
      row.push(least);
    }
  }
  return at(a.length, b.length);
}

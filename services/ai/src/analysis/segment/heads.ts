import type { Token } from '../normalise/tokenise.js';
import { wordSet } from '../words/word-sets.js';

/** Restaurants whose name alone is also taken for what they sell. */
export const BRANDS: ReadonlySet<string> = wordSet(`
  kfc mcdonald mcdonalds chipotle subway starbuck starbucks wendy wendys popeye popeyes domino
  dominos dunkin arbys arbi sonic whataburger culvers panera panda express qdoba sweetgreen
`);

const PLACE = wordSet('at from to near outside visited');

/** `chipotle` of `went to chipotle`: a place and no food. */
export function isPlace(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? '';
  return PLACE.has(before) || (before === 'the' && PLACE.has(tokens[at - 2]?.text ?? ''));
}

/** `sushi night`, `date night`: the name of an occasion. */
export function isOccasion(tokens: readonly Token[], end: number): boolean {
  return /^(?:night|nite|date|day|time|party|tuesday|friday|sunday)$/u.test(
    tokens[end]?.text ?? '',
  );
}

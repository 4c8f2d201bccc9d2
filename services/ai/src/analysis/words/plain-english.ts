import { stemSet } from './word-sets.js';

/** English words that look like a misspelled food and are none: never corrected into one. */
const ONLY_ENGLISH = stemSet(`tires tire nail nails rusty dog cat chair table rock stone paper`);

export function isOnlyEnglish(stemmed: string): boolean {
  return ONLY_ENGLISH.has(stemmed);
}

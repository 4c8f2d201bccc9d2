import { stem } from './stem.js';

/** A set of words from a text, each as it stands. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}

/** A set of the stems of the words of a text. */
export function stemSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u).map(stem));
}

import { isDescriptor } from './descriptors.js';
import { isNoise } from './noise.js';
import { isOnlyEnglish } from './plain-english.js';
import { SIZES, unitOf } from './units.js';

/** Whether a word is spelled as somebody meant it, as far as this package knows words. */
export function isKnownWord(
  token: { readonly text: string; readonly stem: string },
  lexicon: { readonly byWord: ReadonlyMap<string, unknown> },
): boolean {
  const { text, stem } = token;
  return (
    lexicon.byWord.has(stem) ||
    isNoise(stem) ||
    isDescriptor(stem) ||
    unitOf(stem) !== undefined ||
    SIZES.has(text) ||
    isOnlyEnglish(stem)
  );
}

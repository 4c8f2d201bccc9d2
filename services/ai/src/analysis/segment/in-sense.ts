import { wordsOf } from '../match/lexicon.js';
import { SENSES } from '../words/senses.js';
import type { Part } from './parts.js';

// So many foods to either side say what a word means; a day's log has several meals.
const NEAR = 3;

/** Reads a word by what stands near: `chips` beside fish fingers are fried, beside salsa of corn. */
export function inSense(parts: readonly Part[]): readonly Part[] {
  return parts.map((part, at) => {
    if (part.isRenamed !== undefined) return part;
    const said = part.said.map((token) => token.stem).join(' ');
    const senses = SENSES.filter(({ word }) => word === said);
    if (senses.length === 0) return part;
    const near = parts.slice(Math.max(0, at - NEAR), at + NEAR + 1).filter((p) => p !== part);
    const words = [...near, { ...part, said: [] }].flatMap(wordsAround);
    const found = senses.find(
      ({ beside, unless }) =>
        words.some((word) => beside.has(word)) && !words.some((word) => unless.has(word)),
    );
    return found === undefined ? part : { ...part, isRenamed: wordsOf(found.means) };
  });
}

function wordsAround({ before, said, after, isExcluded }: Part): readonly string[] {
  return isExcluded ? [] : [...before, ...said, ...after].map((token) => token.stem);
}

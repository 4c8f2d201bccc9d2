import type { Lexicon } from '../match/lexicon.js';
import { stemSet } from '../words/word-sets.js';
import { hasNumber } from './merge.js';
import type { Part } from './parts.js';

const CUTS = stemSet('breast thigh leg wing drumstick drummette tender');
const BIRDS = stemSet('chicken turkey duck');

/**
 * `rotisserie chicken, 1 breast and 1 thigh`: pieces that are counted behind a bird are what there
 * was of it.
 */
export function inCuts(parts: readonly Part[], lexicon: Lexicon): readonly Part[] {
  const out: Part[] = [];
  let bird: readonly string[] = [];
  for (const [at, part] of parts.entries()) {
    const said = part.said.map((token) => token.stem);
    const next = parts[at + 1];
    if (BIRDS.has(said.at(-1) ?? '') && !hasNumber(part.before) && isCut(next)) {
      bird = said;
      continue;
    }
    if (bird.length === 0 || !isCut(part)) {
      bird = [];
      out.push(part);
      continue;
    }
    const cut = cutOf(part);
    const names = [
      [...bird, cut],
      [...bird.slice(-1), cut],
    ];
    const name = names.find((words) => lexicon.byAlias.has(words.join(' ')));
    out.push(name === undefined ? part : { ...part, isRenamed: name });
  }
  return out;
}

function isCut(part: Part | undefined): boolean {
  if (part === undefined || part.isExcluded || !hasNumber(part.before)) return false;
  return part.joint !== 'sentence' && CUTS.has(cutOf(part));
}

/** The word that is counted, also where the table does not know it alone: `1 breast`. */
function cutOf({ said, before }: Part): string {
  if (said.length > 1) return '';
  return said[0]?.stem ?? before.find((token) => CUTS.has(token.stem))?.stem ?? '';
}

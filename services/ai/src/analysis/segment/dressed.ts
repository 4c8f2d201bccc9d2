import type { Lexicon } from '../match/lexicon.js';
import { wordToken } from '../normalise/tokenise.js';
import type { Part } from './parts.js';

// A salad that is named after its dressing comes with it; the figures of the table are without.
const SALAD = 'caesar salad';
const DRESSING = 'caesar dressing';

/** Adds the dressing of a Caesar salad where none of all parts names one or leaves it out. */
export function withDressing(
  parts: readonly Part[],
  all: readonly Part[],
  lexicon: Lexicon,
): readonly Part[] {
  const salad = lexicon.byAlias.get(SALAD);
  const food = lexicon.byAlias.get(DRESSING);
  const isNamed = all.some(({ said, before, after }) =>
    [...said, ...before, ...after].some(({ stem }) => stem === 'dressing'),
  );
  if (salad === undefined || food === undefined || isNamed) return parts;
  return parts.flatMap((part) => {
    if (part.span?.food !== salad || part.isExcluded) return [part];
    const end = part.said.at(-1)?.end ?? 0;
    const said = [wordToken('caesar', end, end), wordToken('dressing', end, end)];
    const dressing: Part = {
      before: [],
      span: { start: 0, end: 0, food },
      said,
      after: [],
      joint: 'with',
      isAddition: true,
      isExcluded: false,
      assumptions: ['dressing taken as part of the salad'],
    };
    return [part, dressing];
  });
}

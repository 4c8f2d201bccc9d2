import type { Lexicon } from '../match/lexicon.js';
import { isNoise } from '../words/noise.js';
import { stemSet } from '../words/word-sets.js';
import type { Part } from './parts.js';

const FILLED = stemSet(
  'sandwich toastie panini wrap sub baguette soup pie pasty quiche pizza omelette casserole risotto stew',
);

/**
 * `egg and lettuce sandwich`, `chicken and leek soup`: the first filling is in it too. Only
 * what the table knows in it is one: `soup and sandwich` are two.
 */
export function withFillings(parts: readonly Part[], lexicon: Lexicon): readonly Part[] {
  const out: Part[] = [];
  for (const part of parts) {
    const filling = out.at(-1);
    const name = filling && filledName(filling, part, lexicon);
    if (name === undefined || filling === undefined) out.push(part);
    else
      out.splice(-1, 1, { ...part, before: filling.before, joint: filling.joint, isRenamed: name });
  }
  return out;
}

function filledName(filling: Part, bread: Part, lexicon: Lexicon): readonly string[] | undefined {
  const head = bread.said.at(-1)?.stem ?? '';
  const isRow = bread.joint === 'and' && bread.before.length === 0 && !bread.isExcluded;
  if (!isRow || !FILLED.has(head) || filling.span === undefined || filling.isExcluded) {
    return undefined;
  }
  const isBare = filling.after.length === 0 && filling.before.every(({ stem }) => isNoise(stem));
  const first = filling.said.map(({ stem }) => stem);
  const rest = bread.said.map(({ stem }) => stem);
  const names = [
    [...first, 'and', ...rest],
    [...first, head],
  ];
  return isBare ? names.find((name) => lexicon.byAlias.has(name.join(' '))) : undefined;
}

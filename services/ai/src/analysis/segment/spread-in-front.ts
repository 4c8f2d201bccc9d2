import { isNoise } from '../words/noise.js';
import { unitOf } from '../words/units.js';
import { stemSet } from '../words/word-sets.js';
import type { Part } from './parts.js';

const SPREADS = stemSet(
  'jam jelly marmalade butter nutella spread marmite vegemite honey curd tahini cheese biscoff',
);
const BREADS = stemSet('toast bagel crumpet');

/** `2 vegemite toasts`, `a slice of peanut butter toast`: so many toasts, each with its spread. */
export function withSpreadsBehind(parts: readonly Part[]): readonly Part[] {
  const out: Part[] = [];
  for (const part of parts) {
    const spread = out.at(-1);
    if (spread === undefined || !isSpreadOf(spread, part)) {
      out.push(part);
      continue;
    }
    const bare = { ...spread, before: [], joint: 'with' as const, isAddition: true };
    out.splice(-1, 1, { ...part, before: spread.before, joint: spread.joint }, bare);
  }
  return out;
}

function isSpreadOf(spread: Part, bread: Part): boolean {
  const food = spread.span?.food;
  const end = spread.said.at(-1)?.end ?? 0;
  const isNext = (bread.said[0]?.start ?? 0) - end === 1 && bread.before.length === 0;
  if (!isNext || spread.after.length > 0 || spread.isAddition || spread.isExcluded) return false;
  // `1 tbsp jam toast` weighs the jam.
  const isOfBread = spread.before.every(
    ({ kind, stem }) => kind === 'number' || isNoise(stem) || OF_BREAD.has(unitOf(stem) ?? ''),
  );
  const isBread = bread.span !== undefined && BREADS.has(bread.said.at(-1)?.stem ?? '');
  return (
    isOfBread &&
    isBread &&
    food?.asAddition !== undefined &&
    food.isDrink !== true &&
    SPREADS.has(spread.said.at(-1)?.stem ?? '')
  );
}

const OF_BREAD: ReadonlySet<string> = new Set(['slice', 'piece', 'half']);

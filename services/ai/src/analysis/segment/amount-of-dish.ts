import { readAmount } from '../amount/read-amount.js';
import { isNoise } from '../words/noise.js';
import { stemSet } from '../words/word-sets.js';
import { saysAmount } from './amounts.js';
import type { Part } from './parts.js';

const ON_PLATES: ReadonlySet<string> = new Set(['plate', 'bowl']);
const IN_SLICES: ReadonlySet<string> = new Set(['piece', 'slice']);
const BREADS = stemSet('bread toast bagel crumpet');

/**
 * `macaroni with tomato one plate`, `bread with butter and jam 2 slices`: what stands at the end and
 * measures no topping is said of the dish.
 */
export function withAmountOfDish(parts: readonly Part[]): readonly Part[] {
  const out = [...parts];
  for (const [at, part] of parts.entries()) {
    const dish = dishOf(parts, at);
    const base = parts[dish];
    if (base === undefined || !isOfDish(part, base)) continue;
    out.splice(dish, 1, { ...base, after: [...part.after, ...base.after] });
    out.splice(at, 1, { ...part, after: [] });
  }
  return out;
}

/** What this is the last addition to; -1 for nothing. */
function dishOf(parts: readonly Part[], at: number): number {
  if (parts[at]?.isAddition !== true || parts[at + 1]?.isAddition === true) return -1;
  const before = parts.slice(0, at).findLastIndex(({ isAddition }) => !isAddition);
  const isBare = parts
    .slice(before, at)
    .every((part) => part.before.every(({ stem }) => isNoise(stem)));
  return isBare && parts.slice(before, at).every(({ after }) => after.length === 0) ? before : -1;
}

function isOfDish(part: Part, { span, said, isExcluded }: Part): boolean {
  const isTopping = part.span !== undefined && part.before.length === 0 && part.after.length > 0;
  if (!isTopping || span === undefined || isExcluded || span.food.isDrink === true) return false;
  const { unit } = readAmount([], part.after);
  if (!saysAmount({ ...part, before: part.after, joint: 'list' })) return false;
  if (ON_PLATES.has(unit ?? '')) return part.span?.food.portions['plate'] === undefined;
  return IN_SLICES.has(unit ?? '') && BREADS.has(said.at(-1)?.stem ?? '');
}

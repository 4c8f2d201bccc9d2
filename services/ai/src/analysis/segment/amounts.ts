import { readAmount } from '../amount/read-amount.js';
import type { Token } from '../normalise/tokenise.js';
import { HOLDERS } from '../portion/fallbacks.js';
import { isDescriptor } from '../words/descriptors.js';
import { isNoise } from '../words/noise.js';
import { unitOf } from '../words/units.js';
import type { Part } from './parts.js';

/**
 * Amounts that stand alone go to their food: to the one before (`2% milk, 1 glass`, `rice (200 g)`,
 * `eggs: 2`), or where none is before in this breath to the one behind (`1/2 block (200 g) tofu`).
 */
export function withAmounts(parts: readonly Part[]): readonly Part[] {
  const out: Part[] = [];
  let waiting: Part[] = [];
  for (const [at, part] of parts.entries()) {
    // `egg salad (no bread) 1 cup`: what was left out has no amount.
    const isAlone = part.span === undefined && !part.isExcluded && saysAmount(part);
    const last = toldOf(out, part);
    const previous = out[last];
    if (isAlone && (waiting.length > 0 || isForNext(part, parts, at))) {
      waiting.push(part);
    } else if (isAlone && part.joint !== 'sentence' && previous?.span !== undefined) {
      // `500 g yogurt tub, ate half`: what it came in is no unit of the amount.
      const [held, ...rest] = previous.after;
      const after = isHolder(held)
        ? [held, ...part.before, ...rest]
        : [...part.before, ...previous.after];
      out.splice(last, 1, { ...previous, after });
      if (isShareEaten(part)) shareDish(out, last, part);
    } else {
      out.push(withWaiting(part, waiting));
      waiting = [];
    }
  }
  return [...out, ...waiting];
}

/** `ate about two thirds`, `only managed half of it` */
function isShareEaten({ before }: Part): boolean {
  const [share, another] = before.filter(({ kind }) => kind === 'number');
  const isShare =
    share !== undefined && share.value > 0 && share.value < 1 && another === undefined;
  return isShare && before.some(({ text }) => EATEN.has(text));
}

/** Of `noodles with chicken, ate half` it is half of both. */
function shareDish(out: Part[], last: number, { before }: Part): void {
  if (out[last]?.isAddition !== true) return;
  const dish = out.findLastIndex(({ isExcluded, isAddition }) => !isExcluded && !isAddition);
  for (let at = Math.max(0, dish); at < last; at += 1) {
    const part = out[at] as Part;
    const isAmount = hasAmount([...part.before, ...part.after]);
    if (!isAmount && part.span !== undefined)
      out.splice(at, 1, { ...part, after: [...before, ...part.after] });
  }
}

const EATEN: ReadonlySet<string> = new Set([
  'ate',
  'had',
  'managed',
  'finished',
  'eaten',
  'got',
  'of',
  'only',
  'just',
]);

/** `corn flakes with milk, a big bowl`: what was eaten from is said of the dish and not of the milk. */
function toldOf(out: readonly Part[], { before }: Part): number {
  // `sandwich on white, ate half`: the kind of bread has no half.
  const last = out.findLastIndex(
    ({ isExcluded, isAddition, span }) => !isExcluded && (span !== undefined || !isAddition),
  );
  if (out[last]?.isAddition !== true || !DISHES.has(readAmount(before, []).unit ?? '')) return last;
  const dish = out.findLastIndex(({ isExcluded, isAddition }) => !isExcluded && !isAddition);
  const isDish = out[dish]?.span !== undefined && out[dish]?.span?.food.isDrink !== true;
  return isDish && !hasAmount([...(out[dish]?.before ?? []), ...(out[dish]?.after ?? [])])
    ? dish
    : last;
}

const DISHES: ReadonlySet<string> = new Set(['bowl', 'plate', 'serving']);

/** An amount, its mass in brackets, and only then the food. */
function isForNext(part: Part, parts: readonly Part[], at: number): boolean {
  const [mass, food] = [parts[at + 1], parts[at + 2]];
  if (mass?.joint !== 'remark' || mass.span !== undefined || !isOnlyAmount(mass.before)) {
    return false;
  }
  return part.joint !== 'remark' && food?.span !== undefined && !hasAmount(food.before);
}

function withWaiting(part: Part, waiting: readonly Part[]): Part {
  const [first] = waiting;
  if (first === undefined) return part;
  const [amount, ...masses] = waiting.map(({ before }) => before);
  return {
    ...part,
    joint: first.joint,
    isAddition: first.isAddition,
    before: [...(amount ?? []), ...part.before],
    after: [...masses.flat(), ...part.after],
  };
}

/** Nothing but an amount; in brackets maybe with a word about it: `(3 cups air popped)`. */
export function saysAmount({ before, joint }: Part): boolean {
  const { quantity, unit } = readAmount(before, []);
  const isRemark = joint === 'remark' && quantity !== undefined && unit !== undefined;
  return isRemark || isOnlyAmount(before);
}

function isHolder(token: Token | undefined): token is Token {
  return token?.kind === 'word' && HOLDERS.has(unitOf(token.stem) ?? '');
}

function hasAmount(tokens: readonly Token[]): boolean {
  const { quantity, unit } = readAmount(tokens, []);
  return quantity !== undefined || unit !== undefined;
}

export function isOnlyAmount(tokens: readonly Token[]): boolean {
  const { quantity, unit, size, rest } = readAmount(tokens, []);
  const says = quantity !== undefined || unit !== undefined || size !== undefined;
  // `oatmeal (1/2 cup dry)`
  return says && rest.every((token) => isNoise(token.stem) || isDescriptor(token.stem));
}

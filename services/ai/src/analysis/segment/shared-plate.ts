import { readAmount } from '../amount/read-amount.js';
import type { Token } from '../normalise/tokenise.js';
import { SIZES, unitOf } from '../words/units.js';
import { hasNumber } from './merge.js';
import type { Part } from './parts.js';

/** `a big plate of mince and potatoes`: the plate is of both, so neither fills it. */
export function withSharedPlates(parts: readonly Part[]): readonly Part[] {
  return parts.map((part, at) => {
    const previous = parts[at - 1];
    // `curry and rice 1 plate`
    const isBehind = previous?.span !== undefined && part.joint === 'and' && !previous.isExcluded;
    if (isBehind && isOnePlate(part.after) && part.before.length === 0 && !saysAmount(previous)) {
      return { ...part, after: [] };
    }
    const next = parts[at + 1];
    // `tempeh bowl with brown rice`: together they fill it.
    if (next?.isAddition === true && isMeal(next) && isServedOn(part)) {
      return { ...part, after: part.after.slice(1) };
    }
    const isShared = next?.span !== undefined && next.joint === 'and' && !next.isExcluded;
    if (!isShared || !isPlate(part) || saysAmount(next)) return part;
    return { ...part, before: part.before.filter(({ stem, text }) => !isOfPlate(stem, text)) };
  });
}

function isPlate({ before, span }: Part): boolean {
  const { unit } = readAmount(before, []);
  const isOne = !before.some(({ kind, value }) => kind === 'number' && value !== 1);
  return (
    unit === 'plate' && isOne && span !== undefined && span.food.portions['plate'] === undefined
  );
}

/** What fills a plate, and not what is poured over it. */
function isMeal({ span }: Part): boolean {
  return span !== undefined && span.food.asAddition === undefined && span.food.isDrink !== true;
}

function isServedOn({ span, before, after }: Part): boolean {
  const unit = unitOf(after[0]?.stem ?? '');
  const isOwn = unit === undefined || span?.food.portions[unit] !== undefined;
  const isDish = unit === 'bowl' || unit === 'plate';
  return isDish && !isOwn && !hasNumber([...before, ...after]) && span?.food.isDrink !== true;
}

function isOnePlate(after: readonly Token[]): boolean {
  const { unit, quantity, rest } = readAmount([], after);
  return unit === 'plate' && quantity === 1 && rest.length === 0;
}

function isOfPlate(stem: string, text: string): boolean {
  return unitOf(stem) === 'plate' || SIZES.has(text) || /^(?:an?|of)$/u.test(text);
}

function saysAmount({ before, after }: Part): boolean {
  return hasNumber(before) || readAmount(before, after).unit !== undefined;
}

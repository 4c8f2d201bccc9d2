import { readAmount } from '../amount/read-amount.js';
import { SIZES, unitOf } from '../words/units.js';
import { hasNumber } from './merge.js';
import type { Part } from './parts.js';

/** `a big plate of mince and potatoes`: the plate is of both, so neither fills it. */
export function withSharedPlates(parts: readonly Part[]): readonly Part[] {
  return parts.map((part, at) => {
    const next = parts[at + 1];
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

function isOfPlate(stem: string, text: string): boolean {
  return unitOf(stem) === 'plate' || SIZES.has(text) || /^(?:an?|of)$/u.test(text);
}

function saysAmount({ before, after }: Part): boolean {
  return hasNumber(before) || readAmount(before, after).unit !== undefined;
}

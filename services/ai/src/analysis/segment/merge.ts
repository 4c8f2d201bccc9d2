import type { Token } from '../normalise/tokenise.js';
import { wordSet } from '../words/word-sets.js';
import type { Part } from './parts.js';

const POSSESSIVES = wordSet('my our his her their');

/** Parts that say one thing twice become one: a person sees every food once. */
export function merge(parts: readonly Part[]): readonly Part[] {
  const out: Part[] = [];
  for (const part of parts) {
    const previous = out.at(-1);
    if (isCompany(part) || isWaterOf(previous, part)) continue;
    if (previous !== undefined && isSameAgain(previous, part)) {
      out.splice(-1, 1, both(previous, part));
    } else {
      out.push(part);
    }
  }
  return out;
}

/** `with my roommate`: who was there, not what. */
function isCompany({ span, isAddition, before }: Part): boolean {
  return span === undefined && isAddition && POSSESSIVES.has(before[0]?.text ?? '');
}

/** `2 rashers bacon`, `okra (bhindi)`: one food by two names. */
function isSameAgain(previous: Part, part: Part): boolean {
  if (previous.span === undefined || part.span === undefined) return false;
  if (previous.isExcluded || part.isExcluded || hasNumber(part.before)) return false;
  if (part.joint === 'remark') return isSameFood(previous, part);
  return part.joint === 'list' && isAdjacent(previous, part) && previous.span.food === part.span.food;
}

/** The same, or of the same kind: `short ribs (galbi)`. */
function isSameFood({ span: a }: Part, { span: b }: Part): boolean {
  return a?.food === b?.food || kindOf(a?.food.name) === kindOf(b?.food.name);
}

/** `ribs` of `Galbi (Korean short ribs)`, `salad` of `Caesar salad, no dressing`. */
function kindOf(name = ''): string | undefined {
  return name.toLowerCase().split(',')[0]?.match(/\p{L}+/gu)?.at(-1);
}

/** Nothing but a blank between them. */
function isAdjacent(previous: Part, part: Part): boolean {
  const end = previous.said.at(-1)?.end ?? 0;
  const start = part.said[0]?.start ?? 0;
  return part.before.length === 0 && previous.after.length === 0 && start - end === 1;
}

function both(previous: Part, part: Part): Part {
  return { ...previous, after: [...part.before, ...previous.after, ...part.after] };
}

/** `80 g oats with water`, `1 scoop whey in water`: nobody counts it. */
function isWaterOf(previous: Part | undefined, part: Part): boolean {
  const isPlain = part.said.length === 1 && part.said[0]?.text === 'water';
  const isBare = !hasNumber(part.before) && !hasNumber(part.after);
  return previous?.span !== undefined && part.isAddition && isPlain && isBare;
}

export function hasNumber(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.kind === 'number');
}

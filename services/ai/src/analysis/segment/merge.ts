import type { Lexicon } from '../match/lexicon.js';
import type { Token } from '../normalise/tokenise.js';
import { wordSet } from '../words/word-sets.js';
import type { Part } from './parts.js';

const QUALIFIERS = wordSet(
  'free zero diet light lite decaf skinny unsweetened nonfat lowfat vegan',
);
const POSSESSIVES = wordSet('my our his her their');

/** Parts that say one thing twice become one: a person sees every food once. */
export function merge(parts: readonly Part[], lexicon: Lexicon): readonly Part[] {
  const out: Part[] = [];
  for (const part of parts) {
    const previous = out.at(-1);
    if (isWaterOf(previous, part)) continue;
    if (previous !== undefined && isExplained(previous, part)) {
      out.splice(-1, 1, { ...part, before: [...previous.before.filter(isCount), ...part.before] });
      continue;
    }
    if (previous !== undefined && isCannedIn(previous, part)) {
      out.splice(-1, 1, both(previous, part));
      continue;
    }
    const flavoured =
      previous && (madeOf(previous, part, lexicon) ?? inFront(previous, part, lexicon));
    if (flavoured !== undefined) out.splice(-1, 1, flavoured);
    else if (previous !== undefined && isSameAgain(previous, part)) {
      out.splice(-1, 1, both(previous, part));
    } else {
      out.push(withQualifier(part, lexicon));
    }
  }
  return out;
}

/** `with my roommate`: who was there, not what. */
export function isCompany({ span, isAddition, before }: Part): boolean {
  return span === undefined && isAddition && POSSESSIVES.has(before[0]?.text ?? '');
}

/** `2 rashers bacon`, `okra (bhindi)`: one food by two names. */
function isSameAgain(previous: Part, part: Part): boolean {
  if (previous.span === undefined || part.span === undefined) return false;
  if (previous.isExcluded || part.isExcluded || hasNumber(part.before)) return false;
  if (part.joint === 'remark') return isSameFood(previous, part);
  return (
    part.joint === 'list' && isAdjacent(previous, part) && previous.span.food === part.span.food
  );
}

/** The same, or of the same kind: `short ribs (galbi)`. */
function isSameFood({ span: a }: Part, { span: b }: Part): boolean {
  return a?.food === b?.food || kindOf(a?.food.name) === kindOf(b?.food.name);
}

/** `ribs` of `Galbi (Korean short ribs)`, `salad` of `Caesar salad, no dressing`. */
function kindOf(name = ''): string | undefined {
  return name
    .toLowerCase()
    .split(',')[0]
    ?.match(/\p{L}+/gu)
    ?.at(-1);
}

/** `tacos de lengua`: what stands behind `de` is in it. */
function madeOf(previous: Part, part: Part, lexicon: Lexicon): Part | undefined {
  const between = [...previous.after, ...part.before];
  const isOf = between.length === 1 && between[0]?.text === 'de';
  if (!isOf || previous.span === undefined || part.span === undefined) return undefined;
  const name = [...part.said, ...previous.said].map(({ stem }) => stem);
  const own = lexicon.byAlias.has(name.join(' ')) ? name : previous.isRenamed;
  return { ...previous, after: part.after, ...(own === undefined ? {} : { isRenamed: own }) };
}

/** `milkshake strawberry`: where the table knows the food under the words the other way round. */
function inFront(previous: Part, part: Part, lexicon: Lexicon): Part | undefined {
  const isListed = part.joint === 'list' && !part.isExcluded && !previous.isExcluded;
  if (!isListed || previous.span === undefined || part.span === undefined) return undefined;
  if (!isAdjacent(previous, part) && !isBehindCount(previous, part)) return undefined;
  const name = [...part.said, ...previous.said].map(({ stem }) => stem);
  if (!lexicon.byAlias.has(name.join(' '))) return undefined;
  return { ...previous, isRenamed: name, after: [...previous.after, ...part.after] };
}

/** `energy drink sugar free`: qualified behind, named with it in front. */
function withQualifier(part: Part, lexicon: Lexicon): Part {
  if (part.span === undefined || part.isRenamed !== undefined) return part;
  const said = part.said.map(({ stem }) => stem);
  for (const length of [2, 1]) {
    const behind = part.after.slice(0, length);
    const isPlain = behind.length === length && behind.every(({ kind }) => kind === 'word');
    const name = [...behind.map(({ stem }) => stem), ...said];
    if (isPlain && isQualifier(behind) && lexicon.byAlias.has(name.join(' '))) {
      return { ...part, isRenamed: name, after: part.after.slice(length) };
    }
  }
  return part;
}

function isQualifier(words: readonly Token[]): boolean {
  return words.some(({ text }) => QUALIFIERS.has(text));
}

/** Nothing but a blank between them. */
function isAdjacent(previous: Part, part: Part): boolean {
  const end = previous.said.at(-1)?.end ?? 0;
  const start = part.said[0]?.start ?? 0;
  return part.before.length === 0 && previous.after.length === 0 && start - end === 1;
}

/** `enchiladas (3) chicken`: nothing but a count between them, and no comma. */
function isBehindCount({ said, after }: Part, part: Part): boolean {
  const [count] = after;
  if (after.length !== 1 || count?.kind !== 'number' || part.before.length > 0) return false;
  const gap = (part.said[0]?.start ?? 0) - (said.at(-1)?.end ?? 0) - (count.end - count.start);
  return count.start - (said.at(-1)?.end ?? 0) === 2 && gap === 4;
}

function both(previous: Part, part: Part): Part {
  return { ...previous, after: [...part.before, ...previous.after, ...part.after] };
}

/** `ful (fava beans)`: a name that the table does not know, and the one that it does. */
function isExplained(previous: Part, part: Part): boolean {
  const isKnown = previous.span !== undefined || previous.isExcluded || part.isExcluded;
  return !isKnown && part.span !== undefined && part.joint === 'remark';
}

function isCount({ kind }: Token): boolean {
  return kind === 'number';
}

/** `80 g oats with water`, `1 scoop whey in water`: nobody counts it. */
function isWaterOf(previous: Part | undefined, part: Part): boolean {
  const isPlain = part.said.length === 1 && part.said[0]?.text === 'water';
  const isBare = !hasNumber(part.before) && !hasNumber(part.after);
  return previous?.span !== undefined && part.isAddition && isPlain && isBare;
}

/** `tuna in water 115 g`: what was drained is not what was weighed. */
function isCannedIn(previous: Part, part: Part): boolean {
  const isPlain = part.said.length === 1 && /^(?:water|brine)$/u.test(part.said[0]?.text ?? '');
  const isFish = /tuna|salmon|sardine|mackerel|anchov|chicken/iu.test(
    previous.span?.food.name ?? '',
  );
  return isPlain && isFish && part.isAddition && part.before.length === 0;
}

export function hasNumber(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.kind === 'number');
}

import type { Lexicon } from '../match/lexicon.js';
import type { Token } from '../normalise/tokenise.js';
import { isNoise } from '../words/noise.js';
import { OTHER_EATERS } from '../words/people.js';
import { SIZES, unitOf } from '../words/units.js';
import { stemSet, wordSet } from '../words/word-sets.js';
import type { Part } from './parts.js';

const QUALIFIERS = wordSet(
  'free zero diet light lite decaf skinny unsweetened nonfat lowfat vegan',
);
const MIXED = stemSet('smoothie shake bowl');
const MOST_KINDS = 2;
const UNCOOKED = wordSet('raw uncooked');
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

/**
 * `potatoes (mashed)`, `wings (10 buffalo)`, `soup (leek and potato)`: of which kind, where the
 * table knows it so, and how much.
 */
export function withRemarks(parts: readonly Part[], lexicon: Lexicon): readonly Part[] {
  const out: Part[] = [];
  let at = 0;
  while (at < parts.length) {
    const part = parts[at] as Part;
    const remarks = part.span === undefined ? [] : remarksAt(parts, at + 1);
    const kind = remarks.length === 0 ? undefined : ofKind(part, remarks, lexicon);
    out.push(kind ?? part);
    at += kind === undefined ? 1 : 1 + remarks.length;
  }
  return out;
}

function remarksAt(parts: readonly Part[], start: number): readonly Part[] {
  const length = parts.slice(start).findIndex(({ joint }) => joint !== 'remark');
  return parts.slice(start, length < 0 ? undefined : start + length);
}

function ofKind(part: Part, remarks: readonly Part[], lexicon: Lexicon): Part | undefined {
  // `smoothie (banana, spinach)` is a list of what is in it.
  if (remarks.length > MOST_KINDS || MIXED.has(part.said.at(-1)?.stem ?? '')) return undefined;
  if (remarks.some((remark) => remark.isExcluded || isStirredIn(remark, part))) return undefined;
  // `chicken (raw weight)`
  const uncooked = remarks.flatMap(({ span, before }) =>
    span === undefined ? before.filter(({ text }) => UNCOOKED.has(text)) : [],
  );
  if (uncooked.length > 0) return { ...part, after: [...part.after, ...uncooked] };
  const told = remarks.map(({ before, said, after }) => [...before, ...said, ...after]);
  const amount = told.flatMap((tokens) => tokens.filter((_, at) => isAmount(tokens, at)));
  const kinds = told
    .map((tokens) =>
      tokens
        .filter(({ stem }, at) => !isAmount(tokens, at) && !isNoise(stem))
        .map(({ stem }) => stem),
    )
    .filter((words) => words.length > 0);
  const kind = kinds.flatMap((words, at) => (at === 0 ? words : ['and', ...words]));
  const name = [...kind, ...part.said.map(({ stem }) => stem)];
  const sized = { ...part, after: [...amount, ...part.after] };
  // `tacos (mini) de asada`
  if (kind.length === 0)
    return amount.some(({ kind: sort }) => sort === 'number') ? undefined : sized;
  if (!lexicon.byAlias.has(name.join(' '))) return undefined;
  return { ...sized, isRenamed: name };
}

/** The milk of `tea (milk)` makes no milk tea. */
function isStirredIn({ span }: Part, drink: Part): boolean {
  return /tea|coffee/u.test(drink.span?.food.id ?? '') && span?.food.asAddition !== undefined;
}

function isAmount(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.kind === 'number' || SIZES.has(token.text)) return true;
  return tokens[at - 1]?.kind === 'number' && unitOf(token.stem) !== undefined;
}

/** `with my roommate`: who was there, not what. */
function isCompany({ span, isAddition, before }: Part): boolean {
  if (span !== undefined || !isAddition) return false;
  // `with 2 mates`
  return (
    POSSESSIVES.has(before[0]?.text ?? '') ||
    before.slice(0, 2).some(({ text }) => OTHER_EATERS.has(text))
  );
}

/** Of `with 2 mates so had a third` the company goes and the share stays. */
export function ownShare(part: Part): readonly Part[] {
  if (!isCompany(part)) return [part];
  const share = part.before.filter(
    ({ kind, value }) => kind === 'number' && value > 0 && value < 1,
  );
  return share.length === 0 ? [] : [{ ...part, before: share, joint: 'list', isAddition: false }];
}

/** `2 rashers bacon`, `okra (bhindi)`: one food by two names. */
function isSameAgain(previous: Part, part: Part): boolean {
  if (previous.span === undefined || part.span === undefined) return false;
  if (previous.isExcluded || part.isExcluded || hasNumber(part.before)) return false;
  if (part.joint === 'remark') return isSameFood(previous, part);
  // `a cinnamon roll from cinnabon`
  const between = [...previous.after, ...part.before];
  const isFrom = between.length === 1 && between[0]?.text === 'from';
  return (
    part.joint === 'list' &&
    (isFrom || isAdjacent(previous, part)) &&
    previous.span.food === part.span.food
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

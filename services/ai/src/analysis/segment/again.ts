import { readAmount } from '../amount/read-amount.js';
import type { Lexicon } from '../match/lexicon.js';
import type { Token } from '../normalise/tokenise.js';
import { isNoise } from '../words/noise.js';
import { isMeasure, unitOf } from '../words/units.js';
import { stemSet, wordSet } from '../words/word-sets.js';
import { hasNumber } from './merge.js';
import type { Part } from './parts.js';

const TOAST = stemSet('toast');
const LOAVES = stemSet(`
  bread wheat wholewheat wholemeal wholegrain multigrain granary rye sourdough white brown brioche
  ciabatta seeded grain slice whole pumpernickel oat
`);
const OF_EGGS = stemSet('omelette scramble scrambled frittata bhurji');
// Eaten in pieces of several kinds: `pizza 3 slices pepperoni`, `ice cream, 2 scoops vanilla`.
const OF_KINDS = stemSet(
  'pocket tart pizza cream gelato froyo cake pie cheesecake wing sushi doughnut muffin taco burrito empanada cookie',
);
// `sushi, 12 pieces salmon rolls`: the kind stands for all of it.
const KINDS =
  /^(?:sushi|taco|burrito|enchilada|doughnut|ice-cream|tamale|empanada|dumplings|soup|sandwich|cereal)$/u;
// `soup, chicken noodle`: told without an amount of its own; of tacos people name several.
const ONE_KIND = /^(?:soup|sandwich|cereal|curry|stew)$/u;
// `protein bar - cookie dough`: what it tastes of, and nothing beside it.
const FLAVOURED =
  /^(?:protein-bar|protein-shake|granola-bar.*|pop-tart|protein-powder.*|meal-shake|oatmeal-instant)$/u;
// Made around something that people count: `bacon sandwich, 3 rashers`, `sausage and mash, 2 sausages`.
const MADE_AROUND = stemSet('sandwich roll bap toastie bagel mash wrap bun ranchero benedict');
const [OATS] = stemSet('oats');
const HELD_IN = wordSet('rack bag box packet plate bowl basket');
const MEALS = wordSet('breakfast brunch lunch dinner supper snack dessert later');

/**
 * What is named first and told in detail behind is one food: `toast (1 slice wholemeal)`, `avocado
 * toast, half an avocado`, `spam and rice (2 slices spam)`, `cheese omelette, 3 eggs`.
 */
export function withDetails(parts: readonly Part[], lexicon: Lexicon): readonly Part[] {
  const out: Part[] = [];
  let kinds: Part | undefined;
  let wasTold = false;
  for (const part of parts) {
    // `tacos, 2 beef and 1 chicken`
    const another = kinds && part.joint !== 'sentence' && kindName(kinds, part, lexicon);
    if (another && hasNumber(part.before)) {
      out.push({ ...part, isRenamed: another });
      continue;
    }
    if (isFlavour(out.at(-1), part) || isCountedInside(out, part)) continue;
    const at: number = part.isExcluded ? -1 : toldAt(out, part, wasTold, lexicon);
    const named: Part | undefined = out[at];
    wasTold = named !== undefined;
    if (named === undefined) out.push(part);
    else out.splice(at, 1, detailed(named, part, lexicon));
    kinds = named && kindName(named, part, lexicon) ? named : undefined;
  }
  return out;
}

function toldAt(out: readonly Part[], part: Part, wasTold: boolean, lexicon: Lexicon): number {
  if (part.joint !== 'sentence') return toldBefore(out, part, wasTold, lexicon);
  const named = out.at(-1);
  const isTold =
    isRestated(named, part, lexicon) || (named !== undefined && isOneKind(named, part));
  return isTold ? out.length - 1 : -1;
}

/** `got tacos. 3 beef tacos with rice`: the only food of one sentence, told in detail by the next. */
function isRestated(named: Part | undefined, part: Part, lexicon: Lexicon): boolean {
  const isOnly = named?.joint === 'start' || named?.joint === 'sentence';
  if (!isOnly || named.span === undefined || named.isExcluded || hasAmount(named)) return false;
  if (part.span === undefined || part.before.some(({ text }) => MEALS.has(text))) return false;
  const isMore = hasAmount(part) || part.said.length > named.said.length;
  const isSame = named.span.food === part.span.food || isKindOf(named, part);
  return isMore && (isSame || kindName(named, part, lexicon) !== undefined);
}

/** Where the food of these details was named, in the same breath; -1 when nowhere. */
function toldBefore(out: readonly Part[], part: Part, wasTold: boolean, lexicon: Lexicon): number {
  // `curry with rice, a cup of the curry and a cup of rice`
  const isOnList = part.joint !== 'and' || wasTold;
  const start = Math.max(
    0,
    out.findLastIndex(({ joint }) => joint === 'sentence'),
  );
  if (part.before.some(({ text }) => MEALS.has(text))) return -1;
  return out.findLastIndex(
    (named, at) =>
      at >= start &&
      ((at === out.length - 1 && (isOneKind(named, part) || isCountOfHeld(named, part))) ||
        !hasAmount(named)) &&
      tellsMore(named, part, at === out.length - 1, isOnList, lexicon),
  );
}

/** `a rack of ribs, about 6 ribs`: what it came in, and then how many. */
function isCountOfHeld(named: Part, part: Part): boolean {
  const { unit, quantity, isArticle } = readAmount(named.before, named.after);
  const isOne = quantity === undefined || isArticle === true;
  const isHeld = unit !== undefined && HELD_IN.has(unit) && isOne;
  const count = readAmount(part.before, part.after);
  const isCounted = (count.quantity ?? 0) >= 2 && count.unit === undefined;
  return isHeld && isCounted && named.span?.food === part.span?.food;
}

function tellsMore(
  named: Part,
  part: Part,
  isNext: boolean,
  isOnList: boolean,
  lexicon: Lexicon,
): boolean {
  if (named.span === undefined || named.isExcluded) return false;
  const head = named.said.at(-1)?.stem ?? '';
  if (isNext && TOAST.has(head) && isLoaf(part)) return true;
  if (isNext && isOneKind(named, part)) return true;
  const isRemark = part.joint === 'remark' && kindName(named, part, lexicon) !== undefined;
  if (part.span !== undefined && isNext && isRemark) return true;
  if (part.span === undefined || !hasAmount(part) || !isOnList) return false;
  const isEggs = part.said.length === 1 && part.said[0]?.stem === 'egg';
  if (isEggs && named.said.some(({ stem }) => OF_EGGS.has(stem))) return true;
  if (isNext && (kindName(named, part, lexicon) !== undefined || isKindOf(named, part)))
    return true;
  // `baked beans, a cup of beans`; but `overnight oats, 40 g oats` says what they were made of.
  const isOneFood = head !== OATS && named.said.every(({ text }) => text !== 'and');
  const isByHead = part.said.length === 1 && part.said[0]?.stem === head && isOneFood;
  return named.span.food === part.span.food || isByHead;
}

function isOneKind(named: Part, part: Part): boolean {
  const isBehind = part.joint === 'list' || part.joint === 'remark' || part.joint === 'sentence';
  return (
    isBehind &&
    !hasAmount(part) &&
    ONE_KIND.test(named.span?.food.id ?? '') &&
    isKindOf(named, part)
  );
}

function isFlavour(named: Part | undefined, part: Part): boolean {
  const isBehind = part.joint === 'dash' || part.joint === 'remark';
  return isBehind && !hasAmount(part) && FLAVOURED.test(named?.span?.food.id ?? '');
}

/** How many of its own filling a dish had, told behind it. */
function isCountedInside(out: readonly Part[], part: Part): boolean {
  const { quantity = 0, unit } = readAmount(part.before, part.after);
  const inside = part.span?.food.id;
  const isBehind = part.joint === 'list' || part.joint === 'remark';
  if (inside === undefined || !isBehind || quantity < 2 || isMeasure(unit)) return false;
  const dish = out.findLast(({ isExcluded, isAddition }) => !isExcluded && !isAddition);
  const isDish = MADE_AROUND.has(dish?.said.at(-1)?.stem ?? '') && !hasNumber(dish?.before ?? []);
  const isNamed =
    part.said.length === 1 && dish?.said.some(({ stem }) => stem === part.said[0]?.stem);
  return isDish && (isNamed === true || dish?.span?.food.id.split('-').includes(inside) === true);
}

/** `pepperoni pizza` of `pizza 3 slices pepperoni`. */
function kindName(named: Part, part: Part, lexicon: Lexicon): readonly string[] | undefined {
  const { unit } = readAmount(part.before, part.after);
  if (!OF_KINDS.has(named.said.at(-1)?.stem ?? '') || isMeasure(unit)) return undefined;
  const name = [...part.said, ...named.said].map(({ stem }) => stem);
  return lexicon.byAlias.has(name.join(' ')) ? name : undefined;
}

function isKindOf(named: Part, part: Part): boolean {
  const id = named.span?.food.id ?? '';
  return KINDS.test(id) && part.span?.food.id.startsWith(`${id}-`) === true;
}

function detailed(named: Part, part: Part, lexicon: Lexicon): Part {
  if (isKindOf(named, part)) {
    const { joint, isAddition } = named;
    if (hasAmount(part)) return { ...part, joint, isAddition };
    const after = [...named.after, ...part.after];
    return { ...part, before: named.before, after, joint, isAddition };
  }
  if (isCountOfHeld(named, part)) return { ...named, before: part.before, after: part.after };
  const amount = [...part.before, ...named.after, ...part.after];
  const loaf = loafOf(part);
  if (!TOAST.has(named.said.at(-1)?.stem ?? '') || loaf.length === 0) {
    const kind = kindName(named, part, lexicon);
    return { ...named, after: amount, ...(kind === undefined ? {} : { isRenamed: kind }) };
  }
  const name = [...loaf.filter((word) => word !== 'bread' && word !== 'slice'), 'toast'];
  const isKnown = name.length > 1 && lexicon.byAlias.has(name.join(' '));
  return { ...named, after: amount, ...(isKnown ? { isRenamed: name } : {}) };
}

/** `2 slices sourdough`, `on multigrain`. */
function isLoaf(part: Part): boolean {
  const isBehind = part.joint === 'remark' || part.joint === 'with' || part.joint === 'list';
  if (!isBehind || (part.joint === 'list' && !hasAmount(part))) return false;
  const rest = [...part.before, ...part.said, ...part.after].filter(isSaid);
  return rest.length > 0 && rest.every(({ stem }) => LOAVES.has(stem));
}

function loafOf(part: Part): readonly string[] {
  return [...part.before, ...part.said].filter(isSaid).map(({ stem }) => stem);
}

function isSaid({ kind, stem }: Token): boolean {
  return kind === 'word' && !isNoise(stem) && unitOf(stem) === undefined;
}

function hasAmount({ before, after }: Part): boolean {
  const { unit, isArticle } = readAmount(before, after);
  return hasNumber([...before, ...after]) || unit !== undefined || isArticle === true;
}

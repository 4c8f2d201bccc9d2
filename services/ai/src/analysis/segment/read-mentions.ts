import { readAmount } from '../amount/read-amount.js';
import type { Mention } from '../item/mention.js';
import type { Lexicon } from '../match/lexicon.js';
import type { Token } from '../normalise/tokenise.js';
import { takesOver } from '../scope/not-a-meal.js';
import { BRANDS } from '../scope/places.js';
import { isDescriptor } from '../words/descriptors.js';
import { isNoise, pointsToFood } from '../words/noise.js';
import { isOnlyEnglish } from '../words/plain-english.js';
import { unitOf } from '../words/units.js';
import { stemSet, wordSet } from '../words/word-sets.js';
import { absorb } from './absorb.js';
import { withDetails } from './again.js';
import { withAmountOfDish } from './amount-of-dish.js';
import { saysAmount, withAmounts } from './amounts.js';
import { inCuts } from './cuts.js';
import { withDressing } from './dressed.js';
import { withEachTopping } from './each-with.js';
import { withFillings } from './fillings.js';
import { inSense } from './in-sense.js';
import { merge, ownShare, withRemarks } from './merge.js';
import { ofEggs } from './of-eggs.js';
import { type Part, partsOf } from './parts.js';
import { chunksOf } from './segment.js';
import { withSharedPlates } from './shared-plate.js';
import { findFoods } from './spans.js';
import { withSpreadsBehind } from './spread-in-front.js';

/** Cuts the tokens of what was eaten into one mention per food. `text` is what they point into. */
export function readMentions(
  tokens: readonly Token[],
  text: string,
  lexicon: Lexicon,
  brands: readonly string[] = [],
): readonly Mention[] {
  const chunks = chunksOf(tokens, findFoods(tokens, lexicon));
  const detailed = withDetails(withRemarks(chunks.flatMap(partsOf), lexicon), lexicon);
  const told = detailed.flatMap(ownShare).filter(isTellingPart);
  const said = withFillings(
    merge(
      withSpreadsBehind(withSharedPlates(withAmountOfDish(withAmounts(withEachTopping(told))))),
      lexicon,
    ),
    lexicon,
  );
  const named = ofEggs(inSense(inCuts(said, lexicon)), lexicon);
  const parts = withDressing(absorb(named, lexicon), named, lexicon).map((part) =>
    ofBrand(part, brands, lexicon),
  );
  const foods = parts.filter(({ span }) => span !== undefined).length;
  const isEating = foods > 1 || tellsEating(tokens);
  const mentions: Mention[] = [];
  const food = parts
    .filter((part, at) => !isTakenOver(part) && !runsInto(part, parts[at + 1]))
    .filter((part) => foods > 1 || !isCompound(part, tokens));
  let base: Base = {};
  let isAdding = false;
  let basis: Part | undefined;
  for (const [at, part] of food.entries()) {
    // `oats with seeds, milk and berries`: a list after `with` goes on while it names trimmings.
    const isSpread = isSpreadOn(part, food[at - 1], basis);
    const isDrunk = isBeside(part);
    isAdding = (part.isAddition && !isDrunk) || isSpread || (isAdding && isTrimming(part));
    const mention = mentionOf(part, text, isEating, isAdding ? additionTo(base, part) : {});
    if (mention !== undefined) mentions.push(mention);
    if (part.span === undefined || isAdding) continue;
    base = baseOf(part, mention?.quantity);
    basis = part;
  }
  return mentions;
}

/** The coffee of `toast with butter and a coffee with milk` is on no toast. */
function isBeside({ joint, span, said }: Part): boolean {
  return joint === 'and' && span?.food.isDrink === true && HOT_DRINKS.has(said.at(-1)?.stem ?? '');
}

type Base = Pick<Mention, 'addedTo' | 'addedTimes'>;

/** Every slice of bread has its own butter; of a bowl or a glass there is one. */
function baseOf({ span, said }: Part, quantity: number | undefined): Base {
  if (span?.food.isDrink) return { addedTo: 'drink' };
  const [last, before] = [said.at(-1)?.stem ?? '', said.at(-2)?.stem];
  // Of crackers several share what one slice takes.
  const isBread = (BREADS.has(last) && last !== CRACKER) || (last === CAKE && before === 'rice');
  const isCounted = isBread && quantity !== undefined && quantity <= MOST_SLICES;
  return { addedTo: 'food', addedTimes: isCounted ? quantity : undefined };
}

/** Syrup is poured once over all of them. */
function additionTo(base: Base, { said, times }: Part): Base {
  if (times !== undefined) return { addedTo: base.addedTo, addedTimes: times };
  return said.at(-1)?.stem === 'syrup' ? { addedTo: base.addedTo } : base;
}

const MOST_SLICES = 6;

/** `crumpets x2 butter`, `toast, jam`: on the bread, unless an amount is said. */
function isSpreadOn(part: Part, bread: Part | undefined, basis: Part | undefined): boolean {
  const { span, before, joint, said } = part;
  const isListed = joint === 'list' || joint === 'and';
  const head = bread?.said.at(-1)?.stem ?? '';
  // `tea two sugars and milk`: the sugar is in the tea too.
  const isInDrink = HOT_DRINKS.has(basis?.said.at(-1)?.stem ?? '');
  // `a cuppa (milk, 1 sugar)`
  if (
    isInDrink &&
    (isListed || joint === 'remark') &&
    (bread === basis || isStirredIn(bread?.said ?? []))
  ) {
    const isMilk = said.at(-1)?.stem === 'milk' && (joint !== 'list' || bread !== basis);
    const isDash = said.at(-1)?.stem === 'milk' && isLittle(before);
    return isStirredIn(said) || (isMilk && before.length === 0) || isDash;
  }
  if (CEREAL.test(bread?.span?.food.id ?? '') && said.at(-1)?.stem === 'milk') {
    return isListed && before.length === 0;
  }
  const isSpread = span?.food.asAddition !== undefined && span.food.isDrink !== true;
  return isListed && isSpread && before.length === 0 && BREADS.has(head);
}

/** `tea, drop of milk` */
function isLittle(before: readonly Token[]): boolean {
  return (
    before.some(({ text }) => LITTLE.has(text)) &&
    before.every(({ stem }) => isNoise(stem) || unitOf(stem) !== undefined)
  );
}

/** `coffee, cream and sugar` */
function isStirredIn(said: readonly Token[]): boolean {
  return STIRRED_IN.has(said.at(-1)?.stem ?? '');
}

// `corn flakes, skimmed milk`
const CEREAL = /^(?:cereal|granola$|muesli)/u;
const HOT_DRINKS = stemSet('coffee tea americano brew chai decaf cuppa');
const LITTLE = wordSet('drop splash dash bit tad little touch glug');
const STIRRED_IN = stemSet('cream creamer sugar honey sweetener splenda stevia half');
const [CRACKER = '', CAKE = ''] = stemSet('cracker cake');
const BREADS = stemSet('toast bread bagel crumpet cracker scone pancake waffle roll crispbread');

function isTrimming({ span, joint, before }: Part): boolean {
  const isListed = joint === 'list' || joint === 'and';
  return isListed && span?.food.asAddition !== undefined && before.length === 0;
}

/** `kfc: 2 drumsticks`, `fries from mcdonalds`: the brand's own food where the table has it. */
function ofBrand(part: Part, brands: readonly string[], lexicon: Lexicon): Part {
  if (part.said.length === 0 || part.isRenamed !== undefined) return part;
  const said = part.said.map((token) => token.stem);
  const names = brands.filter((brand) => !said.includes(brand)).map((brand) => [brand, ...said]);
  const name = names.find((words) => lexicon.byAlias.has(words.join(' ')));
  return name === undefined ? part : { ...part, isRenamed: name };
}

/** Not `with my boyfriend`. */
function isTellingPart(part: Part): boolean {
  const { span, before, joint, isExcluded } = part;
  if (isExcluded) return true;
  // `protein bar (quest)`: an unknown remark only describes.
  if (span === undefined && joint === 'remark' && !saysAmount(part)) return false;
  if (span === undefined && joint === 'remark') return true;
  return span !== undefined || before.some((t) => isTelling(t) && !isOnlyEnglish(t.stem));
}

function mentionOf(part: Part, text: string, isEating: boolean, base: Base): Mention | undefined {
  const amount = readAmount(part.before, part.after);
  const isTold = (token: Token): boolean =>
    token.kind === 'word' &&
    (part.span === undefined ? !isNoise(token.stem) : isName(token) && !BRANDS.has(token.text));
  const named = amount.rest.filter(isTold);
  const words = [...named, ...part.said].toSorted((a, b) => a.start - b.start);
  if (part.span === undefined && !words.some(isPossiblyFood)) return undefined;
  const last = part.said.at(-1);
  const respelled = words.filter((token) => token.misspelled !== undefined);
  const isCounted = amount.quantity !== undefined && respelled.length === 0;
  // `a cheese omelette` is no omelette of one egg.
  const isWhole =
    amount.isArticle === true && amount.unit === undefined && OF_EGGS.has(last?.stem ?? '');
  // Without a word of eating, `turkey trip` tells of no turkey; `chilaquiles verdes` does.
  const isDish = respelled.length === 0 && !named.some(({ stem }) => isOnlyEnglish(stem));
  const isNamed = part.span !== undefined && (isEating || isCounted || isDish);
  return {
    rawText: rawTextOf(part, text),
    phrase: part.isRenamed?.join(' ') ?? words.map((token) => token.text).join(' '),
    name: isNamed ? nameOf(part) : undefined,
    quantity: isWhole ? undefined : amount.quantity,
    unit: isInOwnCup(part, amount.unit) ? 'container' : amount.unit,
    size: amount.size,
    inches: amount.inches,
    about: amount.about,
    isArticle: amount.isArticle,
    isPlural:
      last !== undefined && amount.quantity === undefined && isPlural(last) && !isNamedSo(part),
    ...base,
    assumptions: part.assumptions,
    isWeak: part.span === undefined && amount.quantity === undefined && amount.unit === undefined,
    respelled: respelled.map((token) => [token.misspelled ?? '', token.text] as const),
  };
}

/** `greek yogurt cup`, `2 pudding cups`: what it is sold in, not a measure of it. */
function isInOwnCup({ span, said, after }: Part, unit: string | undefined): boolean {
  const [next] = after;
  const isBehind = next?.stem === CUP && next.start - (said.at(-1)?.end ?? 0) === 1;
  const food = span?.food;
  return unit === CUP && isBehind && !food?.isDrink && food?.portions['container'] !== undefined;
}

const CUP = 'cup';

function nameOf(part: Part): string {
  return part.isRenamed?.join(' ') ?? part.said.map((token) => token.text).join(' ');
}

/** `apple watch`, `olive green paint`: what stands behind is no food. */
function isTakenOver({ span, after }: Part): boolean {
  return span !== undefined && takesOver(textOf(untilPlace(after)));
}

// `eggs from our farm`, `fish in the pan`: what stands behind `from` is where they were.
function untilPlace(after: readonly Token[]): readonly Token[] {
  const place = after
    .slice(0, 3)
    .findIndex(({ text }) => /^(?:from|in|on|at|with|by)$/u.test(text));
  return after.slice(0, place < 0 ? 3 : place);
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(' ');
}

/**
 * `honey badger`, `a coffee table`: where a text is nothing but a food word and another noun behind
 * it, the noun is what it is about. Anything that tells of eating or of an amount speaks for food.
 */
function isCompound({ span, said, before, after }: Part, tokens: readonly Token[]): boolean {
  const next = after.find((token) => !isDescriptor(token.stem) && !SMALL.has(token.text));
  if (span === undefined || next?.kind !== 'word' || WHEN.has(next.text)) return false;
  const { quantity, isArticle } = readAmount(before, after);
  if (tellsEating(tokens) || (quantity !== undefined && isArticle !== true)) return false;
  // `soup in a mug` is soup.
  if (VESSELS.has(next.stem) && said.length > 1) return false;
  if (VESSELS.has(next.stem)) return !after.slice(0, after.indexOf(next)).some(isIn);
  // `pistachios handful` counts.
  if (unitOf(next.stem) !== undefined) return false;
  const isNoun = isOnlyEnglish(next.stem) && !/(?:ing|ed|ly)$/u.test(next.text);
  return isNoun && !FOODISH.has(next.text);
}

export function tellsEating(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }) => EATING.has(text));
}

/** Said outright, not only by `my` or `for lunch`. */
export function saysEaten(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ text, stem }, at) =>
      EATEN.has(text) || (pointsToFood(unitOf(stem)) && tokens[at + 1]?.text === 'of'),
  );
}

const OF_EGGS = stemSet('omelette frittata scramble');
const EATEN = wordSet('ate eat eaten eating had having drank drinking');
const EATING = wordSet(
  'i ate eat eating had have having drank drink drinking breakfast lunch dinner supper snack brunch ' +
    'dessert meal my',
);
const SMALL = wordSet(
  'a an the about around approx roughly like maybe some instead again today tonight tho now twice ' +
    'only also too last first second third final very was were so far great good nice lovely delicious yummy tasty perfect fantastic this that yesterday later early late',
);
// `a glass of milk before bed`
const WHEN = wordSet('before after during while when since until');
function isIn({ text }: Token): boolean {
  return /^(?:in|from|out|by|per|an?|the|my)$/u.test(text);
}

// `coffee mug`, `egg carton`: the thing that it comes in.
const VESSELS = wordSet('mug glass carton box jar bottle basket');
const FOODISH = wordSet(
  'dish dishes plate platter combo special supreme deluxe surprise feast delight style mix medley ' +
    'treat kit thing stuff again yes yay please deal royale royal king queen lover lovers house ' +
    'home made family club classic double triple chef mama mom dad grandma first here there now',
);

/** `olive` of `olive greens paint`: stands right before what is taken over. */
function runsInto(part: Part, next: Part | undefined): boolean {
  if (next === undefined || !isTakenOver(next)) return false;
  const end = Math.max(...[...part.said, ...part.after].map((token) => token.end));
  const start = Math.min(...[...next.before, ...next.said].map((token) => token.start));
  return start - end === 1;
}

/** Words that may name a food or tell how it was made. */
function isName(token: Token): boolean {
  return !isNoise(token.stem) && !isOnlyEnglish(token.stem);
}

function isPossiblyFood(token: Token): boolean {
  return isName(token) && !isDescriptor(token.stem) && token.text.length > 2;
}

/** The name itself has the `s`: `snickers`. */
function isNamedSo({ said, span }: Part): boolean {
  return span?.food.aliases.includes(said.map((token) => token.text).join(' ')) === true;
}

function isPlural(token: Token): boolean {
  return token.text.endsWith('s') && token.stem !== token.text;
}

function rawTextOf(part: Part, text: string): string {
  const all = [...part.before, ...part.said, ...part.after].toSorted((a, b) => a.start - b.start);
  const tells = (token: Token): boolean => isTelling(token) || part.said.includes(token);
  const first = all.findIndex(tells);
  const last = all.findLastIndex(tells);
  const tokens = first < 0 ? all : all.slice(first, last + 1);
  const start = Math.min(...tokens.map((token) => token.start));
  const end = Math.max(...tokens.map((token) => token.end));
  const raw = text.slice(start, end);
  // `rice (1 cup)`: brackets name nothing, so the closing one is fetched here.
  const close = raw.includes('(') && !raw.includes(')') ? text.indexOf(')', end) : -1;
  return (close < 0 ? raw : text.slice(start, close + 1)).trim();
}

/** Not `I had` before the food, nor `for breakfast` behind it. */
function isTelling(token: Token): boolean {
  if (token.kind === 'number' || /^an?$/u.test(token.text)) return true;
  return !isNoise(token.stem) || unitOf(token.stem) !== undefined;
}

import type { Food } from '../food.js';
import type { Lexicon } from '../match/lexicon.js';
import type { Token } from '../normalise/tokenise.js';
import { BRANDS } from '../scope/places.js';
import { isNoise } from '../words/noise.js';
import { stemSet } from '../words/word-sets.js';
import { inComboSize, withSides } from './combo.js';
import type { Part } from './parts.js';

// Put together from what is named with them.
const FILLED = stemSet(`
  sandwich burger hamburger cheeseburger wrap burrito taco omelette omelet pizza sub quesadilla
  mcmuffin muffin bagel panini hoagie toastie roll salad club melt blt cheesesteak latte cappuccino
  mocha macchiato frappuccino croissant biscuit wing congee pho mein pancit lumpia thai stew soup chili
  noodle tostada tamale gordita sope paratha
`);
const COMPOSED = stemSet(
  'charcuterie board mezze tapas antipasto english breakfast irish fry-up smoothie shake salad bowl platter thali bento roast plate omelette bbq kbbq boil feast buffet potluck takeout takeaway spread mezze stir sizzle ploughman ploughmans',
);
// Meals of many dishes, told one by one in the next sentence: `sunday roast. roast beef, carrots`.
const SPREADS = stemSet(
  'roast english breakfast irish fry-up thali bento charcuterie mezze tapas antipasto platter bbq feast buffet board',
);
const MOST_ALONE = 2;
const MIXED = stemSet('smoothie shake');
// Under their name stands what they were mixed from, oats and all.
const OVERNIGHT = /^oats-overnight$/u;
const OATS = /^oat/u;
const MOST_NAMED = 2;
// Dishes under this name, whatever is in them.
const WHOLE_BOWLS = stemSet('burrito chipotle poke acai smoothie noodle ramen soup taco fajita');
const POWDERS = stemSet('protein whey powder casein isolate scoop');
const COFFEES = stemSet('chai matcha latte cappuccino mocha macchiato frappuccino');
// Part of any sandwich; nobody weighs them.
const GARNISH = stemSet('lettuce tomato onion pickle cucumber');
const VEGETABLES = stemSet('veg veggie vegetable salad topping fixing trimming');
const CONDIMENTS = stemSet('mayo mayonnaise mustard ketchup');
// What is rolled in a tortilla has one, and cheese and garnish.
const ROLLS = stemSet('taco burrito quesadilla enchilada fajita wrap chimichanga taquito flauta');
const FATS = stemSet(
  'oil butter ghee fat olive coconut vegetable cooking margarine lard dripping spray',
);
// Their figures have the fat that they were fried in.
const FRYING = stemSet('scrambled fried fry scramble');
const FRIED_EGGS = /^(?:egg-(?:fried|scrambled)|omelette)/u;
const PITAS = stemSet('gyro shawarma kebab doner souvlaki falafel');
const FLATBREADS = stemSet('pita naan flatbread wrap tortilla bread lavash');
const MEATS = stemSet('meat chicken beef pork lamb turkey');
const TORTILLAS = stemSet(
  'flour corn soft hard shell tortilla cheese lettuce tomato onion cilantro coriander',
);
// A burrito or a bowl has these in it whether they are named or not.
const ROLLED = stemSet('burrito bowl');
const INSIDE = stemSet(`
  ham turkey tuna rice bean black pinto refried brown white cheese chicken beef steak pork carnita lettuce corn
  pepper onion fajita veggie vegetable tomato egg bacon sausage potato
`);
const BREADS = stemSet(
  'bread bun wheat multigrain pumpernickel rye sourdough wheat brioche ciabatta baguette roll hoagie toast',
);
const IN_BREAD = /sandwich|sloppy joe|burger|hot dog|gyro/iu;
const KINDS_OF_BREAD = stemSet(
  'whole wheat white rye multigrain wholemeal granary brown sourdough',
);
const SANDWICH_FILLINGS = stemSet(
  'ham turkey tuna pastrami salami bologna beef salad pbj jelly cheese swiss chicken',
);
const SANDWICHES = stemSet(`
  sandwich burger hamburger cheeseburger wrap sub panini hoagie melt club blt cheesesteak reuben
`);

// In the pot with the meat; what has an amount of its own is beside it.
const STEWED = stemSet('stew casserole hotpot soup broth chowder');
const IN_THE_POT = stemSet(`
  carrot potato tattie onion leek celery pea turnip swede parsnip barley bean lentil cabbage tomato
  veg vegetable veggie mushroom corn kale spinach pepper okra dumpling
`);

/**
 * Foods that are part of another one are not counted beside it: the cheese of a `sandwich with
 * cheese` where the table has such a sandwich, the rye under a `tuna melt`, the shake that is only
 * the heading of its parts. What was left out is gone, and with it its food where the table knows
 * that food without it.
 */
export function absorb(parts: readonly Part[], lexicon: Lexicon): readonly Part[] {
  const out: Part[] = [];
  let at = 0;
  while (at < parts.length) {
    const part = parts[at] as Part;
    const additions = additionsTo(parts, at);
    if (part.isExcluded || isHeading(part, parts, at, additions) || isBrandOnly(part, parts)) {
      at += 1;
      continue;
    }
    const { filled, left } = fill(inBowl(parts, at, lexicon), additions, lexicon);
    const beside = left.map((addition) => inComboSize(addition, part));
    out.push(...withSides(filled, additions, lexicon), ...beside);
    at += 1 + additions.length;
  }
  return out;
}

/** `salmon bowl with quinoa, avocado and edamame`: what is listed is the bowl, with the salmon. */
function inBowl(parts: readonly Part[], at: number, lexicon: Lexicon): Part {
  const part = parts[at] as Part;
  const name = part.said.slice(0, -1).map(({ stem }) => stem);
  const behind = parts.slice(at + 1);
  const end = behind.findIndex(({ joint }) => joint === 'sentence');
  const listed = behind
    .slice(0, end < 0 ? undefined : end)
    .filter(({ isExcluded, span }) => !isExcluded && span !== undefined && !span.food.isDrink);
  const isListed = headOf(part) === 'bowl' && !WHOLE_BOWLS.has(name.at(-1) ?? '');
  if (
    !isListed ||
    listed[0]?.isAddition !== true ||
    listed.length < 2 ||
    !lexicon.byAlias.has(name.join(' '))
  )
    return part;
  return { ...part, isRenamed: name, said: part.said.slice(0, -1) };
}

function additionsTo(parts: readonly Part[], at: number): readonly Part[] {
  const isMix = MIXED.has(headOf(parts[at])) || OVERNIGHT.test(parts[at]?.span?.food.id ?? '');
  const isSandwich = SANDWICHES.has(headOf(parts[at]));
  const isFilled = FILLED.has(headOf(parts[at])) || ROLLED.has(headOf(parts[at]));
  const isRolled = ROLLED.has(headOf(parts[at]));
  const out: Part[] = [];
  for (const part of parts.slice(at + 1)) {
    const isBehind = out.length === 0 && isFilledBehind(parts[at] as Part, part);
    const isRow = part.joint === 'list' || part.joint === 'and' || isBehind;
    const isWritten = isFilled && isRightBehind(parts[at + out.length], part);
    const isFirst = isMix && out.length === 0 && isCountedBehind(parts[at] as Part, part);
    const isListed =
      isRow && (out.length > 0 || headOf(parts[at]) === 'bowl' || isWritten || isFirst);
    const isInside = isRolled && isFilling(part);
    const goesOn =
      isListed &&
      (isMix ||
        ((isInside || isWritten) && part.before.length === 0 && isFilling(part)) ||
        (isSandwich && (isGarnish(part) || part.isAddition)));
    if (!part.isAddition && !part.isExcluded && part.joint !== 'remark' && !goesOn) break;
    out.push(part);
  }
  return out;
}

function isFilling({ said }: Part): boolean {
  return said.length > 0 && said.every(({ stem }) => stem === 'and' || INSIDE.has(stem));
}

/** `breakfast burrito egg cheese`: nothing but a blank between them. */
function isRightBehind(previous: Part | undefined, part: Part): boolean {
  const end = previous?.said.at(-1)?.end ?? 0;
  return previous?.after.length === 0 && (part.said[0]?.start ?? 0) - end === 1;
}

/** `shake 500 ml milk 2 scoops whey`: an amount follows, and between them is nothing but a blank. */
function isCountedBehind(named: Part, { before, joint }: Part): boolean {
  const [amount] = before;
  const end = named.said.at(-1)?.end ?? 0;
  const isRow = joint === 'list' && amount?.kind === 'number' && amount.start - end === 1;
  return isRow && named.before.every(({ kind }) => kind !== 'number');
}

/** `turkey sandwich (2 slices bread, 2 oz turkey)`: with their amounts, what it was made from. */
function isTakenApart(additions: readonly Part[]): boolean {
  const inside = additions.filter(({ joint, span }) => joint === 'remark' && span !== undefined);
  return (
    inside.filter(({ before }) => before.some(({ kind }) => kind === 'number')).length >= MOST_NAMED
  );
}

/** `smoothie: 1 banana, 1 cup oj`, `shake with 1 scoop whey and a banana`, `full english: eggs`. */
function isHeading(
  part: Part,
  parts: readonly Part[],
  at: number,
  additions: readonly Part[],
): boolean {
  const next = parts[at + 1];
  const isCounted = [...part.before, ...part.after].some((token) => token.kind === 'number');
  if (next !== undefined && isFilledBehind(part, next)) return false;
  if (next?.joint === 'colon' && next.span !== undefined && !isCounted) return true;
  // `chinese takeout - wonton soup`, `mezze plate - hummus`
  if (next?.joint === 'dash' && next.span !== undefined && part.span === undefined) {
    return !isCounted;
  }
  if (next?.joint === 'dash' && next.span !== undefined && !isCounted && isTitle(part, next)) {
    return true;
  }
  if (next?.joint === 'sentence' && at === 0 && !isCounted && isSpread(part)) {
    return toldBehind(parts.slice(1)) > MOST_ALONE;
  }
  const isMade = part.said.some(({ stem }) => FILLED.has(stem));
  if (isMade && !isCounted && isTakenApart(additions)) return true;
  const counted = additions.filter((addition) => addition.span !== undefined);
  if (OVERNIGHT.test(part.span?.food.id ?? '')) {
    return counted.length > 1 && counted.some(({ span }) => OATS.test(span?.food.id ?? ''));
  }
  if (part.span === undefined || !MIXED.has(headOf(part)) || counted.length < 2) return false;
  // A protein shake has powder in it, named or not.
  const isProtein = part.said.some(({ stem }) => stem === 'protein');
  return !isProtein || counted.some(isProteinPowder);
}

/** Not the powder of peanut butter. */
function isProteinPowder({ said }: Part): boolean {
  return said.some(({ stem }) => POWDERS.has(stem)) && said.every(({ stem }) => stem !== 'peanut');
}

/** `burrito bowl - chicken, rice and beans`: what it was filled with. */
function isFilledBehind({ said }: Part, next: Part): boolean {
  const isBehind = next.joint === 'dash' || next.joint === 'colon';
  const isRolled = said.some(({ stem }) => stem === 'burrito');
  return isBehind && isRolled && isFilling(next) && next.before.length === 0;
}

function isSpread({ span, said }: Part): boolean {
  return span !== undefined && SPREADS.has(said.at(-1)?.stem ?? '');
}

/** How many foods the sentence that begins here names. */
function toldBehind([first, ...rest]: readonly Part[]): number {
  const end = rest.findIndex(({ joint }) => joint === 'sentence');
  const told = [first, ...rest.slice(0, end < 0 ? undefined : end)];
  return told.filter((part) => part?.span !== undefined && !part.isExcluded).length;
}

/** `full english - 2 eggs, toast`, `curry - vegetable curry`: a dish that is listed behind a dash. */
function isTitle(part: Part, next: Part): boolean {
  const isAgain = part.span !== undefined && part.span.food === next.span?.food;
  return isAgain || part.said.some(({ stem }) => COMPOSED.has(stem));
}

/** `kfc, 2 drumsticks`: where it is from, when there is something else that it can be. */
function isBrandOnly(part: Part, parts: readonly Part[]): boolean {
  const words = part.span === undefined ? part.before.filter((t) => !isNoise(t.stem)) : part.said;
  const isName = words.length > 0 && words.every((token) => BRANDS.has(token.text));
  return isName && parts.some((other) => other !== part && other.span !== undefined);
}

function fill(
  part: Part,
  additions: readonly Part[],
  lexicon: Lexicon,
): { readonly filled: Part; readonly left: readonly Part[] } {
  let filled = part;
  const left: Part[] = [];
  const head = headOf(part);
  const isSandwich = SANDWICHES.has(head) || IN_BREAD.test(part.span?.food.name ?? '');
  for (const addition of additions) {
    if (addition.isExcluded) {
      filled = without(filled, addition, lexicon) ?? filled;
      continue;
    }
    const isCounted = addition.before.some((token) => token.kind === 'number');
    const inBread = isCounted ? undefined : onBread(filled, addition, lexicon);
    if (inBread !== undefined) {
      filled = { ...filled, isRenamed: inBread };
      continue;
    }
    // `breakfast sandwich with sausage egg and cheese`: one sandwich by two names.
    if (isSandwich && !isCounted && /sandwich/iu.test(addition.span?.food.name ?? '')) {
      filled = { ...filled, said: addition.said };
      continue;
    }
    const named =
      isCounted || !FILLED.has(head) ? undefined : joined(addition.said, filled, lexicon);
    if (named !== undefined) filled = named;
    else if (!isPartOf(addition, head, isSandwich || isInBread(filled), filled) || isCounted) {
      left.push(addition);
    }
  }
  return { filled, left };
}

function isInBread({ isRenamed }: Part): boolean {
  return SANDWICHES.has(isRenamed?.at(-1) ?? '');
}

/** `ham on rye`, `6 inch tuna on wheat`: on what is only a kind of bread it is a sandwich. */
function onBread(
  part: Part,
  { said, before, isAddition }: Part,
  lexicon: Lexicon,
): readonly string[] | undefined {
  const words = [...before, ...said].map(({ stem }) => stem);
  const isKind = words.length > 0 && words.every((word) => KINDS_OF_BREAD.has(word));
  const name = [...part.said.map(({ stem }) => stem), 'sandwich'];
  const isFood = isAddition && isKind && SANDWICH_FILLINGS.has(name.at(-2) ?? '');
  return isFood && lexicon.byAlias.has(name.join(' ')) ? name : undefined;
}

/** Whether an addition is in the dish anyway: garnish, bread and milk. */
function isPartOf(addition: Part, head: string, isSandwich: boolean, part: Part): boolean {
  const food = part.span?.food;
  // `on whole wheat` names no food of its own.
  const said = addition.said.length > 0 ? addition.said : addition.before;
  if (said.length === 0) return false;
  if (isSandwich && isGarnish(addition)) return true;
  if (isSandwich && said.every((token) => CONDIMENTS.has(token.stem))) return true;
  if (ROLLS.has(head) && said.every((token) => TORTILLAS.has(token.stem))) return true;
  if (isSandwich && said.some((token) => BREADS.has(token.stem))) return true;
  if (isFatOfEggs(addition, part) || isNamedIn(addition, food)) return true;
  // `gyro in pita`
  if (
    PITAS.has(head) &&
    IN_BREAD.test(food?.name ?? '') &&
    said.every(({ stem }) => FLATBREADS.has(stem))
  ) {
    return true;
  }
  if (STEWED.has(head) && said.every(({ stem }) => IN_THE_POT.has(stem))) return true;
  const isRolled = ROLLED.has(head) || (FILLED.has(head) && addition.joint === 'list');
  if (isRolled && isFilling(addition)) return true;
  return COFFEES.has(head) && headOf(addition) === 'milk';
}

/** `eggs scrambled in butter` */
function isFatOfEggs({ said, before, joint }: Part, part: Part): boolean {
  const id = part.span?.food.id ?? '';
  // `scrambled 2 eggs in butter`
  const isFried = id === 'egg' && part.before.some(({ stem }) => FRYING.has(stem));
  return (
    joint === 'with' &&
    (isFried || FRIED_EGGS.test(id)) &&
    before.length === 0 &&
    said.length > 0 &&
    said.every(({ stem }) => FATS.has(stem))
  );
}

/** `arroz caldo with chicken`: a congee with meat. */
function isNamedIn({ said, before }: Part, food: Food | undefined): boolean {
  const isMeat = said.length === 1 && MEATS.has(said[0]?.stem ?? '');
  return isMeat && before.length === 0 && /\bwith meat\b/iu.test(food?.name ?? '');
}

/** The part under the name that filling and dish have together, when the table knows it. */
function joined(filling: readonly Token[], part: Part, lexicon: Lexicon): Part | undefined {
  if (filling.length === 0) return undefined;
  const front = filling.map((token) => token.stem);
  const dish = part.said.map((token) => token.stem);
  const [start, end] = [dish.slice(0, -1), dish.slice(-1)];
  const names = [
    [...front, ...dish],
    [...start, 'and', ...front, ...end],
    [...start, ...front, ...end],
    [...front, 'and', ...dish],
    [...dish, 'with', ...front],
  ];
  const name = names.find((words) => lexicon.byAlias.has(words.join(' ')));
  if (name === undefined) return undefined;
  const bySaid = new Map([...filling, ...part.said].map((token) => [token.stem, token] as const));
  return { ...part, said: name.flatMap((word) => bySaid.get(word) ?? []), isRenamed: name };
}

/** `burger, no bun`: under a name of its own, when the table knows one. */
function without(part: Part, excluded: Part, lexicon: Lexicon): Part | undefined {
  const dish = part.said.map((token) => token.stem);
  const left = excluded.said.map((token) => token.stem);
  if (dish.length === 0 || left.length === 0) return undefined;
  const bare: string[][] = left.some((word) => BREADS.has(word))
    ? [[...dish, 'patti'], ['bunless', ...dish], ['frankfurter'], ['hamburger', 'patti']]
    : [];
  // `broccoli, no oil`, `omelette without butter`
  if (left.every((word) => FATS.has(word))) bare.push(['plain', ...dish], ['steamed', ...dish]);
  if (dish.at(-1) === 'egg' && left.includes('yolk')) bare.push(['egg', 'white']);
  const isBread = left.some((word) => BREADS.has(word));
  if (isBread && !/burger|hot dog/u.test(dish.join(' '))) return undefined;
  const names = [
    [...dish, 'without', ...left],
    [...dish, 'no', ...left],
    ...bare.filter((name) => name[0] !== 'frankfurter' || dish.includes('dog')),
  ];
  const name = names.find((words) => lexicon.byAlias.has(words.join(' ')));
  return name === undefined ? undefined : { ...part, isRenamed: name };
}

function isGarnish({ said, before }: Part): boolean {
  // `extra pickles` are more than the dish has.
  const isMore = before.some((token) => token.kind === 'number' || token.text === 'extra');
  // `with all the veggies`
  const isAll = before[0]?.text === 'all' && said.every(({ stem }) => VEGETABLES.has(stem));
  return isAll || (!isMore && said.length > 0 && said.every((token) => GARNISH.has(token.stem)));
}

function headOf(part: Part | undefined): string {
  return part?.said.at(-1)?.stem ?? '';
}

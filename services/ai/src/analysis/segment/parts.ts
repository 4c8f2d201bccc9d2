import type { Token } from '../normalise/tokenise.js';
import { stemSet } from '../words/word-sets.js';
import type { Chunk } from './segment.js';
import type { FoodSpan } from './spans.js';

/** The words about one food, or about something unknown. */
export interface Part {
  readonly before: readonly Token[];
  /** Undefined when no known food is named. */
  readonly span: FoodSpan | undefined;
  /** The words that name the food, with those of foods that only describe it. */
  readonly said: readonly Token[];
  readonly after: readonly Token[];
  readonly joint: Chunk['joint'];
  readonly isAddition: boolean;
  /** Left out by the one who ate: `no cheese`. */
  readonly isExcluded: boolean;
  /** The name under which the table knows food and additions together. */
  readonly isRenamed?: readonly string[];
  readonly assumptions?: readonly string[];
  /** On how many pieces of the dish it was, where that was said. */
  readonly times?: number;
}

// A dish swallows the food before it: `banana smoothie` is not a banana and a smoothie.
const DISHES = stemSet(`
  sandwich taco burger hamburger cheeseburger soup pie muffin wrap omelette omelet smoothie juice
  pizza curry cake cookie burrito quesadilla yogurt yoghurt salad bagel sushi milkshake shake jam
  tea latte doughnut donut lasagna lasagne sub panini melt bowl stew chili chilli casserole stir fry
  enchilada fajita nacho dip sauce dressing spread pudding bread toast roll bun cracker chip crisp
  bar cereal oatmeal porridge ice cream pancake waffle crepe scone tart cobbler crumble pasta noodle
  spaghetti risotto ramen kebab skewer nugget tender patty sausage meatball dumpling empanada
  croissant danish cheesecake brownie sorbet gelato coffee mocha frappuccino lemonade cocktail
  soda drink syrup butter milk powder oil seed flake puff stick ring cutlet schnitzel slider gyro
  calzone stromboli focaccia pita flatbread hash frittata scramble quiche kabob bake steak
  mein biryani paratha sabzi samosa pakora gyoza momo udon thai korma adobo pancit lumpia tamale sope
  gordita tostada flauta chimichanga poutine pasty
`);

const [FRIES] = stemSet('fries');

// Named before another food these only flavour it: `garlic shrimp`, `honey chicken`.
const FLAVOURS = stemSet(`
  garlic lemon lime honey cinnamon vanilla chocolate maple mustard teriyaki ginger pepper herb
  butter caramel coconut pesto ranch buffalo chili sesame soy curry basil cilantro onion pumpkin
  mint hazelnut almond wheat rye white multigrain grain sourdough bread raisin strawberry blueberry raspberry peach mango banana apple cherry orange
  decaf
`);

// Whole dishes: what is named behind them comes beside them, as in `bacon sandwich brown sauce`.
const WHOLE = stemSet(`
  sandwich burger hamburger cheeseburger pizza burrito taco wrap sub quesadilla omelette omelet
  nugget wing double parma schnitzel
`);

const HOT_DRINKS = stemSet('coffee tea americano brew');
const POURED = stemSet('cream milk creamer sugar honey');

// Named after what lies on it, they are eaten beside it.
const BASES = stemSet('toast oatmeal porridge cracker bagel crumpet');

const [HASH] = stemSet('hash');
// `hummus pita` is both.
const DIPS = stemSet('hummus guacamole guac tzatziki salsa dip labneh ganoush');

/** One part per food of a chunk: `chicken rice` is two, `chicken burrito` one. */
export function partsOf(chunk: Chunk): readonly Part[] {
  const spans = [...new Set(chunk.tokens.flatMap(({ span }) => span ?? []))];
  const { joint, isAddition, isExcluded } = chunk;
  const tokens = chunk.tokens.map(({ token }) => token);
  if (spans.length === 0) {
    return [
      { before: tokens, span: undefined, said: [], after: [], joint, isAddition, isExcluded },
    ];
  }
  const out: Part[] = [];
  let before: readonly Token[] = [];
  let modifiers: readonly Token[] = [];
  for (const [index, span] of spans.entries()) {
    const first = chunk.tokens.findIndex((entry) => entry.span === span);
    const last = chunk.tokens.findLastIndex((entry) => entry.span === span);
    if (index === 0) before = tokens.slice(0, first);
    const follows = spans[index + 1];
    const until =
      follows === undefined
        ? tokens.length
        : chunk.tokens.findIndex((entry) => entry.span === follows);
    const gap = tokens.slice(last + 1, until);
    const said = [...modifiers, ...tokens.slice(first, last + 1)];
    if (
      follows !== undefined &&
      !(isExcluded && out.length === 0) &&
      !isTopping(said, follows) &&
      !isInSalad(span, follows) &&
      isDescribing(said, gap, tokens.slice(until, until + follows.end - follows.start))
    ) {
      modifiers = [...said, ...gap];
      continue;
    }
    // Amounts before the next food belong to this one, plain words to the next.
    const isTrailing = follows === undefined || gap.some((token) => token.kind === 'number');
    const after = isTrailing ? gap : [];
    const isFirst = out.length === 0;
    out.push({
      before,
      span,
      said,
      after,
      joint: isFirst ? joint : 'list',
      isAddition: isAddition && !isExcluded,
      // `no` takes one food with it: `no bun burger patty` is a patty.
      isExcluded: isExcluded && isFirst,
    });
    before = isTrailing ? [] : gap;
    modifiers = [];
  }
  return out;
}

/** `toast butter jam`, `butter sour cream`: on bread, or beside another topping, butter is one too. */
function isTopping(said: readonly Token[], { food }: FoodSpan): boolean {
  const isUnder = said.length === 1 && said[0]?.stem === 'butter';
  return food.asAddition !== undefined && (isUnder || BASES.has(said.at(-1)?.stem ?? ''));
}

/** `smoked mackerel salad`, which the table does not know: in a plain salad there is no fish. */
function isInSalad({ food }: FoodSpan, salad: FoodSpan): boolean {
  return salad.food.id === PLAIN_SALAD && food.per100g.proteinG >= FILLING_PROTEIN_G;
}

const PLAIN_SALAD = 'salad';
const FILLING_PROTEIN_G = 8;

function isDescribing(
  said: readonly Token[],
  gap: readonly Token[],
  next: readonly Token[],
): boolean {
  if (gap.some((token) => token.kind === 'number')) return false;
  if (gap.length > 2) return false;
  const head = next.at(-1)?.stem ?? '';
  // `avocado toast` is both; `wheat toast` and `garlic toast` are toast.
  if (BASES.has(head) && !said.every(({ stem }) => FLAVOURS.has(stem))) return false;
  // `iced coffee cream and sugar`
  const isIntoDrink = HOT_DRINKS.has(said.at(-1)?.stem ?? '') && POURED.has(head);
  const front = said.at(-1)?.stem ?? '';
  if (isIntoDrink || WHOLE.has(front) || DIPS.has(front)) return false;
  // `bacon hash brown patty`
  if (next[0]?.stem === HASH) return false;
  const flavours = said.every(({ stem }) => FLAVOURS.has(stem)) && gap.length === 0;
  // `nuggets fries` are two, a `tofu stir fry` is one.
  const isFries = head === FRIES && !next.some(({ stem }) => stem === 'stir');
  return (DISHES.has(head) && !isFries) || flavours;
}

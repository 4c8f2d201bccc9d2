import type { Lexicon } from '../match/lexicon.js';
import { wordToken } from '../normalise/tokenise.js';
import { stem } from '../words/stem.js';
import { SIZES } from '../words/units.js';
import { stemSet } from '../words/word-sets.js';
import type { Part } from './parts.js';

const COMBO = new Set(['meal', 'combo']);
const FAST_FOOD = stemSet(`
  mac burger hamburger cheeseburger whopper mcnugget nugget mcchicken quarter pounder mcmuffin
  sandwich baconator mcdouble tender
`);
const SIDES = [
  { name: 'fast food fries', plainly: 'fries', goneWith: stemSet('fries chip side') },
  { name: 'cola', plainly: 'cola', goneWith: stemSet('drink soda coke cola pop beverage') },
];

/** `Big Mac meal`: with fries and a drink of medium size, unless the text says which not. */
export function withSides(
  part: Part,
  additions: readonly Part[],
  lexicon: Lexicon,
): readonly Part[] {
  const meal = part.after.find(
    (token, at) => COMBO.has(token.text) && part.after[at + 1]?.text !== 'deal',
  );
  if (meal === undefined || !part.said.some((token) => FAST_FOOD.has(token.stem))) return [part];
  // Of `large Big Mac meal` fries and drink are large.
  const size = sizeOf(part);
  const gone = additions.filter((addition) => addition.isExcluded).flatMap(wordsOf);
  const present = additions.filter((addition) => !addition.isExcluded).flatMap(wordsOf);
  const sides = SIDES.flatMap(({ name: own, plainly, goneWith }) => {
    const name = [own, plainly].find((words) => lexicon.byAlias.has(keyOf(words))) ?? plainly;
    const food = lexicon.byAlias.get(keyOf(name));
    const isSaid =
      [...gone, ...present].some((word) => goneWith.has(word)) ||
      (food?.isDrink === true && additions.some(isDrink));
    if (food === undefined || isSaid) return [];
    const said = [wordToken(name, meal.start, meal.end)];
    const before = [wordToken(size, meal.start, meal.end)];
    const span = { start: 0, end: 0, food };
    return [
      {
        ...part,
        before,
        said,
        after: [],
        span,
        assumptions: [`${name} taken as part of the meal`],
      },
    ];
  });
  return [{ ...part, before: part.before.filter(({ text }) => !SIZES.has(text)) }, ...sides];
}

function sizeOf({ before, after }: Part): string {
  return [...before, ...after].find(({ text }) => SIZES.has(text))?.text ?? 'medium';
}

/** The drink that was named with a meal comes in the size of the meal. */
export function inComboSize(drink: Part, part: Part): Part {
  const isCombo = part.after.some(({ text }) => COMBO.has(text));
  const isBare = drink.before.every(({ text }) => text === 'a') && drink.after.length === 0;
  const isPlain = isDrink(drink) && isBare;
  if (!isCombo || !isPlain || !part.said.some(({ stem }) => FAST_FOOD.has(stem))) return drink;
  const at = drink.said[0]?.start ?? 0;
  return { ...drink, before: [wordToken(sizeOf(part), at, at)] };
}

/** `meal with sprite`: the drink is another one. */
function isDrink({ span, isExcluded }: Part): boolean {
  return !isExcluded && span?.food.isDrink === true;
}

function keyOf(words: string): string {
  return words.split(' ').map(stem).join(' ');
}

function wordsOf(part: Part): readonly string[] {
  return [...part.before, ...part.said].map((token) => token.stem);
}

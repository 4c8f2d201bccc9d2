import type { Lexicon } from '../match/lexicon.js';
import { wordToken } from '../normalise/tokenise.js';
import { stem } from '../words/stem.js';
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
    const before = [wordToken('medium', meal.start, meal.end)];
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
  return [part, ...sides];
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

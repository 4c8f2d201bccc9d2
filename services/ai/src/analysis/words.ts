import { stem } from './stem.js';

/** Words that say how a food was made or what it looks like, but not which food it is. */
const DESCRIPTORS = stems(
  'baked boiled broiled cooked crispy fried grilled homemade poached roast roasted sauteed ' +
    'scrambled seared smoked steamed stewed toasted chopped diced mashed shredded sliced frozen ' +
    'canned fresh raw ripe organic plain regular cold hot warm iced black leftover heaping level ' +
    'full whole lean boneless skinless thick thin medium extra light free range salted unsalted ' +
    'unsweetened sweetened vanilla rare well done red green white brown yellow delicious nice tasty good quick simple big little tiny',
);

/** Words that carry no food at all. */
const NOISE = stems(
  'i we me my our the a an some any this that these those it its of to by is was were am are had ' +
    'have having has ate eat eating eaten drank drink drinking got get getting grabbed made make ' +
    'making finished enjoyed ordered took just also only about around approximately approx maybe ' +
    'roughly ish like another other more again and then followed served along side topped for at ' +
    'from as breakfast brunch lunch dinner supper snack dessert meal today yesterday tonight ' +
    'morning afternoon evening night noon midday late early day time home work office restaurant ' +
    'cafe gym workout before after during while x each per kcal calorie cal total salt pepper ' +
    'spice seasoning herb nothing fasting fasted fast no yes please log went go going ran run ' +
    'walk walked slept sleep out usual food something anything small large huge mini jumbo so but ' +
    'my wife husband kid child son daughter partner friend family mom dad because really very too not all both mixed instead on in with bunch lot bit ton pile',
);

const MEALS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:breakfast)\b/u, 'breakfast'],
  [/\b(?:lunch)\b/u, 'lunch'],
  [/\b(?:dinner|supper)\b/u, 'dinner'],
  [/\b(?:as a snack|for a snack|snack:|snacked|afternoon snack)/u, 'snack'],
];

export function isDescriptor(stemmed: string): boolean {
  return DESCRIPTORS.has(stemmed);
}

export function isNoise(stemmed: string): boolean {
  return NOISE.has(stemmed);
}

/** The meal that the text names, '' when it names none or several. */
export function mealTypeIn(text: string): string {
  const lower = text.toLowerCase();
  const found = MEALS.filter(([pattern]) => pattern.test(lower));
  return found.length === 1 ? (found[0]?.[1] ?? '') : '';
}

function stems(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(stem));
}

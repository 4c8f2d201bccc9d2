import { stemSet } from './word-sets.js';

/** What a word means beside others, as a name of the food table. */
export interface Sense {
  /** Stems joined by blanks. */
  readonly word: string;
  readonly means: string;
  /** Stems, one of which is near. */
  readonly beside: ReadonlySet<string>;
  /** Stems, none of which is near. */
  readonly unless: ReadonlySet<string>;
}

const FISH_AND_CHIPS =
  'finger cod haddock plaice scampi battered mushy pea gravy pasty saveloy gammon sausage banger ' +
  'kebab doner donner chippy parmigiana parma parm schnitty milanesa kiev snag rissole fishcake ketchup vinegar nugget goujon pie steak schnitzel sirloin ribeye rump fillet gammon guinness lager cider ale pint pub spice macaroni scampi balti';
const MEXICAN =
  'taco burrito enchilada quesadilla fajita carnita tamale relleno chimichanga flauta taquito ' +
  'mexican barbacoa tostada';
const BURGER_BAR =
  'mcdonald mcdonalds bk wendy wendys mcdouble mcchicken whopper mcnugget mcmuffin baconator mcrib ' +
  'mcflurry pounder fiveguy fiveguys arby arbys kfc popeye popeyes sonic culvers whataburger';
const SANDWICH = 'sandwich sub wrap burger hoagie club hot bagel blt salad melt panini';
const COOKED_BREAKFAST =
  'toast sausage bacon rasher jacket hash english fried chip cornbread brisket coleslaw waffle';

/** The first that fits counts. `potato chips` and `green beans` are names of their own. */
export const SENSES: readonly Sense[] = [
  sense('chip', 'tortilla chips', 'guac guacamole salsa queso pico'),
  sense('chip', 'chip shop chip', FISH_AND_CHIPS),
  sense('chip', 'chip shop chip', 'ham egg fish', SANDWICH),
  sense(
    'fry',
    'fast food fries',
    `${BURGER_BAR} small medium large sm md lg med regular reg chick`,
  ),
  sense('dressing', 'caesar dressing', 'caesar cesar ceasar'),
  sense('salad dressing', 'caesar dressing', 'caesar cesar ceasar'),
  sense('bean', 'refried bean', MEXICAN),
  sense(
    'biscuit',
    'tea biscuit',
    'tea chai cuppa milk bournvita horlicks',
    'gravy sausage egg bacon ham honey chicken jelly butter grits',
  ),
  // A slice of it is one of pizza; in bread or on crackers it is meat.
  sense(
    'pepperoni',
    'pepperoni pizza',
    'slice',
    'cracker sandwich sub salad cheese wrap bagel toast',
  ),
  sense('tostada', 'tostada shell', 'ceviche pozole menudo aguachile coctel birria guacamole guac'),
  sense('potato', 'mashed potato', 'haggis neep banger'),
  sense('mince', 'mince and gravy', 'tattie potato mash neep dumpling', 'gravy'),
  sense('bean', 'baked bean', COOKED_BREAKFAST),
  sense('carrot', 'cooked carrot', 'roast roasted gravy yorkshire meatloaf mash mashed peas pea'),
  sense(
    'hot dog',
    'frankfurter',
    'cut chopped sliced mac macaroni ramen rice egg',
    'bun ketchup mustard relish',
  ),
  sense(
    'bacon',
    'boiled bacon',
    'cabbage turnip parsley',
    'rasher strip slice egg toast fried sausage',
  ),
  sense(
    'chai',
    'cup of indian chai',
    'dosa idli sambar vada paratha roti poha upma puri thepla dhokla chilla cheela maggi sabzi dal',
  ),
  sense('chicken', 'fried chicken', 'waffle'),
  sense('squash', 'orange squash', 'glass pint beaker juice'),
  sense('ramen', 'instant ramen', 'pack packet package microwave instant maruchan sachet'),
  sense('popcorn', 'movie theater popcorn', 'movie cinema theater theatre slushie'),
  sense(
    'sauce',
    'ketchup',
    'snag sausage pie rissole pasty roll barbie',
    'noodle pasta spaghetti rice chicken fish',
  ),
  sense('spinach', 'raw spinach', 'smoothie shake salad wrap handful sandwich'),
  sense('kale', 'raw kale', 'smoothie shake salad'),
  sense('tomato sauce', 'ketchup', 'pie sausage snag bacon sandwich nugget burger chip dog fry'),
];

function sense(word: string, means: string, beside: string, unless = ''): Sense {
  return { word: stems(word), means, beside: stemSet(beside), unless: stemSet(unless) };
}

function stems(words: string): string {
  return [...stemSet(words)].join(' ');
}

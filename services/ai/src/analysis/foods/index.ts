import type { Food } from '../food.js';
import { breadsAndCereals } from './breads-and-cereals.js';
import { dishes } from './dishes.js';
import { drinks } from './drinks.js';
import { eggsAndDairy } from './eggs-and-dairy.js';
import { fruit } from './fruit.js';
import { meatAndFish } from './meat-and-fish.js';
import { nutsAndSnacks } from './nuts-and-snacks.js';
import { saucesAndSweeteners } from './sauces-and-sweeteners.js';
import { vegetables } from './vegetables.js';

/** Changes whenever a figure, an alias or a portion does, so that an analysis can be retraced. */
export const TABLE_VERSION = 'everyday-1';

/** Every food that the embedded analyser knows. */
export const FOODS: readonly Food[] = [
  ...eggsAndDairy,
  ...breadsAndCereals,
  ...meatAndFish,
  ...fruit,
  ...vegetables,
  ...dishes,
  ...nutsAndSnacks,
  ...saucesAndSweeteners,
  ...drinks,
];

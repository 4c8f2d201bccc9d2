import { type Food, per100g } from '../food.js';

/** Fresh and dried fruit. Figures per 100 g; each row names the USDA record it comes from. */
export const fruit: readonly Food[] = [
  {
    id: 'apple',
    name: 'Apple',
    source: 'usda-fndds:63101000', // Apple, raw
    aliases: ['apple'],
    per100g: per100g(61, 0.17, 14.8, 0.15, 2.1, 12.08, 0),
    portions: { piece: 200, small: 165, large: 242, slice: 25, cup: 125 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'banana',
    name: 'Banana',
    source: 'usda-fndds:63107010', // Banana, raw
    aliases: ['banana'],
    per100g: per100g(97, 0.74, 22.71, 0.28, 1.7, 15.8, 0),
    portions: { piece: 126, slice: 6, cup: 150 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'orange',
    name: 'Orange',
    source: 'usda-fndds:61119010', // Orange, raw
    aliases: ['orange'],
    per100g: per100g(50, 0.92, 11.78, 0.14, 2.2, 8.96, 4),
    portions: { piece: 154, slice: 15, cup: 180 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'strawberry',
    name: 'Strawberries',
    source: 'usda-fndds:63223020', // Strawberries, raw
    aliases: ['strawberry', 'berry', 'mixed berry'],
    per100g: per100g(36, 0.64, 7.96, 0.22, 1.8, 4.86, 0),
    portions: { piece: 18, cup: 150, handful: 75 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'raspberry',
    name: 'Raspberries',
    source: 'usda-fndds:63219000', // Raspberries, raw
    aliases: ['raspberry'],
    per100g: per100g(57, 1.01, 12.9, 0.19, 6.5, 2.68, 0),
    portions: { piece: 2, cup: 150, handful: 60 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'blueberry',
    name: 'Blueberries',
    source: 'usda-fndds:63203010', // Blueberries, raw
    aliases: ['blueberry'],
    per100g: per100g(64, 0.7, 14.57, 0.31, 2.4, 9.36, 0),
    portions: { piece: 2, cup: 150, handful: 75 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'grapes',
    name: 'Grapes',
    source: 'usda-fndds:63123000', // Grapes, raw
    aliases: ['grape'],
    per100g: per100g(83, 0.9, 19.4, 0.2, 0.9, 16.74, 5),
    portions: { piece: 7, cup: 150, handful: 75 },
    usual: { quantity: 1, unit: 'cup' },
  },
  {
    id: 'pineapple',
    name: 'Pineapple',
    source: 'usda-fndds:63141010', // Pineapple, raw
    aliases: ['pineapple'],
    per100g: per100g(60, 0.46, 14.09, 0.21, 0.9, 11.42, 0),
    portions: { slice: 56, piece: 15, cup: 165 },
    usual: { quantity: 1, unit: 'cup' },
  },
  {
    id: 'mango',
    name: 'Mango',
    source: 'usda-fndds:63129010', // Mango, raw
    aliases: ['mango'],
    per100g: per100g(60, 0.82, 14.98, 0.38, 1.6, 13.66, 1),
    portions: { piece: 210, slice: 25, cup: 165 },
    usual: { quantity: 1, unit: 'cup' },
  },
  {
    id: 'peach',
    name: 'Peach',
    source: 'usda-fndds:63135010', // Peach, raw
    aliases: ['peach'],
    per100g: per100g(46, 0.91, 10.1, 0.27, 1.5, 8.39, 13),
    portions: { piece: 150, slice: 20, cup: 155 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'pear',
    name: 'Pear',
    source: 'usda-fndds:63137010', // Pear, raw
    aliases: ['pear'],
    per100g: per100g(59, 0.37, 15.18, 0.15, 3.1, 9.73, 3),
    portions: { piece: 180, slice: 25, cup: 125 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'kiwi',
    name: 'Kiwi',
    source: 'usda-fndds:63126500', // Kiwi fruit, raw
    aliases: ['kiwi', 'kiwi fruit', 'kiwifruit'],
    per100g: per100g(64, 1.06, 14, 0.44, 3, 8.99, 5),
    portions: { piece: 75, slice: 7, cup: 180 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'watermelon',
    name: 'Watermelon',
    source: 'usda-fndds:63149010', // Watermelon, raw
    aliases: ['watermelon', 'melon'],
    per100g: per100g(30, 0.61, 7.55, 0.15, 0.4, 6.2, 1),
    portions: { slice: 325, wedge: 325, cup: 155 },
    usual: { quantity: 1, unit: 'cup' },
  },
  {
    id: 'avocado',
    name: 'Avocado',
    source: 'usda-fndds:63105010', // Avocado, raw
    aliases: ['avocado', 'avo'],
    per100g: per100g(160, 2, 8.53, 14.66, 6.7, 0.66, 7),
    portions: { piece: 150, slice: 15, cup: 150 },
    usual: { quantity: 0.5, unit: 'piece' },
  },
  {
    id: 'guacamole',
    name: 'Guacamole',
    source: 'usda-fndds:63409010', // Guacamole, NFS
    aliases: ['guacamole', 'guac'],
    per100g: per100g(155, 1.95, 8.45, 14.18, 6.5, 0.72, 344),
    portions: { tbsp: 15, container: 70 },
    usual: { quantity: 2, unit: 'tbsp' },
  },
  {
    id: 'lemon',
    name: 'Lemon',
    source: 'usda-fndds:61113010', // Lemon, raw
    aliases: ['lemon'],
    per100g: per100g(29, 1.1, 9.32, 0.3, 2.8, 2.5, 2),
    portions: { piece: 65, slice: 8, wedge: 8 },
    usual: { quantity: 1, unit: 'slice' },
  },
  {
    id: 'raisins',
    name: 'Raisins',
    source: 'usda-fndds:62125100', // Raisins
    aliases: ['raisin', 'sultana'],
    per100g: per100g(299, 3.3, 79.32, 0.25, 4.5, 65.18, 26),
    portions: { cup: 160, box: 43, handful: 40, tbsp: 10 },
    usual: { quantity: 1, unit: 'handful' },
  },
];

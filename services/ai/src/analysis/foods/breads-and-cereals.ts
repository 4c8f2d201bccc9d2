import { type Food, per100g } from '../food.js';

/** Bread, breakfast cereals, rice, pasta and other grains. Figures per 100 g; each row names the USDA record it comes from. */
export const breadsAndCereals: readonly Food[] = [
  {
    id: 'toast',
    name: 'Toast, white bread',
    source: 'usda-fndds:51101010', // Bread, white, toasted
    aliases: ['toast', 'white toast', 'toasted bread'],
    per100g: per100g(293, 10.36, 54.07, 3.94, 2.5, 5.87, 495),
    portions: { slice: 25, piece: 25 },
    usual: { quantity: 1, unit: 'slice' },
  },
  {
    id: 'toast-whole-wheat',
    name: 'Toast, whole wheat',
    source: 'usda-fndds:51300120', // Bread, whole wheat, toasted
    aliases: [
      'whole wheat toast',
      'wholemeal toast',
      'brown toast',
      'wheat toast',
      'whole grain toast',
    ],
    per100g: per100g(279, 13.52, 47.36, 3.9, 6.6, 4.85, 473),
    portions: { slice: 33, piece: 33 },
    usual: { quantity: 1, unit: 'slice' },
  },
  {
    id: 'bread',
    name: 'White bread',
    source: 'usda-fndds:51101000', // Bread, white
    aliases: ['bread', 'white bread'],
    per100g: per100g(267, 9.43, 49.2, 3.59, 2.3, 5.34, 450),
    portions: { slice: 28, piece: 28 },
    usual: { quantity: 1, unit: 'slice' },
  },
  {
    id: 'bread-whole-wheat',
    name: 'Whole wheat bread',
    source: 'usda-fndds:51300110', // Bread, whole wheat
    aliases: [
      'whole wheat bread',
      'wholemeal bread',
      'brown bread',
      'wheat bread',
      'whole grain bread',
    ],
    per100g: per100g(254, 12.3, 43.1, 3.55, 6, 4.41, 430),
    portions: { slice: 36, piece: 36 },
    usual: { quantity: 1, unit: 'slice' },
  },
  {
    id: 'bread-sourdough',
    name: 'French or sourdough bread',
    source: 'usda-sr:18029', // Bread, french or vienna (includes sourdough)
    aliases: ['sourdough', 'sourdough bread', 'sourdough toast', 'french bread', 'baguette'],
    per100g: per100g(289, 11.75, 56.44, 1.83, 2.4, 2.56, 513),
    portions: { slice: 64, piece: 64 },
    usual: { quantity: 1, unit: 'slice' },
  },
  {
    id: 'roll',
    name: 'Bread roll',
    source: 'usda-fndds:51150000', // Roll, white, soft
    aliases: ['roll', 'bread roll', 'dinner roll', 'bun', 'burger bun'],
    per100g: per100g(279, 9.77, 50.12, 3.91, 1.8, 7.28, 494),
    portions: { piece: 43 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'bagel',
    name: 'Bagel',
    source: 'usda-fndds:51180010', // Bagel
    aliases: ['bagel'],
    per100g: per100g(264, 10.56, 52.38, 1.32, 1.6, 8.43, 422),
    portions: { piece: 105, small: 69, large: 131 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'english-muffin',
    name: 'English muffin',
    source: 'usda-fndds:51186010', // Muffin, English
    aliases: ['english muffin'],
    per100g: per100g(227, 8.87, 44.17, 1.69, 3.5, 3.53, 425),
    portions: { piece: 58 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'croissant',
    name: 'Croissant',
    source: 'usda-fndds:51166000', // Croissant
    aliases: ['croissant'],
    per100g: per100g(406, 8.2, 45.8, 21, 2.6, 11.26, 300),
    portions: { piece: 57, small: 42, large: 73 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'muffin',
    name: 'Muffin',
    source: 'usda-fndds:52301000', // Muffin, NFS
    aliases: ['muffin', 'blueberry muffin'],
    per100g: per100g(375, 4.49, 53, 16.07, 1.1, 31.47, 336),
    portions: { piece: 130, small: 70, large: 180 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'tortilla',
    name: 'Flour tortilla',
    source: 'usda-fndds:52215200', // Tortilla, flour
    aliases: ['tortilla', 'flour tortilla'],
    per100g: per100g(306, 8.2, 49.38, 7.99, 3.5, 3.71, 700),
    portions: { piece: 45, small: 33, large: 71 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'naan',
    name: 'Naan',
    source: 'usda-sr:28307', // Bread, naan (Indian bread), plain, commercially prepared, refrigerated
    aliases: ['naan', 'naan bread'],
    per100g: per100g(291, 9.62, 50.43, 5.65, 2.2, 3.55, 465),
    portions: { piece: 90 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'pancake',
    name: 'Pancakes',
    source: 'usda-fndds:55101000', // Pancakes, plain
    aliases: ['pancake', 'hotcake'],
    per100g: per100g(282, 7.41, 35.32, 12.07, 2.1, 7.05, 508),
    portions: { piece: 50, small: 20, large: 90 },
    usual: { quantity: 2, unit: 'piece' },
  },
  {
    id: 'waffle',
    name: 'Waffle',
    source: 'usda-fndds:55201000', // Waffle, plain
    aliases: ['waffle'],
    per100g: per100g(373, 8.7, 41.5, 18.82, 2.5, 8.28, 597),
    portions: { piece: 75, small: 40, large: 125 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'french-toast',
    name: 'French toast',
    source: 'usda-fndds:55301000', // French toast, plain
    aliases: ['french toast'],
    per100g: per100g(273, 10.36, 32.34, 11.38, 1.2, 10.08, 302),
    portions: { slice: 65, piece: 65 },
    usual: { quantity: 2, unit: 'slice' },
  },
  {
    id: 'oatmeal',
    name: 'Oatmeal, cooked',
    source: 'usda-fndds:56203040', // Oatmeal, NS as to regular, quick, or instant, fat added
    aliases: ['oatmeal', 'porridge', 'overnight oat'],
    per100g: per100g(76, 2.18, 11.17, 2.61, 1.7, 0.16, 82),
    portions: { cup: 240, bowl: 240 },
    usual: { quantity: 1, unit: 'bowl' },
  },
  {
    id: 'oats-dry',
    name: 'Oats, dry',
    source: 'usda-fndds:57602100', // Oats, raw
    aliases: ['oat', 'rolled oat', 'dry oat', 'porridge oat'],
    per100g: per100g(379, 13.15, 67.7, 6.52, 10.1, 0.99, 6),
    portions: { cup: 80, handful: 40, tbsp: 5 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'cereal',
    name: 'Breakfast cereal',
    source: 'usda-fndds:57420100', // Cereal, other, NFS
    aliases: ['cereal', 'breakfast cereal'],
    per100g: per100g(381, 6.88, 78.46, 4.44, 4.8, 25.35, 530),
    portions: { cup: 35, bowl: 52.5 },
    usual: { quantity: 1, unit: 'bowl' },
  },
  {
    id: 'granola',
    name: 'Granola',
    source: 'usda-fndds:57227000', // Cereal, granola
    aliases: ['granola'],
    per100g: per100g(420, 9.82, 67.35, 13.01, 7.4, 22.24, 161),
    portions: { cup: 110, bowl: 110, handful: 30 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'rice-white',
    name: 'White rice, cooked',
    source: 'usda-fndds:56205008', // Rice, white, cooked, no added fat
    aliases: ['rice', 'white rice', 'jasmine rice', 'basmati rice'],
    per100g: per100g(129, 2.67, 27.99, 0.28, 0.4, 0.05, 245),
    portions: { cup: 158, bowl: 237 },
    usual: { quantity: 1, unit: 'cup' },
  },
  {
    id: 'rice-brown',
    name: 'Brown rice, cooked',
    source: 'usda-fndds:56205018', // Rice, brown, cooked, no added fat
    aliases: ['brown rice'],
    per100g: per100g(123, 2.43, 25.76, 1.11, 1, 0.22, 201),
    portions: { cup: 195, bowl: 293 },
    usual: { quantity: 1, unit: 'cup' },
  },
  {
    id: 'rice-fried',
    name: 'Fried rice',
    source: 'usda-fndds:58150310', // Rice, fried, NFS
    aliases: ['fried rice', 'egg fried rice'],
    per100g: per100g(174, 3.84, 32.5, 3.19, 1.1, 0.62, 361),
    portions: { cup: 198, bowl: 297 },
    usual: { quantity: 1, unit: 'cup' },
  },
  {
    id: 'quinoa',
    name: 'Quinoa, cooked',
    source: 'usda-fndds:56204005', // Quinoa, no added fat
    aliases: ['quinoa'],
    per100g: per100g(120, 4.38, 21.21, 1.91, 2.8, 0.87, 163),
    portions: { cup: 170 },
    usual: { quantity: 1, unit: 'cup' },
  },
  {
    id: 'pasta',
    name: 'Pasta, cooked',
    source: 'usda-fndds:56130000', // Pasta, cooked
    aliases: ['pasta', 'spaghetti', 'penne', 'macaroni'],
    per100g: per100g(157, 5.76, 30.68, 0.92, 1.8, 0.56, 232),
    portions: { cup: 140, bowl: 210, plate: 280 },
    usual: { quantity: 1.5, unit: 'cup' },
  },
  {
    id: 'noodles',
    name: 'Noodles, cooked',
    source: 'usda-fndds:56112000', // Noodles, cooked
    aliases: ['noodle', 'egg noodle'],
    per100g: per100g(137, 4.51, 25.01, 2.06, 1.2, 0.4, 236),
    portions: { cup: 160, bowl: 240, plate: 320 },
    usual: { quantity: 1.5, unit: 'cup' },
  },
];

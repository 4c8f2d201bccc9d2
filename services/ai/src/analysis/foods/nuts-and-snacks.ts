import { type Food, per100g } from '../food.js';

/** Nuts, seeds, spreads, crisps, sweets and baked treats. Figures per 100 g; each row names the USDA record it comes from. */
export const nutsAndSnacks: readonly Food[] = [
  {
    id: 'almonds',
    name: 'Almonds',
    source: 'usda-fndds:42100100', // Almonds, NFS
    aliases: ['almond'],
    per100g: per100g(598, 20.96, 21.01, 52.54, 10.9, 4.86, 3),
    portions: { piece: 1.2, cup: 141, handful: 28 },
    usual: { quantity: 1, unit: 'handful' },
  },
  {
    id: 'walnuts',
    name: 'Walnuts',
    source: 'usda-fndds:42116000', // Walnuts, excluding honey roasted
    aliases: ['walnut'],
    per100g: per100g(730, 14.56, 10.91, 69.74, 5.2, 2.61, 0),
    portions: { piece: 2, cup: 120, handful: 28 },
    usual: { quantity: 1, unit: 'handful' },
  },
  {
    id: 'cashews',
    name: 'Cashews',
    source: 'usda-fndds:42104000', // Cashews, NFS
    aliases: ['cashew'],
    per100g: per100g(574, 15.31, 32.69, 46.35, 3, 5.01, 16),
    portions: { piece: 1.5, cup: 130, handful: 28 },
    usual: { quantity: 1, unit: 'handful' },
  },
  {
    id: 'peanuts',
    name: 'Peanuts',
    source: 'usda-fndds:42111000', // Peanuts, NFS
    aliases: ['peanut'],
    per100g: per100g(587, 24.35, 21.26, 49.66, 8.4, 4.9, 410),
    portions: { piece: 1, cup: 146, handful: 28, bag: 28 },
    usual: { quantity: 1, unit: 'handful' },
  },
  {
    id: 'mixed-nuts',
    name: 'Mixed nuts',
    source: 'usda-fndds:42110000', // Mixed nuts, NFS
    aliases: ['mixed nut', 'nut'],
    per100g: per100g(610, 19.59, 20.9, 53.82, 7.4, 4.53, 313),
    portions: { cup: 142, handful: 28 },
    usual: { quantity: 1, unit: 'handful' },
  },
  {
    id: 'peanut-butter',
    name: 'Peanut butter',
    source: 'usda-fndds:42202000', // Peanut butter
    aliases: ['peanut butter', 'pb'],
    per100g: per100g(598, 22.21, 22.31, 51.36, 5, 10.49, 426),
    portions: { tbsp: 16, cup: 256 },
    usual: { quantity: 1, unit: 'tbsp' },
  },
  {
    id: 'granola-bar',
    name: 'Granola bar',
    source: 'usda-fndds:53712100', // Cereal or Granola bar, NFS
    aliases: ['granola bar', 'cereal bar', 'muesli bar'],
    per100g: per100g(471, 10.1, 64.4, 19.8, 5.3, 28.57, 294),
    portions: { piece: 43, bar: 43 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'protein-bar',
    name: 'Protein bar',
    source: 'usda-fndds:53720100', // Nutrition bar (Balance Original Bar)
    aliases: ['protein bar', 'energy bar', 'nutrition bar'],
    per100g: per100g(415, 28, 48.73, 12, 3.1, 34.89, 253),
    portions: { piece: 50, bar: 50 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'potato-chips',
    name: 'Potato chips',
    source: 'usda-fndds:71200100', // Potato chips, plain
    aliases: ['potato chip', 'chip', 'crisp', 'potato crisp'],
    per100g: per100g(532, 6.39, 53.83, 33.98, 3.1, 0.33, 527),
    portions: { piece: 2, bag: 28, cup: 25, handful: 28 },
    usual: { quantity: 1, unit: 'bag' },
  },
  {
    id: 'tortilla-chips',
    name: 'Tortilla chips',
    source: 'usda-fndds:54401075', // Tortilla chips, plain
    aliases: ['tortilla chip', 'corn chip', 'dorito'],
    per100g: per100g(472, 7.1, 67.78, 20.68, 5.4, 0.78, 328),
    portions: { piece: 3, bag: 28, cup: 30, handful: 28 },
    usual: { quantity: 1, unit: 'bag' },
  },
  {
    id: 'popcorn',
    name: 'Popcorn',
    source: 'usda-fndds:54403001', // Popcorn, NFS
    aliases: ['popcorn'],
    per100g: per100g(518, 9.13, 54.99, 30.57, 10.2, 0.61, 764),
    portions: { cup: 14, bag: 85, bowl: 42 },
    usual: { quantity: 35, unit: 'g' },
  },
  {
    id: 'crackers',
    name: 'Crackers',
    source: 'usda-fndds:54001000', // Crackers, NFS
    aliases: ['cracker'],
    per100g: per100g(510, 6.64, 61.3, 26.43, 2.3, 8.18, 726),
    portions: { piece: 3, cup: 50 },
    usual: { quantity: 5, unit: 'piece' },
  },
  {
    id: 'cookie',
    name: 'Cookie',
    source: 'usda-fndds:53206000', // Cookie, chocolate chip
    aliases: ['cookie', 'chocolate chip cookie'],
    per100g: per100g(492, 5.1, 65.36, 24.72, 2, 32.9, 311),
    portions: { piece: 30, small: 20, large: 45 },
    usual: { quantity: 2, unit: 'piece' },
  },
  {
    id: 'brownie',
    name: 'Brownie',
    source: 'usda-fndds:53204000', // Cookie, brownie, NS as to icing
    aliases: ['brownie', 'fudge brownie'],
    per100g: per100g(405, 4.8, 63.9, 16.3, 2.1, 36.61, 286),
    portions: { piece: 50, small: 30, large: 90 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'cake',
    name: 'Cake',
    source: 'usda-fndds:53100100', // Cake or cupcake, NFS
    aliases: ['cake', 'chocolate cake', 'birthday cake'],
    per100g: per100g(352, 2.84, 53.6, 14.77, 1, 39.53, 304),
    portions: { slice: 175, piece: 175 },
    usual: { quantity: 1, unit: 'slice' },
  },
  {
    id: 'cupcake',
    name: 'Cupcake',
    source: 'usda-fndds:53100100', // Cake or cupcake, NFS
    aliases: ['cupcake'],
    per100g: per100g(352, 2.84, 53.6, 14.77, 1, 39.53, 304),
    portions: { piece: 90 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'cheesecake',
    name: 'Cheesecake',
    source: 'usda-fndds:53104500', // Cheesecake, plain
    aliases: ['cheesecake'],
    per100g: per100g(399, 5.29, 34.82, 26.52, 0.5, 26.64, 277),
    portions: { slice: 175, piece: 175 },
    usual: { quantity: 1, unit: 'slice' },
  },
  {
    id: 'pie-apple',
    name: 'Apple pie',
    source: 'usda-fndds:53301000', // Pie, apple
    aliases: ['apple pie', 'pie'],
    per100g: per100g(296, 2.7, 37.55, 15.28, 1.8, 15.92, 217),
    portions: { slice: 150, piece: 150 },
    usual: { quantity: 1, unit: 'slice' },
  },
  {
    id: 'doughnut',
    name: 'Doughnut',
    source: 'usda-fndds:53520000', // Doughnut, NFS
    aliases: ['doughnut', 'donut'],
    per100g: per100g(426, 5.52, 49.52, 22.86, 1.8, 23.51, 378),
    portions: { piece: 75 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'ice-cream',
    name: 'Ice cream',
    source: 'usda-fndds:13110000', // Ice cream, NFS
    aliases: ['ice cream', 'icecream', 'gelato'],
    per100g: per100g(221, 3.57, 26.36, 11.3, 0.8, 22.86, 90),
    portions: { cup: 135, scoop: 66, bowl: 135 },
    usual: { quantity: 1, unit: 'cup' },
  },
  {
    id: 'chocolate',
    name: 'Milk chocolate',
    source: 'usda-fndds:91705010', // Chocolate candy
    aliases: ['chocolate', 'milk chocolate', 'chocolate bar', 'candy bar'],
    per100g: per100g(535, 7.65, 59.4, 29.66, 3.4, 51.5, 79),
    portions: { piece: 8, square: 8, bar: 45 },
    usual: { quantity: 1, unit: 'bar' },
  },
  {
    id: 'chocolate-dark',
    name: 'Dark chocolate',
    source: 'usda-fndds:91705300', // Dark chocolate candy
    aliases: ['dark chocolate'],
    per100g: per100g(550, 5.09, 59.97, 32.2, 7.2, 46.14, 23),
    portions: { piece: 8, square: 8, bar: 45 },
    usual: { quantity: 2, unit: 'piece' },
  },
];

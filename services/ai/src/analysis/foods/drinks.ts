import { type Food, per100g } from '../food.js';

/** Drinks. Figures per 100 g; each row names the USDA record it comes from. */
export const drinks: readonly Food[] = [
  {
    id: 'coffee',
    name: 'Coffee, black',
    source: 'usda-fndds:92101000', // Coffee, brewed
    aliases: ['coffee', 'black coffee', 'americano', 'filter coffee', 'drip coffee', 'decaf'],
    per100g: per100g(1, 0.12, 0, 0.02, 0, 0, 2),
    portions: { cup: 240, small: 360, large: 600 },
    usual: { quantity: 1, unit: 'cup' },
    isDrink: true,
  },
  {
    id: 'espresso',
    name: 'Espresso',
    source: 'usda-fndds:92101610', // Coffee, espresso
    aliases: ['espresso', 'espresso shot'],
    per100g: per100g(9, 0.12, 1.67, 0.18, 0, 0, 14),
    portions: { shot: 30, cup: 60, piece: 30 },
    usual: { quantity: 1, unit: 'shot' },
    isDrink: true,
  },
  {
    id: 'latte',
    name: 'Latte',
    source: 'usda-fndds:92101900', // Coffee, Latte
    aliases: ['latte', 'caffe latte', 'coffee latte', 'flat white'],
    per100g: per100g(43, 2.81, 4.35, 1.61, 0, 4.06, 35),
    portions: { cup: 240, small: 360, large: 600 },
    usual: { quantity: 1.5, unit: 'cup' },
    isDrink: true,
  },
  {
    id: 'cappuccino',
    name: 'Cappuccino',
    source: 'usda-fndds:92161000', // Coffee, Cappuccino
    aliases: ['cappuccino'],
    per100g: per100g(27, 1.71, 2.75, 0.99, 0, 2.46, 23),
    portions: { cup: 240, small: 360, large: 600 },
    usual: { quantity: 1, unit: 'cup' },
    isDrink: true,
  },
  {
    id: 'tea',
    name: 'Tea',
    source: 'usda-fndds:92302000', // Tea, hot, leaf, black
    aliases: ['tea', 'black tea', 'green tea', 'herbal tea', 'hot tea'],
    per100g: per100g(1, 0, 0.3, 0, 0, 0, 3),
    portions: { cup: 240, small: 360, large: 600 },
    usual: { quantity: 1, unit: 'cup' },
    isDrink: true,
  },
  {
    id: 'tea-iced-sweet',
    name: 'Iced tea, sweetened',
    source: 'usda-fndds:92308000', // Tea, iced, brewed, black, pre-sweetened with sugar
    aliases: ['iced tea', 'sweet tea', 'ice tea'],
    per100g: per100g(32, 0, 7.94, 0.02, 0, 7.68, 3),
    portions: { cup: 248, bottle: 524, can: 372 },
    usual: { quantity: 1.5, unit: 'cup' },
    isDrink: true,
  },
  {
    id: 'hot-chocolate',
    name: 'Hot chocolate',
    source: 'usda-fndds:11512005', // Hot chocolate / cocoa, NFS
    aliases: ['hot chocolate', 'hot cocoa'],
    per100g: per100g(72, 1.82, 13.9, 1.04, 0.2, 12, 66),
    portions: { cup: 248 },
    usual: { quantity: 1, unit: 'cup' },
    isDrink: true,
  },
  {
    id: 'water',
    name: 'Water',
    source: 'usda-fndds:94000100', // Water, tap
    aliases: ['water', 'sparkling water', 'tap water', 'mineral water', 'soda water', 'seltzer'],
    per100g: per100g(0, 0, 0, 0, 0, 0, 4),
    portions: { cup: 240, bottle: 507 },
    usual: { quantity: 1, unit: 'cup' },
    isDrink: true,
  },
  {
    id: 'juice-orange',
    name: 'Orange juice',
    source: 'usda-fndds:61210000', // Orange juice, 100%, NFS
    aliases: ['orange juice', 'oj', 'juice'],
    per100g: per100g(47, 0.77, 10.17, 0.34, 0.3, 8.18, 2),
    portions: { cup: 248, box: 209 },
    usual: { quantity: 1, unit: 'cup' },
    isDrink: true,
  },
  {
    id: 'juice-apple',
    name: 'Apple juice',
    source: 'usda-fndds:64104010', // Apple juice, 100%
    aliases: ['apple juice'],
    per100g: per100g(48, 0.09, 11.34, 0.25, 0.2, 10.13, 5),
    portions: { cup: 248, box: 209 },
    usual: { quantity: 1, unit: 'cup' },
    isDrink: true,
  },
  {
    id: 'cola',
    name: 'Cola or similar soft drink',
    source: 'usda-fndds:92410310', // Soft drink, cola
    aliases: ['cola', 'coke', 'coca cola', 'pepsi', 'soda', 'soft drink', 'sprite', 'fanta'],
    per100g: per100g(42, 0, 10.36, 0.25, 0, 9.94, 3),
    portions: { cup: 248, can: 372, bottle: 524, small: 372, large: 744 },
    usual: { quantity: 1, unit: 'can' },
    isDrink: true,
  },
  {
    id: 'cola-diet',
    name: 'Diet cola',
    source: 'usda-fndds:92410320', // Soft drink, cola, diet
    aliases: [
      'diet cola',
      'diet coke',
      'coke zero',
      'diet pepsi',
      'diet soda',
      'pepsi max',
      'zero sugar coke',
      'no sugar coke',
      'sugar free coke',
    ],
    per100g: per100g(2, 0.11, 0.29, 0.03, 0, 0, 8),
    portions: { cup: 240, can: 360, bottle: 507, small: 360, large: 720 },
    usual: { quantity: 1, unit: 'can' },
    isDrink: true,
  },
  {
    id: 'smoothie',
    name: 'Fruit smoothie',
    source: 'usda-fndds:11553100', // Fruit smoothie, NFS
    aliases: ['smoothie', 'fruit smoothie', 'berry smoothie', 'green smoothie'],
    per100g: per100g(66, 2.32, 11.98, 1.1, 1.1, 8.91, 28),
    portions: { cup: 216 },
    usual: { quantity: 1.5, unit: 'cup' },
    isDrink: true,
  },
  {
    id: 'protein-shake',
    name: 'Protein shake, ready to drink',
    source: 'usda-fndds:95120010', // Nutritional drink or shake, high protein, ready-to-drink, NFS
    aliases: ['protein shake', 'protein drink'],
    per100g: per100g(61, 6.59, 0.85, 3.38, 0.4, 0.6, 72),
    portions: { cup: 256, bottle: 341 },
    usual: { quantity: 1, unit: 'cup' },
    isDrink: true,
  },
  {
    id: 'milkshake',
    name: 'Milkshake',
    source: 'usda-fndds:11542100', // Milk shake, fast food, chocolate
    aliases: ['milkshake', 'milk shake'],
    per100g: per100g(150, 3.7, 20.36, 6.66, 1.6, 13.39, 80),
    portions: { cup: 224, small: 405, large: 690 },
    usual: { quantity: 1.5, unit: 'cup' },
    isDrink: true,
  },
  {
    id: 'protein-powder',
    name: 'Protein powder',
    source: 'usda-fndds:95230030', // Nutritional powder mix, protein, NFS
    aliases: ['protein powder', 'whey', 'whey protein'],
    per100g: per100g(352, 78.13, 6.25, 1.56, 3.1, 0, 156),
    portions: { scoop: 31, tbsp: 15.5 },
    usual: { quantity: 1, unit: 'scoop' },
  },
  {
    id: 'beer',
    name: 'Beer',
    source: 'usda-fndds:93101000', // Beer
    aliases: ['beer', 'lager', 'ale'],
    per100g: per100g(43, 0.46, 3.55, 0, 0, 0, 4),
    portions: { cup: 240, can: 360, bottle: 360, piece: 360 },
    usual: { quantity: 1, unit: 'can' },
    isDrink: true,
  },
  {
    id: 'wine-red',
    name: 'Red wine',
    source: 'usda-fndds:93401010', // Wine, red
    aliases: ['red wine', 'wine'],
    per100g: per100g(85, 0.07, 2.61, 0, 0, 0.62, 4),
    portions: { glass: 180, cup: 240, bottle: 750 },
    usual: { quantity: 1, unit: 'glass' },
    isDrink: true,
  },
  {
    id: 'wine-white',
    name: 'White wine',
    source: 'usda-fndds:93401020', // Wine, white
    aliases: ['white wine', 'rose wine', 'prosecco', 'champagne'],
    per100g: per100g(82, 0.07, 2.6, 0, 0, 0.96, 5),
    portions: { glass: 180, cup: 240, bottle: 750 },
    usual: { quantity: 1, unit: 'glass' },
    isDrink: true,
  },
  {
    id: 'vodka',
    name: 'Spirits (vodka, 40 %)',
    source: 'usda-fndds:93505000', // Vodka
    aliases: ['vodka', 'gin', 'rum', 'tequila', 'whiskey', 'whisky'],
    per100g: per100g(231, 0, 0, 0, 0, 0, 1),
    portions: { shot: 42, cup: 224 },
    usual: { quantity: 1, unit: 'shot' },
    isDrink: true,
  },
];

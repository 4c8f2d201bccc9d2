import { type Food, per100g } from '../food.js';

/** Oils, dressings, sauces, spreads and sugars. Figures per 100 g; each row names the USDA record it comes from. */
export const saucesAndSweeteners: readonly Food[] = [
  {
    id: 'olive-oil',
    name: 'Olive oil',
    source: 'usda-fndds:82104000', // Olive oil
    aliases: ['olive oil', 'oil', 'vegetable oil', 'cooking oil'],
    per100g: per100g(900, 0, 0, 100, 0, 0, 2),
    portions: { tbsp: 14, cup: 224 },
    usual: { quantity: 1, unit: 'tbsp' },
  },
  {
    id: 'mayonnaise',
    name: 'Mayonnaise',
    source: 'usda-fndds:83107000', // Mayonnaise, regular
    aliases: ['mayonnaise', 'mayo'],
    per100g: per100g(680, 0.96, 0.57, 74.85, 0, 0.57, 635),
    portions: { tbsp: 13.8, packet: 12, cup: 220 },
    usual: { quantity: 1, unit: 'tbsp' },
  },
  {
    id: 'ketchup',
    name: 'Ketchup',
    source: 'usda-fndds:74401010', // Ketchup
    aliases: ['ketchup', 'catsup'],
    per100g: per100g(109, 1.08, 27.1, 0.32, 0.3, 21.54, 928),
    portions: { tbsp: 17, packet: 10, cup: 272 },
    usual: { quantity: 1, unit: 'tbsp' },
  },
  {
    id: 'mustard',
    name: 'Mustard',
    source: 'usda-fndds:75506010', // Mustard
    aliases: ['mustard'],
    per100g: per100g(69, 4.25, 5.3, 3.38, 4.3, 1.42, 1100),
    portions: { tbsp: 15, packet: 5 },
    usual: { quantity: 1, unit: 'tsp' },
  },
  {
    id: 'dressing',
    name: 'Salad dressing',
    source: 'usda-fndds:83106000', // Italian dressing, made with vinegar and oil
    aliases: ['dressing', 'salad dressing', 'italian dressing', 'vinaigrette'],
    per100g: per100g(240, 0.41, 12.12, 21.12, 0, 10.77, 993),
    portions: { tbsp: 14.7, packet: 44, cup: 235 },
    usual: { quantity: 2, unit: 'tbsp' },
  },
  {
    id: 'ranch',
    name: 'Ranch dressing',
    source: 'usda-fndds:83113500', // Ranch dressing
    aliases: ['ranch', 'ranch dressing'],
    per100g: per100g(430, 1.32, 5.9, 44.54, 0, 4.69, 810),
    portions: { tbsp: 15, packet: 44, cup: 240 },
    usual: { quantity: 2, unit: 'tbsp' },
  },
  {
    id: 'salsa',
    name: 'Salsa',
    source: 'usda-fndds:74402100', // Salsa, NFS
    aliases: ['salsa', 'pico de gallo'],
    per100g: per100g(34, 1.44, 6.74, 0.19, 1.8, 3.81, 656),
    portions: { tbsp: 16, cup: 256 },
    usual: { quantity: 2, unit: 'tbsp' },
  },
  {
    id: 'soy-sauce',
    name: 'Soy sauce',
    source: 'usda-fndds:41420300', // Soy sauce
    aliases: ['soy sauce'],
    per100g: per100g(53, 8.14, 4.93, 0.57, 0.8, 0.4, 5493),
    portions: { tbsp: 16, packet: 9 },
    usual: { quantity: 1, unit: 'tbsp' },
  },
  {
    id: 'tomato-sauce',
    name: 'Tomato pasta sauce',
    source: 'usda-fndds:74404010', // Spaghetti sauce
    aliases: ['tomato sauce', 'pasta sauce', 'marinara', 'marinara sauce', 'spaghetti sauce'],
    per100g: per100g(51, 1.41, 8.05, 1.48, 1.8, 5.5, 419),
    portions: { cup: 260 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'gravy',
    name: 'Gravy',
    source: 'usda-fndds:28520010', // Gravy, NFS
    aliases: ['gravy'],
    per100g: per100g(53, 3.75, 4.81, 2.36, 0.4, 0.21, 633),
    portions: { cup: 240, tbsp: 15 },
    usual: { quantity: 0.25, unit: 'cup' },
  },
  {
    id: 'jam',
    name: 'Jam or jelly',
    source: 'usda-fndds:91400000', // Jam or jelly, NFS
    aliases: ['jam', 'jelly', 'marmalade', 'strawberry jam', 'grape jelly'],
    per100g: per100g(261, 0.18, 67.12, 0.03, 1, 49.16, 26),
    portions: { tbsp: 20, packet: 14 },
    usual: { quantity: 1, unit: 'tbsp' },
  },
  {
    id: 'honey',
    name: 'Honey',
    source: 'usda-fndds:91302010', // Honey
    aliases: ['honey'],
    per100g: per100g(304, 0.3, 82.4, 0, 0.2, 82.12, 4),
    portions: { tbsp: 20, cup: 320 },
    usual: { quantity: 1, unit: 'tbsp' },
  },
  {
    id: 'sugar',
    name: 'Sugar',
    source: 'usda-fndds:91101010', // Sugar, white, granulated or lump
    aliases: ['sugar'],
    per100g: per100g(401, 0, 99.6, 0.32, 0, 99.8, 1),
    portions: { tsp: 4.2, piece: 4.2, packet: 3.5, cube: 2.3, cup: 200 },
    usual: { quantity: 1, unit: 'tsp' },
  },
  {
    id: 'syrup',
    name: 'Pancake syrup',
    source: 'usda-fndds:91300100', // Pancake syrup
    aliases: ['syrup', 'maple syrup', 'pancake syrup'],
    per100g: per100g(265, 0, 69.6, 0.1, 0, 42, 61),
    portions: { tbsp: 20, cup: 320 },
    usual: { quantity: 2, unit: 'tbsp' },
  },
];

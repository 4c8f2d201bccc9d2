import { type Food, per100g } from '../food.js';

/** Meat, poultry, fish and their plant stand-ins, as eaten (cooked). Figures per 100 g; each row names the USDA record it comes from. */
export const meatAndFish: readonly Food[] = [
  {
    id: 'chicken-breast',
    name: 'Chicken breast, roasted',
    source: 'usda-fndds:24122131', // Chicken breast, baked, broiled, or roasted, skin not eaten, from raw
    aliases: ['chicken breast', 'chicken', 'chicken fillet'],
    per100g: per100g(161, 30.22, 0, 3.52, 0, 0, 360),
    portions: { piece: 120, small: 105, large: 135, slice: 60, cup: 135 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'chicken-thigh',
    name: 'Chicken thigh, roasted',
    source: 'usda-fndds:24152241', // Chicken thigh, baked or broiled, skin not eaten, from pre-cooked
    aliases: ['chicken thigh'],
    per100g: per100g(193, 24.09, 0, 10.74, 0, 0, 335),
    portions: { piece: 70, small: 65, large: 90, cup: 135 },
    usual: { quantity: 2, unit: 'piece' },
  },
  {
    id: 'chicken-wing',
    name: 'Chicken wings',
    source: 'usda-fndds:24162130', // Chicken wing, baked, broiled, or roasted, from raw
    aliases: ['chicken wing', 'buffalo wing', 'hot wing', 'wing'],
    per100g: per100g(252, 23.6, 0, 16.74, 0, 0, 404),
    portions: { piece: 35 },
    usual: { quantity: 4, unit: 'piece' },
  },
  {
    id: 'chicken-fried',
    name: 'Fried chicken',
    source: 'usda-fndds:24127200', // Chicken breast, fried, coated, skin / coating eaten, from raw
    aliases: ['fried chicken'],
    per100g: per100g(243, 21.46, 6.01, 14.11, 0.2, 0.1, 299),
    portions: { piece: 175, cup: 135 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'chicken-nuggets',
    name: 'Chicken nuggets',
    source: 'usda-fndds:24198729', // Chicken nuggets, NFS
    aliases: ['chicken nugget', 'nugget', 'chicken mcnugget', 'mcnugget'],
    per100g: per100g(307, 15.92, 14.93, 20.36, 0.9, 0.08, 594),
    portions: { piece: 16, cup: 140 },
    usual: { quantity: 6, unit: 'piece' },
  },
  {
    id: 'turkey',
    name: 'Turkey, roasted',
    source: 'usda-fndds:24201000', // Turkey, NFS
    aliases: ['turkey', 'turkey breast'],
    per100g: per100g(139, 28.81, 0, 2.06, 0, 0, 467),
    portions: { slice: 60, cup: 135 },
    usual: { quantity: 85, unit: 'g' },
  },
  {
    id: 'beef-ground',
    name: 'Ground beef',
    source: 'usda-fndds:21500100', // Beef, ground
    aliases: ['ground beef', 'minced beef', 'beef mince', 'beef'],
    per100g: per100g(261, 25.55, 0, 16.82, 0, 0, 381),
    portions: { cup: 125, patty: 85 },
    usual: { quantity: 85, unit: 'g' },
  },
  {
    id: 'steak',
    name: 'Beef steak',
    source: 'usda-fndds:21101000', // Beef, steak, NFS
    aliases: ['steak', 'beef steak', 'sirloin', 'ribeye', 'rib eye'],
    per100g: per100g(229, 27, 0, 12.88, 0, 0, 369),
    portions: { piece: 160, slice: 30, small: 120, large: 240 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'meatballs',
    name: 'Meatballs',
    source: 'usda-fndds:27160100', // Meatballs, NS as to type of meat, with sauce
    aliases: ['meatball'],
    per100g: per100g(186, 18.02, 0.15, 12.02, 0, 0.07, 801),
    portions: { piece: 43, cup: 235 },
    usual: { quantity: 3, unit: 'piece' },
  },
  {
    id: 'pork-chop',
    name: 'Pork chop',
    source: 'usda-fndds:22101000', // Pork, chop, NS as to fat eaten
    aliases: ['pork chop', 'pork', 'pork loin'],
    per100g: per100g(183, 27.5, 0, 7.55, 0, 0, 354),
    portions: { piece: 120, small: 90, large: 180, slice: 30, cup: 135 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'ham',
    name: 'Ham',
    source: 'usda-fndds:22311000', // Ham
    aliases: ['ham'],
    per100g: per100g(117, 19.04, 1.58, 3.87, 0, 1.54, 1149),
    portions: { slice: 60, piece: 60, cup: 135 },
    usual: { quantity: 1, unit: 'slice' },
  },
  {
    id: 'bacon',
    name: 'Bacon, cooked',
    source: 'usda-fndds:22601000', // Pork bacon, smoked or cured, cooked
    aliases: ['bacon'],
    per100g: per100g(468, 33.92, 1.7, 35.09, 0, 0, 1684),
    portions: { slice: 8, strip: 8, piece: 8 },
    usual: { quantity: 2, unit: 'slice' },
  },
  {
    id: 'sausage',
    name: 'Pork sausage',
    source: 'usda-fndds:25221405', // Pork sausage
    aliases: ['sausage', 'pork sausage', 'bratwurst', 'sausage link', 'sausage patty'],
    per100g: per100g(325, 18.53, 1.42, 27.25, 0, 1.09, 814),
    portions: { piece: 75, slice: 15, patty: 35, link: 20 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'salmon',
    name: 'Salmon, cooked',
    source: 'usda-sr:15237', // Fish, salmon, Atlantic, farmed, cooked, dry heat
    aliases: ['salmon', 'salmon fillet', 'salmon steak'],
    per100g: per100g(206, 22.1, 0, 12.35, 0, 0, 61),
    portions: { piece: 140, fillet: 140, cup: 135 },
    usual: { quantity: 1, unit: 'fillet' },
  },
  {
    id: 'salmon-smoked',
    name: 'Smoked salmon',
    source: 'usda-fndds:26137190', // Fish, salmon, smoked
    aliases: ['smoked salmon', 'lox'],
    per100g: per100g(117, 18.28, 0, 4.32, 0, 0, 672),
    portions: { slice: 20, cup: 135 },
    usual: { quantity: 85, unit: 'g' },
  },
  {
    id: 'tuna',
    name: 'Tuna, canned',
    source: 'usda-fndds:26155110', // Fish, tuna, canned
    aliases: ['tuna', 'canned tuna', 'tuna fish'],
    per100g: per100g(85, 19, 0.08, 0.94, 0, 0, 219),
    portions: { can: 115, cup: 135 },
    usual: { quantity: 1, unit: 'can' },
  },
  {
    id: 'cod',
    name: 'Cod, baked',
    source: 'usda-fndds:26109120', // Fish, cod, baked or broiled
    aliases: ['cod', 'white fish', 'fish', 'fish fillet'],
    per100g: per100g(126, 18.98, 0.01, 5.04, 0, 0.01, 351),
    portions: { piece: 140, fillet: 140, cup: 135 },
    usual: { quantity: 1, unit: 'fillet' },
  },
  {
    id: 'shrimp',
    name: 'Shrimp, cooked',
    source: 'usda-sr:15271', // Crustaceans, shrimp, untreated, cooked
    aliases: ['shrimp', 'prawn'],
    per100g: per100g(99, 23.98, 0.2, 0.28, 0, 0, 111),
    portions: { piece: 10, cup: 135 },
    usual: { quantity: 85, unit: 'g' },
  },
  {
    id: 'tofu',
    name: 'Tofu, firm',
    source: 'usda-sr:16426', // Tofu, raw, firm, prepared with calcium sulfate
    aliases: ['tofu', 'bean curd'],
    per100g: per100g(145, 15.78, 4.27, 8.72, 2.3, 0, 14),
    portions: { piece: 81, block: 324, cup: 252, slice: 81 },
    usual: { quantity: 85, unit: 'g' },
  },
];

import { type Food, per100g } from '../food.js';

/** Vegetables, potatoes, pulses and salads. Figures per 100 g; each row names the USDA record it comes from. */
export const vegetables: readonly Food[] = [
  {
    id: 'broccoli',
    name: 'Broccoli, cooked',
    source: 'usda-fndds:72201211', // Broccoli, fresh, cooked, no added fat
    aliases: ['broccoli'],
    per100g: per100g(41, 2.67, 6.51, 0.35, 2.5, 1.45, 158),
    portions: { cup: 155, piece: 10, spear: 40 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'carrot',
    name: 'Carrots',
    source: 'usda-fndds:73101010', // Carrots, raw
    aliases: ['carrot', 'baby carrot'],
    per100g: per100g(44, 0.87, 9.68, 0.24, 2.9, 4.75, 75),
    portions: { piece: 60, small: 10, stick: 10, cup: 120 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'spinach',
    name: 'Spinach, cooked',
    source: 'usda-fndds:72125211', // Spinach, fresh, cooked, no added fat
    aliases: ['spinach'],
    per100g: per100g(33, 3.41, 3.1, 0.7, 1.9, 0.49, 262),
    portions: { cup: 180, handful: 25 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'lettuce',
    name: 'Lettuce',
    source: 'usda-fndds:75113000', // Lettuce, raw
    aliases: ['lettuce', 'romaine'],
    per100g: per100g(20, 0.92, 3.69, 0.1, 1.3, 1.1, 23),
    portions: { leaf: 8, cup: 35, head: 539 },
    usual: { quantity: 1, unit: 'cup' },
  },
  {
    id: 'tomato',
    name: 'Tomato',
    source: 'usda-fndds:74101000', // Tomatoes, raw
    aliases: ['tomato'],
    per100g: per100g(20, 0.82, 4.04, 0.31, 1.2, 2.63, 4),
    portions: { piece: 125, slice: 20, cup: 180 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'cherry-tomato',
    name: 'Cherry tomatoes',
    source: 'usda-fndds:74101000', // Tomatoes, raw
    aliases: ['cherry tomato', 'grape tomato'],
    per100g: per100g(20, 0.82, 4.04, 0.31, 1.2, 2.63, 4),
    portions: { piece: 17, cup: 150, handful: 85 },
    usual: { quantity: 5, unit: 'piece' },
  },
  {
    id: 'cucumber',
    name: 'Cucumber',
    source: 'usda-fndds:75111000', // Cucumber, raw
    aliases: ['cucumber'],
    per100g: per100g(16, 0.62, 2.95, 0.18, 0.5, 1.67, 2),
    portions: { piece: 200, slice: 10, stick: 10, cup: 120 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'bell-pepper',
    name: 'Bell pepper',
    source: 'usda-fndds:75122000', // Peppers, raw, NFS
    aliases: ['bell pepper', 'red pepper', 'green pepper', 'yellow pepper', 'capsicum'],
    per100g: per100g(27, 0.81, 5.72, 0.12, 1, 3.3, 0),
    portions: { piece: 120, slice: 10, cup: 150 },
    usual: { quantity: 0.5, unit: 'piece' },
  },
  {
    id: 'onion',
    name: 'Onion',
    source: 'usda-fndds:75117020', // Onions, raw
    aliases: ['onion'],
    per100g: per100g(38, 0.86, 8.46, 0.08, 1.7, 5.8, 1),
    portions: { piece: 148, slice: 15, cup: 160 },
    usual: { quantity: 1, unit: 'slice' },
  },
  {
    id: 'mushrooms',
    name: 'Mushrooms, cooked',
    source: 'usda-fndds:75219011', // Mushrooms, fresh, cooked, no added fat
    aliases: ['mushroom'],
    per100g: per100g(39, 3.61, 5.15, 0.43, 2.2, 2.47, 152),
    portions: { piece: 13, slice: 6, cup: 155 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'green-beans',
    name: 'Green beans, cooked',
    source: 'usda-fndds:75205021', // Green beans, fresh, cooked, no added fat
    aliases: ['green bean', 'string bean'],
    per100g: per100g(42, 2.05, 7.7, 0.29, 3.1, 2.42, 121),
    portions: { piece: 6, cup: 140 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'peas',
    name: 'Green peas, cooked',
    source: 'usda-fndds:75224022', // Green peas, frozen, cooked, no added fat
    aliases: ['pea', 'green pea'],
    per100g: per100g(78, 5.14, 14.22, 0.27, 4.5, 4.39, 188),
    portions: { cup: 160, tbsp: 10 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'corn',
    name: 'Sweetcorn, cooked',
    source: 'usda-fndds:75216111', // Corn, fresh, cooked, no added fat
    aliases: ['corn', 'sweetcorn', 'sweet corn', 'corn on the cob'],
    per100g: per100g(86, 3.26, 18.64, 1.35, 2, 6.24, 131),
    portions: { piece: 105, ear: 105, cup: 165 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'celery',
    name: 'Celery',
    source: 'usda-fndds:75109000', // Celery, raw
    aliases: ['celery'],
    per100g: per100g(17, 0.49, 3.32, 0.16, 1.6, 1.34, 97),
    portions: { stick: 40, stalk: 40, piece: 40, cup: 120 },
    usual: { quantity: 1, unit: 'stick' },
  },
  {
    id: 'mixed-vegetables',
    name: 'Mixed vegetables, cooked',
    source: 'usda-fndds:75311012', // Classic mixed vegetables, frozen, cooked, no added fat
    aliases: ['mixed vegetable', 'vegetable', 'veggie', 'veg', 'mixed veg'],
    per100g: per100g(65, 2.85, 13.05, 0.15, 4.4, 3.11, 151),
    portions: { cup: 180 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'stir-fry-vegetables',
    name: 'Stir-fried vegetables',
    source: 'usda-fndds:75340020', // Asian stir fry vegetables, cooked, fat added
    aliases: ['stir fry', 'stir fried vegetable', 'vegetable stir fry', 'veggie stir fry'],
    per100g: per100g(71, 2.01, 9.65, 2.84, 2.8, 3.53, 146),
    portions: { cup: 132, bowl: 198, plate: 264 },
    usual: { quantity: 1, unit: 'cup' },
  },
  {
    id: 'sweet-potato',
    name: 'Sweet potato, baked',
    source: 'usda-fndds:73403010', // Sweet potato, baked, no added fat
    aliases: ['sweet potato', 'yam'],
    per100g: per100g(82, 1.64, 17.98, 0.39, 3.1, 6.29, 154),
    portions: { piece: 150, small: 80, large: 235, cup: 250 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'potato',
    name: 'Potato, baked',
    source: 'usda-fndds:71100100', // Potato, baked, NFS
    aliases: ['potato', 'jacket potato'],
    per100g: per100g(93, 1.95, 21.45, 0.1, 1.5, 1.69, 181),
    portions: { piece: 285, small: 230, large: 400, cup: 130 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'potato-boiled',
    name: 'Potatoes, boiled',
    source: 'usda-fndds:71102980', // Potato, boiled, NFS
    aliases: ['boiled potato', 'new potato', 'roast potato'],
    per100g: per100g(126, 1.87, 20.45, 4.25, 1.4, 1.62, 166),
    portions: { piece: 60, cup: 160 },
    usual: { quantity: 1, unit: 'cup' },
  },
  {
    id: 'potato-mashed',
    name: 'Mashed potatoes',
    source: 'usda-fndds:71501000', // Potato, mashed, NFS
    aliases: ['mashed potato', 'mash', 'potato mash'],
    per100g: per100g(114, 2.15, 17.6, 4.07, 1.2, 2.13, 210),
    portions: { cup: 250 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'fries',
    name: 'French fries',
    source: 'usda-fndds:71401030', // Potato, french fries, fast food
    aliases: ['french fry', 'fry', 'steak fry', 'potato wedge'],
    per100g: per100g(312, 3.43, 41.44, 14.73, 3.8, 0.3, 210),
    portions: { piece: 5, cup: 60, order: 145, small: 110, large: 180 },
    usual: { quantity: 1, unit: 'order' },
  },
  {
    id: 'salad',
    name: 'Garden salad, no dressing',
    source: 'usda-fndds:75143000', // Lettuce, salad with assorted vegetables including tomatoes and/or carrots, no dressing
    aliases: ['salad', 'side salad', 'garden salad', 'green salad', 'house salad', 'mixed green'],
    per100g: per100g(24, 1.07, 4.58, 0.2, 1.5, 1.9, 39),
    portions: { cup: 73, bowl: 146, plate: 146, piece: 94 },
    usual: { quantity: 1, unit: 'bowl' },
  },
  {
    id: 'salad-caesar',
    name: 'Caesar salad, no dressing',
    source: 'usda-fndds:72116150', // Caesar salad, with romaine, no dressing
    aliases: ['caesar salad'],
    per100g: per100g(77, 4, 7.49, 3.41, 1.8, 1.23, 238),
    portions: { cup: 79, bowl: 158, piece: 158 },
    usual: { quantity: 1, unit: 'bowl' },
  },
  {
    id: 'salad-greek',
    name: 'Greek salad, no dressing',
    source: 'usda-fndds:75146000', // Greek Salad, no dressing
    aliases: ['greek salad'],
    per100g: per100g(48, 2.75, 4.35, 2.26, 1.5, 1.43, 246),
    portions: { cup: 105, bowl: 210, piece: 210 },
    usual: { quantity: 1, unit: 'bowl' },
  },
  {
    id: 'salad-chicken',
    name: 'Garden salad with chicken, no dressing',
    source: 'usda-fndds:27446300', // Chicken or turkey garden salad, chicken and/or turkey, tomato and/or carrots, other vegetables, no dressing
    aliases: ['grilled chicken salad', 'chicken garden salad', 'salad with chicken'],
    per100g: per100g(64, 10.1, 3.04, 1.33, 1, 1.27, 136),
    portions: { cup: 90, bowl: 180, piece: 344 },
    usual: { quantity: 1, unit: 'bowl' },
  },
  {
    id: 'beans-black',
    name: 'Black beans, cooked',
    source: 'usda-fndds:41102020', // Black beans, from dried, no added fat
    aliases: ['black bean', 'bean'],
    per100g: per100g(131, 8.81, 23.57, 0.54, 8.6, 0.32, 232),
    portions: { cup: 180 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'beans-baked',
    name: 'Baked beans',
    source: 'usda-fndds:41201010', // Baked beans
    aliases: ['baked bean'],
    per100g: per100g(105, 4.52, 21.57, 0.89, 4.4, 8.23, 391),
    portions: { cup: 260, can: 415 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'chickpeas',
    name: 'Chickpeas, cooked',
    source: 'usda-fndds:41302080', // Chickpeas, from canned, no added fat
    aliases: ['chickpea', 'garbanzo bean', 'garbanzo'],
    per100g: per100g(146, 8.19, 22.45, 3.24, 7.3, 4.31, 327),
    portions: { cup: 180 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'pickle',
    name: 'Pickle',
    source: 'usda-fndds:75511100', // Pickles, NFS
    aliases: ['pickle', 'gherkin', 'pickled cucumber'],
    per100g: per100g(14, 0.48, 1.99, 0.43, 1, 1.28, 808),
    portions: { piece: 80, spear: 40, slice: 7 },
    usual: { quantity: 1, unit: 'spear' },
  },
  {
    id: 'lentils',
    name: 'Lentils, cooked',
    source: 'usda-fndds:41305000', // Lentils, from dried, no added fat
    aliases: ['lentil', 'dal', 'daal'],
    per100g: per100g(115, 8.97, 20.01, 0.38, 7.9, 1.79, 233),
    portions: { cup: 180, bowl: 270 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'hummus',
    name: 'Hummus',
    source: 'usda-fndds:41205070', // Hummus, plain
    aliases: ['hummus', 'houmous'],
    per100g: per100g(243, 7.35, 14.9, 17.1, 5.4, 0.34, 438),
    portions: { tbsp: 15, container: 70, cup: 246 },
    usual: { quantity: 2, unit: 'tbsp' },
  },
];

import { type Food, per100g } from '../food.js';

/** Eggs, milk, cheese and other dairy. Figures per 100 g; each row names the USDA record it comes from. */
export const eggsAndDairy: readonly Food[] = [
  {
    id: 'egg-scrambled',
    name: 'Scrambled eggs',
    source: 'usda-fndds:32129990', // Egg omelet or scrambled egg, NS as to fat
    aliases: ['scrambled egg', 'egg scramble'],
    per100g: per100g(185, 11.58, 0.91, 15, 0, 0.2, 248),
    portions: { piece: 55, cup: 135 },
    usual: { quantity: 2, unit: 'piece' },
  },
  {
    id: 'egg-fried',
    name: 'Fried egg',
    source: 'usda-fndds:31105005', // Egg, whole, fried, NS as to fat
    aliases: [
      'fried egg',
      'sunny side up egg',
      'egg sunny side up',
      'egg over easy',
      'over easy egg',
    ],
    per100g: per100g(185, 11.58, 0.91, 15, 0, 0.2, 248),
    portions: { piece: 55, cup: 135 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'egg-boiled',
    name: 'Boiled or poached egg',
    source: 'usda-fndds:31103010', // Egg, whole, boiled or poached
    aliases: [
      'boiled egg',
      'hard boiled egg',
      'soft boiled egg',
      'poached egg',
      'egg',
      'whole egg',
    ],
    per100g: per100g(143, 12.4, 0.96, 9.96, 0, 0.2, 129),
    portions: { piece: 50, cup: 135, slice: 5 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'omelette',
    name: 'Omelette',
    source: 'usda-fndds:32129990', // Egg omelet or scrambled egg, NS as to fat
    aliases: ['omelette', 'omelet', 'frittata'],
    per100g: per100g(185, 11.58, 0.91, 15, 0, 0.2, 248),
    portions: { piece: 110, cup: 135 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'egg-white',
    name: 'Egg white',
    source: 'usda-fndds:31108010', // Egg, white only, raw
    aliases: ['egg white'],
    per100g: per100g(52, 10.7, 2.36, 0, 0, 0.71, 166),
    portions: { piece: 33, cup: 245 },
    usual: { quantity: 2, unit: 'piece' },
  },
  {
    id: 'milk-whole',
    name: 'Milk, whole',
    source: 'usda-fndds:11111000', // Milk, whole
    aliases: ['whole milk', 'full fat milk'],
    per100g: per100g(61, 3.27, 4.63, 3.2, 0, 4.81, 38),
    portions: { cup: 244 },
    usual: { quantity: 1, unit: 'cup' },
    isDrink: true,
    asAddition: { toDrinkG: 20, toFoodG: 122 },
  },
  {
    id: 'milk',
    name: 'Milk, reduced fat',
    source: 'usda-fndds:11112110', // Milk, reduced fat (2%)
    aliases: [
      'milk',
      '2% milk',
      'semi skimmed milk',
      'reduced fat milk',
      'low fat milk',
      'dairy milk',
    ],
    per100g: per100g(50, 3.36, 4.9, 1.9, 0, 4.89, 39),
    portions: { cup: 244 },
    usual: { quantity: 1, unit: 'cup' },
    isDrink: true,
    asAddition: { toDrinkG: 20, toFoodG: 122 },
  },
  {
    id: 'milk-skim',
    name: 'Milk, skim',
    source: 'usda-fndds:11113000', // Milk, fat free (skim)
    aliases: ['skim milk', 'skimmed milk', 'fat free milk', 'nonfat milk'],
    per100g: per100g(34, 3.43, 4.92, 0.08, 0, 5.05, 41),
    portions: { cup: 244 },
    usual: { quantity: 1, unit: 'cup' },
    isDrink: true,
    asAddition: { toDrinkG: 20, toFoodG: 122 },
  },
  {
    id: 'milk-chocolate',
    name: 'Chocolate milk',
    source: 'usda-fndds:11511000', // Chocolate milk, NFS
    aliases: ['chocolate milk'],
    per100g: per100g(65, 3.44, 10.98, 0.83, 0.1, 9.55, 68),
    portions: { cup: 248 },
    usual: { quantity: 1, unit: 'cup' },
    isDrink: true,
  },
  {
    id: 'milk-soy',
    name: 'Soy milk',
    source: 'usda-fndds:11320000', // Soy milk, sweetened
    aliases: ['soy milk', 'soya milk'],
    per100g: per100g(53, 3.41, 5.22, 2.05, 0, 4.53, 33),
    portions: { cup: 244 },
    usual: { quantity: 1, unit: 'cup' },
    isDrink: true,
    asAddition: { toDrinkG: 20, toFoodG: 122 },
  },
  {
    id: 'milk-almond',
    name: 'Almond milk',
    source: 'usda-fndds:11350040', // Almond milk, NFS
    aliases: ['almond milk'],
    per100g: per100g(20, 0.54, 1.53, 1.21, 0, 1.2, 59),
    portions: { cup: 244 },
    usual: { quantity: 1, unit: 'cup' },
    isDrink: true,
    asAddition: { toDrinkG: 20, toFoodG: 122 },
  },
  {
    id: 'milk-oat',
    name: 'Oat milk',
    source: 'usda-fndds:11360200', // Oat milk
    aliases: ['oat milk'],
    per100g: per100g(45, 0.66, 5.37, 2.33, 0.5, 2.04, 43),
    portions: { cup: 244 },
    usual: { quantity: 1, unit: 'cup' },
    isDrink: true,
    asAddition: { toDrinkG: 20, toFoodG: 122 },
  },
  {
    id: 'yogurt-greek',
    name: 'Greek yogurt, plain',
    source: 'usda-fndds:11411390', // Yogurt, Greek, NS as to type of milk, plain
    aliases: ['greek yogurt', 'greek yoghurt', 'skyr'],
    per100g: per100g(67, 10.2, 3.6, 1.36, 0, 3.24, 36),
    portions: { cup: 245, container: 150, tbsp: 15 },
    usual: { quantity: 1, unit: 'container' },
  },
  {
    id: 'yogurt',
    name: 'Yogurt',
    source: 'usda-fndds:11400000', // Yogurt, NFS
    aliases: ['yogurt', 'yoghurt', 'fruit yogurt'],
    per100g: per100g(94, 6.67, 10.22, 2.87, 0.1, 8.05, 49),
    portions: { cup: 245, container: 170, tbsp: 15 },
    usual: { quantity: 1, unit: 'container' },
  },
  {
    id: 'cheese',
    name: 'Cheese',
    source: 'usda-fndds:14010000', // Cheese, NFS
    aliases: ['cheese'],
    per100g: per100g(381, 20.7, 4.33, 31.26, 0, 2.08, 964),
    portions: { slice: 21, cup: 113, stick: 28, piece: 28 },
    usual: { quantity: 1, unit: 'slice' },
  },
  {
    id: 'cheese-cheddar',
    name: 'Cheddar cheese',
    source: 'usda-fndds:14104100', // Cheese, Cheddar
    aliases: ['cheddar', 'cheddar cheese'],
    per100g: per100g(409, 23.3, 2.44, 34, 0, 0.33, 654),
    portions: { slice: 21, cup: 113, stick: 28, piece: 28 },
    usual: { quantity: 1, unit: 'slice' },
  },
  {
    id: 'cheese-mozzarella',
    name: 'Mozzarella',
    source: 'usda-fndds:14107010', // Cheese, Mozzarella, NFS
    aliases: ['mozzarella', 'mozzarella cheese', 'string cheese', 'cheese stick'],
    per100g: per100g(296, 23.7, 4.44, 20.4, 0, 1.81, 699),
    portions: { slice: 21, cup: 113, stick: 28, piece: 28 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'cheese-feta',
    name: 'Feta',
    source: 'usda-fndds:14104400', // Cheese, Feta
    aliases: ['feta', 'feta cheese'],
    per100g: per100g(273, 19.71, 5.58, 19.08, 0, 1.63, 1034),
    portions: { wedge: 38, cup: 150 },
    usual: { quantity: 21, unit: 'g' },
  },
  {
    id: 'cheese-parmesan',
    name: 'Parmesan',
    source: 'usda-fndds:14108010', // Cheese, Parmesan, dry grated
    aliases: ['parmesan', 'parmesan cheese'],
    per100g: per100g(412, 29.87, 8.36, 28.75, 0, 0.36, 1398),
    portions: { tbsp: 6.2, cup: 100 },
    usual: { quantity: 1, unit: 'tbsp' },
  },
  {
    id: 'cheese-cottage',
    name: 'Cottage cheese',
    source: 'usda-fndds:14200100', // Cheese, cottage, NFS
    aliases: ['cottage cheese'],
    per100g: per100g(82, 11, 4.31, 2.3, 0, 4.1, 321),
    portions: { cup: 210 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
  {
    id: 'cheese-cream',
    name: 'Cream cheese',
    source: 'usda-fndds:14301010', // Cream cheese, regular, plain
    aliases: ['cream cheese'],
    per100g: per100g(343, 5.79, 4.56, 33.49, 0, 3.76, 368),
    portions: { tbsp: 15, cup: 240 },
    usual: { quantity: 1, unit: 'tbsp' },
  },
  {
    id: 'butter',
    name: 'Butter',
    source: 'usda-fndds:81101000', // Butter, stick
    aliases: ['butter'],
    per100g: per100g(743, 0.85, 0.06, 82.2, 0, 0.58, 524),
    portions: { pat: 7, tbsp: 14, stick: 113, cup: 224 },
    usual: { quantity: 1, unit: 'pat' },
  },
  {
    id: 'cream',
    name: 'Cream, half and half',
    source: 'usda-fndds:12120100', // Cream, half and half
    aliases: ['half and half', 'half n half', 'cream', 'coffee cream'],
    per100g: per100g(131, 3.13, 4.3, 11.5, 0, 4.13, 61),
    portions: { tbsp: 15, cup: 240 },
    usual: { quantity: 1, unit: 'tbsp' },
  },
  {
    id: 'cream-sour',
    name: 'Sour cream',
    source: 'usda-fndds:12310100', // Sour cream, regular
    aliases: ['sour cream'],
    per100g: per100g(196, 3.07, 5.56, 17.99, 0, 3.41, 50),
    portions: { tbsp: 15, cup: 240 },
    usual: { quantity: 2, unit: 'tbsp' },
  },
];

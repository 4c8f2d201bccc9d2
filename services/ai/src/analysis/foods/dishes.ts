import { type Food, per100g } from '../food.js';

/** Whole dishes that people name as one thing. Figures per 100 g; each row names the USDA record it comes from. */
export const dishes: readonly Food[] = [
  {
    id: 'pizza-cheese',
    name: 'Cheese pizza',
    source: 'usda-fndds:58106225', // Pizza, cheese, from restaurant or fast food, medium crust
    aliases: ['pizza', 'cheese pizza', 'margherita pizza', 'pizza margherita'],
    per100g: per100g(266, 11.39, 33.33, 9.69, 2.3, 3.58, 540),
    portions: { slice: 119, piece: 691, small: 480, large: 954 },
    usual: { quantity: 2, unit: 'slice' },
  },
  {
    id: 'pizza-pepperoni',
    name: 'Pepperoni pizza',
    source: 'usda-fndds:58106555', // Pizza with pepperoni, from restaurant or fast food,  medium crust
    aliases: ['pepperoni pizza'],
    per100g: per100g(282, 11.74, 31.98, 11.91, 2.3, 3.26, 620),
    portions: { slice: 124, piece: 707, small: 516, large: 996 },
    usual: { quantity: 2, unit: 'slice' },
  },
  {
    id: 'hamburger',
    name: 'Hamburger',
    source: 'usda-fndds:27510521', // Hamburger, NFS
    aliases: ['hamburger', 'burger', 'beef burger'],
    per100g: per100g(288, 17.51, 20.68, 14.38, 0.7, 3, 355),
    portions: { piece: 145 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'cheeseburger',
    name: 'Cheeseburger',
    source: 'usda-fndds:27510155', // Cheeseburger, NFS
    aliases: [
      'cheeseburger',
      'cheese burger',
      'bacon cheeseburger',
      'quarter pounder',
      'quarter pounder with cheese',
    ],
    per100g: per100g(296, 17.87, 18.71, 16.15, 0.6, 2.98, 438),
    portions: { piece: 165 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'veggie-burger',
    name: 'Veggie burger on a bun',
    source: 'usda-fndds:41901010', // Veggie burger, on bun
    aliases: ['veggie burger', 'vegan burger', 'vegetarian burger', 'plant burger'],
    per100g: per100g(224, 12.96, 30.82, 5.2, 3.5, 3.94, 534),
    portions: { piece: 160 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'hot-dog',
    name: 'Hot dog in a bun',
    source: 'usda-fndds:27564000', // Hot dog sandwich, NFS, on white bun
    aliases: ['hot dog', 'hotdog'],
    per100g: per100g(296, 10.85, 23.73, 17.37, 0.8, 3.92, 681),
    portions: { piece: 102 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'burrito',
    name: 'Burrito',
    source: 'usda-fndds:58102300', // Burrito, NFS
    aliases: ['burrito', 'bean burrito', 'chicken burrito', 'beef burrito'],
    per100g: per100g(219, 11.12, 23.87, 8.54, 2.5, 1.68, 486),
    portions: { piece: 220, small: 110, large: 330 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'taco',
    name: 'Taco',
    source: 'usda-fndds:58102000', // Taco, NFS
    aliases: ['taco', 'beef taco', 'fish taco', 'chicken taco'],
    per100g: per100g(246, 15.31, 15.62, 13.56, 2.2, 0.33, 367),
    portions: { piece: 105, small: 50, large: 160 },
    usual: { quantity: 2, unit: 'piece' },
  },
  {
    id: 'nachos',
    name: 'Nachos with cheese',
    source: 'usda-fndds:58104105', // Nachos, NFS
    aliases: ['nacho'],
    per100g: per100g(265, 7.6, 23.85, 15.85, 1.7, 0.39, 488),
    portions: { piece: 7, plate: 250, cup: 135 },
    usual: { quantity: 125, unit: 'g' },
  },
  {
    id: 'quesadilla',
    name: 'Quesadilla',
    source: 'usda-fndds:58104700', // Quesadilla, NFS
    aliases: ['quesadilla', 'chicken quesadilla', 'cheese quesadilla'],
    per100g: per100g(316, 13.36, 28.62, 16.21, 2, 2.41, 676),
    portions: { piece: 140, slice: 35 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'sandwich',
    name: 'Sandwich',
    source: 'usda-fndds:27500050', // Sandwich, NFS
    aliases: ['sandwich', 'sub', 'sub sandwich'],
    per100g: per100g(287, 12.75, 33.83, 12.03, 1.9, 8.88, 542),
    portions: { piece: 115, small: 60, large: 175 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'sandwich-pbj',
    name: 'Peanut butter and jelly sandwich',
    source: 'usda-fndds:42302010', // Peanut butter and jelly sandwich, NFS
    aliases: [
      'peanut butter and jelly sandwich',
      'peanut butter jelly sandwich',
      'peanut butter and jam sandwich',
      'pb and j',
      'pbj',
      'pb and j sandwich',
      'pbj sandwich',
      'peanut butter sandwich',
    ],
    per100g: per100g(361, 11.42, 45.22, 16.6, 2.8, 15, 368),
    portions: { piece: 112 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'sandwich-ham-cheese',
    name: 'Ham and cheese sandwich',
    source: 'usda-fndds:27520220', // Ham sandwich on white, with cheese
    aliases: ['ham and cheese sandwich', 'ham and cheese', 'ham sandwich', 'ham cheese sandwich'],
    per100g: per100g(213, 14.08, 22.43, 7.46, 1, 2.77, 716),
    portions: { piece: 135, large: 205 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'sandwich-turkey',
    name: 'Turkey sandwich',
    source: 'usda-fndds:27540010', // Turkey sandwich on white
    aliases: ['turkey sandwich', 'turkey sub', 'turkey and cheese sandwich'],
    per100g: per100g(189, 12.03, 26.51, 3.68, 1.2, 3.2, 624),
    portions: { piece: 115, large: 175 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'sandwich-grilled-cheese',
    name: 'Grilled cheese sandwich',
    source: 'usda-fndds:14640100', // Grilled cheese sandwich, NFS
    aliases: [
      'grilled cheese',
      'grilled cheese sandwich',
      'cheese toastie',
      'toastie',
      'cheese sandwich',
    ],
    per100g: per100g(343, 11.03, 28.09, 20.78, 1.2, 4.51, 822),
    portions: { piece: 116 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'sandwich-tuna',
    name: 'Tuna sandwich',
    source: 'usda-fndds:27550720', // Tuna salad sandwich on white
    aliases: ['tuna sandwich', 'tuna salad sandwich', 'tuna melt'],
    per100g: per100g(218, 9.86, 18.33, 11.76, 1, 3.16, 429),
    portions: { piece: 180, large: 270 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'sandwich-chicken',
    name: 'Chicken sandwich',
    source: 'usda-fndds:27540132', // Chicken fillet sandwich, NFS
    aliases: ['chicken sandwich', 'chicken burger', 'chicken fillet sandwich'],
    per100g: per100g(281, 12.17, 27.48, 13.46, 1.7, 3.07, 571),
    portions: { piece: 140 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'sandwich-blt',
    name: 'BLT sandwich',
    source: 'usda-fndds:27520610', // Bacon, lettuce, tomato sandwich on white
    aliases: ['blt', 'blt sandwich', 'bacon lettuce and tomato sandwich', 'bacon sandwich'],
    per100g: per100g(231, 10.89, 29.71, 7.54, 1.7, 3.67, 521),
    portions: { piece: 105 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'wrap',
    name: 'Sandwich wrap',
    source: 'usda-fndds:27500300', // Sandwich wrap, NFS
    aliases: ['wrap', 'sandwich wrap', 'chicken wrap', 'turkey wrap'],
    per100g: per100g(232, 12.77, 23.3, 9.4, 1.5, 2.42, 792),
    portions: { piece: 140 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'mac-and-cheese',
    name: 'Macaroni and cheese',
    source: 'usda-fndds:58145110', // Macaroni or noodles with cheese
    aliases: ['mac and cheese', 'mac n cheese', 'macaroni and cheese', 'mac cheese'],
    per100g: per100g(223, 8.68, 23.08, 10.5, 1.2, 2.44, 358),
    portions: { cup: 230, bowl: 345 },
    usual: { quantity: 1, unit: 'cup' },
  },
  {
    id: 'spaghetti-bolognese',
    name: 'Pasta with meat sauce',
    source: 'usda-fndds:58146322', // Pasta with tomato-based sauce and meat, home recipe
    aliases: [
      'spaghetti bolognese',
      'spag bol',
      'pasta with meat sauce',
      'spaghetti with meat sauce',
      'pasta bolognese',
      'spaghetti and meatball',
      'spaghetti with meatball',
      'bolognese',
    ],
    per100g: per100g(125, 5.86, 19.15, 2.58, 1.6, 2.44, 199),
    portions: { cup: 250, bowl: 375, plate: 375 },
    usual: { quantity: 1.5, unit: 'cup' },
  },
  {
    id: 'pasta-tomato',
    name: 'Pasta with tomato sauce',
    source: 'usda-fndds:58146222', // Pasta with tomato-based sauce, home recipe
    aliases: [
      'pasta with tomato sauce',
      'spaghetti with tomato sauce',
      'pasta marinara',
      'spaghetti marinara',
      'pasta with marinara',
    ],
    per100g: per100g(106, 3.69, 19.88, 1.2, 1.8, 2.94, 202),
    portions: { cup: 250, bowl: 375, plate: 375 },
    usual: { quantity: 1.5, unit: 'cup' },
  },
  {
    id: 'lasagna',
    name: 'Lasagna with meat',
    source: 'usda-fndds:58130011', // Lasagna with meat
    aliases: ['lasagna', 'lasagne'],
    per100g: per100g(139, 7.45, 16.17, 4.97, 1.6, 3.33, 390),
    portions: { piece: 206, slice: 206, cup: 250 },
    usual: { quantity: 1, unit: 'piece' },
  },
  {
    id: 'ramen',
    name: 'Ramen',
    source: 'usda-fndds:58407034', // Ramen bowl, NFS
    aliases: ['ramen', 'ramen noodle', 'noodle soup'],
    per100g: per100g(127, 7.13, 13.95, 4.57, 0.9, 0.42, 333),
    portions: { cup: 245, bowl: 490 },
    usual: { quantity: 1, unit: 'bowl' },
  },
  {
    id: 'sushi',
    name: 'Sushi',
    source: 'usda-fndds:58151100', // Sushi, NFS
    aliases: ['sushi', 'sushi roll', 'maki', 'california roll', 'nigiri'],
    per100g: per100g(94, 2.92, 18.39, 0.67, 1, 2.13, 428),
    portions: { piece: 30, cup: 150 },
    usual: { quantity: 6, unit: 'piece' },
  },
  {
    id: 'curry-chicken',
    name: 'Chicken curry',
    source: 'usda-fndds:27146150', // Chicken curry
    aliases: ['chicken curry', 'curry', 'tikka masala', 'chicken tikka masala', 'butter chicken'],
    per100g: per100g(107, 6.48, 6.54, 6.48, 1.4, 2.56, 376),
    portions: { cup: 240, bowl: 360 },
    usual: { quantity: 1, unit: 'cup' },
  },
  {
    id: 'chili',
    name: 'Chili',
    source: 'usda-fndds:27111400', // Chili, NFS
    aliases: ['chili', 'chilli', 'chili con carne', 'chilli con carne'],
    per100g: per100g(118, 9.8, 10.25, 4.33, 3, 1.48, 340),
    portions: { cup: 255, bowl: 383 },
    usual: { quantity: 1, unit: 'cup' },
  },
  {
    id: 'soup-chicken-noodle',
    name: 'Chicken noodle soup',
    source: 'usda-fndds:58403040', // Soup, chicken noodle
    aliases: ['chicken noodle soup', 'chicken soup', 'soup'],
    per100g: per100g(53, 3.84, 6.21, 1.4, 0.7, 0.81, 248),
    portions: { cup: 245, bowl: 368, can: 525 },
    usual: { quantity: 1, unit: 'bowl' },
  },
  {
    id: 'soup-tomato',
    name: 'Tomato soup',
    source: 'usda-fndds:74601010', // Soup, cream of tomato
    aliases: ['tomato soup', 'cream of tomato soup'],
    per100g: per100g(70, 1.21, 6.39, 4.68, 1, 2.37, 246),
    portions: { cup: 255, bowl: 383, can: 525 },
    usual: { quantity: 1, unit: 'bowl' },
  },
  {
    id: 'soup-vegetable',
    name: 'Vegetable soup',
    source: 'usda-fndds:75649110', // Soup, vegetable
    aliases: ['vegetable soup', 'veggie soup', 'minestrone'],
    per100g: per100g(27, 0.84, 5.08, 0.45, 1, 1.33, 243),
    portions: { cup: 245, bowl: 368, can: 525 },
    usual: { quantity: 1, unit: 'bowl' },
  },
  {
    id: 'rice-and-beans',
    name: 'Rice and beans',
    source: 'usda-fndds:58160110', // Beans and white rice
    aliases: ['rice and bean', 'bean and rice'],
    per100g: per100g(164, 6.5, 25.19, 4.21, 3.7, 0.21, 231),
    portions: { cup: 170, bowl: 255, plate: 340 },
    usual: { quantity: 1, unit: 'cup' },
  },
  {
    id: 'chicken-salad',
    name: 'Chicken salad with mayonnaise',
    source: 'usda-fndds:27446200', // Chicken or turkey salad, made with mayonnaise
    aliases: ['chicken salad'],
    per100g: per100g(235, 13.92, 2.88, 18.76, 0.4, 2.1, 484),
    portions: { cup: 226 },
    usual: { quantity: 0.5, unit: 'cup' },
  },
];

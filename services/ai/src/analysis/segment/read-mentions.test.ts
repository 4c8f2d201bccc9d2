import { describe, expect, it } from 'vitest';
import { readNumbers } from '../normalise/numbers.js';
import { tokenise } from '../normalise/tokenise.js';
import { readBuiltInTable } from '../table/read-table.js';
import { readMentions } from './read-mentions.js';

const { lexicon } = readBuiltInTable();

const mentions = (text: string) => readMentions(readNumbers(tokenise(text)), text, lexicon);
const phrases = (text: string): readonly string[] => mentions(text).map(({ phrase }) => phrase);

describe('readMentions', () => {
  it.each([
    ['eggs, toast and coffee', ['eggs', 'toast', 'coffee']],
    ['mac and cheese', ['mac and cheese']],
    ['toast with butter', ['toast', 'butter']],
    ['toast with peanut butter and jelly', ['toast', 'peanut butter', 'jelly']],
    ['2 eggs 1 banana', ['eggs', 'banana']],
    ['salmon 150 g rice 200 g', ['salmon', 'rice']],
    ['steak rice broccoli', ['steak', 'rice', 'broccoli']],
    ['sweet potato fries', ['sweet potato fries']],
    ['burger no cheese and fries', ['burger', 'fries']],
    ['coffee without milk or sugar', ['coffee']],
    ['grumbleberry and toast', ['grumbleberry', 'toast']],
    ['avocado toast', ['avocado', 'toast']],
    ['smoothie: 1 banana, 1 cup milk', ['banana', 'milk']],
    [
      'shake with 1 scoop whey protein, a banana and almond milk',
      ['whey protein', 'banana', 'almond milk'],
    ],
    ['turkey sandwich with lettuce, tomato and mayo', ['turkey sandwich', 'mayo']],
    ['tuna melt on rye', ['tuna melt']],
    ['protein bar (quest)', ['protein bar']],
    ['kfc 2 wings', ['wings']],
    ['bulk shake 500 ml milk 2 scoops whey 80 g oats', ['milk', 'whey', 'oats']],
    ['overnight oats 40 g oats, 150 ml milk', ['oats', 'milk']],
    ['overnight oats with milk and berries', ['overnight oats', 'milk', 'berries']],
    ['ham sandwich (2 slices bread, 2 oz ham)', ['bread', 'ham']],
    ['lamb stew with carrots and leeks', ['lamb stew']],
    ['salmon and asparagus, no butter on the asparagus', ['salmon', 'plain asparagus']],
    ['got tacos. 3 beef tacos', ['beef tacos']],
    ['potatoes (mashed)', ['mashed potato']],
    ['2 vegemite toasts', ['toasts', 'vegemite']],
    ['eggs scrambled in butter', ['eggs scrambled']],
    ['smoked mackerel salad', ['smoked mackerel', 'salad']],
    ['tea 2 sugars splash of milk', ['tea', 'sugars', 'milk']],
    ['ham on rye', ['ham sandwich']],
    ['bacon sandwich, 3 rashers', ['bacon sandwich']],
    ['sausage and mash with gravy, 2 sausages', ['sausage and mash', 'gravy']],
    ['banana bread, 2 bananas', ['banana bread', 'bananas']],
    ['nachos with 2 mates', ['nachos']],
    ['wings (buffalo)', ['buffalo wing']],
    ['soup, chicken noodle', ['chicken noodle']],
    ['ham and pea soup', ['ham soup']],
    ['salad and tomato soup', ['salad', 'tomato soup']],
    ['protein bar - cookie dough', ['protein bar']],
  ])('given %j, then %j', (text, expected) => {
    expect(phrases(text)).toEqual(expected);
  });

  it.each([
    ['2% milk, 1 glass', 1, 'glass'],
    ['rice (200g)', 200, 'g'],
    ['eggs: 2', 2, undefined],
    ['3 x 50g chicken nuggets', 150, 'g'],
    ['toast x2', 2, undefined],
    ['2 salmon fillets, 120 g each', 240, 'g'],
    ['1 tub cottage cheese (250g)', 250, 'g'],
    ['apple slices', undefined, undefined],
    ['half a pizza', 0.5, undefined],
    ['a pizza, I had about half', 0.5, undefined],
    ['3 egg mushroom omelette', 3, undefined],
    ['a cheese omelette', undefined, undefined],
    ['500 g yogurt tub, ate half', 250, 'g'],
    ['rack of ribs, about 6 ribs', 6, undefined],
    ['biryani for lunch about 2 cups', 2, 'cup'],
    ['baked beans, a cup of beans', 1, 'cup'],
    ['2 bud lights (12oz cans)', 24, 'oz'],
    ['2 protein bars (60g)', 60, 'g'],
    ['a wrap, just half', 0.5, undefined],
    ['a schooner of lager', 1, 'schooner'],
    ['a little fried onion', undefined, undefined],
  ])('given %j, then the amount is %s %s', (text, quantity, unit) => {
    expect(mentions(text)).toHaveLength(1);
    expect(mentions(text)[0]).toMatchObject({ quantity, unit });
  });

  it('given a dish and what is in it, then what it was eaten from is said of the dish', () => {
    const [dish, milk] = mentions('corn flakes with milk, a big bowl');
    expect(dish).toMatchObject({ unit: 'bowl', size: 'large' });
    expect(milk?.unit).toBeUndefined();
  });

  it('given a plate of two dishes, then neither fills it', () => {
    const units = mentions('a plate of chicken and potatoes').map(({ unit }) => unit);
    expect(units).toEqual([undefined, undefined]);
  });

  it('given with, then what follows is added to what came before', () => {
    const added = mentions('coffee with milk and sugar, toast').map(({ addedTo }) => addedTo);
    expect(added).toEqual([undefined, 'drink', 'drink', undefined]);
  });
});

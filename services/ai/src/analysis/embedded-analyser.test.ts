import { describe, expect, it } from 'vitest';
import type { Analysis, CompletedAnalysis } from './analyser.js';
import { createEmbeddedAnalyser } from './embedded-analyser.js';
import { readBuiltInTable } from './table/read-table.js';

const embeddedAnalyser = createEmbeddedAnalyser(readBuiltInTable());

const analyse = (text: string, mealType?: string): Promise<Analysis> =>
  embeddedAnalyser.analyse({ text, mealType }, new AbortController().signal);

async function completed(text: string): Promise<CompletedAnalysis> {
  const analysis = await analyse(text);
  if (analysis.outcome === 'failed') throw new Error(`${text}: ${analysis.reason}`);
  return analysis;
}

describe('the embedded analyser', () => {
  it.each([
    ['chicken breast with rice and broccoli', ['chicken-breast', 'rice', 'broccoli']],
    ['a bowl of oatmeal with banana', ['oatmeal', 'banana']],
    ['2 slices of pepperoni pizza and a coke', ['pizza-pepperoni', 'cola']],
    ['mac and cheese', ['mac-and-cheese']],
    ['peanut butter and jelly sandwich', ['sandwich-pbj']],
    ['Breakfast: 3 eggs\n2 strips of bacon', ['egg', 'bacon']],
    ['bacon egg and cheese bagel', ['sandwich-egg-bagel-bacon']],
    ['sandwhich w/ turky and chese', ['sandwich-turkey-cheese']],
    ['chiken breats with brocolli', ['chicken-breast', 'broccoli']],
    ['stuffed peppers and rice', ['stuffed-pepper', 'rice']],
    ['crème brûlée', ['creme-brulee']],
    ['burger, no bun', ['beef-patty']],
    ['pollo asado tacos', ['taco']],
    ['Big Mac meal no drink', ['big-mac', 'mcdonalds-fries']],
    ['fish fingers, chips and peas', ['fish-sticks', 'fries', 'peas']],
    ['chips and guac', ['tortilla-chips', 'guacamole']],
    ['2 rashers bacon', ['bacon']],
    ['full english - 2 fried eggs, beans', ['egg-fried', 'beans-baked']],
    ['sausage sizzle - a sausage in a slice of bread', ['sausage', 'bread']],
    ['a boiled egg and toast cut into soldiers', ['egg-boiled', 'toast']],
    ['fish and chips for tea', ['fish-and-chips']],
    ['avocado toast with an egg on whole wheat', ['avocado', 'toast', 'egg']],
    ['hummus pita', ['hummus', 'pita']],
    ['3 strips bacon hashbrown patty', ['bacon', 'hash-browns']],
    ['2 slices thick crust cheese pizza', ['pizza-cheese-thick']],
    ['protein shake 1 scoop', ['protein-powder']],
    ['chick fila sandwich', ['sandwich-chicken-fried']],
    ['large buttered popcorn at the movies', ['popcorn-movie']],
    ['80g oats dry w water', ['oats-dry']],
    ['iced coffee cream and sugar', ['coffee-iced', 'cream', 'sugar']],
    ['bacon sarnie brown sauce', ['sandwich-bacon', 'steak-sauce']],
    ['olive garden breadsticks', ['breadstick']],
    ['fishfingers', ['fish-sticks']],
    ['milkshake strawberry', ['milkshake']],
    ['caesar salad', ['salad-caesar', 'dressing-caesar']],
    ['caesar salad no dressing', ['salad-caesar']],
    ['rotisserie chicken, 1 breast', ['chicken-breast-rotisserie']],
    ['burger and they gave me extra fries', ['hamburger', 'fries']],
    ['went to the apple store then got a burrito', ['burrito']],
    ['nopales con huevo, 3 tacos de lengua', ['cactus', 'egg', 'taco-beef']],
    ['veg briyani and chilli chicken', ['biryani-veg', 'general-tso']],
    ['scrambled egg on toast (1 slice wholemeal)', ['egg-scrambled', 'toast-whole-wheat']],
    ['avo toast, half an avo', ['avocado', 'toast']],
    ['cheese omelette, 3 eggs', ['omelette-cheese']],
    ['pizza 3 slices pepperoni', ['pizza-pepperoni']],
    ['tacos, 2 beef and 1 chicken', ['taco-beef', 'taco-chicken']],
    ['sushi, 12 pieces salmon rolls', ['sushi-salmon-roll']],
    ['chinese takeout - wonton soup, fried rice', ['wonton-soup', 'rice-fried']],
    ['2 sausages and mash', ['sausage', 'potato-mashed']],
    ['cup of tea two sugars and milk', ['tea', 'sugar', 'milk']],
    ['toast w/ pb&j', ['toast', 'peanut-butter', 'jam']],
    ['toast butter jam', ['toast', 'butter', 'jam']],
    ['quesadilla with flour tortilla', ['quesadilla']],
    ['ham + cheese sandwich', ['sandwich-ham-cheese']],
    ['salmon bowl w/ quinoa, edamame', ['salmon', 'quinoa', 'edamame']],
    ['2 shots tequila', ['tequila']],
    ['1 egg 2 whites', ['egg', 'egg-white']],
    ['nuggets 10 pcs fries', ['chicken-nuggets', 'fries']],
    ['2 sausages with sauce', ['sausage', 'ketchup']],
  ])('given %j, then the foods are %j', async (text, expected) => {
    const { items } = await completed(text);
    expect(items.map((item) => item.foodId)).toEqual(expected);
  });

  it.each([
    ['rice 200 gms chicken 150 gms dal 100gms', [200, 150, 100]],
    ['idli 4 sambar', [152, 124]],
    ['egg salad (no bread) 1 cup', [222]],
    ['chicken breast no skin 6 oz grilled 1 cup rice', [170.1, 158]],
    ['horchata, large cup like 16 oz', [496]],
    ['500g greek yoghurt, ate about half', [250]],
    ['tuna in water 115g', [115]],
    ['bran flakes, 2% milk', [50, 122]],
    ['popcorn (3 cups air popped)', [24]],
    ['small onion rings', [90]],
    ['2 flour tortillas (45g ea)', [90]],
    ['large Big Mac meal with a coke', [205, 180, 744]],
  ])('given %j, then the grams are %j', async (text, grams) => {
    const { items } = await completed(text);
    expect(items.map((item) => item.grams)).toEqual(grams);
  });

  it.each([
    ['150g salmon', 150],
    ['1/2 avocado', 75],
    ['1,5 cups of milk', 366],
    ['half an apple', 100],
    ['one 12 oz can of coke', 372],
    ['coffee with milk', 390],
    ['2% milk, 8 oz', 244],
    ['eggs', 100],
    ['french fries (200 cal)', 110],
    ['100g dry pasta', 230],
    ['-3 apples and 150 g salmon', 150],
  ])('given %j, then there are %s g', async (text, grams) => {
    const { items } = await completed(text);
    expect(items.reduce((sum, item) => sum + item.grams, 0)).toBeCloseTo(grams, 0);
  });

  it('given a breakfast, then figures, sources and totals belong together', async () => {
    const { items, totals, needsReview, totalIsPartial } = await completed(
      'two scrambled eggs, a slice of toast with butter and a cup of coffee',
    );
    expect(items[0]).toMatchObject({
      rawText: 'two scrambled eggs',
      name: 'Scrambled eggs',
      source: 'usda-fndds:32129990',
      quantity: 2,
      unit: 'piece',
      portionSource: 'piece',
      calories: 203.5,
      proteinG: 12.7,
      needsReview: false,
    });
    expect(totals.calories).toBeCloseTo(331, 0);
    expect({ needsReview, totalIsPartial }).toEqual({ needsReview: false, totalIsPartial: false });
  });

  it.each([
    ['', 'empty_meal'],
    ['  \n ', 'empty_meal'],
    ['skipped lunch', 'empty_meal'],
    ["didn't eat anything today", 'empty_meal'],
    ['0 apples', 'empty_meal'],
    ['my dog ate the steak', 'no_food_detected'],
    ['a rusty nail and two tires', 'no_food_detected'],
    ['salt and pepper', 'no_food_detected'],
    ['-3 apples', 'implausible_quantity'],
    ['500 pizzas', 'implausible_quantity'],
    ['卵とご飯', 'unsupported_language'],
    ['zwei Eier mit Toast', 'unsupported_language'],
    ['dos huevos con pan', 'unsupported_language'],
    ["j'ai mangé une pomme", 'unsupported_language'],
    ['un panino con prosciutto e formaggio', 'unsupported_language'],
    ['pão com manteiga', 'unsupported_language'],
    ['twee boterhammen met kaas', 'unsupported_language'],
    ['olive green paint', 'no_food_detected'],
    ['apple watch', 'no_food_detected'],
    ['walked the dog', 'no_food_detected'],
    ['should I eat the cake?', 'no_food_detected'],
    ['1e9 cookies', 'implausible_quantity'],
    ['50 kg of steak', 'implausible_quantity'],
  ])('given %j, then it fails with %s', async (text, reason) => {
    expect(await analyse(text)).toMatchObject({ outcome: 'failed', reason });
  });

  it.each([
    ['made soup for the family, had 2 bowls', 2],
    ["kids didn't want their nuggets so I had 4", 4],
    ['was craving tacos so got 3', 3],
    ['plate of pakoras (6)', 6],
    ['shared a pizza with my wife', 0.5],
    ['1/2 block (200g) tofu', 200],
    ['mac n cheese from the box, had like 2 cups', 2],
  ])('given %j, then the quantity is %d', async (text, quantity) => {
    const { items } = await completed(text);
    expect(items.map((item) => item.quantity)).toEqual([quantity]);
  });

  it('given nothing but an unknown food that was eaten, then it waits for a person', async () => {
    const meal = await completed('had a bowl of zorblax');
    expect(meal).toMatchObject({ needsReview: true, totalIsPartial: true });
    expect(meal.totals.calories).toBe(0);
  });

  it('given an unknown food, then it stays in the list and out of the totals', async () => {
    const meal = await completed('200 g grumbleberry and a slice of toast');
    expect(meal.items[0]).toMatchObject({ foodId: '', grams: 200, calories: 0, needsReview: true });
    expect(meal.items[0]?.reviewReason).toBe('unknown_food');
    expect(meal.totals.calories).toBe(meal.items[1]?.calories);
    expect(meal).toMatchObject({ needsReview: true, totalIsPartial: true });
  });

  it('given one absurd amount beside food, then only that item is left out', async () => {
    const meal = await completed('toast and 500 pizzas');
    expect(meal.items[1]).toMatchObject({ grams: 0, reviewReason: 'implausible_quantity' });
    expect(meal.totalIsPartial).toBe(true);
  });

  it('given more than thirty foods, then the rest is cut and the total is partial', async () => {
    const meal = await completed(Array.from({ length: 40 }, () => 'apple').join(', '));
    expect(meal.items).toHaveLength(30);
    expect(meal).toMatchObject({ needsReview: true, totalIsPartial: true });
  });

  it('given a meal type in the request, then it wins over the text', async () => {
    expect(await analyse('an apple for lunch', 'snack')).toMatchObject({ mealType: 'snack' });
    expect(await analyse('an apple for lunch')).toMatchObject({ mealType: 'lunch' });
    expect(await analyse('an apple')).toMatchObject({ mealType: '' });
  });

  it('given an aborted signal, then it rejects with the reason', async () => {
    const reason = new Error('deadline');
    const analysis = embeddedAnalyser.analyse({ text: 'an apple' }, AbortSignal.abort(reason));
    await expect(analysis).rejects.toBe(reason);
  });
});

import { describe, expect, it } from 'vitest';
import type { Analysis, CompletedAnalysis } from './analyser.js';
import { embeddedAnalyser } from './embedded-analyser.js';

const analyse = (text: string, mealType?: string): Promise<Analysis> =>
  embeddedAnalyser.analyse({ text, mealType }, new AbortController().signal);

async function completed(text: string): Promise<CompletedAnalysis> {
  const analysis = await analyse(text);
  if (analysis.outcome === 'failed') throw new Error(`${text}: ${analysis.reason}`);
  return analysis;
}

describe('the embedded analyser', () => {
  it.each([
    [
      'two scrambled eggs, a slice of toast with butter and a cup of coffee',
      { 'egg-scrambled': 110, toast: 25, butter: 7, coffee: 240 },
    ],
    [
      'chicken breast with rice and broccoli',
      { 'chicken-breast': 120, 'rice-white': 158, broccoli: 77.5 },
    ],
    ['a bowl of oatmeal with banana', { oatmeal: 240, banana: 126 }],
    ['2 slices of pepperoni pizza and a coke', { 'pizza-pepperoni': 248, cola: 372 }],
    ['150g salmon, 1/2 avocado', { salmon: 150, avocado: 75 }],
    ['greek yogurt w/ blueberries', { 'yogurt-greek': 150, blueberry: 75 }],
    ['1,5 cups of milk', { milk: 366 }],
    ['a handful of almonds', { almonds: 28 }],
    ['half an apple', { apple: 100 }],
    ['mac and cheese', { 'mac-and-cheese': 230 }],
    ['peanut butter and jelly sandwich', { 'sandwich-pbj': 112 }],
    ['coffee with milk and 2 sugars', { coffee: 240, milk: 20, sugar: 8.4 }],
    ['one 12 oz can of coke', { cola: 372 }],
    ['Breakfast: 3 eggs\n2 strips of bacon', { 'egg-boiled': 150, bacon: 16 }],
  ])('given %j, then foods and grams', async (text, expected) => {
    const { items } = await completed(text);
    expect(Object.fromEntries(items.map((item) => [item.foodId, item.grams]))).toEqual(expected);
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
    expect(totals.calories).toBeCloseTo(331.2, 5);
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
  ])('given %j, then it fails with %s', async (text, reason) => {
    expect(await analyse(text)).toMatchObject({ outcome: 'failed', reason });
  });

  it('given an unknown food, then it stays in the list and out of the totals', async () => {
    const meal = await completed('200 g dragonfruit and a slice of toast');
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

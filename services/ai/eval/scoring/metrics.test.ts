import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis/index.js';
import type { MealCase } from '../cases.js';
import { NO_REFERENCE } from '../reference.js';
import { metricsOf, percentile } from './metrics.js';
import { type MealScore, scoreMeal } from './score-meal.js';
import { BANANA, completed, MILK, mealCase, meantItem, saidItem } from './test-support.js';

const meal = mealCase(BANANA, [meantItem('Banana, raw', 126, BANANA)]);
const banana = saidItem('Banana', 126, BANANA, { confidence: 0.95 });
const refused: Analysis = { outcome: 'failed', reason: 'no_food_detected', message: '' };

function scored(of: MealCase, analysis: Analysis): MealScore {
  return scoreMeal(of, analysis, 1, NO_REFERENCE);
}

describe('a perfect answer', () => {
  test('has no errors', () => {
    expect(metricsOf([scored(meal, completed(banana))])).toMatchObject({
      meals: 1,
      answered: 1,
      energyMaeKcal: 0,
      energyWithin20: 1,
      carbsMaeG: 0,
      carbsWithin7_5g: 1,
      itemPrecision: 1,
      itemRecall: 1,
      itemF1: 1,
      amountWithin25: 1,
      countExact: 1,
    });
  });
});

describe('a refused meal', () => {
  test('counts as one of no energy and no items', () => {
    const metrics = metricsOf([scored(meal, refused), scored(meal, completed(banana))]);
    expect(metrics).toMatchObject({
      answered: 0.5,
      energyMaeKcal: BANANA.kcal / 2,
      energyBiasKcal: -BANANA.kcal / 2,
      energyWithin20: 0.5,
      itemPrecision: 1,
      itemRecall: 0.5,
      countExact: 0.5,
    });
  });
});

test('too many items cost precision, too few recall', () => {
  const two = completed(banana, saidItem('Milk', 244, MILK));
  expect(metricsOf([scored(meal, two)])).toMatchObject({
    itemPrecision: 0.5,
    itemRecall: 1,
    countExact: 0,
  });
});

test('the number of items may be that of any breakdown', () => {
  const parts = [meantItem('Banana, raw', 126, BANANA), meantItem('Milk, NFS', 244, MILK)];
  const shake = mealCase({ kcal: 249 }, parts, [meantItem('Banana shake', 370, undefined)]);
  expect(metricsOf([scored(shake, completed(banana))]).countExact).toBe(1);
});

test('energy is right within a fifth, and within 10 kcal of very little', () => {
  const coffee = mealCase({ kcal: 4 }, [meantItem('Coffee', 360, undefined)]);
  const said = (kcal: number) => completed(saidItem('Coffee', 360, { ...BANANA, kcal }));
  expect(metricsOf([scored(coffee, said(14))]).energyWithin20).toBe(1);
  expect(metricsOf([scored(coffee, said(15))]).energyWithin20).toBe(0);
});

test('a wrong amount of the right food is seen', () => {
  const half = saidItem('Banana', 63, { kcal: 61, protein: 0.45, carbs: 14.3, fat: 0.2 });
  expect(metricsOf([scored(meal, completed(half))])).toMatchObject({
    itemF1: 1,
    amountWithin25: 0,
  });
});

test('cases may have some figures only, and no items', () => {
  const carbsOnly = mealCase({ carbs: 30 });
  const metrics = metricsOf([scored(carbsOnly, completed(banana))]);
  expect(metrics.carbsMaeG).toBeCloseTo(1.4);
  expect(metrics.energyMaeKcal).toBeNaN();
  expect(metrics.itemF1).toBeNaN();
});

test('items are counted by how sure the analyser was', () => {
  const unsure = saidItem('Milk', 244, MILK, { confidence: 0.3 });
  const { confidence } = metricsOf([scored(meal, completed(banana, unsure))]);
  expect(confidence.find(({ from }) => from === 0)).toMatchObject({ items: 1, rightFood: 0 });
  expect(confidence.find(({ from }) => from === 0.9)).toMatchObject({ items: 1, rightFood: 1 });
});

test('percentiles are values that occurred', () => {
  expect(percentile([1, 2, 3, 4], 0.5)).toBe(2);
  expect(percentile([1, 2, 3, 4], 0.95)).toBe(4);
  expect(percentile([], 0.5)).toBeNaN();
});

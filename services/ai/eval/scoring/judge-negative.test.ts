import { expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis/index.js';
import type { Expectation } from '../cases.js';
import { judgeNegative } from './judge-negative.js';
import { BANANA, completed, saidItem } from './test-support.js';

const refused: Analysis = { outcome: 'failed', reason: 'no_food_detected', message: '' };
const banana = saidItem('Banana', 126, BANANA);

function isRight(expect: Expectation, analysis: Analysis): boolean {
  return judgeNegative({ id: 'n1', text: '', kind: '', expect }, analysis).isRight;
}

test('any of the acceptable reasons is right', () => {
  const either: Expectation = { outcome: 'failed', reasons: ['empty_meal', 'no_food_detected'] };
  expect(isRight(either, refused)).toBe(true);
  expect(isRight({ outcome: 'failed', reasons: ['implausible_quantity'] }, refused)).toBe(false);
  expect(isRight(either, completed(banana))).toBe(false);
});

test('a food among nonsense is found, and nothing else', () => {
  const one: Expectation = { outcome: 'completed', itemsMax: 1, kcalBetween: [90, 150] };
  expect(isRight(one, completed(banana))).toBe(true);
  expect(isRight(one, completed(banana, banana))).toBe(false);
  expect(isRight({ ...one, kcalBetween: [0, 50] }, completed(banana))).toBe(false);
  expect(isRight(one, refused)).toBe(false);
});

import type { MealLogItem } from '@mealwire/client';
import { expect, test } from 'vitest';
import { doubtOf } from './doubts.js';

test.each([
  [{ confidence: 0.95, needs_review: false }, null],
  [{ confidence: 0.62, needs_review: false }, 'Only 62 % sure'],
  [
    { confidence: 0.4, needs_review: true, review_reason: 'assumed_portion' },
    'Needs review · portion was guessed · 40 % sure',
  ],
  [
    { confidence: 0, needs_review: true, review_reason: 'unknown_food' },
    'Needs review · not in the food table',
  ],
  [
    { confidence: 0.8, needs_review: true, review_reason: 'a_new_reason' },
    'Needs review · a new reason · 80 % sure',
  ],
])('an item with %o is doubtful like this', (fields, expected) => {
  expect(doubtOf(fields as MealLogItem)).toBe(expected);
});

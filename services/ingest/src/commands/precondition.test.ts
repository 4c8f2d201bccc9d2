import { describe, expect, test } from 'vitest';
import type { LiveMealLog } from '../meal-log/domain/meal-log.js';
import { isUnchanged, tagOf } from './precondition.js';

const mealLog: LiveMealLog = {
  id: 'm1',
  userId: 'alice',
  text: 'an egg',
  mealType: '',
  eatenAt: '2026-01-31T07:00:00.000Z',
  createdAt: '2026-01-31T07:00:01.000Z',
  version: 17,
  status: 'processing',
};
const tag = tagOf(mealLog);

describe('If-Match', () => {
  test.each([
    [undefined, true],
    ['*', true],
    [tag, true],
    ['"17"', true],
    [`"x", ${tag}`, true],
    ['"16", "17"', true],
    ['"16"', false],
    ['17', false],
    [`W/${tag}`, false],
    ['W/"17"', false],
    ['"1","7"', false],
    ['', false],
  ])('%s holds: %s', (header, expected) => {
    expect(isUnchanged(header, mealLog)).toBe(expected);
  });

  test('does not hold for what a meal was before', () => {
    expect(isUnchanged(tag, { ...mealLog, version: 18 })).toBe(false);
  });
});

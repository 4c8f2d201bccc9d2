import { describe, expect, test } from 'vitest';
import { correctionBody } from './request.js';

function problemsOf(...items: readonly unknown[]): readonly string[] {
  const parsed = correctionBody.safeParse({ items });
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('the body of a correction', () => {
  test('names changes, removals and additions', () => {
    const items = [
      { op: 'change', index: 0, food_id: 'egg', grams: 12.5, quantity: 2, unit: 'slice' },
      { op: 'remove', index: 1, unknown: 'is ignored' },
      { op: 'add', text: '  a glass of milk ' },
    ];
    expect(problemsOf(...items)).toEqual([]);
    expect(correctionBody.parse({ items }).items[2]).toEqual({
      op: 'add',
      text: 'a glass of milk',
    });
  });

  test.each([
    [{ op: 'double' }, 'items.0.op: op must be one of change, remove, add'],
    [
      { op: 'change', index: 0 },
      'items.0: must name at least one of food_id, grams, quantity, unit',
    ],
    [{ op: 'change', index: 0, grams: 0 }, 'items.0.grams: must be more than 0'],
    [{ op: 'change', index: 0, unit: ' ' }, 'items.0.unit: must not be empty'],
    [
      { op: 'change', index: 0, food_id: 'a\ud800' },
      'items.0.food_id: must be well-formed Unicode without NUL',
    ],
    [{ op: 'add', text: 'x'.repeat(501) }, 'items.0.text: must have at most 500 characters'],
    [{ op: 'add', text: ' ' }, 'items.0.text: must say what was eaten'],
  ])('%j is refused', (item, problem) => {
    expect(problemsOf(item)).toEqual([problem]);
  });

  test.each([
    { op: 'remove' },
    { op: 'remove', index: -1 },
    { op: 'remove', index: 0.5 },
    { op: 'remove', index: '0' },
    { op: 'change', index: 0, quantity: Number.POSITIVE_INFINITY },
  ])('%j is refused too', (item) => {
    expect(problemsOf(item)).toHaveLength(1);
  });

  test('names an item once, and at least one change', () => {
    const twice = [
      { op: 'remove', index: 3 },
      { op: 'change', index: 3, grams: 5 },
    ];
    expect(problemsOf(...twice)).toEqual([
      'items.1.index: names an item that another change names already',
    ]);
    expect(problemsOf()).toEqual(['items: must have at least one change']);
    expect(problemsOf(...Array(51).fill({ op: 'add', text: 'an egg' }))).toHaveLength(1);
  });
});

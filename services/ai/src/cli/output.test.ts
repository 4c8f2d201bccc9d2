import { describe, expect, it } from 'vitest';
import { analyseMeal, readBuiltInTable } from '../analysis/index.js';
import { analysisJson } from './output.js';

const table = readBuiltInTable();
const json = (text: string) => analysisJson(analyseMeal({ text }, table), table.version);

describe('the JSON of an analysis', () => {
  it('has the field names of the contract', () => {
    const meal = json('two eggs and toast');
    expect(meal).toMatchObject({
      outcome: 'completed',
      needs_review: false,
      total_is_partial: false,
    });
    const items = meal['items'] as readonly Record<string, unknown>[];
    expect(Object.keys(items[0] ?? {})).toEqual([
      'raw_text',
      'name',
      'food_id',
      'source',
      'quantity',
      'unit',
      'grams',
      'portion_source',
      'calories',
      'protein_g',
      'carbs_g',
      'fat_g',
      'fiber_g',
      'sugar_g',
      'sodium_mg',
      'confidence',
      'needs_review',
      'review_reason',
      'alternatives',
      'assumptions',
    ]);
  });

  it('has a reason, and totals of nothing, when it failed', () => {
    expect(json('500 pizzas')).toMatchObject({
      outcome: 'failed',
      reason: 'implausible_quantity',
      totals: { calories: 0 },
      items: [],
    });
  });
});

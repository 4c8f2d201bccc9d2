import { create, type MessageInitShape } from '@bufbuild/protobuf';
import {
  CorrectionRequestSchema,
  CorrectionResponseSchema,
  decodeJson,
  encodeJson,
} from '@mealwire/contracts';
import { describe, expect, test } from 'vitest';
import { analyseMeal, readBuiltInTable } from '../analysis/index.js';
import { itemInit } from '../item-init.js';
import { correct } from './correct.js';

const table = readBuiltInTable();

function answerTo(init: MessageInitShape<typeof CorrectionRequestSchema>) {
  const question = encodeJson(CorrectionRequestSchema, create(CorrectionRequestSchema, init));
  return decodeJson(CorrectionResponseSchema, correct(question, table));
}

function itemsOf(text: string) {
  const analysis = analyseMeal({ text }, table);
  return analysis.outcome === 'completed' ? analysis.items.map(itemInit) : [];
}

describe('the answer to a correction', () => {
  test('is the whole result after it, with the version of the table', () => {
    const response = answerTo({
      items: itemsOf('two eggs and toast'),
      changes: [
        { op: 'change', index: 0, quantity: 1 },
        { op: 'remove', index: 1 },
      ],
    });
    expect(response).toMatchObject({
      items: [{ quantity: 1, grams: 50, confidence: 1 }],
      tableVersion: table.version,
      totalIsPartial: false,
    });
    expect(response.totals?.calories).toBe(response.items[0]?.calories);
    expect(response.refusal).toBeUndefined();
  });

  test('is a refusal that names the change and its field', () => {
    const changes = [
      { op: 'add', text: 'an apple' },
      { op: 'change', index: 0, foodId: 'no-such-food' },
    ];
    expect(answerTo({ items: itemsOf('an egg'), changes })).toMatchObject({
      items: [],
      refusal: { change: 1, field: 'food_id', reason: 'unknown_food' },
    });
  });

  test.each([
    ['no JSON', 'not an analysis.v1.CorrectionRequest'],
    ['{"changes":[{"op":"change"}]}', 'a change names no item'],
    ['{"changes":[{"op":"double","index":0}]}', 'op is none of change, remove, add'],
  ])('to %s is an error that quotes nothing', (question, message) => {
    expect(() => correct(question, table)).toThrow(message);
  });
});

import { create, type DescMessage } from '@bufbuild/protobuf';
import { MealLogCompletedSchema } from '@mealwire/contracts';
import { describe, expect, test } from 'vitest';
import type { LiveMealLog } from './domain/meal-log.js';
import { toResource } from './resource.js';
import { mealLogExamples } from './resource-examples.js';
import {
  analysisSchema,
  mealItemSchema,
  mealLogResource,
  nutritionSchema,
} from './resource-schema.js';

const submission = {
  id: 'm1',
  userId: 'alice',
  text: 'an egg',
  mealType: '',
  eatenAt: '2026-01-31T07:00:00.000Z',
  createdAt: '2026-01-31T07:00:01.000Z',
  version: 3,
};
const completedAt = '2026-01-31T07:00:02.000Z';

const mealLogs: readonly LiveMealLog[] = [
  { ...submission, status: 'processing' },
  {
    ...submission,
    status: 'failed',
    completedAt,
    failure: { reason: 'no_food_detected', message: 'There is no food in it.' },
  },
  {
    ...submission,
    status: 'completed',
    completedAt,
    correctedAt: undefined,
    result: create(MealLogCompletedSchema),
  },
  {
    ...submission,
    status: 'completed',
    completedAt,
    correctedAt: '2026-01-31T07:00:09.000Z',
    result: create(MealLogCompletedSchema, {
      mealType: 'lunch',
      items: [{ name: 'Egg', alternatives: [{ foodId: 'e', name: 'Omelette' }] }],
      totals: { calories: 72 },
      needsReview: true,
    }),
  },
];

describe('the resource', () => {
  test.each(mealLogs)('of a meal log that is $status is what its schema says', (mealLog) => {
    const resource = toResource(mealLog);
    expect(mealLogResource.strict().parse(resource)).toEqual(resource);
  });

  test.each(mealLogExamples)('of the example $id is what its schema says', (example) => {
    expect(mealLogResource.strict().parse(example)).toEqual(example);
  });

  test('takes the meal type from the analysis where the user did not say', () => {
    expect(mealLogs.map((mealLog) => toResource(mealLog).meal_type)).toEqual([
      null,
      null,
      null,
      'lunch',
    ]);
  });
});

/** A field that is added to a message has to be added to the schema: clients read it as the truth. */
describe('the schema has the fields of the message', () => {
  const messageOf = (field: string): DescMessage => {
    const message = MealLogCompletedSchema.fields.find(({ name }) => name === field)?.message;
    if (message === undefined) throw new Error(`no message in ${field}`);
    return message;
  };
  test.each([
    ['items', mealItemSchema],
    ['totals', nutritionSchema],
  ])('%s', (field, schema) => {
    const names = messageOf(field).fields.map(({ name }) => name);
    expect(Object.keys(schema.shape).sort()).toEqual([...names].sort());
  });

  test('and what the resource shows of the analysis is there', () => {
    const names = MealLogCompletedSchema.fields.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(analysisSchema.shape)));
  });
});

import { create } from '@bufbuild/protobuf';
import {
  MealLogCompletedSchema,
  MealLogCreatedSchema,
  MealLogDeletedSchema,
  MealLogDeliveredSchema,
  MealLogFailedSchema,
  MealLogRetriedSchema,
  type RecordedEvent,
} from '@mealwire/contracts';
import { describe, expect, test } from 'vitest';
import { isOverdue, openAnalysis } from './open-analysis.js';

const data = {
  'meal_log.created': create(MealLogCreatedSchema),
  'meal_log.completed': create(MealLogCompletedSchema),
  'meal_log.failed': create(MealLogFailedSchema),
  'meal_log.delivered': create(MealLogDeliveredSchema),
  'meal_log.retried': create(MealLogRetriedSchema),
  'meal_log.deleted': create(MealLogDeletedSchema),
};

function event(type: keyof typeof data, sequence: number): RecordedEvent {
  const time = new Date(Date.UTC(2026, 0, 31, 12, 0, sequence)).toISOString();
  const metadata = { id: 'e', source: 'test', time, userId: 'alice', mealLogId: 'm1' };
  return { type, data: data[type], metadata, sequence } as RecordedEvent;
}

const created = event('meal_log.created', 1);

describe('a meal log waits', () => {
  test('for the analysis that its submission asked for', () => {
    expect(openAnalysis([created])).toEqual({ request: created, lastSequence: 1 });
  });

  test('for another one that its user asked for, whatever was delivered meanwhile', () => {
    const retried = event('meal_log.retried', 5);
    const events = [created, event('meal_log.failed', 3), retried, event('meal_log.delivered', 6)];
    expect(openAnalysis(events)).toEqual({ request: retried, lastSequence: 6 });
  });

  test.each(['meal_log.completed', 'meal_log.failed', 'meal_log.deleted'] as const)(
    'for nothing after %s',
    (type) => expect(openAnalysis([created, event(type, 2)])).toBeUndefined(),
  );

  test('for nothing when it does not exist', () => expect(openAnalysis([])).toBeUndefined());
});

test('an analysis is overdue from the deadline on, counted from its own request', () => {
  const retried = event('meal_log.retried', 30);
  const open = { request: retried as never, lastSequence: 30 };
  expect(isOverdue(open, new Date('2026-01-31T12:00:39.999Z'), 10_000)).toBe(false);
  expect(isOverdue(open, new Date('2026-01-31T12:00:40.000Z'), 10_000)).toBe(true);
});

import type { MealLogOutcome, MealLogResource } from '@mealwire/client';
import { describe, expect, test } from 'vitest';
import { EMPTY_BOOK, evolve, type MealBook, type MealBookEvent } from './meal-book.js';

function given(...events: MealBookEvent[]): MealBook {
  return events.reduce(evolve, EMPTY_BOOK);
}

function resource(id: string, fields: Partial<MealLogResource> = {}): MealLogResource {
  return {
    id,
    status: 'processing',
    text: 'two eggs',
    meal_type: null,
    eaten_at: '2025-11-08T10:00:00Z',
    created_at: '2025-11-08T10:00:00Z',
    completed_at: null,
    items: [],
    totals: null,
    needs_review: false,
    total_is_partial: false,
    failure: null,
    version: 1,
    ...fields,
  };
}

const submitted: MealBookEvent = {
  type: 'submitted',
  key: 'k1',
  text: 'two eggs',
  at: '2025-11-08T10:00:00Z',
  atMs: 1_000,
};
const accepted: MealBookEvent = { type: 'accepted', key: 'k1', resource: resource('m1') };

function completed(mealLogId: string, atMs: number): MealBookEvent {
  const outcome: MealLogOutcome = {
    type: 'meal_log.completed',
    id: `outcome-of-${mealLogId}`,
    cursor: 'p1',
    meal_log_id: mealLogId,
    occurred_at: '2025-11-08T10:00:00.400Z',
    data: { items: [], totals: null, meal_type: '', needs_review: false, total_is_partial: false },
  };
  return { type: 'outcome_arrived', outcome, atMs };
}

describe('a meal on the phone', () => {
  test('is there at once, keeps its key, and ends with its outcome', () => {
    expect(given(submitted).meals).toMatchObject([{ key: 'k1', id: null, status: 'processing' }]);
    expect(given(submitted, accepted).meals).toMatchObject([{ key: 'k1', id: 'm1' }]);
    expect(given(submitted, accepted, completed('m1', 1_640)).meals).toMatchObject([
      { key: 'k1', status: 'completed', tookMs: 640, analysedMs: 400 },
    ]);
  });

  test('ends also when its outcome overtakes the answer to the POST', () => {
    const overtaken = given(submitted, completed('m1', 1_500));
    expect(overtaken.unclaimed.size).toBe(1);
    const book = evolve(overtaken, accepted);
    expect(book.meals).toMatchObject([{ status: 'completed', tookMs: 500 }]);
    expect(book.unclaimed.size).toBe(0);
  });

  test('ends once', () => {
    const book = given(submitted, accepted, completed('m1', 1_640), completed('m1', 9_000));
    expect(book.meals).toMatchObject([{ tookMs: 640 }]);
  });

  test('that was refused says why, and can be sent again', () => {
    const trouble = { code: 'unavailable', message: 'Try again in a moment.' };
    const refused = given(submitted, { type: 'refused', key: 'k1', trouble });
    expect(refused.meals).toMatchObject([{ status: 'unsent', trouble }]);
    expect(evolve(refused, submitted).meals).toMatchObject([
      { key: 'k1', status: 'processing', trouble: null },
    ]);
  });
});

describe('a reload', () => {
  test('brings earlier meals, newest first, below those on their way', () => {
    const older = resource('m0', { created_at: '2025-11-07T10:00:00Z' });
    const book = given(submitted, { type: 'loaded', resources: [older, resource('m2')] });
    expect(book.meals.map(({ key }) => key)).toEqual(['k1', 'm2', 'm0']);
  });

  test('that was read before the outcome does not undo it', () => {
    const book = given(submitted, accepted, completed('m1', 1_640), {
      type: 'loaded',
      resources: [resource('m1')],
    });
    expect(book.meals).toMatchObject([{ key: 'k1', status: 'completed' }]);
  });

  test('before the answer to the POST leaves no second card', () => {
    const book = given(submitted, { type: 'loaded', resources: [resource('m1')] }, accepted);
    expect(book.meals).toMatchObject([{ key: 'k1', id: 'm1' }]);
  });

  test('drops outcomes of meals beyond the page, but none that an awaited answer may claim', () => {
    const loaded: MealBookEvent = { type: 'loaded', resources: [] };
    expect(given(completed('m9', 5), loaded).unclaimed.size).toBe(0);
    expect(given(submitted, completed('m1', 5), loaded, accepted).meals).toMatchObject([
      { status: 'completed' },
    ]);
  });

  test('ends a meal whose outcome was missed', () => {
    const ended = resource('m1', { status: 'failed', failure: { reason: 'x', message: 'No.' } });
    const book = given(submitted, accepted, { type: 'loaded', resources: [ended] });
    expect(book.meals).toMatchObject([{ key: 'k1', status: 'failed' }]);
  });
});

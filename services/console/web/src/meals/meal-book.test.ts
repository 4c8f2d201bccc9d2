import type {
  MealLogChange,
  MealLogOutcome,
  MealLogResource,
  OutcomeChannel,
} from '@mealwire/client';
import { describe, expect, test } from 'vitest';
import { analysedMs } from './meal.js';
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
    created_at: '2025-11-08T10:00:01Z',
    completed_at: null,
    corrected_at: null,
    items: [],
    totals: null,
    needs_review: false,
    total_is_partial: false,
    failure: null,
    version: 1,
    ...fields,
  };
}

function submitted(id: string, atMs: number | null = 1_000): MealBookEvent {
  const eatenAt = '2025-11-08T10:00:00Z';
  const submission = { localId: id, text: 'two eggs', eatenAt };
  return { type: 'submitted', submission, atMs };
}

function stored(...resources: MealLogResource[]): MealBookEvent {
  return { type: 'stored', resources };
}

function completed(
  id: string,
  atMs: number,
  { at = '2025-11-08T10:00:01.400Z', how = 'socket' as OutcomeChannel } = {},
): MealBookEvent {
  const outcome: MealLogOutcome = {
    type: 'meal_log.completed',
    meal_log_id: id,
    version: 2,
    occurred_at: at,
    data: { items: [], totals: null, meal_type: '', needs_review: false, total_is_partial: false },
  };
  return { type: 'outcome_arrived', outcome, how, atMs };
}

describe('a meal on the phone', () => {
  test('is there at once, is stored in the end, and has one outcome', () => {
    expect(given(submitted('m1'))).toMatchObject([
      { id: 'm1', status: 'processing', storedAt: null },
    ]);
    expect(given(submitted('m1'), stored(resource('m1')))).toMatchObject([
      { id: 'm1', status: 'processing', storedAt: '2025-11-08T10:00:01Z' },
    ]);
    const ended = given(submitted('m1'), stored(resource('m1')), completed('m1', 1_640));
    expect(ended).toMatchObject([{ status: 'completed', tookMs: 640, arrivedBy: 'socket' }]);
    expect(ended.map(analysedMs)).toEqual([400]);
  });

  test('ends also when its outcome overtakes the answer to the POST', () => {
    const book = given(submitted('m1'), completed('m1', 1_500), stored(resource('m1')));
    expect(book).toMatchObject([{ status: 'completed', tookMs: 500 }]);
    expect(book.map(analysedMs)).toEqual([400]);
  });

  test('takes the same outcome once, and a newer one after it', () => {
    const first = given(submitted('m1'), stored(resource('m1')), completed('m1', 1_640));
    expect(evolve(first, completed('m1', 9_000, { how: 'polling' }))).toEqual(first);
    const later = completed('m1', 9_000, { at: '2025-11-08T11:00:00Z', how: 'replay' });
    expect(evolve(first, later)).toMatchObject([{ tookMs: 640, arrivedBy: 'replay' }]);
  });

  test('of an earlier start has no time of its own, and no second card', () => {
    const book = given(stored(resource('m1')), submitted('m1', null), submitted('m2', null));
    expect(book).toHaveLength(2);
    expect(evolve(book, completed('m2', 9_000))).toContainEqual(
      expect.objectContaining({ id: 'm2', status: 'completed', tookMs: null }),
    );
  });

  test('that was refused says why, and can be taken away', () => {
    const trouble = { code: 'validation_failed', message: 'This is too long.' };
    const refused = given(submitted('m1'), { type: 'refused', id: 'm1', trouble });
    expect(refused).toMatchObject([{ status: 'refused', trouble }]);
    expect(evolve(refused, { type: 'discarded', id: 'm1' })).toEqual([]);
  });
});

describe('what is read over REST', () => {
  test('stands in the order in which it was eaten, the last first', () => {
    const yesterday = resource('m0', { eaten_at: '2025-11-07T10:00:00Z' });
    const tonight = resource('m2', { eaten_at: '2025-11-08T20:00:00Z' });
    const book = given(submitted('m1'), stored(yesterday, tonight));
    expect(book.map(({ id }) => id)).toEqual(['m2', 'm1', 'm0']);
  });

  test('before the outcome does not undo it', () => {
    const book = given(submitted('m1'), completed('m1', 1_640), stored(resource('m1')));
    expect(book).toMatchObject([{ status: 'completed' }]);
  });

  test('ends a meal whose outcome was missed', () => {
    const ended = resource('m1', {
      status: 'failed',
      completed_at: '2025-11-08T10:00:05Z',
      failure: { reason: 'no_food_detected', message: 'No food.' },
    });
    const book = given(submitted('m1'), stored(resource('m1')), stored(ended));
    expect(book).toMatchObject([{ status: 'failed', trouble: { code: 'no_food_detected' } }]);
    expect(evolve(book, completed('m1', 9_000))).toMatchObject([{ status: 'failed' }]);
  });
});

describe('what the user does to a meal', () => {
  const DATA = { meal_type: '', items: [], totals: null, needs_review: false };
  const ENDED_AT = '2025-11-08T10:00:01.400Z';

  function corrected(at: string): MealBookEvent {
    const change: MealLogChange = {
      type: 'meal_log.corrected',
      meal_log_id: 'm1',
      version: 7,
      occurred_at: at,
      data: { ...DATA, needs_review: true, total_is_partial: false },
    };
    return { type: 'changed', change };
  }

  function retried(at: string): MealBookEvent {
    const what = { type: 'meal_log.retried', meal_log_id: 'm1', version: 8 } as const;
    return { type: 'changed', change: { ...what, occurred_at: at } };
  }

  const ended = given(submitted('m1'), stored(resource('m1')), completed('m1', 1_640));

  test('is a new result, with its version', () => {
    const book = evolve(ended, corrected('2025-11-08T10:05:00Z'));
    expect(book).toMatchObject([
      {
        status: 'completed',
        needsReview: true,
        endedAt: ENDED_AT,
        correctedAt: '2025-11-08T10:05:00Z',
        version: 7,
      },
    ]);
    const read = resource('m1', {
      status: 'completed',
      completed_at: ENDED_AT,
      corrected_at: '2025-11-08T10:05:00Z',
      version: 7,
    });
    expect(evolve(book, stored(read))).toMatchObject([{ version: 7, needsReview: false }]);
    expect(evolve(book, stored({ ...read, corrected_at: null, version: 5 }))).toEqual(book);
  });

  test('gives a failed meal a result', () => {
    const failed = resource('m1', {
      status: 'failed',
      completed_at: ENDED_AT,
      failure: { reason: 'no_food_detected', message: 'No food.' },
    });
    const book = given(stored(failed), corrected('2025-11-08T10:05:00Z'));
    expect(book).toMatchObject([{ status: 'completed', trouble: null }]);
  });

  test('that is older than what was read changes nothing', () => {
    const read = resource('m1', {
      status: 'completed',
      completed_at: ENDED_AT,
      corrected_at: '2025-11-08T10:05:00Z',
      version: 7,
    });
    const book = given(stored(read));
    expect(evolve(book, retried('2025-11-08T10:04:00Z'))).toEqual(book);
    expect(evolve(book, corrected('2025-11-08T10:05:00Z'))).toEqual(book);
    expect(evolve(book, stored(resource('m1', { version: 3 })))).toMatchObject([{ version: 7 }]);
  });

  test('is read by its times where versions begin anew', () => {
    const book = evolve(ended, corrected('2025-11-08T10:05:00Z'));
    const times = { completed_at: ENDED_AT, corrected_at: '2025-11-08T10:05:00Z' };
    const read = stored(resource('m1', { status: 'completed', ...times, version: 3 }));
    expect(evolve(book, read)).toMatchObject([{ version: 7 }]);
    const doubted = evolve(book, { type: 'versions_doubted' });
    expect(evolve(doubted, read)).toMatchObject([{ version: 3 }]);
  });

  test('begins again: the time of the second analysis is its own', () => {
    const again = evolve(ended, { type: 'retried', id: 'm1', atMs: 5_000 });
    expect(again).toMatchObject([{ status: 'processing', sentAtMs: 5_000, endedAt: null }]);
    const heard = evolve(again, retried('2025-11-08T10:05:00Z'));
    expect(heard).toMatchObject([{ status: 'processing', sentAtMs: 5_000 }]);
    const stale = resource('m1', { status: 'completed', completed_at: ENDED_AT });
    expect(evolve(heard, stored(stale))).toMatchObject([{ status: 'processing' }]);
    const done = evolve(heard, completed('m1', 5_300, { at: '2025-11-08T10:05:00.200Z' }));
    expect(done).toMatchObject([{ status: 'completed', tookMs: 300 }]);
    expect(done.map(analysedMs)).toEqual([200]);
  });

  test('elsewhere is shown as it goes, and says no time that it does not know', () => {
    const heard = evolve(ended, retried('2025-11-08T10:05:00Z'));
    expect(heard).toMatchObject([{ status: 'processing', sentAtMs: null, tookMs: null }]);
    const later = resource('m1', { status: 'completed', completed_at: '2025-11-08T12:00:00Z' });
    expect(given(stored(later)).map(analysedMs)).toEqual([null]);
  });
});

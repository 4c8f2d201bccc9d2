import { describe, expect, test } from 'vitest';
import { type Meal, mealOfSubmission } from './meal.js';
import { stageOf } from './stage.js';

const unsent: Meal = mealOfSubmission(
  { localId: 'm1', text: 'two eggs', eatenAt: '2025-11-08T10:00:00Z' },
  0,
);
const stored: Meal = { ...unsent, storedAt: '2025-11-08T10:00:01Z' };

describe('the stage of a meal without an outcome', () => {
  test('is sending while the server is there, and waiting while it is not', () => {
    expect(stageOf(unsent, 'live', false)).toMatchObject({ name: 'sending' });
    expect(stageOf(unsent, 'offline', false).label).toBe('Waiting for the network');
    expect(stageOf(unsent, 'backoff', false).label).toBe('Waiting for the network');
    expect(stageOf(unsent, 'logged_out', false).label).toBe('Waiting until you log in');
  });

  test('asks not to close a page that cannot remember', () => {
    expect(stageOf(unsent, 'offline', true).label).toContain('keep this page open');
  });

  test('says when the result is asked for because the socket cannot bring it', () => {
    expect(stageOf(stored, 'live', false)).toMatchObject({ name: 'processing', isPolled: false });
    expect(stageOf(stored, 'backoff', false)).toMatchObject({ isPolled: true });
    expect(stageOf(stored, 'replaced', false)).toMatchObject({ isPolled: true });
    expect(stageOf(stored, 'offline', false)).toMatchObject({ isPolled: false });
  });
});

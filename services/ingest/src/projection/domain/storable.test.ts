import type { RecordedEvent } from '@mealwire/contracts';
import { mealEvent } from '@mealwire/testkit';
import { expect, test } from 'vitest';
import { isArchivable, isProjectable } from './storable.js';

const recorded = (...args: Parameters<typeof mealEvent>): RecordedEvent => ({
  ...mealEvent(...args),
  sequence: 1,
});

test('an ordinary event goes into archive and rows', () => {
  const event = recorded('meal_log.created', 'm', {
    data: { text: 'ragù 🍕', meal_type: 'lunch' },
  });
  expect([isArchivable(event), isProjectable(event)]).toEqual([true, true]);
});

test.each([
  ['U+0000 in the text', { data: { text: 'a\0b' } }],
  ['U+0000 deep inside', { data: { text: '', client_id: 'x\0' } }],
  ['a time that PostgreSQL has not', { time: '+200000-01-01T00:00:00Z' }],
])('%s: the archive has it, the rows do not', (_, about) => {
  const event = recorded('meal_log.created', 'm', about);
  expect([isArchivable(event), isProjectable(event)]).toEqual([true, false]);
});

test('U+0000 in an id: neither has it', () => {
  const event = recorded('meal_log.created', 'm', { userId: 'a\0' });
  expect([isArchivable(event), isProjectable(event)]).toEqual([false, false]);
});

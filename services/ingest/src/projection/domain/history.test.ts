import { expect, test } from 'vitest';
import { historyProblem, type StreamHistory } from './history.js';

const CREATED = '2026-01-01T00:00:00Z';
const checkpoint = { sequence: 10, streamCreated: CREATED };
const stream: StreamHistory = {
  created: CREATED,
  lastSequence: 20,
  storedId: 'e10',
  archivedId: 'e10',
};

test('the same stream, further on: nothing is wrong', () => {
  expect(historyProblem(checkpoint, stream)).toBeUndefined();
});

test('nothing read yet: any stream will do', () => {
  const nothing = { sequence: 0, streamCreated: undefined };
  const empty = { created: 'x', lastSequence: 0, storedId: undefined, archivedId: undefined };
  expect(historyProblem(nothing, empty)).toBeUndefined();
});

test('an event that the stream has forgotten, or that is no event, proves nothing', () => {
  expect(historyProblem(checkpoint, { ...stream, storedId: undefined })).toBeUndefined();
  expect(historyProblem(checkpoint, { ...stream, archivedId: undefined })).toBeUndefined();
});

test.each([
  ['made anew', { created: '2026-02-02T00:00:00Z' }, /was made at 2026-02-02/],
  ['ends before the checkpoint', { lastSequence: 9 }, /ends at 9/],
  ['has another event there', { storedId: 'other' }, /event 10 of MEAL_LOG is not the one/],
])('a stream that %s is refused', (_, change, reason) => {
  expect(historyProblem(checkpoint, { ...stream, ...change })).toMatch(reason);
});

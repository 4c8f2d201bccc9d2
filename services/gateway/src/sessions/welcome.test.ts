import { headers } from '@nats-io/transport-node';
import { describe, expect, test } from 'vitest';
import type { FeedEvent } from '../feed/feed-event.js';
import { welcomeFrame } from './welcome.js';

function event(type: string, mealLogId: string, sequence: number): FeedEvent {
  const occurredAt = '2026-01-31T07:00:00.000Z';
  const payload = new Uint8Array();
  const id = `e${sequence}`;
  const common = { sequence, previous: sequence - 1, payload, headers: headers(), version: 1 };
  return { ...common, id, type: `meal_log.${type}`, mealLogId, occurredAt };
}

function pendingOf(processing: readonly string[], ...types: readonly [string, string][]) {
  const ended = types.map(([type, id], at) => event(type, id, at + 1));
  const opened = { head: 9, recovered: true, replayed: ended.length, processing, ended };
  return welcomeFrame('c1', opened, 'cursor').pending.map(
    ({ meal_log_id, status }) => `${meal_log_id} ${status}`,
  );
}

describe('the meals of a welcome', () => {
  test('are those that are processing, and those whose outcome follows', () => {
    const pending = pendingOf(['m3'], ['completed', 'm1'], ['failed', 'm2']);
    expect(pending).toEqual(['m3 processing', 'm1 completed', 'm2 failed']);
  });

  test('are listed once, as they are now', () => {
    expect(pendingOf([], ['failed', 'm1'], ['retried', 'm1'], ['completed', 'm1'])).toEqual([
      'm1 completed',
    ]);
    expect(pendingOf(['m1'], ['failed', 'm1'], ['retried', 'm1'])).toEqual(['m1 processing']);
    expect(pendingOf(['m1'], ['failed', 'm1'])).toEqual(['m1 processing']);
  });

  test('are no longer those that were deleted, nor those that were only corrected', () => {
    expect(pendingOf([], ['completed', 'm1'], ['deleted', 'm1'])).toEqual([]);
    expect(pendingOf([], ['corrected', 'm1'])).toEqual([]);
    expect(pendingOf([], ['completed', 'm1'], ['corrected', 'm1'])).toEqual(['m1 completed']);
  });
});

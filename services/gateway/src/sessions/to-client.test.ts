import { headers } from '@nats-io/transport-node';
import { describe, expect, test } from 'vitest';
import { eventFrame, timestamp } from './to-client.js';

describe('the frame of an event', () => {
  test('is the envelope around the untouched bytes of the event', () => {
    const payload = Buffer.from('{"meal_log_id":"m\\"1","items":[{"calories":0}]}');
    const frame = eventFrame(
      {
        sequence: 9,
        previous: 0,
        id: 'e"1',
        type: 'meal_log.completed',
        mealLogId: 'm"1',
        version: 17,
        occurredAt: '2026-01-02T03:04:05.678Z',
        payload,
        headers: headers(),
      },
      'cursor',
      null,
    );
    expect(JSON.parse(frame.toString())).toEqual({
      type: 'meal_log.completed',
      id: 'e"1',
      cursor: 'cursor',
      prev: null,
      meal_log_id: 'm"1',
      version: 17,
      occurred_at: '2026-01-02T03:04:05.678Z',
      data: { meal_log_id: 'm"1', items: [{ calories: 0 }] },
    });
    expect(frame.includes(payload)).toBe(true);
  });
});

test('a timestamp has whole seconds and a Z', () => {
  expect(timestamp(new Date('2025-11-08T10:07:29.999Z'))).toBe('2025-11-08T10:07:29Z');
});

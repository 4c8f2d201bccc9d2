import { describe, expect, test } from 'vitest';
import {
  eventFilter,
  eventSubject,
  feedSubject,
  mealLogSubject,
  parseEventSubject,
  userOfSubject,
} from './subjects.js';

describe('subjects', () => {
  test('name type, user and meal log', () => {
    expect(eventSubject('meal_log.created', 'alice', 'm1')).toBe('meal_log.created.alice.m1');
    expect(mealLogSubject('alice', 'm1')).toBe('meal_log.*.alice.m1');
    expect(eventFilter('meal_log.created')).toBe('meal_log.created.*.*');
  });

  test('are read back exactly, whatever the ids look like', () => {
    const subject = eventSubject('meal_log.failed', 'auth0|7', 'a.b');
    expect(subject.split('.')).toHaveLength(4);
    expect(parseEventSubject(subject)).toEqual({
      type: 'meal_log.failed',
      userId: 'auth0|7',
      mealLogId: 'a.b',
    });
    expect(userOfSubject(feedSubject('auth0|7'))).toBe('auth0|7');
  });

  test.each(['meal_log.created.alice', 'feed.alice', 'meal_log.created.a.b.c', ''])(
    'refuse %j as an event',
    (subject) => {
      expect(() => parseEventSubject(subject)).toThrow(RangeError);
    },
  );
});

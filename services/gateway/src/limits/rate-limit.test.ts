import { expect, test } from 'vitest';
import { createRateLimit } from './rate-limit.js';

test('each key has a limit of its own', () => {
  const limit = createRateLimit(1, 0.1);
  expect(limit.take('alice', 0)).toBe(true);
  expect(limit.take('alice', 9_999)).toBe(false);
  expect(limit.take('bob', 9_999)).toBe(true);
  expect(limit.take('alice', 10_000)).toBe(true);
});

test('who asks all the time is let through at the rate, not never', () => {
  const limit = createRateLimit(1, 0.125);
  const allowed = Array.from({ length: 61 }, (_, second) => limit.take('alice', second * 1000));
  expect(allowed.filter(Boolean)).toHaveLength(8);
});

test('keys that are not used any more are forgotten', () => {
  const limit = createRateLimit(1, 0.1);
  for (let i = 0; i < 1_000; i += 1) limit.take(`user-${i}`, 0);
  expect(limit.size()).toBe(1_000);
  limit.take('alice', 20_000);
  expect(limit.size()).toBe(1);
});

import { describe, expect, test } from 'vitest';
import { ModelUnavailableError } from './model-error.js';
import { retryDelayMs, withRetries } from './retry.js';
import { retryAfterMs } from './retry-after.js';

const PLENTY_MS = 60_000;
const rateLimited = (ms?: number) =>
  new ModelUnavailableError('rate_limited', { status: 429, retryAfterMs: ms });

describe('the delay before the next try', () => {
  test('grows, a little different every time', () => {
    expect(retryDelayMs(rateLimited(), 1, PLENTY_MS, 0)).toBe(400);
    expect(retryDelayMs(rateLimited(), 2, PLENTY_MS, 0)).toBe(800);
    expect(retryDelayMs(rateLimited(), 2, PLENTY_MS, 0.5)).toBe(1200);
  });

  test('is what the API asks for', () => {
    expect(retryDelayMs(rateLimited(7_000), 1, PLENTY_MS, 0.5)).toBe(7_000);
    expect(retryDelayMs(rateLimited(0), 1, PLENTY_MS, 0.5)).toBe(0);
  });

  test('is none when there is no time for it, no hope, or enough was tried', () => {
    expect(retryDelayMs(rateLimited(7_000), 1, 7_000, 0)).toBeUndefined();
    expect(retryDelayMs(rateLimited(), 3, PLENTY_MS, 0)).toBeUndefined();
    for (const reason of ['refused', 'timeout', 'circuit_open'] as const) {
      expect(retryDelayMs(new ModelUnavailableError(reason), 1, PLENTY_MS, 0)).toBeUndefined();
    }
  });
});

test('what is no unavailability is not tried again', async () => {
  let tries = 0;
  const failing = withRetries(
    async () => {
      tries += 1;
      throw new Error('a fault of ours');
    },
    () => PLENTY_MS,
    new AbortController().signal,
  );
  await expect(failing).rejects.toThrow('a fault of ours');
  expect(tries).toBe(1);
});

describe('Retry-After', () => {
  const now = Date.parse('2026-01-02T03:04:05Z');

  test.each([
    ['3', 3_000],
    ['0.5', 500],
    ['Fri, 02 Jan 2026 03:04:15 GMT', 10_000],
    ['Fri, 02 Jan 2026 03:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
  ])('%j', (value, ms) => {
    expect(retryAfterMs({ 'retry-after': value }, now)).toBe(ms);
  });

  test('is optional', () => {
    expect(retryAfterMs({}, now)).toBeUndefined();
    expect(retryAfterMs(undefined, now)).toBeUndefined();
  });
});

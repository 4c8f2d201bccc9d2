import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beforeExpiry } from './token-expiry.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function calledAfterMs(jwt: string): number | undefined {
  const startMs = Date.now();
  let atMs: number | undefined;
  beforeExpiry(jwt, () => {
    atMs = Date.now();
  });
  vi.advanceTimersByTime(2_147_000_000);
  return atMs === undefined ? undefined : atMs - startMs;
}

function jwt(claims: object): string {
  return `h.${btoa(JSON.stringify(claims))}.s`;
}

function endingIn(seconds: number): string {
  return jwt({ exp: Math.round(Date.now() / 1_000) + seconds });
}

test('a token is renewed a minute before its end, a short one in its middle', () => {
  vi.setSystemTime(1_700_000_000_000);
  expect(calledAfterMs(endingIn(3_600))).toBe(3_540_000);
  vi.setSystemTime(1_700_000_000_000);
  expect(calledAfterMs(endingIn(40))).toBe(20_000);
});

test('one that has ended on this clock never: only the gateway knows', () => {
  expect(calledAfterMs(endingIn(-3_600))).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});

test.each([jwt({}), jwt({ exp: 'soon' }), 'opaque', 'a.b.c', ''])(
  'nor one without an end: %s',
  (token) => {
    expect(calledAfterMs(token)).toBeUndefined();
  },
);

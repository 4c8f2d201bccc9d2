import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTokenBucket } from './token-bucket.js';

test('a bucket allows its capacity at once, then its rate', () => {
  const bucket = createTokenBucket(3, 2);
  expect([0, 0, 0, 0].map((now) => bucket.take(now))).toEqual([true, true, true, false]);
  expect(bucket.take(499)).toBe(false);
  expect(bucket.take(1_000)).toBe(true);
});

test('it never allows more than capacity plus rate times time', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 50 }),
      fc.array(fc.nat({ max: 500 }), { maxLength: 300 }),
      (capacity, perSecond, pauses) => {
        const bucket = createTokenBucket(capacity, perSecond);
        let now = 0;
        let allowed = 0;
        for (const pause of pauses) {
          now += pause;
          if (bucket.take(now)) allowed += 1;
        }
        expect(allowed).toBeLessThanOrEqual(capacity + (now / 1000) * perSecond + 1e-6);
      },
    ),
  );
});

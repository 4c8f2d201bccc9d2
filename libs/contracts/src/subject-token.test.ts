import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeToken, encodeToken, MAX_ID_BYTES } from './subject-token.js';

describe('a subject token', () => {
  test('leaves plain ids readable', () => {
    expect(encodeToken('alice_01-B')).toBe('alice_01-B');
  });

  test.each(['auth0|42', 'a.b', '*', '>', 'a b', '~x', 'żółw', '🥑'])('encodes %s safely', (id) => {
    expect(encodeToken(id)).toMatch(/^~[A-Za-z0-9_-]+$/);
    expect(decodeToken(encodeToken(id))).toBe(id);
  });

  test('round-trips every id and never yields a wildcard or a separator', () => {
    const anyId = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((id) => new TextEncoder().encode(id).length <= MAX_ID_BYTES);
    fc.assert(
      fc.property(anyId, (id) => {
        const token = encodeToken(id);
        expect(token).toMatch(/^~?[A-Za-z0-9_-]+$/);
        expect(decodeToken(token)).toBe(id);
      }),
    );
  });

  test.each(['', 'x'.repeat(129)])('refuses an id of the wrong length', (id) => {
    expect(() => encodeToken(id)).toThrow(RangeError);
  });

  test.each(['', '~', 'a.b', '~!!', '~_w'])('refuses to decode %j', (token) => {
    expect(() => decodeToken(token)).toThrow(RangeError);
  });
});

import { decodeKeyToken, encodeKeyToken } from '@mealwire/contracts';
import { validateKey } from '@nats-io/kv/internal';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  connectionSubject,
  isConnectionId,
  lastSeenSubject,
  parseConnectionSubject,
} from './keys.js';

const CONNECTION = '0b5c8f0e-6a57-4d0c-9d3e-2f6f0a4f7c11';

describe('the key of a user', () => {
  test('is the id itself when it is plain', () => {
    expect(encodeKeyToken('alice_01-B')).toBe('alice_01-B');
  });

  test('marks an encoded id with what KV allows', () => {
    expect(encodeKeyToken('auth0|7')).toBe('=YXV0aDB8Nw');
    expect(decodeKeyToken('=YXV0aDB8Nw')).toBe('auth0|7');
  });

  test('is valid for KV, one token, and read back exactly', () => {
    const anyId = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((id) => new TextEncoder().encode(id).length <= 128);
    fc.assert(
      fc.property(anyId, (id) => {
        const key = encodeKeyToken(id);
        expect(() => validateKey(key)).not.toThrow();
        expect(key).not.toContain('.');
        expect(decodeKeyToken(key)).toBe(id);
      }),
    );
  });

  test.each(['', 'a.b', '=', '=!', '*'])('is not %j', (key) => {
    expect(() => decodeKeyToken(key)).toThrow(RangeError);
  });
});

describe('subjects', () => {
  test('lie in the buckets and are read back', () => {
    const subject = connectionSubject('auth0|7', CONNECTION);
    expect(subject).toBe(`$KV.presence.=YXV0aDB8Nw.${CONNECTION}`);
    expect(parseConnectionSubject(subject)).toEqual({
      userId: 'auth0|7',
      connectionId: CONNECTION,
    });
    expect(lastSeenSubject('bob')).toBe('$KV.last_seen.bob');
  });

  test.each([
    '$KV.presence.bob',
    '$KV.presence.bob.not-a-uuid',
    `$KV.presence.bob.${CONNECTION}.more`,
    `$KV.last_seen.bob.${CONNECTION}`,
  ])('refuse %s as a connection', (subject) => {
    expect(() => parseConnectionSubject(subject)).toThrow(RangeError);
  });

  test.each(['', '*', 'x', `${CONNECTION}.>`, CONNECTION.toUpperCase()])(
    'a connection id is not %j',
    (id) => {
      expect(isConnectionId(id)).toBe(false);
    },
  );
});

import { describe, expect, test } from 'vitest';
import { MalformedSignsError, readSigns } from './read-signs.js';

const CONNECTION = '0b5c8f0e-6a57-4d0c-9d3e-2f6f0a4f7c11';
const good = {
  connection_id: CONNECTION,
  device_id: 'iphone',
  kind: 'seen',
  at: '2025-11-08T10:07:29.500Z',
  connected_at: '2025-11-08T10:00:00Z',
};

function message(payload: unknown, subject = 'presence.seen.alice') {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return { subject, data: new TextEncoder().encode(text) };
}

function batch(...signs: unknown[]) {
  return message({ user_id: 'alice', gateway_id: 'g1', signs });
}

describe('a batch of signs', () => {
  test('is read', () => {
    expect(readSigns(batch(good))).toEqual({
      userId: 'alice',
      signs: [
        {
          kind: 'seen',
          connectionId: CONNECTION,
          gatewayId: 'g1',
          deviceId: 'iphone',
          atMs: Date.parse('2025-11-08T10:07:29.500Z'),
          connectedAtMs: Date.parse('2025-11-08T10:00:00Z'),
        },
      ],
      malformed: [],
    });
  });

  test('of an odd user id is read', () => {
    const payload = { user_id: 'auth0|7', signs: [good] };
    const read = readSigns(message(payload, 'presence.seen.~YXV0aDB8Nw'));
    expect(read.userId).toBe('auth0|7');
  });

  test.each([
    ['kind is unknown', { ...good, kind: 'gone' }],
    ['connection_id is no UUID', { ...good, connection_id: '*' }],
    ['device_id is too long', { ...good, device_id: 'x'.repeat(257) }],
    ['at is missing', { ...good, at: undefined }],
  ])('loses only the sign whose %s', (problem, bad) => {
    const read = readSigns(batch(bad, good));
    expect(read.signs).toHaveLength(1);
    expect(read.malformed).toEqual([problem]);
  });

  test.each([
    ['is no JSON', message('{')],
    ['has a wrong type', message({ user_id: 'alice', signs: 'secret' })],
    ['has a time that is none', batch({ ...good, at: 'secret' })],
    ['is of another user', message({ user_id: 'secret', signs: [] })],
    ['is of no user', message({ user_id: '', signs: [] }, 'presence.seen.~')],
  ])('is refused when it %s, without quoting it', (_, bad) => {
    expect(() => readSigns(bad)).toThrow(MalformedSignsError);
    expect(() => readSigns(bad)).not.toThrow(/secret/);
  });
});

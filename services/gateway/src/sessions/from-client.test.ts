import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseClientFrame } from './from-client.js';

describe('a frame from a phone', () => {
  test("is understood as today's app sends it", () => {
    expect(parseClientFrame('{"type":"ping"}')).toEqual({ type: 'ping' });
    expect(parseClientFrame('{"type":"ping","extra":1}')).toEqual({ type: 'ping' });
  });

  test('may acknowledge, ask for what is missing, and bring a new token', () => {
    expect(parseClientFrame('{"type":"ack","cursor":"c"}')).toEqual({ type: 'ack', cursor: 'c' });
    expect(parseClientFrame('{"type":"sync","cursor":"c"}')).toEqual({ type: 'sync', cursor: 'c' });
    expect(parseClientFrame('{"type":"auth","token":"t"}')).toEqual({ type: 'auth', token: 't' });
  });

  test.each([
    ['', 'malformed_frame'],
    ['{"type":"ack"}', 'malformed_frame'],
    ['{"type":"sync","cursor":7}', 'malformed_frame'],
    ['{"type":"auth","token":null}', 'malformed_frame'],
    ['ping', 'malformed_frame'],
    ['null', 'malformed_frame'],
    ['[]', 'malformed_frame'],
    ['{"typ":"ping"}', 'malformed_frame'],
    ['{"type":"dance"}', 'unknown_type'],
    ['{"type":{"__proto__":null}}', 'unknown_type'],
  ])('that is %j is refused as %s', (text, code) => {
    expect(parseClientFrame(text)).toMatchObject({ type: 'error', code });
  });

  test('never throws and never echoes what it got', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(['ping', 'ack', 'sync', 'auth', 'error']).toContain(parseClientFrame(text).type);
      }),
    );
  });
});

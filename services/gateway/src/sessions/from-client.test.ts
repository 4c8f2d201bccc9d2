import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseClientFrame } from './from-client.js';

describe('a frame from a phone', () => {
  test("is understood as today's app sends it", () => {
    expect(parseClientFrame('{"type":"ping"}')).toEqual({ type: 'ping' });
    expect(parseClientFrame('{"type":"ping","extra":1}')).toEqual({ type: 'ping' });
  });

  test.each([
    ['', 'malformed_frame'],
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
        expect(['ping', 'error']).toContain(parseClientFrame(text).type);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCursorCodec } from './cursor.js';

const codec = createCursorCodec('a secret of at least thirty-two characters');
const position = fc.record({
  epoch: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  sequence: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
});

describe('a cursor', () => {
  test('is read back by its user', () => {
    fc.assert(
      fc.property(fc.string(), position, (user, at) => {
        expect(codec.decode(user, codec.encode(user, at))).toEqual(at);
      }),
    );
  });

  test('is refused for anybody else', () => {
    const cursor = codec.encode('alice', { epoch: 1, sequence: 2 });
    expect(codec.decode('bob', cursor)).toBeUndefined();
    expect(
      createCursorCodec('another secret, also long enough!').decode('alice', cursor),
    ).toBeUndefined();
  });

  test('with any character changed is refused', () => {
    const cursor = codec.encode('alice', { epoch: 1_700_000_000_000, sequence: 42 });
    for (let i = 0; i < cursor.length - 1; i++) {
      const forged = cursor.slice(0, i) + (cursor[i] === 'A' ? 'B' : 'A') + cursor.slice(i + 1);
      expect(codec.decode('alice', forged)).toBeUndefined();
    }
  });

  test('that is any other text is refused without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(codec.decode('alice', text)).toBeUndefined();
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCursorCodec } from '../../services/gateway/src/feed/cursor.js';

/** What feed/cursor.test.ts says of a few hundred cursors, for 100,000 of each kind. */

const RUNS = { numRuns: 100_000 };
const TIMEOUT_MS = 60_000;
const CURSOR_LENGTH = 38;

const codec = createCursorCodec('a secret of at least thirty-two characters');
const another = createCursorCodec('another secret of thirty-two characters!');
const position = fc.record({
  epoch: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  sequence: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
});
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The same bytes: base64 has spare bits at the end and `+/` beside `-_`. */
const meansTheSame = (a: string, b: string): boolean =>
  Buffer.from(a, 'base64url').equals(Buffer.from(b, 'base64url'));

describe('the cursor decoder', () => {
  test(
    'refuses any text of any length without an exception',
    () => {
      const ofTheRightLength = fc.string({
        unit: fc.oneof(fc.constantFrom(...base64url), fc.constantFrom(...'+/=\0é\ud800 ')),
        minLength: CURSOR_LENGTH,
        maxLength: CURSOR_LENGTH,
      });
      const anything = fc.oneof(ofTheRightLength, fc.string({ unit: 'binary', maxLength: 60 }));
      fc.assert(
        fc.property(anything, fc.string(), (text, user) => {
          expect(codec.decode(user, text)).toBeUndefined();
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  test(
    'refuses a real cursor that was changed anywhere',
    () => {
      const change = fc.record({
        at: fc.nat({ max: CURSOR_LENGTH - 1 }),
        drop: fc.nat({ max: 3 }),
        insert: fc.string({ unit: fc.constantFrom(...base64url, '+', '=', '\0'), maxLength: 3 }),
      });
      fc.assert(
        fc.property(position, change, (real, { at, drop, insert }) => {
          const cursor = codec.encode('alice', real);
          const changed = cursor.slice(0, at) + insert + cursor.slice(at + drop);
          if (meansTheSame(changed, cursor)) return;
          expect(codec.decode('alice', changed)).toBeUndefined();
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  test(
    "refuses another user's and another secret's, and reads its own",
    () => {
      fc.assert(
        fc.property(position, fc.string(), fc.string(), (real, user, stranger) => {
          const cursor = codec.encode(user, real);
          expect(codec.decode(user, cursor)).toEqual(real);
          expect(another.decode(user, cursor)).toBeUndefined();
          if (stranger !== user) expect(codec.decode(stranger, cursor)).toBeUndefined();
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );
});

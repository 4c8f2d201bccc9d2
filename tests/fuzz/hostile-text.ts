import fc from 'fast-check';

/** Everything that a hostile or broken phone may put into a WebSocket message. */

/** In every value that must stay between phone and gateway; the log is searched for it. */
export const MARKER = 'xq7-never-log-this';

/** What a phone may really have in its hands: its own, another user's, an expired one. */
export interface Loot {
  readonly cursors: readonly string[];
  readonly tokens: readonly string[];
}

export interface Message {
  readonly data: string | Buffer;
  readonly binary: boolean;
}

/** The gateway takes frames of up to 4096 bytes. */
const MAX_FRAME_BYTES = 4096;

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\ud800', '\udfff\ud800', '\u0000', '\u2028', '', ' ', 'null', 'NaN', MARKER),
);

const base64url = fc.string({
  unit: fc.constantFrom(...'ABCXYZabcxyz0189-_=+/. '),
  maxLength: 60,
});

/** One of the real ones with some characters changed, cut off or doubled. */
function mutated(of: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...of), fc.nat(), base64url, fc.nat({ max: 3 }))
    .map(([text, at, insert, drop]) => {
      const i = at % (text.length + 1);
      return text.slice(0, i) + insert.slice(0, 4) + text.slice(i + drop);
    });
}

const wrongType = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(null, [], {}, -0, 1e308));

const nesting = fc
  .tuple(fc.constantFrom('[', '{"type":', '{"__proto__":', '[{"a":['), fc.integer({ max: 900 }))
  .map(([open, depth]) => open.repeat(Math.max(1, depth)));

const prototypes = fc
  .tuple(fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString'), fc.json())
  .chain(([key, json]) =>
    fc.constantFrom(
      `{"${key}":${json},"type":"ping"}`,
      `{"${key}":{"type":"ping"}}`,
      `{"type":"${key}"}`,
      `{"type":"ack","${key}":{"cursor":"${MARKER}"}}`,
    ),
  );

/** JSON that is cut off, doubled or sprinkled with something. */
const broken = fc
  .tuple(fc.json(), fc.nat(), anyText)
  .map(([json, at, more]) => json.slice(0, at % (json.length + 1)) + more);

/** Right up to the limit, and all of it one string. */
const large = fc
  .tuple(fc.constantFrom('ack', 'sync', 'auth', 'ping', 'x'), fc.constantFrom('a', ' ', '['))
  .map(([type, fill]) => {
    const head = `{"type":"${type}","cursor":"`;
    const tail = '"}';
    return head + fill.repeat(MAX_FRAME_BYTES - head.length - tail.length) + tail;
  });

/** @returns messages that the gateway must answer or ignore, on a socket that stays open. */
export function messages({ cursors, tokens }: Loot): fc.Arbitrary<Message> {
  const cursor = fc.oneof(fc.constantFrom(...cursors), mutated(cursors), base64url, anyText);
  const token = fc.oneof(
    { arbitrary: fc.constantFrom(...tokens), weight: 1 },
    { arbitrary: mutated(tokens), weight: 2 },
    { arbitrary: fc.oneof(base64url, anyText), weight: 4 },
  );
  const framed = fc.oneof(
    fc.constant('{"type":"ping"}'),
    fc.record({ type: fc.constantFrom('ack', 'sync'), cursor }).map((f) => JSON.stringify(f)),
    fc.record({ type: fc.constant('auth'), token }).map((f) => JSON.stringify(f)),
    fc.record({ type: anyText, cursor: wrongType, token: wrongType }).map((f) => JSON.stringify(f)),
    fc
      .record({ type: fc.constantFrom('ack', 'sync', 'auth'), cursor: wrongType, token: wrongType })
      .map((f) => JSON.stringify(f)),
  );
  const text = fc.oneof(
    { arbitrary: framed, weight: 10 },
    { arbitrary: fc.oneof(fc.json(), anyText, broken, prototypes), weight: 6 },
    { arbitrary: fc.oneof(nesting, large), weight: 1 },
  );
  const bytes = fc.uint8Array({ maxLength: 300 }).map((data) => Buffer.from(data));
  return fc
    .oneof(
      {
        arbitrary: text.filter((data) => Buffer.byteLength(data) <= MAX_FRAME_BYTES),
        weight: 12,
      },
      { arbitrary: bytes, weight: 1 },
    )
    .map((data) => ({ data, binary: typeof data !== 'string' }));
}

/** Over the limit by one byte or by a lot: the gateway closes with 1009. */
export const oversized: fc.Arbitrary<Message> = fc
  .tuple(fc.constantFrom(1, 1000, 100_000, 2_000_000), fc.boolean())
  .map(([over, binary]) => ({ data: Buffer.alloc(MAX_FRAME_BYTES + over, 0x61), binary }));

import fc from 'fast-check';
import { MARKER } from './hostile-text.js';
import { encodeFrame, type RawFrame } from './raw-socket.js';

/** What is wrong below the messages: RFC 6455 broken on purpose, one frame at a time. */

const CONTINUATION = 0;
const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

const bytes = (maxLength: number): fc.Arbitrary<Buffer> =>
  fc.uint8Array({ maxLength }).map((data) => Buffer.from(data));

/** Pongs are receipts here: these claim to have what was never sent. */
const hostileReceipt = fc.constantFrom(
  ...['0', '1', '9'.repeat(16), '9'.repeat(17), '9007199254740993', '-1', '1e9', 'Infinity', 'NaN'],
  ...[' 1', '0x10', '١', '1\n', '', MARKER],
);

const pingPong = fc
  .tuple(
    fc.constantFrom(PING, PONG),
    fc.oneof(
      hostileReceipt.map((text) => Buffer.from(text)),
      bytes(125),
    ),
  )
  .map(([opcode, payload]): RawFrame[] => [{ opcode, payload }]);

/** One message in pieces, control frames between them: unusual and correct. */
const fragmented = fc
  .tuple(fc.string({ maxLength: 40 }), fc.integer({ min: 0, max: 4 }), pingPong)
  .map(([text, empty, control]): RawFrame[] => [
    { opcode: TEXT, payload: Buffer.from('{"type":"'), fin: false },
    ...Array.from({ length: empty }, () => ({
      opcode: CONTINUATION,
      payload: Buffer.alloc(0),
      fin: false,
    })),
    ...control,
    { opcode: CONTINUATION, payload: Buffer.from(`${text}"}`) },
  ]);

/** Correct, whatever it is good for; the socket stays open. */
export const tolerable: fc.Arbitrary<RawFrame[]> = fc.oneof(pingPong, fragmented);

export interface Violation {
  readonly name: string;
  readonly bytes: Buffer;
  /** Close codes of our own that the gateway may echo. */
  readonly own?: readonly number[];
  /** False: it may wait for the rest; the phone hangs up instead. */
  readonly isFatal: boolean;
}

const fatal = (name: string, ...frames: RawFrame[]): Violation => ({
  name,
  bytes: Buffer.concat(frames.map(encodeFrame)),
  isFatal: true,
});

const unfinished = (name: string, data: Buffer): Violation => ({
  name,
  bytes: data,
  isFatal: false,
});

const invalidUtf8 = fc.constantFrom(
  ...['ff', 'c0af', 'eda080', 'f4908080', 'e282', '61ff62'].map((hex) => Buffer.from(hex, 'hex')),
);

const badFrames = bytes(125).chain((payload) =>
  fc.oneof(
    fc
      .constantFrom(3, 4, 5, 6, 7, 11, 12, 13, 14, 15)
      .map((opcode) => fatal('opcode', { opcode, payload })),
    fc
      .constantFrom(TEXT, PING, PONG, CLOSE)
      .map((opcode) => fatal('unmasked', { opcode, payload, masked: false })),
    fc
      .integer({ min: 1, max: 7 })
      .map((reserved) => fatal('reserved bits', { opcode: TEXT, payload, reserved })),
    fc
      .constantFrom(PING, PONG, CLOSE)
      .map((opcode) => fatal('fragmented control', { opcode, payload, fin: false })),
    fc.constant(fatal('continuation of nothing', { opcode: CONTINUATION, payload })),
    fc.constant(
      fatal(
        'message within a message',
        { opcode: TEXT, payload, fin: false },
        { opcode: TEXT, payload },
      ),
    ),
    fc
      .constantFrom(PING, PONG, CLOSE)
      .map((opcode) =>
        fatal('long control', { opcode, payload: Buffer.alloc(126 + payload.length, 0x31) }),
      ),
  ),
);

const badLengths = fc
  .constantFrom(4097n, 65_536n, 2n ** 31n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n)
  .map((declaredBytes) =>
    fatal('declared length', { opcode: TEXT, payload: Buffer.from(MARKER), declaredBytes }),
  );

const oversizedInPieces = fc.constant(
  fatal(
    'too big in pieces',
    ...Array.from({ length: 50 }, (_, i) => ({
      opcode: i === 0 ? TEXT : CONTINUATION,
      payload: Buffer.alloc(100, 0x61),
      fin: false,
    })),
  ),
);

const badText = invalidUtf8.map((payload) => fatal('not UTF-8', { opcode: TEXT, payload }));

function closeFrame(code: number, reason: Buffer): RawFrame {
  const payload = Buffer.alloc(2 + reason.length);
  payload.writeUInt16BE(code, 0);
  reason.copy(payload, 2);
  return { opcode: CLOSE, payload };
}

const closes = fc.oneof(
  fc
    .constantFrom(0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65_535)
    .map((code) => fatal('close code', closeFrame(code, Buffer.alloc(0)))),
  invalidUtf8.map((reason) => fatal('close reason', closeFrame(1000, reason))),
  fc.constant(fatal('close of one byte', { opcode: CLOSE, payload: Buffer.from([3]) })),
  fc.constantFrom(1000, 1001, 3000, 4500, 4999).map((code) => ({
    ...fatal('correct close', closeFrame(code, Buffer.from(MARKER))),
    own: [code],
  })),
  fc.constant({ ...fatal('close without a code', closeNothing()), own: [1005] }),
);

function closeNothing(): RawFrame {
  return { opcode: CLOSE, payload: Buffer.alloc(0) };
}

const truncated = fc.tuple(bytes(80), fc.nat()).map(([payload, at]) => {
  const whole = encodeFrame({ opcode: TEXT, payload });
  return unfinished('truncated', whole.subarray(0, at % whole.length));
});

const noise = bytes(200).map((data) => unfinished('noise', data));

/** The last thing that is sent on a connection. */
export const violation: fc.Arbitrary<Violation> = fc.oneof(
  { arbitrary: badFrames, weight: 6 },
  { arbitrary: fc.oneof(badLengths, badText, oversizedInPieces), weight: 3 },
  { arbitrary: closes, weight: 2 },
  { arbitrary: fc.oneof(truncated, noise), weight: 2 },
);

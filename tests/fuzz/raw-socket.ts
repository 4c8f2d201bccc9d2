import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

/** TCP below the ws library: what a correct client could never send. */

/** A frame as RFC 6455 §5.2 draws it, each field as it is wanted. */
export interface RawFrame {
  readonly opcode: number;
  readonly payload: Buffer;
  readonly fin?: boolean;
  /** The three reserved bits, 0 to 7. */
  readonly reserved?: number;
  readonly masked?: boolean;
  /** What the header says, where that is not the truth. */
  readonly declaredBytes?: bigint;
}

const MASK_BYTES = 4;

export function encodeFrame(frame: RawFrame): Buffer {
  const { opcode, payload, fin = true, reserved = 0, masked = true } = frame;
  const first = (fin ? 0x80 : 0) | (reserved << 4) | opcode;
  const length = lengthField(frame.declaredBytes ?? BigInt(payload.length), masked);
  const mask = masked ? randomBytes(MASK_BYTES) : Buffer.alloc(0);
  const body = masked ? payload.map((byte, i) => byte ^ (mask[i % MASK_BYTES] as number)) : payload;
  return Buffer.concat([Buffer.from([first]), length, mask, body]);
}

function lengthField(bytes: bigint, masked: boolean): Buffer {
  const bit = masked ? 0x80 : 0;
  if (bytes < 126n) return Buffer.from([bit | Number(bytes)]);
  const field = Buffer.alloc(bytes < 65_536n ? 3 : 9);
  field[0] = bit | (field.length === 3 ? 126 : 127);
  if (field.length === 3) field.writeUInt16BE(Number(bytes), 1);
  else field.writeBigUInt64BE(BigInt.asUintN(64, bytes), 1);
  return field;
}

export interface Answer {
  /** Status of the HTTP answer; undefined: there was none. */
  readonly status: number | undefined;
  readonly texts: readonly string[];
  /** Undefined: the socket ended without a close frame; 1005: one without a code. */
  readonly closeCode: number | undefined;
  /** False: we got tired of waiting and hung up. */
  readonly endedByPeer: boolean;
}

export interface Exchange {
  readonly port: number;
  /** Written one after the other, a turn of the event loop apart. */
  readonly chunks: readonly Buffer[];
  /** How long the first bytes of an answer may take. */
  readonly answerMs: number;
  /** Hangs up this long after them if the peer has not. */
  readonly patienceMs: number;
}

/** Writes everything, listens until one side hangs up, and reads what was answered. */
export async function exchange(options: Exchange): Promise<Answer> {
  const socket = connect(options.port, '127.0.0.1');
  const received: Buffer[] = [];
  let endedByPeer = false;
  let hangUp = setTimeout(() => socket.destroy(), options.answerMs);
  socket.on('data', (data) => received.push(data));
  socket.once('data', () => {
    clearTimeout(hangUp);
    hangUp = setTimeout(() => socket.destroy(), options.patienceMs);
  });
  socket.on('end', () => {
    endedByPeer = true;
  });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  // A reset is an answer, too.
  socket.on('error', () => {
    endedByPeer = true;
  });
  for (const chunk of options.chunks) {
    if (socket.writable) socket.write(chunk);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await closed;
  clearTimeout(hangUp);
  return { ...readAnswer(Buffer.concat(received)), endedByPeer };
}

/** @throws Error when the bytes are no HTTP response, or no frames that a server may send. */
function readAnswer(bytes: Buffer): Omit<Answer, 'endedByPeer'> {
  const none = { status: undefined, texts: [], closeCode: undefined };
  if (bytes.length === 0) return none;
  const end = bytes.indexOf('\r\n\r\n');
  const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(bytes.toString('latin1', 0, 64)) ?? [];
  if (end === -1 || status === undefined) throw new Error('the answer is not HTTP');
  if (status !== '101') return { ...none, status: Number(status) };
  return { status: 101, ...readFrames(bytes.subarray(end + 4)) };
}

function readFrames(bytes: Buffer): Pick<Answer, 'texts' | 'closeCode'> {
  const texts: string[] = [];
  let closeCode: number | undefined;
  let at = 0;
  while (at + 2 <= bytes.length) {
    const [first, second] = [bytes[at] as number, bytes[at + 1] as number];
    if ((first & 0xf0) !== 0x80) throw new Error('a frame is fragmented or has reserved bits');
    if ((second & 0x80) !== 0) throw new Error('a server must not mask');
    const headBytes = second < 126 ? 2 : second === 126 ? 4 : 10;
    if (at + headBytes > bytes.length) break;
    const length =
      second < 126
        ? second
        : second === 126
          ? bytes.readUInt16BE(at + 2)
          : Number(bytes.readBigUInt64BE(at + 2));
    const payload = bytes.subarray(at + headBytes, at + headBytes + length);
    at += headBytes + length;
    if (at > bytes.length) break;
    if (closeCode !== undefined) throw new Error('a frame came after the close frame');
    const opcode = first & 0x0f;
    if (opcode === 1) texts.push(payload.toString());
    else if (opcode === 8) closeCode = payload.length === 0 ? 1005 : payload.readUInt16BE(0);
    else if (opcode !== 9 && opcode !== 10) throw new Error(`unexpected opcode ${opcode}`);
  }
  return { texts, closeCode };
}

/** A correct upgrade request, with any of its lines replaced or added. */
export function upgradeRequest(options: {
  readonly token: string;
  readonly path?: string;
  readonly method?: string;
  /** Undefined leaves the header out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}): Buffer {
  const { token, path = '/ws/meal-logs', method = 'GET' } = options;
  const headers: Record<string, string | undefined> = {
    Host: '127.0.0.1',
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    Authorization: `Bearer ${token}`,
    ...options.headers,
  };
  const lines = Object.entries(headers)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1');
}

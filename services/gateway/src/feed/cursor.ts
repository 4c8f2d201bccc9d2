import { createHmac, timingSafeEqual } from 'node:crypto';

/** A place in a user's feed. */
export interface Position {
  /** Which incarnation of the stream: sequences of another one mean nothing. */
  readonly epoch: number;
  /** Sequence in FEED; 0: before the first event. */
  readonly sequence: number;
}

export interface CursorCodec {
  encode(userId: string, position: Position): string;
  /** Undefined for anything that {@link encode} has not made for this user. */
  decode(userId: string, cursor: string): Position | undefined;
}

const BODY_BYTES = 16;
/** 96 of the 256 bits: guessing is hopeless, and a cursor stays short. */
const MAC_BYTES = 12;
const CURSOR_LENGTH = Math.ceil(((BODY_BYTES + MAC_BYTES) * 4) / 3);

/**
 * Cursors are opaque to phones: base64url of epoch, sequence and an HMAC over both and the user, so
 * that nobody can make one up or use another user's.
 * @param secret the same on every gateway, or a phone's cursor is refused after moving.
 */
export function createCursorCodec(secret: string): CursorCodec {
  const macOf = (userId: string, body: Buffer): Buffer =>
    createHmac('sha256', secret).update(body).update(userId).digest().subarray(0, MAC_BYTES);
  return {
    encode: (userId, { epoch, sequence }) => {
      const body = Buffer.allocUnsafe(BODY_BYTES);
      body.writeBigUInt64BE(BigInt(epoch), 0);
      body.writeBigUInt64BE(BigInt(sequence), 8);
      return Buffer.concat([body, macOf(userId, body)]).toString('base64url');
    },
    decode: (userId, cursor) => {
      if (cursor.length !== CURSOR_LENGTH) return undefined;
      const bytes = Buffer.from(cursor, 'base64url');
      // Other spellings of the same bytes were not made here.
      if (bytes.toString('base64url') !== cursor) return undefined;
      const body = bytes.subarray(0, BODY_BYTES);
      if (!timingSafeEqual(bytes.subarray(BODY_BYTES), macOf(userId, body))) return undefined;
      return {
        epoch: Number(body.readBigUInt64BE(0)),
        sequence: Number(body.readBigUInt64BE(8)),
      };
    },
  };
}

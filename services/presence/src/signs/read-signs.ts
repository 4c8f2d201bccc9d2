import { timestampMs } from '@bufbuild/protobuf/wkt';
import {
  decodeJson,
  type PresenceSeen,
  PresenceSeenSchema,
  type SignOfLife,
  userOfSubject,
} from '@mealwire/contracts';
import { isConnectionId } from '../store/keys.js';
import { SIGN_KINDS, type Sign, type SignKind } from './sign.js';

/** A message that is no batch of signs; the text never quotes the payload, it is safe to log. */
export class MalformedSignsError extends Error {
  override readonly name = 'MalformedSignsError';
}

export interface ReadSigns {
  readonly userId: string;
  readonly signs: readonly Sign[];
  /** What is wrong with the signs that were left out, one text for each. */
  readonly malformed: readonly string[];
}

/** Longest device or gateway id, in UTF-16 units; they come from outside and are stored. */
const MAX_NAME_LENGTH = 256;

/**
 * A `presence.seen.<user>` message. One sign that is wrong does not cost the others.
 * @throws MalformedSignsError when it is none, or names another user than its subject.
 */
export function readSigns(message: {
  readonly subject: string;
  readonly data: Uint8Array;
}): ReadSigns {
  const { userId, batch } = readBatch(message);
  const signs: Sign[] = [];
  const malformed: string[] = [];
  for (const sign of batch.signs) {
    const read = readSign(sign, batch.gatewayId);
    if (typeof read === 'string') malformed.push(read);
    else signs.push(read);
  }
  return { userId, signs, malformed };
}

function readBatch(message: { readonly subject: string; readonly data: Uint8Array }): {
  readonly userId: string;
  readonly batch: PresenceSeen;
} {
  let userId: string;
  let batch: PresenceSeen;
  try {
    userId = userOfSubject(message.subject);
    batch = decodeJson(PresenceSeenSchema, new TextDecoder().decode(message.data));
  } catch {
    // The parser's message may quote the payload.
    throw new MalformedSignsError('the subject or the payload does not fit');
  }
  if (batch.userId !== userId) {
    throw new MalformedSignsError('payload and subject name different users');
  }
  if (batch.gatewayId.length > MAX_NAME_LENGTH) {
    throw new MalformedSignsError('gateway_id is too long');
  }
  return { userId, batch };
}

/** @returns the sign, or what is wrong with it. */
function readSign(sign: SignOfLife, gatewayId: string): Sign | string {
  const { kind, connectionId, deviceId } = sign;
  if (!isSignKind(kind)) return 'kind is unknown';
  if (!isConnectionId(connectionId)) return 'connection_id is no UUID';
  if (deviceId.length > MAX_NAME_LENGTH) return 'device_id is too long';
  if (sign.at === undefined) return 'at is missing';
  const atMs = timestampMs(sign.at);
  return {
    kind,
    connectionId,
    gatewayId,
    deviceId,
    atMs,
    connectedAtMs: sign.connectedAt === undefined ? atMs : timestampMs(sign.connectedAt),
  };
}

function isSignKind(kind: string): kind is SignKind {
  return (SIGN_KINDS as readonly string[]).includes(kind);
}

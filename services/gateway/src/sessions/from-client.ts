import type { ClientFrame, ErrorCode, ErrorFrame } from '@mealwire/contracts';

/** What a phone may say, or why it was not understood. */
export type ParsedFrame = ClientFrame | ErrorFrame;

/** Reads one text frame. Pure, and never throws, whatever a phone sends. */
export function parseClientFrame(text: string): ParsedFrame {
  let frame: unknown;
  try {
    frame = JSON.parse(text);
  } catch {
    return refused('malformed_frame', 'A frame is one JSON object.');
  }
  if (typeof frame !== 'object' || frame === null || !('type' in frame)) {
    return refused('malformed_frame', 'A frame is a JSON object with a type.');
  }
  switch (frame.type) {
    case 'ping':
      return { type: 'ping' };
    case 'ack':
    case 'sync':
      return 'cursor' in frame && typeof frame.cursor === 'string'
        ? { type: frame.type, cursor: frame.cursor }
        : refused('malformed_frame', 'This frame needs a cursor.');
    case 'auth':
      return 'token' in frame && typeof frame.token === 'string'
        ? { type: 'auth', token: frame.token }
        : refused('malformed_frame', 'This frame needs a token.');
    default:
      return refused('unknown_type', 'Known types are ping, ack, sync and auth.');
  }
}

export function refused(code: ErrorCode, message: string): ErrorFrame {
  return { type: 'error', code, message };
}

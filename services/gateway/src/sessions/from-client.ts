import type { ClientFrame, ErrorFrame } from '@mealwire/contracts';

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
  if (frame.type === 'ping') return { type: 'ping' };
  return refused('unknown_type', 'This gateway knows the frame type ping.');
}

export function refused(code: ErrorFrame['code'], message: string): ErrorFrame {
  return { type: 'error', code, message };
}

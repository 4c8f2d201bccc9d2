import type { CloseReason } from '@mealwire/contracts';
import type { WebSocket } from 'ws';
import { controlFrame } from '../sessions/to-client.js';
import type { Transport } from '../sessions/transport.js';

/** A phone that is told to go has this long for the closing handshake. */
const CLOSE_GRACE_MS = 2_000;

/**
 * Frames over a WebSocket. Proof of receipt is the pong (RFC 6455 §5.5.3) to a ping that carries
 * the sequence: every WebSocket client answers it by itself, today's app included.
 */
export function webSocketTransport(socket: WebSocket): Transport {
  let wanted: number | undefined;

  return {
    channel: 'websocket',
    provesReceipt: true,
    sendControl: (frame) => socket.send(controlFrame(frame), ignoreClosed),
    sendEvent: (frame) =>
      // The callback also comes, with an error, when the socket closes before it is written.
      new Promise((resolve) => {
        socket.send(frame, { binary: false }, () => resolve());
      }),
    bufferedBytes: () => socket.bufferedAmount,
    requestReceipt: (sequence) => {
      // Events that come in one go share a ping.
      if (wanted === undefined) setImmediate(ping);
      wanted = sequence;
    },
    close: ({ code, reason }: CloseReason) => {
      socket.close(code, reason);
      setTimeout(() => socket.terminate(), CLOSE_GRACE_MS).unref();
    },
    terminate: () => socket.terminate(),
  };

  function ping(): void {
    if (socket.readyState === socket.OPEN) socket.ping(String(wanted), false, ignoreClosed);
    wanted = undefined;
  }
}

/** The sequence that a pong proves; undefined for one that is not the answer to our ping. */
export function sequenceOfPong(data: Buffer): number | undefined {
  const text = data.toString('latin1');
  return /^\d{1,16}$/.test(text) ? Number(text) : undefined;
}

/** A socket that closed meanwhile says so in its `close` event. */
function ignoreClosed(): void {
  // Nothing to do here.
}

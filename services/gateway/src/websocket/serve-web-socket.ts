import { CLOSE } from '@mealwire/contracts';
import { Problem, type TokenVerifier } from '@mealwire/runtime';
import type { Logger } from '@mealwire/telemetry';
import type { RawData, WebSocket } from 'ws';
import { createTokenBucket } from '../limits/token-bucket.js';
import { parseClientFrame, refused } from '../sessions/from-client.js';
import type { Device, Session } from '../sessions/session.js';
import type { Sessions } from '../sessions/sessions.js';
import { sequenceOfPong, webSocketTransport } from './web-socket-transport.js';

export interface ServeWebSocketOptions {
  readonly sessions: Sessions;
  readonly tokens: TokenVerifier;
  readonly idleTimeoutMs: number;
  /** Frames that a phone may send; a burst of as many is fine. */
  readonly framesPerMinute: number;
  readonly logger: Logger;
}

/** One phone's WebSocket: everything that it may say, and what is done about it. */
export function serveWebSocket(
  socket: WebSocket,
  device: Device,
  options: ServeWebSocketOptions,
): void {
  const { tokens, logger, framesPerMinute } = options;
  const session = options.sessions.open(device, webSocketTransport(socket));
  const inbound = createTokenBucket(framesPerMinute, framesPerMinute / 60);

  const idle = setTimeout(() => session.close(CLOSE.idle), options.idleTimeoutMs);

  /** Any frame proves life; too many of them are refused. */
  function admitted(): boolean {
    idle.refresh();
    if (inbound.take(performance.now())) return true;
    session.send(refused('rate_limited', `At most ${framesPerMinute} frames a minute.`));
    session.close(CLOSE.rateLimited);
    return false;
  }

  function onMessage(data: RawData, isBinary: boolean): void {
    if (socket.readyState !== socket.OPEN || !admitted()) return;
    const frame = isBinary
      ? refused('binary_unsupported', 'Frames are JSON text.')
      : parseClientFrame(String(data));
    switch (frame.type) {
      case 'ping':
        session.ping();
        break;
      case 'ack':
        session.acknowledge(frame.cursor);
        break;
      case 'sync':
        session.sync(frame.cursor);
        break;
      case 'auth':
        void authenticate(frame.token, session, device.userId, tokens);
        break;
      case 'error':
        session.send(frame);
        break;
    }
  }

  function onPong(data: Buffer): void {
    idle.refresh();
    const sequence = sequenceOfPong(data);
    // One that proves nothing new counts like any other frame.
    if (sequence === undefined || !session.receipt(sequence)) admitted();
  }

  socket.on('message', onMessage);
  socket.on('ping', admitted);
  socket.on('pong', onPong);
  // Protocol errors (oversized, not UTF-8, unmasked): ws closes with the right code by itself.
  socket.on('error', (error) => logger.debug({ err: error }, 'socket error'));
  socket.once('close', (code) => {
    clearTimeout(idle);
    session.ended(code);
  });
}

/** A new token on a live socket: same user, later end. Never rejects. */
async function authenticate(
  token: string,
  session: Session,
  userId: string,
  tokens: TokenVerifier,
): Promise<void> {
  try {
    const identity = await tokens.verify(token);
    if (identity.userId !== userId) {
      return session.send(refused('unauthorized', "The token is another user's."));
    }
    session.renew(identity.expiresAtMs);
    const ends = identity.expiresAtMs;
    session.send({
      type: 'authenticated',
      expires_at: ends === Number.POSITIVE_INFINITY ? null : new Date(ends).toISOString(),
    });
  } catch (error) {
    const message = error instanceof Problem ? error.message : 'The token cannot be checked.';
    session.send(refused('unauthorized', message));
  }
}

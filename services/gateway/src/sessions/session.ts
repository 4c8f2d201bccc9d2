import { CLOSE, type CloseReason } from '@mealwire/contracts';
import type { Logger } from '@mealwire/telemetry';
import type { RawData, WebSocket } from 'ws';
import type { CursorCodec, Position } from '../feed/cursor.js';
import { deliver } from '../feed/deliver.js';
import { type DeviceFeedOptions, openDeviceFeed } from '../feed/device-feed.js';
import type { FeedEvent } from '../feed/feed-event.js';
import type { SignsOfLife } from '../presence/signs-of-life.js';
import { parseClientFrame, refused } from './from-client.js';
import type { FrameOf } from './outcome-frames.js';
import { controlFrame, timestamp } from './to-client.js';

/** One live WebSocket of one device of one user. */
export interface Session {
  readonly userId: string;
  readonly connectionId: string;
  /** Asks the phone to come back, then closes. */
  restart(afterMs: number): void;
  /** Ends it without a closing handshake. */
  terminate(): void;
}

export interface SessionOptions {
  readonly socket: WebSocket;
  readonly userId: string;
  readonly deviceId: string;
  readonly connectionId: string;
  readonly from: Position | undefined;
  readonly idleTimeoutMs: number;
  readonly feed: Pick<DeviceFeedOptions, 'hub' | 'reader' | 'epoch' | 'lookBackMs' | 'maxReplay'>;
  readonly codec: CursorCodec;
  readonly frameOf: FrameOf;
  readonly signs: SignsOfLife;
  readonly onClosed: () => void;
  readonly logger: Logger;
}

export function openSession(options: SessionOptions): Session {
  const { socket, userId, deviceId, connectionId, codec, signs, logger } = options;
  const connection = { userId, deviceId, connectionId, connectedAt: new Date() };
  const cursorAt = (sequence: number): string =>
    codec.encode(userId, { epoch: options.feed.epoch, sequence });
  const close = ({ code, reason }: CloseReason): void => socket.close(code, reason);

  const feed = openDeviceFeed({
    ...options.feed,
    userId,
    from: options.from,
    logger,
    onOpened: ({ head, recovered, replayed }) =>
      send({
        type: 'welcome',
        connection_id: connectionId,
        cursor: cursorAt(head),
        recovered,
        replayed,
      }),
    onEvent: (event, how) => {
      // A live event is in its delivery span already, with all sockets of the user.
      if (how === 'live') sendEvent(event);
      else deliver(userId, event, logger, () => sendEvent(event));
    },
  });

  const idle = setTimeout(() => {
    close(CLOSE.idle);
    // A phone that has been silent will hardly answer the closing handshake.
    socket.terminate();
  }, options.idleTimeoutMs);

  function send(frame: Parameters<typeof controlFrame>[0]): void {
    socket.send(controlFrame(frame));
  }

  function sendEvent(event: FeedEvent): void {
    socket.send(options.frameOf(userId, event), { binary: false });
  }

  function onMessage(data: RawData, isBinary: boolean): void {
    idle.refresh();
    const frame = isBinary
      ? refused('binary_unsupported', 'Frames are JSON text.')
      : parseClientFrame(String(data));
    if (frame.type === 'error') send(frame);
    else onPing();
  }

  function onPing(): void {
    signs.seen(connection);
    logger.info({ connection_id: connectionId }, `Ping from user ${userId} - connection refreshed`);
    send({ type: 'pong', timestamp: timestamp(new Date()), head: cursorAt(feed.sent()) });
  }

  socket.on('message', onMessage);
  socket.on('ping', () => idle.refresh());
  socket.on('pong', () => idle.refresh());
  // Protocol errors (oversized, not UTF-8, unmasked): ws closes with the right code by itself.
  socket.on('error', (error) => logger.debug({ err: error }, 'socket error'));
  socket.once('close', (code) => {
    clearTimeout(idle);
    feed.close();
    signs.disconnected(connection);
    logger.info({ connection_id: connectionId, code }, `User ${userId} disconnected`);
    options.onClosed();
  });
  signs.connected(connection);

  return {
    userId,
    connectionId,
    restart: (afterMs) => {
      send({ type: 'reconnect', after_ms: afterMs });
      close(CLOSE.restart);
    },
    terminate: () => socket.terminate(),
  };
}

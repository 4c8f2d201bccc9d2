import { CLOSE, type CloseReason, isOutcomeType } from '@mealwire/contracts';
import type { Logger } from '@mealwire/telemetry';
import type { CursorCodec, Position } from '../feed/cursor.js';
import { openDeviceFeed } from '../feed/device-feed.js';
import type { FeedEvent } from '../feed/feed-event.js';
import type { FeedHub } from '../feed/feed-hub.js';
import type { FeedReader } from '../feed/feed-reader.js';
import type { PendingReader } from '../feed/pending.js';
import type { Claim, FeedInfo } from '../feed/resume-point.js';
import { createStart } from '../feed/start.js';
import type { SignsOfLife } from '../presence/signs-of-life.js';
import type { DeliveredPublisher } from '../receipts/delivered.js';
import { inDeliverySpan, type StartDelivery } from '../receipts/delivery-telemetry.js';
import type { ReceiptStore } from '../receipts/receipt-store.js';
import { createReceiptTracker } from '../receipts/receipt-tracker.js';
import type { FrameOf } from './event-frames.js';
import { refused } from './from-client.js';
import { timestamp } from './to-client.js';
import { createTokenExpiry } from './token-expiry.js';
import type { ControlFrame, Transport } from './transport.js';
import { welcomeFrame } from './welcome.js';

/** Who is at the other end, as the request says. */
export interface Device {
  readonly userId: string;
  /** Undefined: today's app, which does not say. All such phones of a user share one receipt. */
  readonly deviceId: string | undefined;
  readonly cursor: string | undefined;
  /** When the token was made, in ms since the Unix epoch. */
  readonly issuedAtMs: number;
  /** When the token ends, in ms since the Unix epoch. */
  readonly expiresAtMs: number;
}

/** One live connection of one device of one user, whatever carries it. */
export interface Session {
  readonly userId: string;
  readonly deviceId: string | undefined;
  readonly connectionId: string;
  /** When the token that opened it was made. */
  readonly issuedAtMs: number;
  /** A JSON ping: the phone is there. */
  ping(): void;
  /** The device has everything up to this cursor. */
  acknowledge(cursor: string): void;
  /** The device has everything up to this sequence. @returns false when that was known before. */
  receipt(sequence: number): boolean;
  /** The device lacks what comes after this cursor. */
  sync(cursor: string): void;
  /** A fresh token was accepted. */
  renew(expiresAtMs: number): void;
  send(frame: ControlFrame): void;
  close(reason: CloseReason): void;
  /** Asks the phone to come back, then closes. */
  restart(afterMs: number): void;
  terminate(): void;
  /** The transport has ended. */
  ended(code: number): void;
}

/** What all sessions of a gateway share. */
export interface SessionDependencies {
  readonly hub: FeedHub;
  readonly reader: FeedReader;
  readonly pending: PendingReader;
  readonly feedInfo: () => FeedInfo;
  readonly receipts: ReceiptStore;
  readonly delivered: DeliveredPublisher;
  readonly startDelivery: StartDelivery;
  readonly signs: SignsOfLife;
  readonly codec: CursorCodec;
  readonly frameOf: FrameOf;
  readonly limits: SessionLimits;
  readonly logger: Logger;
}

export interface SessionLimits {
  readonly lookBackMs: number;
  readonly maxReplay: number;
  readonly maxBufferedBytes: number;
  /** How long a receipt may take. */
  readonly pongTimeoutMs: number;
}

/** The receipt of phones that do not say which device they are. */
const UNNAMED_DEVICE = 'unnamed';

export function openSession(
  device: Device,
  connectionId: string,
  transport: Transport,
  deps: SessionDependencies,
  onEnded: () => void,
): Session {
  const { codec, limits, logger, signs } = deps;
  const { userId } = device;
  const deviceId = device.deviceId ?? UNNAMED_DEVICE;
  const connection = { userId, deviceId, connectionId, connectedAt: new Date() };
  // The incarnation of FEED that this session began with; another one ends it.
  const { epoch } = deps.feedInfo();
  const cursorAt = (sequence: number): string => codec.encode(userId, { epoch, sequence });
  const expiry = createTokenExpiry(() => transport.close(CLOSE.tokenExpired));

  let proved = 0;
  const tracker = createReceiptTracker<FeedEvent>({
    timeoutMs: limits.pongTimeoutMs,
    onTimeout: () => {
      logger.info(
        { connection_id: connectionId },
        `User ${userId} does not answer, connection ended`,
      );
      transport.terminate();
    },
    onReceived: (events) => {
      // What is sent again on request does not take back what was proved before.
      proved = Math.max(proved, ...events.map((event) => event.sequence));
      const sequence = proved;
      deps.receipts.put(userId, deviceId, { epoch, sequence });
      // What a user did to a meal on one device is no delivery of a meal.
      for (const event of events) if (isOutcomeType(event.type)) confirm(event);
    },
  });

  function confirm(event: FeedEvent): void {
    const receipt = { userId, deviceId, channel: transport.channel, event, receivedAt: new Date() };
    void inDeliverySpan(event, () => deps.delivered.publish(receipt));
  }

  function positionOf(cursor: string): Position | undefined {
    const position = codec.decode(userId, cursor);
    if (position !== undefined) return position;
    transport.sendControl(
      refused('invalid_cursor', 'This cursor is not one of yours; it counts as none.'),
    );
    return undefined;
  }

  async function send(events: readonly FeedEvent[], how: 'live' | 'replay'): Promise<void> {
    let written = Promise.resolve();
    for (const event of events) {
      if (transport.bufferedBytes() > limits.maxBufferedBytes) return transport.close(CLOSE.slow);
      const frame = deps.frameOf(userId, event, epoch);
      const tracked = deps.startDelivery(event, { userId, channel: transport.channel, how });
      const cursor = cursorAt(event.sequence);
      written = transport.sendEvent(frame, { type: event.type, cursor });
      if (transport.provesReceipt) tracker.sent(tracked);
      else void written.then(() => tracked.done('sent'));
    }
    const last = events.at(-1);
    if (last !== undefined) transport.requestReceipt(last.sequence);
    await written;
  }

  const named = device.cursor === undefined ? undefined : positionOf(device.cursor);
  // Without a pong to go by, coming back with a cursor is the receipt.
  if (!transport.provesReceipt && named?.epoch === epoch) {
    deps.receipts.put(userId, deviceId, named);
  }
  const feed = openDeviceFeed({
    ...deps,
    userId,
    maxReplay: limits.maxReplay,
    startOf: createStart({
      userId,
      claim: async (): Promise<Claim> => {
        if (named !== undefined) return { kind: 'cursor', position: named };
        const position = await deps.receipts.get(userId, deviceId);
        if (position !== undefined) return { kind: 'receipt', position };
        return { kind: device.cursor === undefined ? 'none' : 'unreadable' };
      },
      info: deps.feedInfo,
      reader: deps.reader,
      lookBackMs: limits.lookBackMs,
    }),
    onOpened: (opened) =>
      transport.sendControl(welcomeFrame(connectionId, opened, cursorAt(opened.head))),
    send,
  });
  expiry.schedule(device.expiresAtMs);
  signs.connected(connection);
  return {
    userId,
    deviceId: device.deviceId,
    connectionId,
    issuedAtMs: device.issuedAtMs,
    ping: () => {
      signs.seen(connection);
      logger.info(
        { connection_id: connectionId },
        `Ping from user ${userId} - connection refreshed`,
      );
      const head = cursorAt(feed.sent());
      transport.sendControl({ type: 'pong', timestamp: timestamp(new Date()), head });
    },
    acknowledge: (cursor) => {
      const position = positionOf(cursor);
      if (position?.epoch === epoch) tracker.received(position.sequence);
    },
    receipt: tracker.received,
    sync: (cursor) => {
      const position = positionOf(cursor);
      if (position?.epoch === epoch) feed.rewind(position.sequence);
    },
    renew: expiry.schedule,
    send: transport.sendControl,
    close: transport.close,
    restart: (afterMs) => {
      transport.sendControl({ type: 'reconnect', after_ms: afterMs });
      transport.close(CLOSE.restart);
    },
    terminate: transport.terminate,
    ended: (code) => {
      expiry.stop();
      feed.close();
      tracker.close();
      signs.disconnected(connection);
      logger.info({ connection_id: connectionId, code }, `User ${userId} disconnected`);
      onEnded();
    },
  };
}

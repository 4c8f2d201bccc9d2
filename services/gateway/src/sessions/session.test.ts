import { CLOSE, type CloseReason } from '@mealwire/contracts';
import { silentLogger } from '@mealwire/testkit';
import { headers } from '@nats-io/transport-node';
import { describe, expect, test, vi } from 'vitest';
import { createCursorCodec } from '../feed/cursor.js';
import type { FeedEvent } from '../feed/feed-event.js';
import type { FeedMember } from '../feed/feed-hub.js';
import { createDeliveryTelemetry } from '../receipts/delivery-telemetry.js';
import { createFrameFactory } from './event-frames.js';
import { openSession, type SessionDependencies } from './session.js';
import type { ControlFrame, Transport } from './transport.js';

/** A session over a transport that is played by hand: what real sockets rarely do on demand. */

const LIMIT = 1_000;

function outcome(sequence: number): FeedEvent {
  return {
    sequence,
    previous: sequence - 1,
    id: `e${sequence}`,
    type: 'meal_log.completed',
    mealLogId: `m${sequence}`,
    version: sequence,
    occurredAt: new Date().toISOString(),
    payload: Buffer.from('{}'),
    headers: headers(),
  };
}

async function setUp() {
  const codec = createCursorCodec('x'.repeat(32));
  const control: ControlFrame[] = [];
  const outcomes: string[] = [];
  const requested: number[] = [];
  const closed: CloseReason[] = [];
  const wire = { buffered: 0, terminated: 0 };
  const transport: Transport = {
    channel: 'websocket',
    provesReceipt: true,
    sendControl: (frame) => void control.push(frame),
    sendEvent: async (frame) => void outcomes.push(JSON.parse(frame.toString()).meal_log_id),
    bufferedBytes: () => wire.buffered,
    requestReceipt: (sequence) => void requested.push(sequence),
    close: (reason) => void closed.push(reason),
    terminate: () => {
      wire.terminated += 1;
    },
  };
  let member: FeedMember | undefined;
  const leave = vi.fn();
  const put = vi.fn();
  const publish = vi.fn(async () => undefined);
  const deps: SessionDependencies = {
    hub: {
      join: async (_user, joined) => {
        member = joined;
        return { leave };
      },
      users: () => [],
      members: () => [],
    },
    reader: {
      info: async () => ({ epoch: 7, firstSequence: 1, lastSequence: 0 }),
      head: async () => ({ sequence: 0, storedAtMs: 0 }),
      page: async () => ({ events: [], remaining: 0 }),
      positionAt: async () => 0,
      headsAfter: async () => new Map(),
    },
    pending: { processing: async () => [] },
    feedInfo: () => ({ epoch: 7, firstSequence: 1, lastSequence: 0 }),
    receipts: { get: async () => undefined, put, flush: async () => undefined },
    delivered: { publish },
    startDelivery: createDeliveryTelemetry(silentLogger),
    signs: { connected: vi.fn(), seen: vi.fn(), disconnected: vi.fn(), flush: vi.fn() },
    codec,
    frameOf: createFrameFactory(codec),
    limits: { lookBackMs: 1_000, maxReplay: 10, maxBufferedBytes: LIMIT, pongTimeoutMs: 60_000 },
    logger: silentLogger,
  };
  const device = {
    userId: 'alice',
    deviceId: 'phone',
    cursor: undefined,
    issuedAtMs: 0,
    expiresAtMs: Number.POSITIVE_INFINITY,
  };
  const session = openSession(device, 'c1', transport, deps, vi.fn());
  await vi.waitFor(() => expect(control.map(({ type }) => type)).toEqual(['welcome']));
  const live = (event: FeedEvent): void => member?.received(event);
  return { session, live, control, outcomes, requested, closed, wire, put, publish, leave };
}

describe('a phone that reads too slowly', () => {
  test('is closed before it costs more memory, and what it lacks is still owed', async () => {
    const { live, outcomes, closed, wire, put, session } = await setUp();
    live(outcome(1));
    wire.buffered = LIMIT + 1;
    live(outcome(2));
    expect(closed).toEqual([CLOSE.slow]);
    expect(outcomes).toEqual(['m1']);
    session.ended(4002);
    expect(put).not.toHaveBeenCalled();
  });
});

describe('a receipt', () => {
  test('covers what was sent, moves the cursor of the device, and is published', async () => {
    const { session, live, requested, put, publish } = await setUp();
    live(outcome(1));
    live(outcome(2));
    expect(requested).toEqual([1, 2]);
    session.receipt(2);
    expect(put).toHaveBeenCalledExactlyOnceWith('alice', 'phone', { epoch: 7, sequence: 2 });
    expect(publish).toHaveBeenCalledTimes(2);
  });

  test('cannot reach further than what was sent', async () => {
    const { session, live, put } = await setUp();
    live(outcome(1));
    session.receipt(Number.MAX_SAFE_INTEGER);
    expect(put).toHaveBeenCalledExactlyOnceWith('alice', 'phone', { epoch: 7, sequence: 1 });
  });
});

test('a session that has ended leaves the feed', async () => {
  const { session, leave } = await setUp();
  session.ended(1000);
  expect(leave).toHaveBeenCalledOnce();
});

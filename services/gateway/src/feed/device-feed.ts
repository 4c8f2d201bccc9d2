import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@mealwire/telemetry';
import type { Position } from './cursor.js';
import { caughtUp, type Delivery, received, replayed, resuming, type Step } from './delivery.js';
import type { FeedEvent } from './feed-event.js';
import type { FeedHub } from './feed-hub.js';
import type { FeedReader } from './feed-reader.js';

/** What a device is told before its first event. */
export interface Opened {
  /** Sequence that the feed stands at after the replay. */
  readonly head: number;
  /** False: events between its cursor and `head` cannot be replayed. */
  readonly recovered: boolean;
  /** How many events follow at once. */
  readonly replayed: number;
}

export interface DeviceFeedOptions {
  readonly userId: string;
  readonly hub: FeedHub;
  readonly reader: FeedReader;
  /** The incarnation of FEED that this gateway works with. */
  readonly epoch: number;
  /** Where the device stands; undefined: it has no (valid) cursor. */
  readonly from: Position | undefined;
  readonly lookBackMs: number;
  readonly maxReplay: number;
  /** Called once, before the first `onEvent`. */
  readonly onOpened: (opened: Opened) => void;
  /** Called in feed order, once per event. */
  readonly onEvent: (event: FeedEvent, how: 'live' | 'replay') => void;
  readonly logger: Logger;
}

export interface DeviceFeed {
  /** The highest sequence that the device was sent. */
  sent(): number;
  close(): void;
}

const FIRST_RETRY_MS = 100;
const MAX_RETRY_MS = 5_000;

/**
 * Brings one device up to date and keeps it there: subscribe and hold → head → read from the cursor
 * until the head → release what was held → live. Starts over, from where the device is, when a gap
 * shows. While NATS is away it keeps trying: the events are still owed.
 */
export function openDeviceFeed(options: DeviceFeedOptions): DeviceFeed {
  const { userId, hub, reader, logger } = options;
  const closing = new AbortController();
  const { signal } = closing;
  let state: Delivery<FeedEvent> = resuming(0);
  let opened = false;

  function apply(step: Step<FeedEvent>, how: 'live' | 'replay'): void {
    state = step.state;
    for (const event of step.send) options.onEvent(event, how);
  }

  function onLive(event: FeedEvent): void {
    const step = received(state, event);
    const gap = state.phase === 'live' && step.state.phase === 'resuming';
    apply(step, 'live');
    if (gap) void resume();
  }

  async function resume(): Promise<void> {
    for (
      let delayMs = FIRST_RETRY_MS;
      !signal.aborted;
      delayMs = Math.min(MAX_RETRY_MS, delayMs * 2)
    ) {
      try {
        return await readUp();
      } catch (error) {
        if (signal.aborted) return;
        logger.warn({ err: error, retry_in_ms: delayMs }, 'resuming a feed failed');
        await sleep(delayMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async function readUp(): Promise<void> {
    const head = await reader.head(userId);
    const start = opened ? { sequence: state.sent, recovered: true } : await startOf(options, head);
    const missed = await reader.after(userId, start.sequence, head, options.maxReplay + 1);
    if (signal.aborted) return;
    const tooMany = missed.length > options.maxReplay;
    state = { ...state, sent: tooMany ? head : start.sequence };
    if (!opened) {
      opened = true;
      const recovered = start.recovered && !tooMany;
      options.onOpened({ head, recovered, replayed: tooMany ? 0 : missed.length });
    }
    if (!tooMany) apply(replayed(state, missed), 'replay');
    apply(caughtUp(state), 'live');
  }

  async function open(): Promise<void> {
    const { leave } = await hub.join(userId, onLive);
    signal.addEventListener('abort', leave, { once: true });
    if (signal.aborted) leave();
    await resume();
  }

  open().catch((error: unknown) => logger.error({ err: error }, 'a feed could not be opened'));
  return { sent: () => state.sent, close: () => closing.abort() };
}

/** The sequence that a device has already, and whether everything since then can be replayed. */
async function startOf(
  { userId, reader, epoch, from, lookBackMs }: DeviceFeedOptions,
  head: number,
): Promise<{ readonly sequence: number; readonly recovered: boolean }> {
  if (from === undefined) {
    const since = new Date(Date.now() - lookBackMs);
    return { sequence: await reader.positionAt(userId, since, head), recovered: true };
  }
  // Sequences of another incarnation of the stream mean nothing here; nor do ones past its head.
  if (from.epoch !== epoch || from.sequence > head) return { sequence: head, recovered: false };
  return { sequence: from.sequence, recovered: true };
}

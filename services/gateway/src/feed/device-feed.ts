import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@mealwire/telemetry';
import {
  caughtUp,
  type Delivery,
  isBehind,
  received,
  replayed,
  resuming,
  rewound,
  type Step,
} from './delivery.js';
import type { FeedEvent } from './feed-event.js';
import type { FeedHub } from './feed-hub.js';
import { type FeedHead, type FeedReader, REPLICA_LAGS } from './feed-reader.js';
import type { PendingReader } from './pending.js';
import type { Start, StartOf } from './start.js';

/** What a device is told before its first event. */
export interface Opened {
  /** Sequence that the feed stands at after the replay. */
  readonly head: number;
  /** False: events between its cursor and `head` cannot be replayed. */
  readonly recovered: boolean;
  /** How many events follow at once. */
  readonly replayed: number;
  /** Meals whose outcome is not in the feed yet. */
  readonly processing: readonly string[];
  /** The first of the events that follow: those that ended since the device's cursor. */
  readonly ended: readonly FeedEvent[];
}

export interface DeviceFeedOptions {
  readonly userId: string;
  readonly hub: FeedHub;
  readonly reader: FeedReader;
  readonly pending: PendingReader;
  readonly startOf: StartOf;
  /** A device that missed more events than this reloads over REST instead. */
  readonly maxReplay: number;
  /** Called once, before the first `send`. */
  readonly onOpened: (opened: Opened) => void;
  /** Called in feed order, once per event. Resolves when the device can take more. */
  readonly send: (events: readonly FeedEvent[], how: 'live' | 'replay') => Promise<void>;
  readonly logger: Logger;
}

export interface DeviceFeed {
  /** The highest sequence that the device was sent. */
  sent(): number;
  /** The device lacks what comes after `sequence`: sends it again. */
  rewind(sequence: number): void;
  close(): void;
}

const FIRST_RETRY_MS = 100;
const MAX_RETRY_MS = 5_000;
/** An event that is stored is on its way for this long before anybody calls it lost. */
const IN_FLIGHT_MS = 250;

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
  /** Where a look-back began: what came before the first event after it is not known. */
  let lookBackFrom: number | undefined;
  let reading = false;
  /** A reason to read up appeared while reading: its head may have been asked for too early. */
  let again = false;

  function apply(step: Step<FeedEvent>, how: 'live' | 'replay'): Promise<void> {
    state = step.state;
    return step.send.length === 0 ? Promise.resolve() : options.send(step.send, how);
  }

  async function resume(): Promise<void> {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    do {
      again = false;
      await untilDone('reading up a feed', readUp);
    } while (!signal.aborted && (again || isBehind(state)));
    reading = false;
  }

  /** Tries until it works or the device has gone: NATS may be away, the events are still owed. */
  async function untilDone(what: string, work: () => Promise<void>): Promise<void> {
    for (
      let delayMs = FIRST_RETRY_MS;
      !signal.aborted;
      delayMs = Math.min(MAX_RETRY_MS, delayMs * 2)
    ) {
      try {
        return await work();
      } catch (error) {
        if (signal.aborted) return;
        logger.warn({ err: error, retry_in_ms: delayMs }, `${what} failed`);
        await sleep(delayMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async function readUp(): Promise<void> {
    const head = await reader.head(userId);
    if (!opened) await begin(head);
    while (state.sent < head.sequence && !signal.aborted) {
      const from = state.sent;
      const { events } = await reader.page(userId, from, from === lookBackFrom ? 0 : from);
      // The device has asked for something earlier meanwhile.
      if (state.sent !== from) continue;
      // The leader has it, this replica does not yet: ask again a little later.
      if (events.length === 0) throw new Error(REPLICA_LAGS);
      if (!signal.aborted) await apply(replayed(state, events), 'replay');
    }
    if (!signal.aborted) await apply(caughtUp(state, head.sequence), 'live');
  }

  /** The device's first words from us; what it missed follows. */
  async function begin(head: FeedHead): Promise<void> {
    const start: Start = await options.startOf(head);
    lookBackFrom = start.isPosition ? undefined : start.sequence;
    const { events, remaining } = await reader.page(userId, start.sequence, 0);
    const missed = events.length + remaining;
    const tooMany = missed > options.maxReplay;
    const processing = await options.pending.processing(userId);
    if (signal.aborted) return;
    state = { ...state, sent: tooMany ? head.sequence : start.sequence };
    opened = true;
    options.onOpened({
      head: head.sequence,
      recovered: start.recovered && !tooMany,
      replayed: tooMany ? 0 : missed,
      processing,
      ended: tooMany ? [] : events,
    });
  }

  const member = {
    received: (event: FeedEvent): void => {
      const step = received(state, event);
      const gap = state.phase === 'live' && step.state.phase === 'resuming';
      void apply(step, 'live');
      if (gap) void resume();
    },
    noticed: (head: number): void => {
      if (state.sent >= head) return;
      setTimeout(() => {
        if (state.sent < head) member.resume();
      }, IN_FLIGHT_MS).unref();
    },
    resume: (): void => {
      if (signal.aborted) return;
      state = rewound(state, state.sent);
      void resume();
    },
  };

  async function join(): Promise<void> {
    const { leave } = await hub.join(userId, member);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  }

  void untilDone('subscribing to a feed', join).then(resume);
  return {
    sent: () => state.sent,
    rewind: (sequence) => {
      // Nothing was sent yet that could be missing.
      if (!opened) return;
      state = rewound(state, sequence);
      void resume();
    },
    close: () => closing.abort(),
  };
}

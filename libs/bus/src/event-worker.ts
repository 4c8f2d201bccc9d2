import type { RecordedEvent } from '@mealwire/contracts';
import type { Logger } from '@mealwire/telemetry';
import type { Consumer, JsMsg } from '@nats-io/jetstream';
import { decodeEvent, MalformedEventError } from './event-codec.js';
import { inMessagingSpan } from './messaging-span.js';
import { type RedeliveryPolicy, redeliveryDelayMs } from './redelivery.js';
import { extractTraceContext } from './trace-context.js';

export interface Delivery {
  /** 1 for the first delivery of this event. */
  readonly attempt: number;
  /** Aborted when the worker stops before the handler is done. */
  readonly signal: AbortSignal;
  /**
   * From here on the handler only waits: its slot may take the next event meanwhile. The event
   * stays the handler's own. Safe to call again.
   */
  yieldSlot(): void;
}

/**
 * The event has been dealt with, but somebody should look at it: it does not come again, and goes
 * with this message to the dead letters, where operators find it. No meal text in it.
 */
export class PoisonedEventError extends Error {
  override readonly name = 'PoisonedEventError';
}

/**
 * Returns: the event is done (ack). Throws: it comes again after a growing delay, or never, if it is
 * a PoisonedEventError. So a handler must be idempotent, and must itself end what will never work.
 */
export type EventHandler = (event: RecordedEvent, delivery: Delivery) => Promise<void>;

export interface EventWorkerOptions {
  readonly consumer: Consumer;
  /** How many events are handled at once. */
  readonly concurrency: number;
  /** The consumer's ack wait; a sign of life is sent at half of it. */
  readonly ackWaitMs: number;
  readonly redelivery: RedeliveryPolicy;
  readonly handle: EventHandler;
  readonly logger: Logger;
}

export interface EventWorker {
  /** Takes no more events, waits for the handlers; what `signal` interrupts is delivered again. */
  stop(): Promise<void>;
}

/** How long one pull waits at the server; nats.js asks for at least a second. */
const PULL_EXPIRES_MS = 5_000;
const PULL_RETRY_MS = 500;
/**
 * So many handlers may wait without a slot. What they hold counts against the consumer's
 * `max_ack_pending`, and is delivered once more should the process die.
 */
const MAX_WAITING = 100;

/** What the slots of one worker share. */
interface WorkerState {
  stopping: boolean;
  readonly running: Set<Promise<void>>;
}

/**
 * Pulls events, one slot per handler: a slot asks for a message only when it is free, so nothing
 * waits in a buffer here while its ack wait runs out, and several processes share the work fairly.
 */
export function startEventWorker(options: EventWorkerOptions): EventWorker {
  const abort = new AbortController();
  const state: WorkerState = { stopping: false, running: new Set() };
  for (let slot = 0; slot < options.concurrency; slot += 1) {
    void runSlot(options, state, abort.signal);
  }
  return {
    stop: async () => {
      state.stopping = true;
      abort.abort(new Error('the worker is stopping'));
      await Promise.all(state.running);
    },
  };
}

async function runSlot(
  options: EventWorkerOptions,
  state: WorkerState,
  signal: AbortSignal,
): Promise<void> {
  while (!state.stopping) {
    const message = await pull(options, state);
    if (message === null) continue;
    // A pull cannot be taken back; what it still brings goes to another worker at once.
    if (state.stopping) return message.nak();
    await new Promise<void>((freeSlot) => {
      const yieldSlot = (): void => {
        if (state.running.size < options.concurrency + MAX_WAITING) freeSlot();
      };
      const handling = handleMessage(options, message, { signal, yieldSlot }).finally(() => {
        state.running.delete(handling);
        freeSlot();
      });
      state.running.add(handling);
    });
  }
}

async function pull(
  { consumer, logger }: EventWorkerOptions,
  state: WorkerState,
): Promise<JsMsg | null> {
  try {
    return await consumer.next({ expires: PULL_EXPIRES_MS });
  } catch (error) {
    if (!state.stopping) {
      logger.warn({ err: error }, 'no events can be fetched right now');
      await new Promise((resolve) => setTimeout(resolve, PULL_RETRY_MS));
    }
    return null;
  }
}

async function handleMessage(
  { handle, ackWaitMs, redelivery, logger }: EventWorkerOptions,
  message: JsMsg,
  { signal, yieldSlot }: Pick<Delivery, 'signal' | 'yieldSlot'>,
): Promise<void> {
  const attempt = message.info.deliveryCount;
  const heartbeat = setInterval(() => message.working(), ackWaitMs / 2);
  try {
    const event = decodeEvent(message);
    const operation = {
      operation: 'process',
      destinationTemplate: `${event.type}.{user}.{meal_log}`,
      attributes: {
        'messaging.message.id': event.metadata.id,
        'messaging.consumer.group.name': message.info.consumer,
      },
      parent: extractTraceContext(message.headers),
    } as const;
    await inMessagingSpan(operation, async () => {
      try {
        await handle(event, { attempt, signal, yieldSlot });
      } catch (error) {
        if (!signal.aborted && !(error instanceof PoisonedEventError)) {
          logger.warn({ err: error, attempt }, 'handling an event failed');
        }
        throw error;
      }
    });
    message.ack();
  } catch (error) {
    if (error instanceof MalformedEventError) {
      logger.error({ err: error }, 'an event is malformed and will not be tried again');
      message.term(error.message);
    } else if (error instanceof PoisonedEventError) {
      message.term(error.message);
    } else {
      message.nak(signal.aborted ? 0 : redeliveryDelayMs(redelivery, attempt));
    }
  } finally {
    clearInterval(heartbeat);
  }
}

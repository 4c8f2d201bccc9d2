import { MEAL_LOG } from '@mealwire/bus';
import { NATS_MSG_ID } from '@mealwire/contracts';
import type { JetStreamClient, PubAck } from '@nats-io/jetstream';
import type { toMessage } from './event-line.js';

/** An import that was stopped; says how far it came. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** Under way at once. */
const WINDOW = 256;
const TIMEOUT_MS = 10_000;

interface UnderWay {
  readonly line: number;
  readonly ack: Promise<PubAck>;
}

/**
 * Stores messages in order, many under way at once: each one on the condition that the one before is
 * the last of the stream. If one fails, so do all behind it, and nothing of anybody else's can come
 * in between.
 */
export function createPublisher(js: JetStreamClient, lastSequence: number) {
  const window: UnderWay[] = [];
  let next = lastSequence;
  let lastId: string | undefined;
  let storedLine = 0;

  async function settleOldest(): Promise<void> {
    const oldest = window.shift();
    if (oldest === undefined) return;
    try {
      const { duplicate } = await oldest.ack;
      if (duplicate) throw new Error('the server has had this event in the last two minutes');
      storedLine = oldest.line;
    } catch (error) {
      // The others cannot succeed; they must be over before anybody tries again.
      await Promise.allSettled(window.map(({ ack }) => ack));
      throw stopped(oldest.line, storedLine, error);
    }
  }

  return {
    publish: async (message: ReturnType<typeof toMessage>, line: number): Promise<void> => {
      const { subject, headers, payload } = message;
      const expect = {
        streamName: MEAL_LOG,
        lastSequence: next,
        // The sequence alone would fit again, one message later, when a foreign one has taken it.
        ...(lastId === undefined ? {} : { lastMsgID: lastId }),
      };
      next += 1;
      lastId = headers.get(NATS_MSG_ID);
      const ack = js.publish(subject, payload, {
        headers,
        expect,
        timeout: TIMEOUT_MS,
        retries: 0,
      });
      // Heard when it is its turn.
      ack.catch(() => undefined);
      window.push({ line, ack });
      if (window.length >= WINDOW) await settleOldest();
    },
    /** Waits for the rest. */
    done: async (): Promise<void> => {
      while (window.length > 0) await settleOldest();
    },
  };
}

function stopped(line: number, storedLine: number, cause: unknown): ImportError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const why = /wrong last (sequence|msg)/.test(reason)
    ? 'somebody else is writing to MEAL_LOG: stop the services first'
    : reason;
  const far =
    storedLine === 0 ? 'Of this run nothing' : `Of this run everything up to line ${storedLine}`;
  return new ImportError(
    `Line ${line} could not be stored (${why}). ${far} is stored for certain; the same command ` +
      'again goes on from where it stopped.',
    { cause },
  );
}

import { isNotFound, RECEIPTS } from '@mealwire/bus';
import { encodeKeyToken } from '@mealwire/contracts';
import type { Logger } from '@mealwire/telemetry';
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import { z } from 'zod';
import type { Position } from '../feed/cursor.js';

/** Up to where each device has proved to have its feed; outlives connections and gateways. */
export interface ReceiptStore {
  /** Undefined: nothing is known of this device. */
  get(userId: string, deviceId: string): Promise<Position | undefined>;
  /** Returns at once; the newest position is written as soon as the store takes it. */
  put(userId: string, deviceId: string, position: Position): void;
  /** Waits for what is being written; gives up on what cannot be. */
  flush(): Promise<void>;
}

const FIRST_RETRY_MS = 200;
const MAX_RETRY_MS = 5_000;
const PUBLISH_TIMEOUT_MS = 3_000;

const positionSchema = z.object({
  epoch: z.number().int().min(0),
  sequence: z.number().int().min(0),
});

export interface ReceiptStoreOptions {
  readonly js: JetStreamClient;
  readonly jsm: JetStreamManager;
  /** Whether the user was forgotten after this moment: then nothing is written any more. */
  readonly isForgotten: (userId: string, sinceMs: number) => boolean;
  readonly logger: Logger;
}

/** What waits to be written. */
interface Latest {
  readonly userId: string;
  readonly position: Position;
  readonly putAtMs: number;
}

/**
 * One write per device is under way at a time; what comes meanwhile melts into the next one. A
 * position that is lost with this process costs the device a repetition, never an event.
 */
export function createReceiptStore({
  js,
  jsm,
  isForgotten,
  logger,
}: ReceiptStoreOptions): ReceiptStore {
  const latest = new Map<string, Latest>();
  const writing = new Map<string, Promise<void>>();
  let flushing = false;

  async function write(subject: string): Promise<void> {
    for (let delayMs = FIRST_RETRY_MS; ; delayMs = Math.min(MAX_RETRY_MS, delayMs * 2)) {
      const waiting = latest.get(subject);
      if (waiting === undefined) return;
      const { userId, position, putAtMs } = waiting;
      if (isForgotten(userId, putAtMs)) return void latest.delete(subject);
      try {
        await js.publish(subject, JSON.stringify(position), { timeout: PUBLISH_TIMEOUT_MS });
        if (latest.get(subject) === waiting) latest.delete(subject);
        delayMs = FIRST_RETRY_MS;
      } catch (error) {
        logger.warn({ err: error }, 'a receipt could not be written');
        if (flushing) return;
        await new Promise((resolve) => setTimeout(resolve, delayMs));
      }
    }
  }

  return {
    get: async (userId, deviceId) => {
      const waiting = latest.get(subjectOf(userId, deviceId));
      if (waiting !== undefined) return waiting.position;
      return read(jsm, subjectOf(userId, deviceId));
    },
    put: (userId, deviceId, position) => {
      const subject = subjectOf(userId, deviceId);
      latest.set(subject, { userId, position, putAtMs: Date.now() });
      if (writing.has(subject)) return;
      const written = write(subject).finally(() => writing.delete(subject));
      writing.set(subject, written);
    },
    flush: async () => {
      flushing = true;
      await Promise.all(writing.values());
    },
  };
}

function subjectOf(userId: string, deviceId: string): string {
  return `$KV.${RECEIPTS}.${encodeKeyToken(userId)}.${encodeKeyToken(deviceId)}`;
}

async function read(jsm: JetStreamManager, subject: string): Promise<Position | undefined> {
  try {
    const message = await jsm.direct.getMessage(`KV_${RECEIPTS}`, { last_by_subj: subject });
    if (message === null) return undefined;
    const parsed = positionSchema.safeParse(JSON.parse(message.string() || 'null'));
    // A deleted key, or nothing of ours: the device counts as unknown.
    return parsed.data;
  } catch (error) {
    if (isNotFound(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

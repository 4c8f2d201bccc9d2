import { setTimeout as pause } from 'node:timers/promises';
import { type RedeliveryPolicy, redeliveryDelayMs } from '@mealwire/bus';
import type { ConnectionBucket } from '../store/connection-bucket.js';
import type { LastSeenBucket } from '../store/last-seen-bucket.js';
import { type Clock, type Decision, decideSigns, type Known } from './decide-signs.js';
import type { Sign } from './sign.js';

export interface SignRecorder {
  readonly connections: ConnectionBucket;
  readonly lastSeen: LastSeenBucket;
  readonly clock: () => Clock;
  /** Whether the user was forgotten after this moment. */
  readonly isForgotten: (userId: string, atMs: number) => boolean;
}

/** Other writers kept changing what was read. */
export class ContentionError extends Error {
  override readonly name = 'ContentionError';
}

/** About 10 s in all; NATS being away for longer is repaired by the next ping. */
const MAX_ATTEMPTS = 8;
const RETRY: RedeliveryPolicy = { firstDelayMs: 50, maxDelayMs: 3_000 };

/**
 * Brings signs of life into KV: reads what is known, decides, writes on condition that it is still
 * so, and begins again when it is not. Idempotent.
 * @throws the last error, after about 10 s.
 */
export async function recordSigns(
  recorder: SignRecorder,
  userId: string,
  signs: readonly Sign[],
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (await tryOnce(recorder, userId, signs)) return;
      if (attempt === MAX_ATTEMPTS) throw new ContentionError('presence changed again and again');
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS) throw error;
    }
    await pause(redeliveryDelayMs(RETRY, attempt));
  }
}

/** @returns false when something has changed between reading and writing. */
async function tryOnce(
  recorder: SignRecorder,
  userId: string,
  signs: readonly Sign[],
): Promise<boolean> {
  const connectionIds = [...new Set(signs.map((sign) => sign.connectionId))];
  const [connections, lastSeen] = await Promise.all([
    recorder.connections.read(userId, connectionIds),
    recorder.lastSeen.read(userId),
  ]);
  const known = { connections, lastSeen };
  const decision = decideSigns(known, signs, recorder.clock());
  const isForgotten = signs.some((sign) => recorder.isForgotten(userId, sign.atMs));
  const allowed = isForgotten ? onlyGoodbyes(decision, known) : decision;
  const written = await Promise.all(writes(recorder, userId, allowed));
  return !written.includes(false);
}

/**
 * Of a user who was forgotten: connections that are still known end, so that whoever follows them
 * hears of it; nothing else is written. What the goodbyes leave is deleted by the erasure.
 */
function onlyGoodbyes(decision: Decision, { connections }: Known): Decision {
  return {
    connections: decision.connections.filter(
      (write) => write.kind === 'close' && connections.get(write.connectionId)?.state === 'live',
    ),
    lastSeen: undefined,
  };
}

function writes(
  { connections, lastSeen }: SignRecorder,
  userId: string,
  decision: Decision,
): Promise<boolean>[] {
  const all: Promise<boolean>[] = decision.connections.map((write) =>
    write.kind === 'renew'
      ? connections.renew(userId, write.connection, write.expectedRevision)
      : connections.close(userId, write.connectionId),
  );
  if (decision.lastSeen !== undefined) {
    const { value, expectedRevision } = decision.lastSeen;
    all.push(lastSeen.write(userId, value, expectedRevision));
  }
  return all;
}

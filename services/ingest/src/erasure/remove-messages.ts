import { DEAD_LETTERS, isRemovalMarker, PRESENCE, publishRemovalMarker } from '@mealwire/bus';
import { CE_TIME } from '@mealwire/contracts';
import { JetStreamApiCodes, JetStreamApiError, type StoredMsg } from '@nats-io/jetstream';
import type { ErasureCounts, ErasureDependencies } from './dependencies.js';
import { EVENT_STORES, KEY_STORES, mentions, messagesOf } from './stores.js';

type Nats = Pick<ErasureDependencies, 'js' | 'jsm'>;
type Judge = (message: StoredMsg) => boolean;

const everything: Judge = () => true;

/** Deletes the user's events from every stream. @param isTheirs left out: all of them. */
export async function removeEvents(
  nats: Nats,
  userId: string,
  isTheirs: Judge = everything,
): Promise<ErasureCounts> {
  const counts: Record<string, number> = {};
  for (const { stream, filterOf } of EVENT_STORES) {
    counts[stream] = await removeFrom(nats, stream, filterOf(userId), isTheirs);
  }
  // Few, and nobody knows what they look like: each is read.
  const judge: Judge = (message) => mentions(message, userId) && isTheirs(message);
  counts[DEAD_LETTERS] = await removeFrom(nats, DEAD_LETTERS, '>', judge);
  return counts;
}

/** Deletes the user's keys from every bucket, and what is left of keys that were deleted before. */
export async function removeKeys(
  nats: Nats,
  userId: string,
  isTheirs: Judge = everything,
): Promise<ErasureCounts> {
  const counts: Record<string, number> = {};
  for (const { stream, filterOf } of KEY_STORES) {
    counts[stream] = await removeFrom(nats, stream, filterOf(userId), isTheirs);
  }
  return counts;
}

/** When an event happened; one that does not say is older than anything. */
export function timeOfEvent(message: StoredMsg): number {
  const time = Date.parse(message.header?.get(CE_TIME) ?? '');
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}

async function removeFrom(
  nats: Nats,
  stream: string,
  filter: string,
  isTheirs: Judge,
): Promise<number> {
  // First found, then deleted: a marker that is written here is for the next round.
  const found: { readonly sequence: number; readonly orphans: string | undefined }[] = [];
  for await (const message of messagesOf(nats.jsm, stream, filter)) {
    if (!isTheirs(message)) continue;
    // Presence follows its bucket, and is not told that a message was deleted.
    const isLive = stream === `KV_${PRESENCE}` && !isRemovalMarker(message);
    found.push({ sequence: message.seq, orphans: isLive ? message.subject : undefined });
  }
  let removed = 0;
  for (const { sequence, orphans } of found) {
    if (await removeMessage(nats, stream, sequence)) removed += 1;
    if (orphans !== undefined) await publishRemovalMarker(nats.js, orphans);
  }
  return removed;
}

/** Overwrites the message on disk. @returns false: it is gone already. */
export async function removeMessage(
  { jsm }: Pick<Nats, 'jsm'>,
  stream: string,
  sequence: number,
): Promise<boolean> {
  try {
    return await jsm.streams.deleteMessage(stream, sequence, true);
  } catch (error) {
    // Somebody else erases the same user, or its age has removed it.
    if (error instanceof JetStreamApiError && GONE.includes(error.code)) return false;
    throw error;
  }
}

/** "no message found", and "sequence not found", which is what a deletion of nothing is told. */
const GONE: readonly number[] = [JetStreamApiCodes.NoMessageFound, 10043, 10057];

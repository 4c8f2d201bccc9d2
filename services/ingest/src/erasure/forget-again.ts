import { decodeTombstone, ERASED, readBatch, type Tombstone } from '@mealwire/bus';
import { addCounts, type ErasureCounts, type ErasureDependencies } from './dependencies.js';
import { completeErasure } from './erase-user.js';
import { usersByDigest } from './find-user.js';
import { removeEvents, removeKeys, timeOfEvent } from './remove-messages.js';
import { markErased, markErasure, removeRows } from './rows.js';
import { keepTombstone } from './tombstones.js';

const BATCH = 500;

/** Every tombstone that there is. */
export async function allTombstones({
  jsm,
}: Pick<ErasureDependencies, 'jsm'>): Promise<readonly Tombstone[]> {
  const tombstones: Tombstone[] = [];
  for (let last = 0; ; ) {
    const messages = await readBatch(jsm, `KV_${ERASED}`, { seq: last + 1, batch: BATCH });
    if (messages.length === 0) return tombstones;
    for (const message of messages) {
      const tombstone = decodeTombstone(message.subject, message.seq, message.data);
      if (tombstone !== undefined) tombstones.push(tombstone);
      last = Math.max(last, message.seq);
    }
  }
}

/**
 * After a backup was restored: whoever had been forgotten stays so.
 * @param known tombstones from before the restoration, which the backup may not have.
 */
export async function forgetAgain(
  dependencies: ErasureDependencies,
  known: readonly Tombstone[],
): Promise<ErasureCounts> {
  for (const tombstone of known) await keepTombstone(dependencies, tombstone);
  const tombstones = await allTombstones(dependencies);
  if (tombstones.length === 0) return {};
  const users = await usersByDigest(dependencies);
  let counts: ErasureCounts = {};
  for (const tombstone of tombstones) {
    const userId = users.get(tombstone.digest);
    const { state, atMs, digest } = tombstone;
    if (state === 'erased') await markErased(dependencies.database, digest, new Date(atMs));
    else await markErasure(dependencies.database, tombstone, null);
    if (userId === undefined) continue;
    const removed =
      state === 'erasing'
        ? await completeErasure(dependencies, userId, tombstone)
        : await removeOld(dependencies, userId, atMs);
    counts = addCounts(counts, removed);
  }
  return counts;
}

/** What is older than the end of the erasure; the rest is a new beginning. */
async function removeOld(
  dependencies: ErasureDependencies,
  userId: string,
  atMs: number,
): Promise<ErasureCounts> {
  const events = await removeEvents(dependencies, userId, (event) => timeOfEvent(event) <= atMs);
  const keys = await removeKeys(dependencies, userId, ({ time }) => time.getTime() <= atMs);
  const rows = await removeRows(dependencies.database, userId, new Date(atMs));
  return addCounts(addCounts(events, keys), rows);
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Tombstone } from '@mealwire/bus';
import {
  addCounts,
  type ErasureCounts,
  type ErasureDependencies,
  totalOf,
} from './dependencies.js';
import { removeEvents, removeKeys, timeOfEvent } from './remove-messages.js';
import { markErasure, removeRows } from './rows.js';
import { beginTombstone, finishTombstone, readTombstone } from './tombstones.js';

/** Between rounds: what a round has set off (a marker, a sourced message) shows in the next one. */
const ROUND_PAUSE_MS = 250;
/** Whoever still writes after so many rounds is not stopped by a tombstone. */
const MAX_ROUNDS = 100;

/**
 * Deletes all that is known of a user: docs/guarantees.md, 12. May be run again at any time, and
 * beside itself; a process that dies in it leaves a tombstone that says `erasing`.
 */
export async function eraseUser(
  dependencies: ErasureDependencies,
  userId: string,
): Promise<ErasureCounts> {
  const tombstone = await beginTombstone(dependencies, userId, dependencies.now());
  return completeErasure(dependencies, userId, tombstone);
}

/**
 * The work behind a tombstone that says `erasing`. Whoever is late at it, as somebody else was
 * quicker and the user may have begun anew, deletes nothing: what goes is from before a moment in
 * which the tombstone still said so.
 */
export async function completeErasure(
  dependencies: ErasureDependencies,
  userId: string,
  tombstone: Tombstone,
): Promise<ErasureCounts> {
  const { database, now, settleMs } = dependencies;
  const began = now();
  if (!(await isUnderWay(dependencies, tombstone))) return {};
  await markErasure(database, tombstone, null);
  // What matters most goes at once. Keys are left to those who hold the user's connections: they
  // have just been told, and write their goodbyes.
  let counts = addCounts(
    await removeEvents(dependencies, userId, (event) => timeOfEvent(event) <= began.getTime()),
    await removeRows(database, userId, began),
  );
  await sleep(Math.max(0, tombstone.atMs + settleMs - now().getTime()));
  for (let round = 1; ; round += 1) {
    const until = now();
    if (!(await isUnderWay(dependencies, tombstone))) return counts;
    const { removed, isMore } = await removeEverything(dependencies, userId, until);
    counts = addCounts(counts, removed);
    if (totalOf(removed) === 0 && !isMore) break;
    if (round === MAX_ROUNDS) throw new Error('somebody keeps writing for a user who is erased');
    await sleep(ROUND_PAUSE_MS);
  }
  const erasedAt = now();
  await markErasure(database, tombstone, erasedAt);
  await finishTombstone(dependencies, tombstone, erasedAt, counts);
  return counts;
}

async function isUnderWay(
  dependencies: ErasureDependencies,
  { digest, revision }: Tombstone,
): Promise<boolean> {
  const last = await readTombstone(dependencies, digest);
  return last?.revision === revision && last.state === 'erasing';
}

/** `isMore`: something is newer; the next round knows whether the user has begun anew. */
async function removeEverything(
  dependencies: ErasureDependencies,
  userId: string,
  until: Date,
): Promise<{ readonly removed: ErasureCounts; readonly isMore: boolean }> {
  let isMore = false;
  const isOld = (atMs: number): boolean => {
    if (atMs <= until.getTime()) return true;
    isMore = true;
    return false;
  };
  const events = await removeEvents(dependencies, userId, (event) => isOld(timeOfEvent(event)));
  const keys = await removeKeys(dependencies, userId, ({ time }) => isOld(time.getTime()));
  const rows = await removeRows(dependencies.database, userId, until);
  return { removed: addCounts(addCounts(events, keys), rows), isMore };
}

import { type ErasedUsers, erasedUserDigest, MEAL_LOG, type Tombstone } from '@mealwire/bus';
import { parseEventSubject } from '@mealwire/contracts';
import type { StoredMsg } from '@nats-io/jetstream';
import type { ErasureDependencies } from './dependencies.js';
import { completeErasure } from './erase-user.js';
import { usersByDigest } from './find-user.js';
import { removeEvents, timeOfEvent } from './remove-messages.js';
import { forgetLeftover, leftovers, markErased, markErasure, markedUsers } from './rows.js';
import { finishTombstone, readTombstone } from './tombstones.js';

export interface SweepOptions extends ErasureDependencies {
  readonly erased: Pick<ErasedUsers, 'all'>;
  /** Whether this process is at it. */
  readonly isUnderWay: (digest: string) => boolean;
}

/** An erasure may take so long, beyond its settling, before somebody else takes it up. */
const ABANDONED_MS = 20_000;

/**
 * What no request is there for any more: erasures whose process has died, a database that does not
 * know of a tombstone (it was away, or is new), and events that were stored after their user had
 * been forgotten. Idempotent; several processes may do it at once.
 */
export async function sweep(options: SweepOptions): Promise<void> {
  await bringDatabaseUpToDate(options);
  for (const tombstone of options.erased.all()) {
    if (!isAbandoned(options, tombstone)) continue;
    await resume(options, tombstone).catch(notNow(options, { erasure: tombstone.digest }));
  }
  for (const sequence of await leftovers(options.database)) {
    await removeLeftover(options, sequence).catch(notNow(options, { sequence }));
  }
}

/** One that keeps failing must not keep the others waiting. */
function notNow({ logger }: SweepOptions, which: object): (error: unknown) => void {
  return (err) => logger.warn({ err, ...which }, 'not erased yet, to be tried again');
}

async function bringDatabaseUpToDate(options: SweepOptions): Promise<void> {
  const { erased, database } = options;
  const tombstones = erased.all();
  if (tombstones.length === 0) return;
  const marked = await markedUsers(database);
  for (const tombstone of tombstones) {
    const { digest, state, atMs, revision } = tombstone;
    const known = marked.get(digest);
    // One that the database knows as under way is finished by whoever is at it, unless they died.
    const isBehind = state === 'erased' && (known === null ? isOld(options, atMs) : known !== atMs);
    if (known !== undefined && !isBehind) continue;
    if (state === 'erasing') await markErasure(database, tombstone, null);
    // What is known may be some seconds old, and the next erasure under way.
    else if ((await readTombstone(options, digest))?.revision === revision) {
      await markErased(database, digest, new Date(atMs));
    }
  }
}

/** Whoever was at it then is not at it any more. */
function isOld({ settleMs, now }: SweepOptions, atMs: number): boolean {
  return now().getTime() > atMs + settleMs + ABANDONED_MS;
}

function isAbandoned(options: SweepOptions, { state, atMs, digest }: Tombstone): boolean {
  return state === 'erasing' && !options.isUnderWay(digest) && isOld(options, atMs);
}

async function resume(options: SweepOptions, known: Tombstone): Promise<void> {
  const { logger } = options;
  const { digest } = known;
  // What is known may be some seconds old.
  const tombstone = await readTombstone(options, digest);
  if (tombstone?.state !== 'erasing') return;
  logger.warn({ erasure: digest }, 'an erasure was interrupted and is taken up again');
  const userId = (await usersByDigest(options)).get(digest);
  if (userId !== undefined) {
    await completeErasure(options, userId, tombstone);
  } else {
    const erasedAt = options.now();
    await markErasure(options.database, tombstone, erasedAt);
    await finishTombstone(options, tombstone, erasedAt, {});
  }
  logger.info({ erasure: digest }, 'user erased');
}

/** An event that the projection refused. What the streams made of it goes with it. */
async function removeLeftover(options: SweepOptions, sequence: number): Promise<void> {
  const { jsm, database, logger } = options;
  const message = await jsm.streams.getMessage(MEAL_LOG, { seq: sequence });
  if (message) {
    const { userId } = parseEventSubject(message.subject);
    const tombstone = await readTombstone(options, erasedUserDigest(userId));
    // Else whoever erases finds it, or has to be waited for.
    if (tombstone?.state === 'erasing') return;
    const isLate = (event: StoredMsg): boolean =>
      tombstone !== undefined && timeOfEvent(event) <= tombstone.atMs;
    if (isLate(message)) {
      const counts = await removeEvents(options, userId, isLate);
      logger.warn({ counts }, 'an event of an erased user was stored late and is deleted');
    } else {
      // Of somebody who has begun anew: it is theirs, though the rows lack it.
      logger.error(
        { sequence },
        'an event was taken for an erased one: mealctl rebuild projects it',
      );
    }
  }
  await forgetLeftover(database, sequence);
}

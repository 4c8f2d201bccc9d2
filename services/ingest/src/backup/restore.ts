import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import {
  createEventLog,
  ERASED,
  FEED,
  MEAL_LOG,
  provision,
  RESTORED_AT,
  restoreStream,
  type Tombstone,
} from '@mealwire/bus';
import { readCheckpoint } from '../database/checkpoint.js';
import { totalOf } from '../erasure/dependencies.js';
import { allTombstones, forgetAgain } from '../erasure/forget-again.js';
import { keepTombstone } from '../erasure/tombstones.js';
import { createProjector, HistoryInDoubtError } from '../projection/projector.js';
import type { BackupStores } from './backup-stores.js';
import { forgetKept, keepBeside } from './kept-tombstones.js';
import { type Manifest, readVerifiedManifest } from './manifest.js';
import { countRows, restoreTables } from './tables.js';

export interface RestoreOptions {
  /** Replace what the deployment holds. */
  readonly force: boolean;
}

const READ_TIMEOUT_MS = 10_000;
/** A service that is running projects too, and each moves the checkpoint of the other. */
const CATCH_UP_ATTEMPTS = 20;

/**
 * Makes the deployment what it was. Verified first, and nothing is touched before; one that is
 * interrupted is run again with `force`.
 */
export async function restore(
  stores: BackupStores,
  folder: string,
  { force }: RestoreOptions,
): Promise<Manifest> {
  const { nc, jsm, database, sql, now, progress } = stores;
  const manifest = await readVerifiedManifest(folder);
  progress('every file is as it was written');
  await database.migrate();
  if (!force) await requireEmpty(stores);

  // On disk before any is deleted: whoever was forgotten since must not come back, even if this is
  // interrupted.
  const tombstones = await keepBeside(folder, await knownTombstones(stores));
  // First of all, so that nobody writes into what is about to be replaced.
  for await (const { config } of jsm.streams.list()) await jsm.streams.delete(config.name);
  await restoreTables(sql, folder, manifest.tables);
  progress(`tables: ${manifest.tables.map(({ name, rows }) => `${name} ${rows}`).join(', ')}`);
  for (const { name, file, messages, description } of manifest.streams) {
    const chunks = createReadStream(join(folder, file)) as AsyncIterable<Buffer>;
    await restoreStream(nc, description, chunks);
    if (name === `KV_${ERASED}`) {
      // Before the events: a service that is running does not take them up.
      for (const tombstone of tombstones) await keepTombstone(stores, tombstone);
    }
    if (name === FEED) {
      // Cursors from after the backup point behind its end: they must not fit again one day.
      const metadata = { ...description.config.metadata, [RESTORED_AT]: now().toISOString() };
      await jsm.streams.update(FEED, { metadata });
    }
    progress(`stream ${name}: ${messages} messages`);
  }
  const replicas = manifest.streams.find(({ name }) => name === MEAL_LOG)?.description.config;
  await provision(nc, { replicas: replicas?.num_replicas ?? 1 });
  // Before the read model: nothing of them becomes a row, and nothing that fails later keeps them.
  const forgotten = totalOf(await forgetAgain({ ...stores, settleMs: 0 }, tombstones));
  progress(`erased users: ${forgotten} messages and rows deleted again`);
  progress(`read model: ${await catchUp(stores)} events that it did not have yet`);
  await forgetKept(folder);
  return manifest;
}

/** Of a deployment that is replaced: its erasures are newer than the backup. */
async function knownTombstones({ jsm }: BackupStores): Promise<readonly Tombstone[]> {
  for await (const { config } of jsm.streams.list()) {
    if (config.name === `KV_${ERASED}`) return allTombstones({ jsm });
  }
  return [];
}

async function requireEmpty({ jsm, sql }: BackupStores): Promise<void> {
  let messages = 0;
  // A stream that was emptied has had something in it, and phones know its sequences.
  for await (const { state } of jsm.streams.list()) messages += state.last_seq;
  const rows = await countRows(sql);
  if (messages === 0 && rows === 0) return;
  throw new Error(
    `This deployment is not empty (${messages} messages, ${rows} rows). Restore into a new one, or ` +
      'say --force to replace everything in it.',
  );
}

/**
 * The tables are from a moment before the event store; the consumer of the projection, restored with
 * the store, has acknowledged what came in between.
 * @returns how many events that were.
 */
async function catchUp({ jsm, database, logger }: BackupStores): Promise<number> {
  const session = await database.openSession({ name: 'mealctl restore' });
  try {
    const before = (await session.transaction(readCheckpoint, READ_TIMEOUT_MS)).sequence;
    const log = createEventLog(jsm);
    const projector = createProjector({
      session,
      log,
      signal: new AbortController().signal,
      logger,
    });
    for (let attempt = 1; ; attempt += 1) {
      const problem = await projector.begin();
      if (problem !== undefined) throw new Error(`The backup does not fit together: ${problem}.`);
      try {
        await projector.catchUp();
        break;
      } catch (error) {
        if (!(error instanceof HistoryInDoubtError) || attempt === CATCH_UP_ATTEMPTS) throw error;
      }
    }
    return (await session.transaction(readCheckpoint, READ_TIMEOUT_MS)).sequence - before;
  } finally {
    await session.close();
  }
}

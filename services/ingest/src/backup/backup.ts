import { mkdir, readdir } from 'node:fs/promises';
import { ERASED, MEAL_LOG, snapshotStream } from '@mealwire/bus';
import { StorageType } from '@nats-io/jetstream';
import { createBackupFile } from './backup-file.js';
import type { BackupStores } from './backup-stores.js';
import { type Manifest, writeManifest } from './manifest.js';
import { dumpTables } from './tables.js';

/**
 * Writes the whole state into an empty folder, while everything runs. In an order that makes it
 * consistent: what is made from MEAL_LOG comes before it, so that nothing in the backup is ahead of
 * the event store, and what is behind catches up. The tombstones come last: an erasure in the middle
 * of it is known.
 */
export async function backUp(stores: BackupStores, folder: string): Promise<Manifest> {
  const { nc, sql, now, progress } = stores;
  await prepareFolder(folder);
  const createdAt = now().toISOString();
  const tables = await dumpTables(sql, folder);
  progress(`tables: ${tables.map(({ name, rows }) => `${name} ${rows}`).join(', ')}`);
  const streams: Manifest['streams'] = [];
  for (const name of await streamNames(stores)) {
    const file = await createBackupFile(folder, `stream-${name}.snapshot`);
    const description = await snapshotStream(nc, name, file.write);
    const { messages, last_seq: lastSequence } = description.state;
    const written = await file.close();
    streams.push({ ...written, name, messages, last_sequence: lastSequence, description });
    progress(`stream ${name}: ${messages} messages, ${written.bytes} bytes`);
  }
  const manifest: Manifest = {
    format: 'mealwire-backup',
    version: 1,
    created_at: createdAt,
    nats_server: nc.info?.version ?? 'unknown',
    // Sourced streams need their source.
    streams: streams.reverse(),
    tables,
  };
  await writeManifest(folder, manifest);
  return manifest;
}

/** In the order of the backup. A stream in memory is of this moment only, and left out. */
async function streamNames({ jsm }: BackupStores): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { config } of jsm.streams.list()) {
    if (config.storage === StorageType.File) names.push(config.name);
  }
  const last = [MEAL_LOG, `KV_${ERASED}`];
  return [...names.filter((name) => !last.includes(name)).sort(), ...last];
}

async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) {
    throw new Error(`${folder} is not empty: a backup wants a folder of its own.`);
  }
}

import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tombstone } from '@mealwire/bus';
import { z } from 'zod';
import { DamagedBackupError, OWNER_ONLY } from './manifest.js';

const FILE = 'tombstones-to-keep.json';

const schema = z.array(
  z.object({
    digest: z.string().regex(/^[A-Za-z0-9_-]+$/),
    state: z.enum(['erasing', 'erased']),
    atMs: z.int(),
    revision: z.int(),
  }),
);

/**
 * Puts the tombstones of a deployment that is about to be replaced beside the backup, where they
 * outlive a restoration that is interrupted; those of an interrupted one are among them.
 * @returns all that have to be kept. @throws before anything is lost: nothing may be replaced then.
 */
export async function keepBeside(
  folder: string,
  known: readonly Tombstone[],
): Promise<readonly Tombstone[]> {
  const all = latestOfEach([...(await readKept(folder)), ...known]);
  if (all.length > 0) await writeKept(folder, all);
  return all;
}

/** They are where they belong again. */
export async function forgetKept(folder: string): Promise<void> {
  await rm(join(folder, FILE), { force: true });
}

async function readKept(folder: string): Promise<readonly Tombstone[]> {
  const text = await readFile(join(folder, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw error;
  });
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    // Going on without it could bring somebody back.
    throw new DamagedBackupError(
      `${join(folder, FILE)} is damaged. An interrupted restoration has left it: it says who was ` +
        'erased after the backup. Nothing was touched.',
    );
  }
}

/** On disk when it returns, and never half of it. */
async function writeKept(folder: string, tombstones: readonly Tombstone[]): Promise<void> {
  const path = join(folder, FILE);
  const handle = await open(`${path}.new`, 'w', OWNER_ONLY);
  try {
    await handle.writeFile(`${JSON.stringify(tombstones, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.new`, path);
  // The new name, too.
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

function latestOfEach(tombstones: readonly Tombstone[]): readonly Tombstone[] {
  const latest = new Map<string, Tombstone>();
  for (const tombstone of tombstones) {
    const other = latest.get(tombstone.digest);
    if (other === undefined || other.atMs <= tombstone.atMs) {
      latest.set(tombstone.digest, tombstone);
    }
  }
  return [...latest.values()];
}

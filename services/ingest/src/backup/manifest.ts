import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SnapshotDescription } from '@mealwire/bus';
import { z } from 'zod';

const file = z.object({
  file: z.string().regex(/^[A-Za-z0-9_.-]+$/),
  bytes: z.int().min(0),
  sha256: z.string(),
});

const manifestSchema = z.object({
  format: z.literal('mealwire-backup'),
  version: z.literal(1),
  created_at: z.iso.datetime(),
  nats_server: z.string(),
  /** In the order in which they are restored. */
  streams: z.array(
    file.extend({
      name: z.string(),
      messages: z.int().min(0),
      last_sequence: z.int().min(0),
      description: z.custom<SnapshotDescription>((value) => typeof value === 'object'),
    }),
  ),
  tables: z.array(
    file.extend({ name: z.string(), columns: z.array(z.string()), rows: z.int().min(0) }),
  ),
});

/** What a backup consists of; written last, so that one without it is none. */
export type Manifest = z.output<typeof manifestSchema>;
export type BackupFile = z.output<typeof file>;

/** Readable by a person, and by the command that restores it. */
const MANIFEST = 'manifest.json';
/** Meals are in it. */
export const OWNER_ONLY = 0o600;

/** The folder holds no backup, or not the one that was written. */
export class DamagedBackupError extends Error {
  override readonly name = 'DamagedBackupError';
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const path = join(folder, MANIFEST);
  await writeFile(`${path}.new`, `${JSON.stringify(manifest, null, 2)}\n`, { mode: OWNER_ONLY });
  await rename(`${path}.new`, path);
}

/**
 * The manifest of a backup whose every file is there, byte for byte.
 * @throws DamagedBackupError that names everything that is wrong.
 */
export async function readVerifiedManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new DamagedBackupError(`${folder} holds no complete backup: there is no ${MANIFEST}.`);
  });
  const manifest = parse(text);
  const wrong: string[] = [];
  for (const each of [...manifest.streams, ...manifest.tables]) {
    const problem = await problemOf(folder, each);
    if (problem !== undefined) wrong.push(`${each.file} ${problem}`);
  }
  if (wrong.length > 0) {
    throw new DamagedBackupError(`The backup in ${folder} is damaged: ${wrong.join('; ')}.`);
  }
  return manifest;
}

function parse(text: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new DamagedBackupError(`${MANIFEST} is damaged, or of a version that is not known here.`);
  }
}

async function problemOf(folder: string, expected: BackupFile): Promise<string | undefined> {
  const path = join(folder, expected.file);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return 'is missing';
  if (found.size !== expected.bytes) return `has ${found.size} bytes, not ${expected.bytes}`;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex') === expected.sha256 ? undefined : 'has other content (SHA-256)';
}

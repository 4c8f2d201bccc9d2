import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackupFile, OWNER_ONLY } from './manifest.js';

/** A file of a backup while it is written: counted and hashed on the way, on disk at the end. */
export interface BackupFileWriter {
  write(chunk: Uint8Array): Promise<void>;
  close(): Promise<BackupFile>;
}

export async function createBackupFile(folder: string, file: string): Promise<BackupFileWriter> {
  const handle = await open(join(folder, file), 'wx', OWNER_ONLY);
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    write: async (chunk) => {
      hash.update(chunk);
      bytes += chunk.length;
      await handle.writeFile(chunk);
    },
    close: async () => {
      await handle.sync();
      await handle.close();
      return { file, bytes, sha256: hash.digest('hex') };
    },
  };
}

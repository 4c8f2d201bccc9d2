/**
 * Runs a TypeScript program of this repository without a build: `node scripts/run-ts.mjs <file>
 * [arguments]`. What it imports is put into one file beside the package, from the sources.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const entry = resolve(process.argv[2]);
let folder = dirname(entry);
while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
const outfile = join(folder, '.cache', `${basename(entry, '.ts')}.mjs`);

const { outputFiles } = await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  conditions: ['source'],
  packages: 'external',
  logLevel: 'error',
  write: false,
});
// Moved into place as a whole: another process may be reading the same file.
const written = `${outfile}.${process.pid}`;
mkdirSync(dirname(outfile), { recursive: true });
writeFileSync(written, outputFiles[0].contents);
renameSync(written, outfile);
process.argv.splice(1, 2, outfile);
await import(pathToFileURL(outfile).href);

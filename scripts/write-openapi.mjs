/**
 * Writes docs/openapi.json from the routes of the compiled services; with --check it only compares,
 * and fails when it is not up to date.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeApi } from '../services/gateway/dist/docs/api-document.js';
import { describedRoutes as gateway } from '../services/gateway/dist/documentation.js';
import { describedRoutes as ingest } from '../services/ingest/dist/documentation.js';

const file = join(import.meta.dirname, '..', 'docs', 'openapi.json');

const document = await describeApi([ingest, gateway]);
// Formatted as `make format` would.
const text = execFileSync('npx', ['biome', 'format', '--stdin-file-path=docs/openapi.json'], {
  cwd: join(import.meta.dirname, '..'),
  input: JSON.stringify(document, null, 2),
  encoding: 'utf8',
});

if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('docs/openapi.json is not up to date: run make generate and commit it.\n');
  process.exitCode = 1;
}

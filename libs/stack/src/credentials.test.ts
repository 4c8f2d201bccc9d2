import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCredentials, loadCredentials, NATS_USERS } from './credentials.js';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mealwire-credentials-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

test('secrets are made once and kept', async () => {
  const made = await loadCredentials(dataDir);
  expect(Object.keys(made.nats)).toEqual([...NATS_USERS]);
  expect(await loadCredentials(dataDir)).toEqual(made);
});

test('a data folder from before a NATS user existed gets its password, and keeps the rest', async () => {
  const { nats, ...rest } = createCredentials();
  const { reporting: _, ...older } = nats;
  const file = join(dataDir, 'credentials.json');
  await writeFile(file, JSON.stringify({ ...rest, nats: older }));
  const loaded = await loadCredentials(dataDir);
  expect(loaded).toMatchObject({ ...rest, nats: older });
  expect(loaded.nats.reporting).toMatch(/^s[0-9a-f]{48}$/);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(loaded);
});

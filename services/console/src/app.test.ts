import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHealth, createHttpServer } from '@mealwire/runtime';
import { createLogger } from '@mealwire/telemetry';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { servePage } from './app.js';

let pageRoot: string;

beforeEach(async () => {
  pageRoot = await mkdtemp(join(tmpdir(), 'mealwire-console-'));
});

afterEach(async () => {
  await rm(pageRoot, { recursive: true });
});

async function consoleUnderTest() {
  const health = createHealth();
  const logger = createLogger('console', 'silent');
  const http = createHttpServer({ logger, health, handleMetrics: () => undefined });
  await servePage(http, health, pageRoot);
  return http;
}

describe('the console', () => {
  test('serves the page fresh, its assets for ever, and both with a strict policy', async () => {
    await mkdir(join(pageRoot, 'assets'));
    await writeFile(join(pageRoot, 'index.html'), '<title>Mealwire</title>');
    await writeFile(join(pageRoot, 'assets', 'index-abc123.js'), 'export {}');
    const http = await consoleUnderTest();

    const page = await http.inject('/?user=alice');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['cache-control']).toBe('no-cache');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");

    const asset = await http.inject('/assets/index-abc123.js');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.headers['x-content-type-options']).toBe('nosniff');
    expect((await http.inject('/readyz')).statusCode).toBe(200);
  });

  test('answers an unknown address with a problem', async () => {
    const response = await (await consoleUnderTest()).inject('/nothing');
    expect(response.statusCode).toBe(404);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });

  test('is not ready before the page is built, and says how to build it', async () => {
    const response = await (await consoleUnderTest()).inject('/readyz');
    expect(response.statusCode).toBe(503);
    expect(response.body).toContain('npm run build -w @mealwire/console');
  });
});

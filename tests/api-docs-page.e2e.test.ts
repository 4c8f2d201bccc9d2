import { readFileSync } from 'node:fs';
import type { Stack } from '@mealwire/stack';
import { apiClient, devToken, eventually, startTestStack } from '@mealwire/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launchBrowser } from './phone-page-browser.js';

const document = JSON.parse(
  readFileSync(new URL('../docs/openapi.json', import.meta.url), 'utf8'),
) as { readonly paths: Readonly<Record<string, object>> };
const operations = Object.values(document.paths).flatMap((path) => Object.keys(path));

/** /docs in a real browser on the real stack, and what a page of the same origin may do. */

describe.skipIf(CHROMIUM === undefined)('the API in a browser', () => {
  let stack: Stack;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    stack = await startTestStack();
    origin = stack.info().origin;
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  /** The page, and what went wrong in it: refused by its policy, or asked of somebody else. */
  async function openDocs(path: string): Promise<{ page: Page; troubles: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
    page.setDefaultTimeout(20_000);
    const troubles: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) {
        troubles.push(`asked ${request.url()}`);
      }
    });
    await page.goto(`${origin}${path}`);
    await page.locator('.opblock').first().waitFor();
    return { page, troubles };
  }

  test.each(['/docs', '/docs/'])('%s shows every operation, from its own files', async (path) => {
    const { page, troubles } = await openDocs(path);
    expect(await page.locator('.opblock').count()).toBe(operations.length);
    await page.locator('#operations-Meal_logs-getMealLog .opblock-summary-control').click();
    await page.locator('#operations-Meal_logs-getMealLog .responses-table').waitFor();
    expect(await page.locator('#operations-Meal_logs-getMealLog').innerText()).toContain('ETag');
    expect(troubles).toEqual([]);
    await page.close();
  });

  test('a request can be tried, with a token', async () => {
    const { page, troubles } = await openDocs('/docs');
    await page.locator('button.authorize').first().click();
    await page.locator('.auth-container input').fill(await devToken(origin, 'alice'));
    await page.locator('.auth-btn-wrapper button[type=submit]').click();
    await page.locator('.auth-btn-wrapper button.btn-done').click();
    const operation = page.locator('#operations-Meal_logs-listMealLogs');
    await operation.locator('.opblock-summary-control').click();
    await operation.locator('.try-out__btn').click();
    await operation.locator('button.execute').click();
    const status = operation.locator('.live-responses-table .response-col_status').last();
    await status.waitFor();
    expect(await status.innerText()).toContain('200');
    expect(troubles).toEqual([]);
    await page.close();
  });

  test('a page of the same origin asks conditionally, and reports its quality', async () => {
    const token = await devToken(origin, 'bob');
    const api = apiClient(origin, token);
    const { body } = await api.submit({ text: 'a banana' });
    const path = `/api/v1/meal-logs/${String(body['id'])}`;
    await eventually(async () => {
      expect((await api.get(path)).body['status']).toBe('completed');
    });
    const page = await browser.newPage();
    await page.goto(`${origin}/docs`);
    const statuses = await page.evaluate(
      async ({ path, token }) => {
        const authorization = `Bearer ${token}`;
        const first = await fetch(path, { headers: { authorization } });
        const tag = first.headers.get('etag') ?? '';
        const again = await fetch(path, { headers: { authorization, 'if-none-match': tag } });
        // Without the header the browser's own cache asks, and hands out what it has.
        const cached = await fetch(path, { headers: { authorization } });
        const same = (await cached.text()) === (await first.text());
        const report = await fetch('/api/v1/quality', {
          method: 'POST',
          keepalive: true,
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify({ client: 'web', version: '0.1.0', round_trip_ms: [20] }),
        });
        return [first.status, again.status, cached.status, same, report.status];
      },
      { path, token },
    );
    expect(statuses).toEqual([200, 304, 200, true, 202]);
    await page.close();
  });
});

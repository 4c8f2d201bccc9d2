import { existsSync } from 'node:fs';
import type { Stack } from '@mealwire/stack';
import { startTestStack } from '@mealwire/testkit';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** The phone page in a real browser on the real stack; `make browser` installs a Chromium. */

const CHROMIUM = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe.skipIf(CHROMIUM === undefined)('the phone page', () => {
  let stack: Stack;
  let browser: Browser;

  beforeAll(async () => {
    stack = await startTestStack({ env: { AI_ARTIFICIAL_DELAY_MS: '400' } });
    browser = await chromium.launch({ executablePath: CHROMIUM as string, args: FLAGS });
  });

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  async function open(user: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    page.setDefaultTimeout(20_000);
    await page.goto(`${stack.info().origin}/?user=${user}`);
    await page.locator('[data-testid=connection-pill][data-state=live]').waitFor();
    return page;
  }

  async function send(page: Page, text: string): Promise<void> {
    await page.getByTestId('meal-input').fill(text);
    await page.getByTestId('send-button').click();
  }

  const card = (page: Page, text: string, status: string) =>
    page.locator(`[data-testid=meal-card][data-status=${status}]`, { hasText: text });

  test('shows a meal from processing to its items without reloading', async () => {
    const page = await open('alice');
    const meal = 'two scrambled eggs and a slice of toast';
    await send(page, meal);
    await card(page, meal, 'processing').waitFor();
    const done = card(page, meal, 'completed');
    await done.waitFor();
    expect(await done.getByTestId('meal-item').count()).toBe(2);
    const calories = Number(await done.getByTestId('total-calories').getAttribute('data-value'));
    expect(calories).toBeGreaterThan(100);
    expect(
      Number(await done.getByTestId('meal-timing').getAttribute('data-took-ms')),
    ).toBeGreaterThan(400);
    await page.close();
  });

  test('says why a meal failed', async () => {
    const page = await open('bob');
    await send(page, 'a rusty nail and two tires');
    const failed = card(page, 'rusty nail', 'failed');
    await failed.waitFor();
    expect(await failed.getByTestId('meal-trouble').getAttribute('data-reason')).toBe(
      'no_food_detected',
    );
    await page.close();
  });

  test("has yesterday's meals, and hears of those sent from another tab", async () => {
    const first = await open('carol');
    await send(first, 'a banana');
    await card(first, 'a banana', 'completed').waitFor();
    const second = await open('carol');
    await card(second, 'a banana', 'completed').waitFor();
    await send(first, 'an orange');
    await card(second, 'an orange', 'completed').waitFor();
    await Promise.all([first.close(), second.close()]);
  });

  test('is told when the gateway goes, comes back by itself, and misses nothing', async () => {
    const page = await open('dora');
    process.kill(stack.process('gateway-1').pid() as number, 'SIGKILL');
    await page.locator('[data-testid=connection-pill]:not([data-state=live])').waitFor();
    await page.locator('[data-testid=connection-pill][data-state=live]').waitFor();
    await send(page, 'a pear');
    await card(page, 'a pear', 'completed').waitFor();
    await page.close();
  });
});

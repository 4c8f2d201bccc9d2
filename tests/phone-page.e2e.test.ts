import type { Stack } from '@mealwire/stack';
import { holdAnalysis, releaseAnalysis, startTestStack } from '@mealwire/testkit';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  CHROMIUM,
  COME_BACK_MS,
  expectOneResult,
  launchBrowser,
  newContext,
  openPhone,
  phoneOn,
  reconnectsExceptSilence,
} from './phone-page-browser.js';

/** The phone page in a real browser on the real stack. */
describe.skipIf(CHROMIUM === undefined)('the phone page', () => {
  let stack: Stack;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    stack = await startTestStack({ env: { AI_ARTIFICIAL_DELAY_MS: '400' } });
    browser = await launchBrowser();
  });

  beforeEach(async () => {
    context = await newContext(browser);
  });

  afterEach(async () => {
    releaseAnalysis(stack);
    await context?.close();
  });

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const open = (user: string, options?: { state: string }) =>
    openPhone(context, stack, user, options);

  test('shows a meal from processing to its items without reloading', async () => {
    const phone = await open('alice');
    const meal = 'two scrambled eggs and a slice of toast';
    holdAnalysis(stack);
    await phone.send(meal);
    await phone.stage(meal, 'processing').waitFor();
    releaseAnalysis(stack);
    const done = phone.card(meal, 'completed');
    await done.waitFor();
    expect(await done.getByTestId('meal-item').count()).toBe(2);
    const calories = Number(await done.getByTestId('total-calories').getAttribute('data-value'));
    expect(calories).toBeGreaterThan(100);
    expect(
      Number(await done.getByTestId('meal-timing').getAttribute('data-took-ms')),
    ).toBeGreaterThan(400);
    await expectOneResult(phone, meal);
  });

  test('says why a meal failed', async () => {
    const phone = await open('bob');
    await phone.send('a rusty nail and two tires');
    const failed = phone.card('rusty nail', 'failed');
    await failed.waitFor();
    expect(await failed.getByTestId('meal-trouble').getAttribute('data-reason')).toBe(
      'no_food_detected',
    );
  });

  test('gives back a meal that the server does not take', async () => {
    const phone = await open('billy');
    const meal = `bread ${'and butter '.repeat(200)}`.trim();
    await phone.send(meal);
    const refused = phone.card('bread and butter', 'refused');
    await refused.getByTestId('meal-edit').click();
    await refused.waitFor({ state: 'detached' });
    await expect.poll(() => phone.page.getByTestId('meal-input').inputValue()).toBe(meal);
  });

  test("has yesterday's meals, and hears of those sent from another phone", async () => {
    const first = await open('carol');
    await first.send('a banana');
    await first.card('a banana', 'completed').waitFor();
    const elsewhere = await newContext(browser);
    const second = await openPhone(elsewhere, stack, 'carol');
    await second.card('a banana', 'completed').waitFor();
    await first.send('an orange');
    await second.card('an orange', 'completed').waitFor();
    await elsewhere.close();
  });

  test('is told when the gateway goes, comes back by itself, and misses nothing', {
    timeout: 2 * COME_BACK_MS,
  }, async () => {
    const phone = await open('dora');
    process.kill(stack.process('gateway-1').pid() as number, 'SIGKILL');
    await phone.page.locator('[data-testid=connection-pill]:not([data-state=live])').waitFor();
    await phone.state('live', COME_BACK_MS);
    await phone.send('a pear');
    await phone.card('a pear', 'completed').waitFor();
  });

  test('is another phone in each tab, and the same again in the next', async () => {
    const [first, second] = [await open('cleo'), await open('cleo')];
    expect(await second.deviceId()).not.toBe(await first.deviceId());
    await first.send('a mango');
    await Promise.all([expectOneResult(first, 'a mango'), expectOneResult(second, 'a mango')]);
    for (const phone of [first, second]) {
      expect(await reconnectsExceptSilence(phone)).toEqual({});
      await phone.state('live');
    }
    const id = await first.deviceId();
    await first.page.close();
    // The browser gives a page's device back a moment after it has closed it.
    await second.page.waitForFunction(async () => {
      const { held = [] } = await navigator.locks.query();
      return !held.some(({ name }) => name === 'mealwire.device.0');
    });
    const third = await open('cleo');
    expect(await third.deviceId()).toBe(id);
    await third.page.reload();
    await third.state('live');
    expect(await third.deviceId()).toBe(id);
  });

  test('says when another page has taken its place, and takes it back', async () => {
    const first = await open('dina');
    const id = (await first.deviceId()) as string;
    const copied = await newContext(browser);
    await copied.addInitScript((value) => localStorage.setItem('mealwire.device.0', value), id);
    const second = await openPhone(copied, stack, 'dina');
    await first.state('replaced');
    await first.page.getByTestId('connection-action').click();
    await first.state('live');
    await second.state('replaced');
    await first.send('a peach');
    await first.card('a peach', 'completed').waitFor();
    await copied.close();
  });

  test('says when it is logged out, keeps the meal, and sends it after the login', async () => {
    const noToken = (route: { fulfill(answer: { status: number }): Promise<void> }) =>
      route.fulfill({ status: 403 });
    await context.route('**/dev/token', noToken);
    const phone = await open('doris', { state: 'logged_out' });
    await phone.send('a kiwi');
    await phone.stage('a kiwi', 'waiting').waitFor();
    await context.unroute('**/dev/token', noToken);
    await phone.page.getByTestId('connection-action').click();
    await expectOneResult(phone, 'a kiwi');
  });

  test('says when the server does not speak with this version any more', async () => {
    const page = await context.newPage();
    await page.routeWebSocket('**/ws/meal-logs*', (socket) => socket.close({ code: 4502 }));
    await page.goto(`${stack.info().origin}/?user=edith`);
    await phoneOn(page).state('upgrade_required');
    expect(await page.getByTestId('connection-action').textContent()).toBe('Reload');
  });

  test('reads again what could not be read, and is not misled by a list that is behind', async () => {
    const phone = await open('fred');
    await phone.send('a grape');
    await phone.card('a grape', 'completed').waitFor();
    let answer: 'none' | 'late' = 'none';
    await context.route('**/api/v1/meal-logs?*', async (route) => {
      if (answer === 'none') return route.fulfill({ status: 503 });
      const response = await route.fetch();
      const list = (await response.json()) as { items: object[] };
      const items = list.items.map((item) => ({
        ...item,
        status: 'processing',
        completed_at: null,
      }));
      return route.fulfill({ response, json: { ...list, items } });
    });
    await phone.page.reload();
    await phone.page.getByTestId('load-error').waitFor();
    answer = 'late';
    await phone.card('a grape', 'completed').waitFor();
    await phone.page.getByTestId('load-error').waitFor({ state: 'detached' });
  });

  test('works where the browser forbids it to remember', async () => {
    await context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }
    });
    const phone = await open('erin');
    await phone.send('a pineapple');
    await expectOneResult(phone, 'a pineapple');
  });
});

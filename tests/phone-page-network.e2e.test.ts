import type { Stack } from '@mealwire/stack';
import { holdAnalysis, releaseAnalysis, startTestStack } from '@mealwire/testkit';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
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
  storedMeals,
  storedWithStatus,
} from './phone-page-browser.js';

/** A page looks every 5 s for pages that were closed, and takes the second look. */
const TWO_LOOKS_MS = 40_000;

/** The phone page while networks, gateways and pages come and go. */
describe.skipIf(CHROMIUM === undefined)('the phone page on a bad day', () => {
  let stack: Stack;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    stack = await startTestStack({ env: { AI_ARTIFICIAL_DELAY_MS: '100' } });
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

  /**
   * Submissions of pages that are opened from now on fail before they leave, until they are let
   * through. In the page, not by a route: what waits there is let through when its page closes.
   */
  async function keepSubmissionsBack() {
    let isLost = true;
    await context.exposeFunction('isSubmissionLost', () => isLost);
    await context.addInitScript(() => {
      const { fetch, isSubmissionLost } = window as unknown as {
        readonly fetch: typeof globalThis.fetch;
        readonly isSubmissionLost: () => Promise<boolean>;
      };
      window.fetch = async (input, init) => {
        const { url } = new Request(input, init);
        if (url.endsWith('/natural') && (await isSubmissionLost())) throw new TypeError('lost');
        return fetch(input, init);
      };
    });
    return {
      letThrough: () => {
        isLost = false;
      },
    };
  }

  /** The server has what is submitted, and its answers are lost, until they are let through. */
  async function loseAnswers() {
    let isLost = true;
    await context.route('**/api/v1/meal-logs/natural', async (route: Route) => {
      if (!isLost) return route.continue();
      await route.fetch();
      return route.abort();
    });
    return {
      letThrough: () => {
        isLost = false;
      },
    };
  }

  test('has the result once that came while it was offline', async () => {
    const phone = await openPhone(context, stack, 'alice');
    holdAnalysis(stack);
    await phone.send('a banana');
    await phone.stage('a banana', 'processing').waitFor();
    await context.setOffline(true);
    await phone.state('offline');
    releaseAnalysis(stack);
    await storedWithStatus(stack, 'alice', 'completed');
    await phone.stage('a banana', 'processing').waitFor();
    await context.setOffline(false);
    await expectOneResult(phone, 'a banana');
    await phone.state('live');
  });

  test('shows at once what is logged offline, and sends it when it can', async () => {
    const phone = await openPhone(context, stack, 'bob');
    await context.setOffline(true);
    await phone.state('offline');
    await phone.send('an orange');
    await phone.stage('an orange', 'waiting').waitFor();
    await context.setOffline(false);
    await expectOneResult(phone, 'an orange');
    expect(await storedMeals(stack, 'bob')).toHaveLength(1);
  });

  test('brings a meal through a reload that the server has not seen', async () => {
    const submissions = await keepSubmissionsBack();
    const phone = await openPhone(context, stack, 'carol');
    await phone.send('a pear');
    await phone.stage('a pear', 'sending').waitFor();
    await phone.page.reload();
    await phone.card('a pear', 'processing').waitFor();
    submissions.letThrough();
    await expectOneResult(phone, 'a pear');
    expect(await storedMeals(stack, 'carol')).toHaveLength(1);
  });

  test('logs a meal once whose answer was lost before a reload', async () => {
    const phone = await openPhone(context, stack, 'dora');
    holdAnalysis(stack);
    const answers = await loseAnswers();
    await phone.send('an apple');
    await storedWithStatus(stack, 'dora', 'processing');
    await phone.page.reload();
    await phone.card('an apple', 'processing').waitFor();
    answers.letThrough();
    releaseAnalysis(stack);
    await expectOneResult(phone, 'an apple');
    expect(await storedMeals(stack, 'dora')).toHaveLength(1);
  });

  test('sends what another, closed tab could not send', async () => {
    const submissions = await keepSubmissionsBack();
    const first = await openPhone(context, stack, 'edith');
    const second = await openPhone(context, stack, 'edith');
    await second.send('a grape');
    await second.stage('a grape', 'sending').waitFor();
    await Promise.all([first.page.close(), second.page.close()]);
    const third = await openPhone(context, stack, 'edith');
    await third.card('a grape', 'processing').waitFor({ timeout: TWO_LOOKS_MS });
    submissions.letThrough();
    await expectOneResult(third, 'a grape');
    expect(await storedMeals(stack, 'edith')).toHaveLength(1);
  });

  test('sends what a tab that was closed beside it could not send', async () => {
    const submissions = await keepSubmissionsBack();
    const staying = await openPhone(context, stack, 'erika');
    const closed = await openPhone(context, stack, 'erika');
    await closed.send('a plum');
    await closed.stage('a plum', 'sending').waitFor();
    await closed.page.close();
    await staying.card('a plum', 'processing').waitFor({ timeout: TWO_LOOKS_MS });
    submissions.letThrough();
    await expectOneResult(staying, 'a plum');
    expect(await storedMeals(stack, 'erika')).toHaveLength(1);
  });

  test('has the result once of a meal that the gateway died under', {
    timeout: 2 * COME_BACK_MS,
  }, async () => {
    const phone = await openPhone(context, stack, 'flora');
    holdAnalysis(stack);
    await phone.send('a kiwi');
    await phone.stage('a kiwi', 'processing').waitFor();
    process.kill(stack.process('gateway-1').pid() as number, 'SIGKILL');
    await phone.page.locator('[data-testid=connection-pill]:not([data-state=live])').waitFor();
    releaseAnalysis(stack);
    await expectOneResult(phone, 'a kiwi');
    await phone.state('live', COME_BACK_MS);
  });

  test('is put away by the system, and has the result when it is back', async () => {
    const phone = await openPhone(context, stack, 'grace');
    holdAnalysis(stack);
    await phone.send('a peach');
    await phone.stage('a peach', 'processing').waitFor();
    // A headless page cannot be frozen: it is only told.
    await phone.page.evaluate(() => document.dispatchEvent(new Event('freeze')));
    await phone.state('background');
    releaseAnalysis(stack);
    await storedWithStatus(stack, 'grace', 'completed');
    await phone.page.evaluate(() => document.dispatchEvent(new Event('resume')));
    await expectOneResult(phone, 'a peach');
    expect(await reconnectsExceptSilence(phone)).toEqual({ foreground: 1 });
  });

  test('stays connected in a hidden tab, and asks whether it still is when it is seen', async () => {
    const phone = await openPhone(context, stack, 'henry');
    const show = (state: string) =>
      phone.page.evaluate((visibilityState) => {
        Object.defineProperty(document, 'visibilityState', {
          get: () => visibilityState,
          configurable: true,
        });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await phone.send('an apple');
    await show('hidden');
    await expectOneResult(phone, 'an apple');
    await phone.state('live');
    expect(await phone.reconnects()).toEqual({});
    await show('visible');
    await phone.state('live');
    expect(await reconnectsExceptSilence(phone)).toEqual({});
  });

  describe('without a WebSocket', () => {
    /** Answers handshakes as a proxy in between may do, until it is opened. */
    async function blockWebSocket(page: Page, how: 'refused' | 'deaf') {
      let isBlocked = true;
      let pongs = 0;
      await page.routeWebSocket('**/ws/meal-logs*', (socket) => {
        if (isBlocked) {
          if (how === 'refused') socket.close({ code: 1011 });
          return;
        }
        const server = socket.connectToServer();
        server.onMessage((message) => {
          if (String(message).includes('"pong"')) pongs += 1;
          socket.send(message);
        });
      });
      return {
        open: () => {
          isBlocked = false;
        },
        pongs: () => pongs,
      };
    }

    /** How GETs of single meals were answered. */
    function watchPolls(page: Page): readonly number[] {
      const answers: number[] = [];
      page.on('response', (response) => {
        if (/\/meal-logs\/[0-9a-f]{32}$/.test(response.url())) answers.push(response.status());
      });
      return answers;
    }

    test.each(['refused', 'deaf'] as const)('polls for the result: %s', async (how) => {
      const page = await context.newPage();
      await blockWebSocket(page, how);
      await page.goto(`${stack.info().origin}/?user=harry-${how}`);
      const phone = phoneOn(page);
      await phone.send('a mango');
      await phone.card('a mango').getByTestId('polling-hint').waitFor();
      await phone.card('a mango', 'completed').waitFor({ timeout: 10_000 });
      await expectOneResult(phone, 'a mango');
      expect(await phone.outcomes()).toMatchObject({ polling: 1 });
    });

    test('stops polling when the socket is verified', async () => {
      const page = await context.newPage();
      const socket = await blockWebSocket(page, 'refused');
      const polls = watchPolls(page);
      await page.goto(`${stack.info().origin}/?user=ivy`);
      const phone = phoneOn(page);
      holdAnalysis(stack);
      await phone.send('a pineapple');
      await phone.card('a pineapple').getByTestId('polling-hint').waitFor();
      await expect.poll(() => polls.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
      // The server need not send again what has not changed.
      expect(polls.slice(0, 2)).toEqual([200, 304]);
      socket.open();
      // By itself it may wait for half a minute by now: it has been refused some five times.
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await phone.state('live');
      await phone.card('a pineapple').getByTestId('polling-hint').waitFor({ state: 'detached' });
      await expect.poll(socket.pongs).toBeGreaterThanOrEqual(1);
      const before = polls.length;
      // As long as it is awaited there is a ping every 5 s: longer than the next poll would take.
      await expect.poll(socket.pongs, { timeout: 20_000 }).toBeGreaterThanOrEqual(3);
      expect(polls.length).toBe(before);
      releaseAnalysis(stack);
      await expectOneResult(phone, 'a pineapple');
      expect(await phone.outcomes()).toMatchObject({ socket: 1 });
    });
  });
});

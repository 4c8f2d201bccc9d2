import type { Stack } from '@mealwire/stack';
import { devToken, holdAnalysis, releaseAnalysis, startTestStack } from '@mealwire/testkit';
import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  CHROMIUM,
  launchBrowser,
  listIsCurrent,
  newContext,
  openPhone,
  type PhonePage,
  storedMeals,
} from './phone-page-browser.js';

const MEAL = 'two scrambled eggs and a slice of toast';

/** What a user does to a meal on the page, and what the user's other tab shows of it. */
describe.skipIf(CHROMIUM === undefined)('a meal that is put right on the phone page', () => {
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

  /** Two tabs of one user, both with the finished meal. */
  async function twoTabs(user: string, meal = MEAL, status = 'completed') {
    const first = await openPhone(context, stack, user);
    const second = await openPhone(context, stack, user);
    await first.send(meal);
    await Promise.all([first, second].map((phone) => phone.card(meal, status).waitFor()));
    return { first, second };
  }

  const itemOf = (phone: PhonePage, name: string): Locator =>
    phone.card(MEAL).getByTestId('meal-item').filter({ hasText: name });

  async function setAmount(phone: PhonePage, name: string, amount: string): Promise<void> {
    const item = itemOf(phone, name);
    await item.getByTestId('item-edit').click();
    await item.getByTestId('item-amount').fill(amount);
    await item.getByTestId('item-save').click();
  }

  const calories = async (phone: PhonePage) =>
    Number(await phone.card(MEAL).getByTestId('total-calories').getAttribute('data-value'));

  test('is right in the other tab at once: amount, food, an item less, an item more', async () => {
    const { first, second } = await twoTabs('ada');
    const before = await calories(second);
    await setAmount(first, 'egg', '4');
    await second.card(MEAL).getByTestId('corrected').waitFor();
    await expect.poll(() => calories(second)).toBeGreaterThan(before);
    await expect.poll(() => calories(first)).toBe(await calories(second));

    const egg = itemOf(second, 'egg');
    await egg.getByTestId('item-edit').click();
    const chosen = (await egg.getByTestId('alternative').first().textContent()) ?? '';
    await egg.getByTestId('alternative').first().click();
    await first.card(MEAL).getByTestId('meal-item').filter({ hasText: chosen }).waitFor();

    await first.card(MEAL).getByTestId('meal-add').click();
    await first.card(MEAL).getByTestId('add-text').fill('a glass of milk');
    await first.card(MEAL).getByTestId('add-save').click();
    await itemOf(second, 'milk').waitFor();

    await itemOf(second, 'milk').getByTestId('item-edit').click();
    await itemOf(second, 'milk').getByTestId('item-remove').click();
    await itemOf(first, 'milk').waitFor({ state: 'detached' });
    expect(await first.card(MEAL).getByTestId('meal-item').count()).toBe(2);

    await listIsCurrent(stack, 'ada');
    await first.page.reload();
    await first.card(MEAL).getByTestId('corrected').waitFor();
    await expect.poll(() => calories(first)).toBe(await calories(second));
  });

  test('is gone in both tabs, once that is confirmed', async () => {
    const { first, second } = await twoTabs('bea');
    await first.card(MEAL).getByTestId('meal-delete').click();
    await first.page.keyboard.press('Escape');
    await first.card(MEAL).getByTestId('confirm-delete').waitFor({ state: 'detached' });
    await first.card(MEAL).getByTestId('meal-delete').click();
    await first.card(MEAL).getByTestId('delete-confirmed').click();
    await Promise.all(
      [first, second].map((phone) => phone.card(MEAL).waitFor({ state: 'detached' })),
    );
    await second.page.reload();
    await second.state('live');
    await expect.poll(() => second.page.locator('.empty').count()).toBe(1);
    expect(await storedMeals(stack, 'bea')).toEqual([]);
  });

  test('is analysed again: both tabs wait for it, and have its new result', async () => {
    const { first, second } = await twoTabs('cora');
    await setAmount(first, 'egg', '4');
    await second.card(MEAL).getByTestId('corrected').waitFor();
    holdAnalysis(stack);
    await first.card(MEAL).getByTestId('meal-retry').click();
    await Promise.all([first, second].map((phone) => phone.card(MEAL, 'processing').waitFor()));
    releaseAnalysis(stack);
    await Promise.all([first, second].map((phone) => phone.card(MEAL, 'completed').waitFor()));
    for (const phone of [first, second]) {
      expect(await phone.card(MEAL).getByTestId('corrected').count()).toBe(0);
      const { socket, polling } = await phone.outcomes();
      expect({ socket, polling }).toEqual({ socket: 2, polling: 0 });
    }
    const timing = first.card(MEAL).getByTestId('meal-timing');
    expect(Number(await timing.getAttribute('data-took-ms'))).toBeGreaterThan(400);
  });

  test('that failed has a result as soon as the user says what it was', async () => {
    const meal = 'a rusty nail and two tires';
    const { first, second } = await twoTabs('dinah', meal, 'failed');
    await first.card(meal).getByTestId('meal-add').click();
    await first.card(meal).getByTestId('add-text').fill('xyzzy');
    await first.card(meal).getByTestId('add-save').click();
    const trouble = first.card(meal).getByTestId('change-trouble');
    await trouble.waitFor();
    expect(await trouble.textContent()).toContain('could not find any food');
    await first.card(meal).getByTestId('add-text').fill('an apple');
    await first.card(meal).getByTestId('add-save').click();
    await Promise.all([first, second].map((phone) => phone.card(meal, 'completed').waitFor()));
    expect(await second.card(meal).getByTestId('meal-item').count()).toBe(1);
  });

  test('by two at once is right for the first, and the other is shown what it is now', async () => {
    const { first, second } = await twoTabs('edda');
    const { origin } = stack.info();
    const token = await devToken(origin, 'edda');
    // Between the tap and the server somebody else is faster.
    await second.page.route('**/api/v1/meal-logs/*', async (route) => {
      if (route.request().method() === 'PATCH') {
        const headers = {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        };
        const body = JSON.stringify({ items: [{ op: 'add', text: 'a banana' }] });
        await fetch(route.request().url(), { method: 'PATCH', headers, body });
      }
      await route.continue();
    });
    await setAmount(second, 'egg', '4');
    const trouble = second.card(MEAL).getByTestId('change-trouble');
    await trouble.waitFor();
    expect(await trouble.getAttribute('data-reason')).toBe('version_conflict');
    expect(await trouble.textContent()).toContain('changed somewhere else');
    await Promise.all([first, second].map((phone) => itemOf(phone, 'anana').waitFor()));
    await expect.poll(() => calories(first)).toBe(await calories(second));
  });
});

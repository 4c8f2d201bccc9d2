import { existsSync } from 'node:fs';
import type { Stack } from '@mealwire/stack';
import { apiClient, devToken, eventually } from '@mealwire/testkit';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';

/** A real browser for the phone page; `make browser` installs a Chromium. */
export const CHROMIUM = [
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

/** Twice the longest pause of a page that has been refused for a while: it comes back by itself. */
export const COME_BACK_MS = 60_000;

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM as string, args: FLAGS });
}

/** A browser of its own: nothing that another one has stored. */
export async function newContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  context.setDefaultTimeout(20_000);
  return context;
}

/** The page as a user sees it. */
export interface PhonePage {
  readonly page: Page;
  /** Waits until the connection is in this state. */
  state(name: string, timeoutMs?: number): Promise<void>;
  send(text: string): Promise<void>;
  card(text: string, status?: string): Locator;
  /** A meal that is shown without an outcome, and where it is. */
  stage(text: string, name: string): Locator;
  /** Outcomes that were shown since the page was loaded, by the way they came. */
  outcomes(): Promise<Record<'socket' | 'replay' | 'polling', number>>;
  /** Connections after the first one since the page was loaded, by cause. */
  reconnects(): Promise<Record<string, number>>;
  deviceId(): Promise<string | null>;
}

export async function openPhone(
  context: BrowserContext,
  stack: Stack,
  user: string,
  { state = 'live' } = {},
): Promise<PhonePage> {
  const page = await context.newPage();
  const phone = phoneOn(page);
  await page.goto(`${stack.info().origin}/?user=${user}`);
  await phone.state(state);
  return phone;
}

export function phoneOn(page: Page): PhonePage {
  const card = (text: string, status?: string) => {
    const isStatus = status === undefined ? '' : `[data-status=${status}]`;
    return page.locator(`[data-testid=meal-card]${isStatus}`, { hasText: text });
  };
  const count = async (channel: string) =>
    Number(await page.getByTestId(`outcomes-${channel}`).getAttribute('data-value'));
  return {
    page,
    card,
    state: (name, timeout) =>
      page
        .locator(`[data-testid=connection-pill][data-state=${name}]`)
        .waitFor(timeout === undefined ? {} : { timeout }),
    send: async (text) => {
      await page.getByTestId('meal-input').fill(text);
      await page.getByTestId('send-button').click();
    },
    stage: (text, name) =>
      card(text, 'processing').locator(`[data-testid=meal-stage][data-stage=${name}]`),
    outcomes: async () => ({
      socket: await count('socket'),
      replay: await count('replay'),
      polling: await count('polling'),
    }),
    reconnects: async () => {
      const causes = await page.locator('[data-testid=reconnects] [data-cause]').all();
      const entries = causes.map(
        async (cause): Promise<[string, number]> => [
          (await cause.getAttribute('data-cause')) ?? '',
          Number(await cause.getAttribute('data-value')),
        ],
      );
      return Object.fromEntries(await Promise.all(entries));
    },
    deviceId: () => page.getByTestId('device').getAttribute('data-device-id'),
  };
}

/** The meal is shown with its result, in one card, and its outcome came to this page once. */
export async function expectOneResult(phone: PhonePage, text: string): Promise<void> {
  await phone.card(text, 'completed').waitFor();
  expect(await phone.card(text).count()).toBe(1);
  const { socket, replay, polling } = await phone.outcomes();
  expect(socket + replay + polling).toBe(1);
}

/** What the server has of a user. */
export async function storedMeals(
  stack: Stack,
  user: string,
): Promise<readonly { readonly text: string; readonly status: string }[]> {
  const { origin } = stack.info();
  const { body } = await apiClient(origin, await devToken(origin, user)).get('/api/v1/meal-logs');
  return body['items'] as { text: string; status: string }[];
}

export async function storedWithStatus(stack: Stack, user: string, status: string): Promise<void> {
  await eventually(async () => {
    expect(await storedMeals(stack, user)).toMatchObject([{ status }]);
  });
}

/** The list has what single reads have: it follows a moment later. */
export async function listIsCurrent(stack: Stack, user: string): Promise<void> {
  const { origin } = stack.info();
  const api = apiClient(origin, await devToken(origin, user));
  await eventually(async () => {
    const { body } = await api.get('/api/v1/meal-logs');
    for (const { id, version } of body['items'] as { id: string; version: number }[]) {
      expect((await api.get(`/api/v1/meal-logs/${id}`)).body['version']).toBe(version);
    }
  });
}

/** Connections after the first one, but for those after a pong that a busy machine held up. */
export async function reconnectsExceptSilence(phone: PhonePage): Promise<Record<string, number>> {
  const causes = await phone.reconnects();
  delete causes['silence'];
  return causes;
}

import { createMealwireClient } from '@mealwire/client';
import type { Stack } from '@mealwire/stack';
import {
  apiClient,
  devToken,
  eventually,
  type FaultProxy,
  startFaultProxy,
  startTestStack,
  untilInFeed,
} from '@mealwire/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type ClientPhone, openClientPhone } from './client-phone.js';

/** What the app's team listed, with real sockets: REST goes straight, sockets through a proxy. */

const ANALYSIS_MS = 1_000;

let stack: Stack;
let origin: string;
let wifi: FaultProxy;
let cellular: FaultProxy;
let address: () => string;
let phones: ClientPhone[];
let users = 0;
let user: string;

beforeAll(async () => {
  stack = await startTestStack({ env: { AI_ARTIFICIAL_DELAY_MS: String(ANALYSIS_MS) } });
  origin = stack.info().origin;
});

afterAll(() => stack?.stop());

beforeEach(async () => {
  users += 1;
  user = `user-${users}`;
  phones = [];
  const targetPort = Number(new URL(origin).port);
  wifi = await startFaultProxy({ targetPort, random: () => 0 });
  cellular = await startFaultProxy({ targetPort, random: () => 0 });
  address = () => wifi.origin;
});

afterEach(async () => {
  for (const { client } of phones) client.close();
  await Promise.all([wifi.stop(), cellular.stop()]);
});

async function phone(): Promise<ClientPhone> {
  const opened = openClientPhone({
    token: await devToken(origin, user),
    http: () => origin,
    sockets: () => address(),
  });
  phones.push(opened);
  return opened;
}

async function connected(): Promise<ClientPhone> {
  const opened = await phone();
  opened.client.connect();
  await isLive(opened);
  return opened;
}

function isLive({ client }: ClientPhone): Promise<void> {
  return eventually(() => expect(client.status().isWebSocketConnected).toBe(true));
}

/** Every meal once, however it came. */
async function hasShown({ shown, client }: ClientPhone, ids: readonly string[]): Promise<void> {
  await eventually(() => expect(shown.length).toBeGreaterThanOrEqual(ids.length), {
    timeoutMs: 20_000,
  });
  expect(shown.map(({ mealLogId }) => mealLogId).toSorted()).toEqual([...ids].toSorted());
  expect(client.waiting()).toEqual([]);
}

async function hasEnded(mealLogId: string): Promise<void> {
  const api = apiClient(origin, await devToken(origin, user));
  await eventually(async () => {
    const { body } = await api.get(`/api/v1/meal-logs/${mealLogId}`);
    expect(body['status']).toBe('completed');
  });
  await untilInFeed(stack, user, mealLogId);
}

describe('a phone', () => {
  test('(1) whose socket works has the result within a second, without polling', async () => {
    const opened = await connected();
    const ids = [];
    for (const text of ['an apple', 'two eggs', 'a cup of coffee']) {
      ids.push(opened.client.submit({ text }).localId);
      await hasShown(opened, ids);
    }
    expect(opened.shown.map(({ how }) => how)).toEqual(['socket', 'socket', 'socket']);
    // The best of three: the machine may be busy, the way may not be long.
    expect(Math.min(...opened.shown.map(({ delayMs }) => delayMs))).toBeLessThan(1_000);
    expect(opened.polls()).toBe(0);
  });

  test('(2) whose socket fails polls, and stops; (3) when it recovers, it does not poll', async () => {
    const opened = await connected();
    wifi.halfOpen(1);
    const { localId } = opened.client.submit({ text: 'an apple' });
    await hasShown(opened, [localId]);
    expect(opened.shown.map(({ how }) => how)).toEqual(['polling']);
    expect(opened.shown[0]?.delayMs).toBeLessThan(15_000);

    wifi.heal();
    opened.client.connect();
    await isLive(opened);
    const polls = opened.polls();
    const second = opened.client.submit({ text: 'two eggs' });
    await hasShown(opened, [localId, second.localId]);
    expect(opened.shown.at(-1)?.how).toBe('socket');
    expect(opened.polls()).toBe(polls);
  });

  test('that changes its network in between moves its socket', async () => {
    const opened = await connected();
    const { localId } = opened.client.submit({ text: 'an apple' });
    await eventually(() => expect(opened.client.waiting()).toHaveLength(1));
    wifi.halfOpen(1);
    address = () => cellular.origin;
    opened.client.networkChanged();
    await hasShown(opened, [localId]);
    expect(opened.client.status()).toMatchObject({ state: 'live', cause: 'network_changed' });
    expect(cellular.connections()).toBe(1);
  });

  test('that is put away while a meal is analysed has the result when it comes back', async () => {
    const opened = await connected();
    const { localId } = opened.client.submit({ text: 'an apple' });
    await eventually(() => expect(opened.client.waiting()).toHaveLength(1));
    opened.client.background();
    await hasEnded(localId);
    expect(opened.shown).toEqual([]);
    opened.client.foreground();
    await hasShown(opened, [localId]);
    expect(opened.shown[0]?.how).toBe('replay');
    expect(opened.polls()).toBe(0);
  });

  test('that sends several meals in quick succession sees each once', async () => {
    const opened = await connected();
    const texts = ['an apple', 'two eggs', 'a banana', 'a cup of coffee', 'toast with butter'];
    await hasShown(
      opened,
      texts.map((text) => opened.client.submit({ text }).localId),
    );
    expect(opened.polls()).toBe(0);
  });

  test('whose socket opens after the submission misses nothing', async () => {
    const api = apiClient(origin, await devToken(origin, user));
    await api.submit({ text: 'an apple', client_id: 'early' });
    await hasEnded('early');
    await hasShown(await connected(), ['early']);
  });

  test('that has never connected brings its socket up with the first meal', async () => {
    const opened = await phone();
    const { localId } = opened.client.submit({ text: 'an apple' });
    await hasShown(opened, [localId]);
    expect(opened.shown[0]?.how).toBe('socket');
    // Once where the welcome was read a moment before it could name the meal.
    expect(opened.polls()).toBeLessThanOrEqual(1);
  });
});

describe('a token', () => {
  test('that no gateway takes ends the trying instead of looping', async () => {
    let attempts = 0;
    const client = createMealwireClient({
      origin,
      token: async () => 'not.a.token',
      webSocket: (url, protocols) => {
        attempts += 1;
        return new WebSocket(url, protocols);
      },
    });
    client.connect();
    await eventually(() => expect(client.status().state).toBe('logged_out'));
    expect(attempts).toBeLessThanOrEqual(3);
    client.close();
  });
});

describe('a client of another protocol', () => {
  test('is told so, and stays away', async () => {
    const token = await devToken(origin, user);
    const client = createMealwireClient({
      origin,
      token: async () => token,
      webSocket: (url) => new WebSocket(url, ['mealwire.v9', `bearer.${token}`]),
    });
    client.connect();
    await eventually(() => expect(client.status().state).toBe('upgrade_required'));
    client.close();
  });
});

import type { MealwireClient } from '@mealwire/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Device } from '../device/device.js';
import { bringLeftovers, LOOK_MS } from './leftovers.js';

/** Devices of other pages, of which some are vacant; each with as many unsent meals as are named. */
let vacant: string[];
let unsent: Record<string, number>;
/** Whether somebody else is faster. */
let isRefused: boolean;
let stoodIn: string[];
let stop: AbortController;

function device(id: string): Device {
  return {
    id,
    slot: 0,
    storage: () => {
      throw new Error('of no use here');
    },
    vacant: async () => vacant.map(device),
    standIn: async (task) => {
      if (isRefused) return false;
      stoodIn.push(id);
      void task();
      return true;
    },
  };
}

/** As much of a client as a visit uses; its meals stay unsent. */
function open({ id }: Device): MealwireClient {
  const meals = Array.from({ length: unsent[id] ?? 0 }, () => ({}));
  return {
    loaded: Promise.resolve(),
    unsent: () => meals,
    close: () => undefined,
    connect: () => undefined,
    networkChanged: () => undefined,
    foreground: () => undefined,
    background: () => undefined,
    onSubmission: () => () => undefined,
  } as unknown as MealwireClient;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('navigator', { onLine: true });
  vacant = [];
  unsent = { other: 1 };
  isRefused = false;
  stoodIn = [];
  stop = new AbortController();
  bringLeftovers({
    device: device('mine'),
    open,
    signal: stop.signal,
    meals: { restore: () => undefined, changed: () => undefined, isProcessing: () => true },
    watch: () => undefined,
  });
});

afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const look = () => vi.advanceTimersByTimeAsync(LOOK_MS);

test('a device is stood in for when it is vacant at two looks in a row, and once', async () => {
  vacant = ['other'];
  await look();
  expect(stoodIn).toEqual([]);
  await look();
  expect(stoodIn).toEqual(['other']);
  await look();
  expect(stoodIn).toEqual(['other']);
});

test('not while its page is only reloaded', async () => {
  for (let reload = 0; reload < 3; reload += 1) {
    vacant = ['other'];
    await look();
    vacant = [];
    await look();
  }
  expect(stoodIn).toEqual([]);
});

test('not for a device that has nothing to send', async () => {
  vacant = ['other'];
  unsent = {};
  for (let n = 0; n < 4; n += 1) await look();
  expect(stoodIn).toEqual([]);
});

test('again where somebody else was faster', async () => {
  vacant = ['other'];
  isRefused = true;
  for (let n = 0; n < 2; n += 1) await look();
  isRefused = false;
  for (let n = 0; n < 2; n += 1) await look();
  expect(stoodIn).toEqual(['other']);
});

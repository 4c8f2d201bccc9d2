import { describe, expect, test } from 'vitest';
import type { Happening, Received } from './history.js';
import { judge, keptEveryPromise } from './judge.js';

/** Histories by hand: user `ann` with a phone and a tablet, two meals, everything well. */

const feed = (meal: string, sequence: number, type = 'meal_log.completed'): Happening => ({
  kind: 'feed',
  user: 'ann',
  sequence,
  event: `outcome.${meal}`,
  meal,
  type,
});

const accepted = (meal: string): Happening[] => [
  { kind: 'submitted', user: 'ann', meal },
  { kind: 'accepted', user: 'ann', meal, attempts: 1 },
];

const received = (device: string, meal: string, more: Partial<Received> = {}): Received => ({
  kind: 'received',
  user: 'ann',
  device,
  connection: 1,
  event: `outcome.${meal}`,
  meal,
  type: 'meal_log.completed',
  cursor: `cursor of ${meal}`,
  prev: null,
  isNew: true,
  follows: true,
  ...more,
});

const state = (meal: string, status = 'completed'): Happening => ({
  kind: 'state',
  user: 'ann',
  meal,
  status,
});

const devices: Happening[] = [
  { kind: 'device', user: 'ann', device: 'phone', phone: 'cursor' },
  { kind: 'device', user: 'ann', device: 'tablet', phone: 'sse' },
];
const meals = [...accepted('egg'), ...accepted('toast')];
const feeds = [feed('egg', 5), feed('toast', 9)];
const states = [state('egg'), state('toast')];
const onPhone = [received('phone', 'egg'), received('phone', 'toast')];
const onTablet = [received('tablet', 'egg'), received('tablet', 'toast')];
const well = [...devices, ...meals, ...feeds, ...onPhone, ...onTablet, ...states];

describe('a history without a fault', () => {
  test('keeps every promise', () => {
    const verdict = judge(well);
    expect(verdict).toMatchObject({ accepted: 2, owed: 4, delivered: 4, rawDuplicates: 0 });
    expect(keptEveryPromise(verdict)).toBe(true);
  });

  test('may have repetitions that the client recognised; they are counted', () => {
    const again = received('phone', 'egg', { isNew: false, connection: 2 });
    const verdict = judge([...well, again, again]);
    expect(verdict).toMatchObject({ rawDuplicates: 2, sameConnectionDuplicates: 1 });
    expect(keptEveryPromise(verdict)).toBe(true);
  });

  test('may have a meal that only a reload over REST brought', () => {
    const reloaded: Happening = {
      kind: 'reloaded',
      user: 'ann',
      device: 'tablet',
      connection: 2,
      meals: [
        { id: 'egg', status: 'completed' },
        { id: 'toast', status: 'failed' },
      ],
    };
    const verdict = judge([...devices, ...meals, ...feeds, ...onPhone, reloaded, ...states]);
    expect(verdict).toMatchObject({ delivered: 4, byReload: 2 });
    expect(keptEveryPromise(verdict)).toBe(true);
  });

  test('tells a gap that the client saw, and a replay that was not possible', () => {
    const welcomed: Happening = {
      kind: 'welcomed',
      user: 'ann',
      device: 'phone',
      connection: 2,
      gateway: 'http://gateway',
      recovered: false,
      replayed: 0,
      cursor: 'x',
    };
    const gap = received('tablet', 'toast', { follows: false });
    const history = [...devices, ...meals, ...feeds, ...onPhone, welcomed, ...states];
    const verdict = judge([...history, received('tablet', 'egg'), gap]);
    expect(verdict).toMatchObject({ gaps: 1, unrecovered: 1 });
  });
});

describe('a broken promise is found:', () => {
  const without = (...gone: readonly Happening[]): Happening[] =>
    well.filter((happening) => !gone.includes(happening));

  test('a meal that one device never got', () => {
    const verdict = judge(without(onTablet[1] as Happening));
    expect(verdict.lost).toEqual([
      { user: 'ann', device: 'tablet', meal: 'toast', why: 'in the feed, not delivered' },
    ]);
    expect(verdict.delivered).toBe(3);
    expect(keptEveryPromise(verdict)).toBe(false);
  });

  test('a meal without an outcome, on every device and over REST', () => {
    const verdict = judge([
      ...without(...feeds, ...onPhone, ...onTablet, ...states),
      feed('egg', 5),
      received('phone', 'egg'),
      received('tablet', 'egg'),
      state('egg'),
      state('toast', 'processing'),
    ]);
    expect(verdict.lost.map(({ why }) => why)).toEqual(Array(2).fill('no outcome in the feed'));
    expect(verdict.restDisagreements).toMatchObject([
      { meal: 'toast', why: 'REST says processing, the feed ended' },
    ]);
  });

  test('a reload that saw the meal still processing does not count', () => {
    const reloaded: Happening = {
      kind: 'reloaded',
      user: 'ann',
      device: 'tablet',
      connection: 2,
      meals: [{ id: 'toast', status: 'processing' }],
    };
    expect(judge([...without(onTablet[1] as Happening), reloaded]).lost).toHaveLength(1);
  });

  test('outcomes in another order than the feed', () => {
    const verdict = judge([
      ...without(...onTablet),
      received('tablet', 'toast'),
      received('tablet', 'egg'),
    ]);
    expect(verdict.outOfOrder).toEqual([
      { user: 'ann', device: 'tablet', meal: 'egg', why: '5 after 9' },
    ]);
    expect(keptEveryPromise(verdict)).toBe(false);
  });

  test('a meal shown twice', () => {
    const verdict = judge([...well, received('phone', 'toast', { cursor: 'another' })]);
    expect(verdict.visibleDuplicates).toMatchObject([{ device: 'phone', why: 'shown twice' }]);
    expect(keptEveryPromise(verdict)).toBe(false);
  });

  test('two outcomes of one meal', () => {
    const verdict = judge([...well, feed('toast', 10, 'meal_log.failed')]);
    expect(verdict.visibleDuplicates).toMatchObject([
      { meal: 'toast', why: '2 times in the feed' },
    ]);
  });

  test('REST that says something else than the feed, or nothing', () => {
    const verdict = judge([...without(...states), state('egg', 'failed')]);
    expect(verdict.restDisagreements.map(({ why }) => why)).toEqual([
      'REST says failed, the feed completed',
      'REST says missing, the feed completed',
    ]);
  });

  test('a submission refused, one never accepted, a phone sent away for good', () => {
    const verdict = judge([
      ...well,
      { kind: 'refused', user: 'ann', meal: 'egg', method: 'POST', status: 409, answer: {} },
      { kind: 'submitted', user: 'ann', meal: 'tea' },
      {
        kind: 'disconnected',
        user: 'ann',
        device: 'phone',
        connection: 1,
        reason: 'replaced',
        code: 4500,
      },
    ]);
    expect(verdict.others.map(({ why }) => why)).toEqual([
      'POST answered 409',
      'dismissed: 4500 replaced',
      'submitted, never accepted',
    ]);
    expect(keptEveryPromise(verdict)).toBe(false);
  });

  test("another user's meal", () => {
    const verdict = judge([...well, received('phone', 'foreign')]);
    expect(verdict.others).toMatchObject([{ meal: 'foreign', why: "not this user's meal" }]);
  });
});

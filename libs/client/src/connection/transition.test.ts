import { CLOSE } from '@mealwire/contracts/wire';
import { describe, expect, test } from 'vitest';
import { DEFAULT_STRATEGY as strategy } from '../strategy.js';
import { type Effect, INITIAL_STATE, type MachineEvent, type MachineState } from './state.js';
import type { Step } from './steps.js';
import { transition } from './transition.js';

const NOW_MS = 1_000_000;

function after(events: readonly MachineEvent[], from: MachineState = INITIAL_STATE): Step {
  let step: Step = { state: from, effects: [] };
  for (const event of events) {
    step = transition(step.state, event, { strategy, nowMs: NOW_MS, random: 0.5 });
  }
  return step;
}

const opened = (generation: number): MachineEvent => ({ type: 'opened', generation });
const frame = (generation: number): MachineEvent => ({ type: 'frame', generation });
const closed = (generation: number, code = 1006, reason = ''): MachineEvent => ({
  type: 'closed',
  generation,
  code,
  reason,
});
const timer = (name: Extract<MachineEvent, { type: 'timer' }>['name']): MachineEvent => ({
  type: 'timer',
  name,
});

const LIVE: readonly MachineEvent[] = [{ type: 'connect' }, opened(1), frame(1)];
const live = after(LIVE).state;

function timersOf(effects: readonly Effect[]): Record<string, number> {
  return Object.fromEntries(
    effects.flatMap((effect) =>
      effect.type === 'set_timer' ? [[effect.name, effect.afterMs]] : [],
    ),
  );
}

describe('connecting', () => {
  test('tells handshake and first frame apart', () => {
    const names = [1, 2, 3].map((count) => after(LIVE.slice(0, count)).state.name);
    expect(names).toEqual(['connecting', 'verifying', 'live']);
  });

  test('gives up a connection that shows no frame', () => {
    const { state, effects } = after([{ type: 'connect' }, opened(1), timer('verify')]);
    expect(state).toMatchObject({ name: 'backoff', cause: 'no_answer', retryInMs: 250 });
    expect(effects).toContainEqual({ type: 'drop', generation: 1 });
  });

  test('asks over HTTP why handshakes fail, from the second one on', () => {
    const once: MachineEvent[] = [{ type: 'connect' }, closed(1)];
    expect(after(once).effects).not.toContainEqual({ type: 'diagnose' });
    expect(after([...once, timer('retry'), closed(2)]).effects).toContainEqual({
      type: 'diagnose',
    });
  });

  test('asks that ever more rarely while they go on to fail', () => {
    let state = after([{ type: 'connect' }]).state;
    const asked: number[] = [];
    for (let failures = 1; failures <= 40; failures += 1) {
      const step = after([closed(state.generation)], state);
      if (step.effects.some(({ type }) => type === 'diagnose')) asked.push(failures);
      state = after([timer('retry')], step.state).state;
    }
    expect(asked).toEqual([2, 4, 8, 16, 32]);
  });

  test('is not undone by an answer that comes after the end', () => {
    const state = after([{ type: 'close' }], live).state;
    expect(after([{ type: 'logged_out' }], state).state).toBe(state);
  });

  test('while one is alive changes nothing', () => {
    expect(after([{ type: 'connect' }], live)).toEqual({ state: live, effects: [] });
  });
});

describe('a lost connection', () => {
  test('comes back with delays that grow and stop growing', () => {
    let state = live;
    const delays: (number | null)[] = [];
    for (let loss = 0; loss < 8; loss += 1) {
      state = after([closed(state.generation)], state).state;
      delays.push(state.retryInMs);
      state = after([timer('retry')], state).state;
      state = after([opened(state.generation), frame(state.generation)], state).state;
    }
    expect(delays).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  test('starts with short delays again once it has held', () => {
    const shaken = { ...live, failures: 5 };
    expect(after([timer('stable'), closed(1)], shaken).state.retryInMs).toBe(250);
    expect(after([closed(1)], shaken).state.retryInMs).toBe(8_000);
  });

  test.each([
    [1006, 'network_lost'],
    [1012, 'server_restart'],
    [4001, 'server_closed'],
    [4004, 'token_expired'],
  ])('with %i is %s', (code, cause) => {
    expect(after([closed(1, code)], live).state).toMatchObject({ name: 'backoff', cause });
  });

  test('whose token has ended needs another one first', () => {
    const { effects } = after([closed(1, CLOSE.tokenExpired.code)], live);
    expect(effects[0]).toEqual({ type: 'renew_token' });
  });

  test.each([
    [CLOSE.replaced.code, 'replaced'],
    [CLOSE.evicted.code, 'replaced'],
    [CLOSE.upgradeRequired.code, 'upgrade_required'],
    [CLOSE.erased.code, 'logged_out'],
  ])('with %i stays %s until the app asks', (code, name) => {
    const { state, effects } = after([closed(1, code)], live);
    expect(state.name).toBe(name);
    expect(timersOf(effects)).toEqual({});
    const ignored: MachineEvent[] = [
      { type: 'wake' },
      { type: 'foreground' },
      { type: 'network_changed', isOnline: true },
    ];
    for (const event of ignored) expect(after([event], state).state.name).toBe(name);
    expect(after([{ type: 'connect' }], state).state.name).toBe('connecting');
  });

  describe('that an attempt of its own may have replaced', () => {
    const givenUp: MachineEvent[] = [{ type: 'connect' }, timer('verify'), timer('retry')];
    const successor = after([...givenUp, opened(2), frame(2)]).state;

    test('comes back', () => {
      expect(after([closed(2, CLOSE.replaced.code)], successor).state.name).toBe('backoff');
      const switched: MachineEvent[] = [
        { type: 'connect' },
        { type: 'network_changed', isOnline: true },
        frame(2),
        closed(2, CLOSE.replaced.code),
      ];
      expect(after(switched).state.name).toBe('backoff');
    });

    test('stays away once it has held: then it was another phone', () => {
      const { state } = after([timer('stable'), closed(2, CLOSE.replaced.code)], successor);
      expect(state.name).toBe('replaced');
    });

    test('stays away where the app is too old', () => {
      const { state } = after([closed(2, CLOSE.upgradeRequired.code)], successor);
      expect(state.name).toBe('upgrade_required');
    });
  });

  test.each<MachineEvent>([
    { type: 'foreground' },
    { type: 'network_changed', isOnline: true },
    { type: 'wake' },
  ])('does not come back before the server said: $type', (event) => {
    const told = after([{ type: 'retry_after', afterMs: 7_000 }], after([closed(1)], live).state);
    const { state, effects } = after([event], told.state);
    expect(state).toMatchObject({ name: 'backoff', generation: 1 });
    if (effects.length > 0) expect(timersOf(effects)).toEqual({ retry: 7_000 });
  });

  test('comes back earlier than the server said when the app asks', () => {
    const told = after([{ type: 'retry_after', afterMs: 7_000 }], after([closed(1)], live).state);
    expect(after([{ type: 'connect' }], told.state).state.name).toBe('connecting');
  });

  test('comes back when the server said, and not earlier for a meal', () => {
    const { state } = after(
      [{ type: 'retry_after', afterMs: 7_000 }],
      after([closed(1)], live).state,
    );
    expect(state).toMatchObject({ name: 'backoff', retryInMs: 7_000 });
    expect(after([{ type: 'wake' }], state).state.name).toBe('backoff');
  });

  test('is looked after at once when a meal is submitted', () => {
    const lost = after([closed(1)], live).state;
    expect(after([{ type: 'wake' }], lost).state.name).toBe('connecting');
  });
});

describe('an invitation to reconnect', () => {
  const invited = after([{ type: 'frame', generation: 1, reconnectAfterMs: 3_000 }], live);

  test('is followed with the new socket first', () => {
    expect(timersOf(invited.effects)).toEqual({ move: 3_000 });
    const { state, effects } = after([timer('move')], invited.state);
    expect(state).toMatchObject({ name: 'connecting', generation: 2, previous: 1 });
    expect(effects.some(({ type }) => type === 'drop')).toBe(false);
  });

  test('holds when the server closes before', () => {
    const { state } = after([closed(1, 1012)], invited.state);
    expect(state).toMatchObject({ name: 'backoff', retryInMs: 3_000 });
  });

  test('holds for a meal that is submitted after close(), and not for connect()', () => {
    const shut = after([{ type: 'close' }], invited.state).state;
    expect(after([{ type: 'wake' }], shut).state).toMatchObject({
      name: 'backoff',
      retryInMs: 3_000,
    });
    expect(after([{ type: 'connect' }], shut).state.name).toBe('connecting');
  });
});

describe('signs of life', () => {
  test('are asked for more often while a result is due', () => {
    expect(timersOf(after(LIVE).effects)).toMatchObject({ ping: strategy.pingIntervalMs });
    const { effects } = after([{ type: 'due', isDue: true }], live);
    expect(timersOf(effects)).toEqual({ ping: strategy.duePingIntervalMs });
  });

  test('are asked for less often again when the result does not come, until the next meal', () => {
    let state = after([{ type: 'due', isDue: true }], live).state;
    const intervalsMs: (number | undefined)[] = [];
    for (let ping = 0; ping < 62; ping += 1) {
      const step = after([timer('ping'), frame(1)], state);
      intervalsMs.push(timersOf(after([timer('ping')], state).effects)['ping']);
      state = step.state;
    }
    expect(new Set(intervalsMs.slice(0, 59))).toEqual(new Set([strategy.duePingIntervalMs]));
    expect(new Set(intervalsMs.slice(59))).toEqual(new Set([strategy.pingIntervalMs]));
    const { effects } = after([{ type: 'wake' }], state);
    expect(timersOf(effects)['ping']).toBe(strategy.duePingIntervalMs);
  });

  test('of any kind end the doubt', () => {
    const { effects } = after([timer('ping'), frame(1)], live);
    expect(effects).toContainEqual({ type: 'clear_timer', name: 'silence' });
    const doubted = after([timer('ping'), timer('silence')], live);
    expect(doubted.state.name).toBe('suspect');
    expect(after([frame(1)], doubted.state).state.name).toBe('live');
  });

  test('that stay away lead to a probe, then to another socket beside the old one', () => {
    const doubted = after([timer('ping'), timer('silence')], live);
    expect(doubted.effects).toContainEqual({ type: 'ping' });
    expect(timersOf(doubted.effects)).toEqual({ probe: strategy.probeMs });
    const replacing = after([timer('probe')], doubted.state).state;
    expect(replacing).toMatchObject({ name: 'connecting', generation: 2, previous: 1 });
    const { state, effects } = after([opened(2), frame(2)], replacing);
    expect(state).toMatchObject({ name: 'live', previous: null });
    expect(effects[0]).toEqual({ type: 'drop', generation: 1 });
  });

  test('of an old socket decide nothing', () => {
    const replacing = after([timer('ping'), timer('silence'), timer('probe')], live).state;
    expect(after([frame(1)], replacing).state).toEqual(replacing);
    expect(after([closed(1, CLOSE.replaced.code)], replacing).state).toMatchObject({
      name: 'connecting',
      previous: null,
    });
  });

  test('are asked for before a meal is submitted', () => {
    expect(after([{ type: 'wake' }], live).effects).toContainEqual({ type: 'ping' });
  });
});

describe('the operating system', () => {
  test('says that the network is another one: a new socket, beside the old one', () => {
    const { state } = after([{ type: 'network_changed', isOnline: true }], live);
    expect(state).toMatchObject({ name: 'connecting', cause: 'network_changed', previous: 1 });
  });

  test('says that there is none: no socket, and a look now and then all the same', () => {
    const { state, effects } = after([{ type: 'network_changed', isOnline: false }], live);
    expect(state.name).toBe('offline');
    expect(timersOf(effects)).toEqual({ retry: strategy.backoffMaxMs });
    expect(after([{ type: 'network_changed', isOnline: true }], state).state.name).toBe(
      'connecting',
    );
  });

  test('is believed until something has come over the network', () => {
    const offline = after([{ type: 'network_changed', isOnline: false }], live).state;
    const looking = after([timer('retry')], offline).state;
    const failed = after([closed(looking.generation)], looking);
    expect(failed.state.name).toBe('offline');
    expect(timersOf(failed.effects)).toEqual({ retry: strategy.backoffMaxMs });
    expect(after([frame(looking.generation)], looking).state).toMatchObject({ isOnline: true });
  });

  test('is not believed against an answer of the server', () => {
    const offline = after([{ type: 'network_changed', isOnline: false }], live).state;
    expect(after([{ type: 'reachable' }], offline).state).toMatchObject({
      name: 'connecting',
      isOnline: true,
    });
    expect(after([{ type: 'reachable' }], live).state).toBe(live);
  });

  test('puts the app away: no socket, no timer, and an attempt when it comes back', () => {
    const { state, effects } = after([{ type: 'background' }], live);
    expect(state.name).toBe('background');
    expect(effects).toContainEqual({ type: 'drop', generation: 1 });
    expect(timersOf(effects)).toEqual({});
    expect(after([{ type: 'foreground' }], state).state).toMatchObject({
      name: 'connecting',
      cause: 'foreground',
    });
  });

  test('brings the app back offline', () => {
    const events: MachineEvent[] = [
      { type: 'background' },
      { type: 'network_changed', isOnline: false },
      { type: 'foreground' },
    ];
    expect(after(events, live).state.name).toBe('offline');
  });

  test('wakes a socket that nobody has put away: it is asked', () => {
    expect(after([{ type: 'foreground' }], live).state.name).toBe('suspect');
  });
});

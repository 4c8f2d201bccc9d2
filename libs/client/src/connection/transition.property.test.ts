import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_STRATEGY as strategy } from '../strategy.js';
import { hasSocket, INITIAL_STATE, type MachineEvent, type MachineState } from './state.js';
import { transition } from './transition.js';

/**
 * The machine against a model of what is outside of it: which sockets are open, which timers run.
 * Commands pick an open socket or a running timer, so that only what can happen does.
 */
interface World {
  state: MachineState;
  readonly open: Set<number>;
  readonly timers: Set<string>;
  nowMs: number;
}

type Choice =
  | { readonly kind: 'app'; readonly event: MachineEvent }
  | { readonly kind: 'socket'; readonly pick: number; readonly does: 'open' | 'frame' | 'invite' }
  | { readonly kind: 'lose'; readonly pick: number; readonly code: number }
  | { readonly kind: 'fail'; readonly pick: number }
  | { readonly kind: 'timer'; readonly pick: number };

const pick = fc.nat(7);
const choices = fc.oneof(
  fc.record({
    kind: fc.constant('app' as const),
    event: fc.constantFrom<MachineEvent>(
      { type: 'connect' },
      { type: 'close' },
      { type: 'wake' },
      { type: 'due', isDue: true },
      { type: 'due', isDue: false },
      { type: 'foreground' },
      { type: 'background' },
      { type: 'network_changed', isOnline: true },
      { type: 'network_changed', isOnline: false },
      { type: 'reachable' },
      { type: 'logged_out' },
      { type: 'retry_after', afterMs: 5_000 },
    ),
  }),
  fc.record({
    kind: fc.constant('socket' as const),
    pick,
    does: fc.constantFrom('open' as const, 'frame' as const, 'invite' as const),
  }),
  fc.record({
    kind: fc.constant('lose' as const),
    pick,
    code: fc.constantFrom(1000, 1006, 1012, 4001, 4004, 4500, 4501, 4502, 4503),
  }),
  fc.record({ kind: fc.constant('fail' as const), pick }),
  fc.record({ kind: fc.constant('timer' as const), pick }),
);

function eventOf(choice: Choice, world: World): MachineEvent | undefined {
  const sockets = [...world.open];
  const timers = [...world.timers];
  switch (choice.kind) {
    case 'app':
      return choice.event;
    case 'timer': {
      const name = timers[choice.pick % timers.length] as 'ping' | undefined;
      if (name === undefined) return undefined;
      world.timers.delete(name);
      return { type: 'timer', name };
    }
    default: {
      const generation = sockets[choice.pick % sockets.length];
      if (generation === undefined) return undefined;
      if (choice.kind === 'fail') return { type: 'failed', generation, reason: 'no token' };
      if (choice.kind === 'lose') {
        world.open.delete(generation);
        return { type: 'closed', generation, code: choice.code, reason: '' };
      }
      if (choice.does === 'open') return { type: 'opened', generation };
      const invitation = choice.does === 'invite' ? { reconnectAfterMs: 2_000 } : {};
      return { type: 'frame', generation, ...invitation };
    }
  }
}

function step(world: World, event: MachineEvent, random: number): void {
  const { state, effects } = transition(world.state, event, {
    strategy,
    nowMs: world.nowMs,
    random,
  });
  world.state = state;
  for (const effect of effects) {
    if (effect.type === 'open') world.open.add(effect.generation);
    if (effect.type === 'drop') world.open.delete(effect.generation);
    if (effect.type === 'set_timer') world.timers.add(effect.name);
    if (effect.type === 'clear_timer') world.timers.delete(effect.name);
    if (effect.type === 'clear_timers') world.timers.clear();
    if (effect.type === 'set_timer') expect(effect.afterMs).toBeGreaterThanOrEqual(0);
  }
}

const OUTSIDE = ['foreground', 'network_changed', 'wake', 'reachable'];

/** A server that has named its time is not pressed, whatever the system or a meal wants. */
function checkPatience(before: MachineState, event: MachineEvent, world: World): void {
  const isTold = before.invitedAtMs !== null && before.invitedAtMs > world.nowMs;
  if (!isTold || hasSocket(before) || !OUTSIDE.includes(event.type)) return;
  expect(world.state.generation).toBe(before.generation);
}

/** What must be true at any moment. */
function check({ state, open, timers }: World): void {
  const { name, generation, previous } = state;
  // Never more sockets than the newest and the one that it replaces, and none that is forgotten.
  const known = [
    ...(hasSocket(state) ? [generation] : []),
    ...(previous === null ? [] : [previous]),
  ];
  for (const socket of open) expect(known).toContain(socket);
  if (previous !== null) expect(name === 'connecting' || name === 'verifying').toBe(true);
  // Whatever waits has a timer that ends the waiting.
  if (name === 'connecting' || name === 'verifying') expect(timers).toContain('verify');
  if (name === 'live') expect(timers).toContain('ping');
  // Whoever is heard is there; whoever waits for a network does not say anything else.
  if (name === 'live') expect(state.isOnline).toBe(true);
  if (name === 'offline') expect(state.isOnline).toBe(false);
  if (name === 'backoff') expect(state.isOnline).toBe(true);
  if (name === 'suspect') expect(timers).toContain('probe');
  if (name === 'backoff' || name === 'offline') expect(timers).toContain('retry');
  const isAtRest = ['idle', 'background', 'logged_out', 'upgrade_required', 'replaced'].includes(
    name,
  );
  if (isAtRest) {
    expect([...timers]).toEqual([]);
    expect([...open]).toEqual([]);
  }
}

/** The network is there, the app in front, sockets work: how many steps until the client is live? */
function heal(world: World): void {
  step(world, { type: 'network_changed', isOnline: true }, 0.5);
  step(world, { type: 'connect' }, 0.5);
  for (let turn = 0; turn < 5 && world.state.name !== 'live'; turn += 1) {
    const { generation } = world.state;
    if (world.timers.delete('retry')) step(world, { type: 'timer', name: 'retry' }, 0.5);
    else step(world, { type: 'frame', generation }, 0.5);
  }
}

describe('the connection, whatever happens', () => {
  test('leaks no socket, never waits without an end, and comes back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(choices, fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 60 }),
        (schedule) => {
          const world: World = {
            state: INITIAL_STATE,
            open: new Set(),
            timers: new Set(),
            nowMs: 0,
          };
          for (const [choice, random] of schedule) {
            world.nowMs += Math.round(random * 3_000);
            const event = eventOf(choice, world);
            if (event === undefined) continue;
            const before = world.state;
            step(world, event, random);
            check(world);
            checkPatience(before, event, world);
          }
          heal(world);
          check(world);
          expect(world.state.name).toBe('live');
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

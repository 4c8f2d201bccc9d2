import type { OutcomeFrame, ServerFrame } from '@mealwire/contracts/wire';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMealwireClient } from './client.js';
import type { MealwireClient } from './mealwire-client.js';
import { memoryStorage } from './storage/storage.js';
import { DEFAULT_STRATEGY, type Strategy } from './strategy.js';
import type { WebSocketLike } from './wire/web-socket.js';

/**
 * The whole client on a virtual clock, against a small gateway that keeps its promises and a network
 * that keeps none. Whatever the schedule of faults: every meal ends visible, once.
 */

const ORIGIN = 'https://meals.example';
/** Longest time that everything may take once the faults are over. */
const CALM_MS = 120_000;

interface Meal {
  readonly id: string;
  endedAt: string | null;
}

interface Session {
  readonly socket: SimSocket;
  sent: number;
  /** Events that get lost on the way to this phone although the socket lives. */
  losing: number;
}

type Listener = (event: never) => void;

class SimSocket implements WebSocketLike {
  isOpen = false;
  /** Half open: neither side hears the other, nor of the end. */
  isDead = false;
  readonly #world: World;
  readonly #listeners = new Map<string, Listener[]>();

  constructor(world: World) {
    this.#world = world;
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  emit(type: string, event: object = {}): void {
    if (this.isDead) return;
    for (const listener of this.#listeners.get(type) ?? []) listener(event as never);
  }

  deliver(frame: ServerFrame): void {
    this.emit('message', { data: JSON.stringify(frame) });
  }

  send(text: string): void {
    if (this.isOpen && !this.isDead) this.#world.heard(this, JSON.parse(text));
  }

  close(): void {
    this.#world.sessions.delete(this);
    this.isOpen = false;
    this.isDead = true;
  }

  lose(code: number): void {
    this.#world.sessions.delete(this);
    this.isOpen = false;
    this.emit('close', { code, reason: '' });
  }
}

const FAULTS = [
  'network_down',
  'network_up',
  'network_noticed',
  'half_open',
  'cut',
  'restart',
  'restart_announced',
  'proxy_only',
  'http_fails',
  'http_loses_answers',
  'lose_next_event',
  'background',
  'foreground',
  'kill_app',
  'token_expired',
  'system_is_wrong',
  'slow_proxy',
  'app_fails',
  'calm',
] as const;

type Fault = (typeof FAULTS)[number];

class World {
  readonly meals = new Map<string, Meal>();
  readonly feed: OutcomeFrame[] = [];
  readonly sessions = new Map<SimSocket, Session>();
  readonly storage = memoryStorage();
  /** The app's own book, kept over restarts: how often each meal's result was put in. */
  readonly shown = new Map<string, number>();
  /** Meals whose results the app has read over REST, because it was asked to. */
  readonly reloaded = new Set<string>();
  readonly submitted: string[] = [];
  isNetworkUp = true;
  isProxyOnly = false;
  /** Passes handshakes on so late that the phone may have given them up. */
  isProxySlow = false;
  isAppFailing = false;
  /** The token that the gateway takes. */
  tokens = 0;
  readonly strategy: Strategy;
  http: 'works' | 'fails' | 'loses_answers' = 'works';
  /** Whatever an app that was killed still does reaches nobody. */
  process = 0;
  client: MealwireClient;

  constructor(duePingIntervalMs: number) {
    this.strategy = { ...DEFAULT_STRATEGY, duePingIntervalMs };
    this.client = this.start();
  }

  start(): MealwireClient {
    this.process += 1;
    const mine = this.process;
    const isAlive = () => this.process === mine;
    const client = createMealwireClient({
      origin: ORIGIN,
      deviceId: 'phone-1',
      token: async ({ rejected }) => {
        if (rejected === `jwt-${this.tokens}`) this.tokens += 1;
        return `jwt-${this.tokens}`;
      },
      strategy: this.strategy,
      onError: () => undefined,
      storage: {
        load: this.storage.load,
        save: async (text) => {
          if (isAlive()) await this.storage.save(text);
        },
      },
      quality: { post: false },
      fetch: (input, init) => (isAlive() ? this.fetch(input as URL, init) : new Promise(() => {})),
      webSocket: (url) => {
        const socket = new SimSocket(this);
        const afterMs = this.isProxySlow ? 12_000 : 20;
        if (isAlive()) setTimeout(() => this.handshake(socket, new URL(url)), afterMs);
        return socket;
      },
    });
    client.onOutcome(({ meal_log_id: id }) => {
      if (this.isAppFailing) throw new Error('the database is locked');
      if (isAlive()) this.shown.set(id, (this.shown.get(id) ?? 0) + 1);
    });
    client.onReload(() => {
      if (this.isAppFailing) throw new Error('the database is locked');
      if (isAlive()) this.reload();
    });
    client.connect();
    return client;
  }

  /** What the app failed to take is only there, but everything else is there too. */
  reload(): void {
    for (const { id, endedAt } of this.meals.values()) if (endedAt !== null) this.reloaded.add(id);
  }

  submit(): void {
    const { process } = this;
    const { localId, saved } = this.client.submit({ text: 'a meal' });
    // Killed before it could be stored: nobody could keep that promise.
    void saved.then(() => {
      if (this.process === process) this.submitted.push(localId);
    });
  }

  /** Another phone of the same user: only the feed tells this one about it. */
  submitElsewhere(): void {
    const id = `elsewhere-${this.meals.size}`;
    this.meals.set(id, { id, endedAt: null });
    setTimeout(() => this.complete(id), 300);
  }

  handshake(socket: SimSocket, url: URL): void {
    if (!this.isNetworkUp) return;
    // Nobody has told the proxy that the phone has given up.
    if (socket.isDead && this.isProxySlow) this.closeOthers();
    if (socket.isDead) return;
    socket.isOpen = true;
    socket.emit('open');
    if (this.isProxyOnly) return;
    this.closeOthers();
    const from = this.positionOf(url.searchParams.get('cursor'));
    const session: Session = { socket, sent: this.feed.length, losing: 0 };
    this.sessions.set(socket, session);
    socket.deliver({
      type: 'welcome',
      connection_id: 'c',
      cursor: cursorAt(this.feed.length),
      recovered: true,
      replayed: this.feed.length - from,
      pending: [],
    });
    for (const event of this.feed.slice(from)) socket.deliver(event);
  }

  closeOthers(): void {
    for (const { socket: other } of this.sessions.values()) other.lose(4500);
  }

  heard(socket: SimSocket, frame: { type: string; cursor?: string }): void {
    const session = this.sessions.get(socket);
    if (session === undefined || !this.isNetworkUp) return;
    if (frame.type === 'sync') {
      for (const event of this.feed.slice(this.positionOf(frame.cursor ?? null))) {
        socket.deliver(event);
      }
    }
    if (frame.type !== 'ping') return;
    const head = cursorAt(session.sent);
    setTimeout(() => {
      if (this.isNetworkUp) socket.deliver({ type: 'pong', timestamp: iso(), head });
    }, 20);
  }

  async fetch(url: URL, init: RequestInit = {}): Promise<Response> {
    await sleep(20);
    if (!this.isNetworkUp) {
      await sleep(15_000);
      throw new TypeError('timeout');
    }
    if (this.http === 'fails') return new Response('{}', { status: 503 });
    const response = this.answer(url, init);
    if (this.http === 'loses_answers') throw new TypeError('connection reset');
    return response;
  }

  answer(url: URL, init: RequestInit): Response {
    if (init.method === 'POST') {
      const { client_id: id } = JSON.parse(init.body as string) as { client_id: string };
      if (!this.meals.has(id)) {
        this.meals.set(id, { id, endedAt: null });
        setTimeout(() => this.complete(id), 300 + 40 * (this.meals.size % 50));
      }
      return Response.json(this.resource(id), { status: 201 });
    }
    const id = url.pathname.split('/').at(-1) ?? '';
    if (id === 'meal-logs') return Response.json({ items: [], page: 1, limit: 1, total: 0 });
    const meal = this.meals.get(id);
    if (meal === undefined) return Response.json({ code: 'meal_log_not_found' }, { status: 404 });
    const etag = `"${meal.endedAt}"`;
    const isKnown = new Headers(init.headers).get('if-none-match') === etag;
    return isKnown
      ? new Response(null, { status: 304 })
      : Response.json(this.resource(id), { headers: { etag } });
  }

  resource(id: string): object {
    const { endedAt } = this.meals.get(id) as Meal;
    const failure = { reason: 'no_food_detected', message: 'No food.' };
    return endedAt === null
      ? { id, status: 'processing', completed_at: null, failure: null }
      : { id, status: 'failed', completed_at: endedAt, failure };
  }

  complete(id: string): void {
    const meal = this.meals.get(id) as Meal;
    meal.endedAt = iso();
    const event: OutcomeFrame = {
      type: 'meal_log.failed',
      id: `outcome-${id}`,
      cursor: cursorAt(this.feed.length + 1),
      prev: cursorAt(this.feed.length),
      meal_log_id: id,
      occurred_at: meal.endedAt,
      data: { reason: 'no_food_detected', message: 'No food.' },
    };
    this.feed.push(event);
    for (const session of this.sessions.values()) {
      session.sent = this.feed.length;
      if (session.losing > 0) session.losing -= 1;
      else if (this.isNetworkUp) session.socket.deliver(event);
      else session.socket.isDead = true;
    }
  }

  positionOf(cursor: string | null): number {
    return cursor === null ? 0 : Number(cursor.slice(1));
  }

  strike(fault: Fault): void {
    const sessions = [...this.sessions.values()];
    switch (fault) {
      case 'network_down':
        this.isNetworkUp = false;
        break;
      case 'network_up':
        this.isNetworkUp = true;
        break;
      case 'network_noticed':
        this.client.networkChanged(this.isNetworkUp);
        break;
      case 'half_open':
        for (const { socket } of sessions) socket.isDead = true;
        break;
      case 'cut':
        for (const { socket } of sessions) socket.lose(1006);
        break;
      case 'restart_announced':
        for (const { socket } of sessions) socket.deliver({ type: 'reconnect', after_ms: 800 });
        break;
      case 'restart':
        for (const { socket } of sessions) socket.lose(1012);
        break;
      case 'token_expired':
        for (const { socket } of sessions) socket.lose(4004);
        break;
      case 'system_is_wrong':
        this.client.networkChanged(false);
        break;
      case 'slow_proxy':
        this.isProxySlow = !this.isProxySlow;
        break;
      case 'app_fails':
        this.isAppFailing = !this.isAppFailing;
        break;
      case 'proxy_only':
        this.isProxyOnly = !this.isProxyOnly;
        break;
      case 'http_fails':
        this.http = 'fails';
        break;
      case 'http_loses_answers':
        this.http = 'loses_answers';
        break;
      case 'lose_next_event':
        for (const session of sessions) session.losing += 1;
        break;
      case 'background':
        this.client.background();
        break;
      case 'foreground':
        this.client.foreground();
        break;
      case 'kill_app':
        for (const { socket } of sessions) socket.close();
        this.client = this.start();
        break;
      case 'calm':
        this.http = 'works';
    }
  }

  isQuiet(): boolean {
    const open = this.client.unsent().length + this.client.waiting().length;
    if (this.isProxyOnly)
      return open === 0 && this.submitted.every((id) => this.visible().includes(id));
    return this.visible().length === this.meals.size && open === 0 && this.state() === 'live';
  }

  visible(): readonly string[] {
    return [...new Set([...this.shown.keys(), ...this.reloaded])];
  }

  state(): string {
    return this.client.status().state;
  }

  heal(isSocketWorking: boolean): void {
    this.isNetworkUp = true;
    this.isProxyOnly = !isSocketWorking;
    if (this.isProxyOnly) for (const { socket } of this.sessions.values()) socket.lose(1006);
    this.http = 'works';
    this.isProxySlow = false;
    this.isAppFailing = false;
    // The system tells what it must, and nothing more: a dead socket has to be noticed.
    if (this.state() === 'background') this.client.foreground();
    if (this.state() === 'offline') this.client.networkChanged(true);
  }
}

function cursorAt(sequence: number): string {
  return `c${sequence}`;
}

function iso(): string {
  return new Date().toISOString();
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const schedules = fc.array(
  fc.record({
    afterMs: fc.integer({ min: 0, max: 6_000 }),
    does: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom('submit' as const, 'submit_elsewhere' as const) },
      { weight: 3, arbitrary: fc.constantFrom(...FAULTS) },
    ),
  }),
  { minLength: 3, maxLength: 25 },
);

async function play(schedule: ScheduleOf<typeof schedules>, isSocketWorking: boolean) {
  // The pace of pings follows from the schedule too: some are faster than silence is noticed.
  const world = new World([1_000, 3_000, 5_000][schedule.length % 3] ?? 0);
  for (const { afterMs, does } of schedule) {
    await vi.advanceTimersByTimeAsync(afterMs);
    if (does === 'submit') world.submit();
    else if (does === 'submit_elsewhere') world.submitElsewhere();
    else world.strike(does);
  }
  world.heal(isSocketWorking);
  await vi.advanceTimersByTimeAsync(1_000);
  for (let calmMs = 0; calmMs < CALM_MS && !world.isQuiet(); calmMs += 1_000) {
    await vi.advanceTimersByTimeAsync(1_000);
  }
  world.client.close();
  vi.clearAllTimers();
  return world;
}

type ScheduleOf<A> = A extends fc.Arbitrary<infer T> ? T : never;

test('every meal ends visible, once, whatever the network and the system do', async () => {
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      const world = await play(schedule, true);
      expect(world.visible().toSorted()).toEqual([...world.meals.keys()].toSorted());
      expect([...world.shown.values()].every((times) => times === 1)).toBe(true);
      expect([...world.meals.keys()]).toEqual(expect.arrayContaining(world.submitted));
      expect([...world.client.waiting(), ...world.client.unsent()]).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
}, 120_000);

test('and every meal of this phone where no socket ever works', async () => {
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      const world = await play(schedule, false);
      expect(world.visible()).toEqual(expect.arrayContaining(world.submitted));
      expect([...world.shown.values()].every((times) => times === 1)).toBe(true);
    }),
    { numRuns: 300 },
  );
}, 120_000);

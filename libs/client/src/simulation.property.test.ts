import type { FeedFrame, ServerFrame } from '@mealwire/contracts/wire';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMealwireClient } from './client.js';
import type { MealwireClient } from './mealwire-client.js';
import { memoryStorage } from './storage/storage.js';
import { DEFAULT_STRATEGY, type Strategy } from './strategy.js';
import type { WebSocketLike } from './wire/web-socket.js';

/**
 * The whole client on a virtual clock, against a small gateway that keeps its promises and a network
 * that keeps none. Whatever the schedule of faults: every meal ends visible, everything is told once,
 * and in the end the app has each meal as the server has it.
 */

const ORIGIN = 'https://meals.example';
/** Longest time that everything may take once the faults are over. */
const CALM_MS = 120_000;

interface Meal {
  readonly id: string;
  status: 'processing' | 'ended' | 'corrected' | 'deleted';
  endedAt: string | null;
  /** When what is said of it happened. */
  changedAt: string;
  /** Counts its analyses: the result of one that was overtaken is nobody's. */
  analysis: number;
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
  readonly feed: FeedFrame[] = [];
  readonly sessions = new Map<SimSocket, Session>();
  readonly storage = memoryStorage();
  /** The app's own book, kept over restarts: each meal as it was told last, or as it was reloaded. */
  readonly book = new Map<string, string>();
  /** How often the app was told each thing. */
  readonly told = new Map<string, number>();
  /** Commands that were carried out. */
  readonly done = new Set<string>();
  lastTimeMs = 0;
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
    const tell = (id: string, what: string) => {
      if (this.isAppFailing) throw new Error('the database is locked');
      if (!isAlive()) return;
      this.told.set(`${id} ${what}`, (this.told.get(`${id} ${what}`) ?? 0) + 1);
      this.book.set(id, what);
    };
    client.onOutcome(({ meal_log_id, occurred_at }) => tell(meal_log_id, `ended ${occurred_at}`));
    client.onChange(({ type, meal_log_id, occurred_at }) => {
      if (type === 'meal_log.deleted') tell(meal_log_id, 'deleted');
      else if (type === 'meal_log.retried') tell(meal_log_id, `processing ${occurred_at}`);
      else tell(meal_log_id, `corrected ${occurred_at}`);
    });
    client.onSubmission((change) => {
      if (change.status === 'refused' && isAlive()) this.book.set(change.localId, 'deleted');
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
    for (const meal of this.meals.values()) this.book.set(meal.id, wordsOf(meal));
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
    this.create(`elsewhere-${this.meals.size}`, 300);
  }

  create(id: string, takesMs: number): void {
    const changedAt = this.now();
    this.meals.set(id, { id, status: 'processing', endedAt: null, changedAt, analysis: 1 });
    setTimeout(() => this.complete(id, 1), takesMs);
  }

  /** What the user does to a meal, here or on another phone. */
  command(what: Command, pick: number, isHere: boolean): void {
    const id = [...this.meals.keys()][pick % this.meals.size];
    if (id === undefined) return;
    const { client } = this;
    const commands = {
      retry: () => client.retry(id),
      correct: () => client.correct(id, [{ op: 'remove', index: 0 }]),
      delete: () => client.remove(id),
    };
    if (isHere) commands[what]().catch(() => undefined);
    else this.carryOut(what, id);
  }

  carryOut(what: Command, id: string): void {
    const meal = this.meals.get(id);
    if (meal === undefined || meal.status === 'deleted') return;
    if (meal.status === 'processing' && what !== 'delete') return;
    if (what === 'delete') this.happens(meal, 'deleted', 'meal_log.deleted');
    if (what === 'correct') this.happens(meal, 'corrected', 'meal_log.corrected');
    if (what !== 'retry') return;
    meal.analysis += 1;
    const { analysis } = meal;
    this.happens(meal, 'processing', 'meal_log.retried');
    setTimeout(() => this.complete(id, analysis), 300);
  }

  /** No two things happen at the same time. */
  now(): string {
    this.lastTimeMs = Math.max(Date.now(), this.lastTimeMs + 1);
    return new Date(this.lastTimeMs).toISOString();
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
    const response = this.answer(url, init) ?? this.answerToCommand(url, init);
    if (this.http === 'loses_answers') throw new TypeError('connection reset');
    return response;
  }

  answer(url: URL, init: RequestInit): Response | undefined {
    if (url.pathname.endsWith('/natural')) {
      const { client_id: id } = JSON.parse(init.body as string) as { client_id: string };
      if (!this.meals.has(id)) this.create(id, 300 + 40 * (this.meals.size % 50));
      if (this.meals.get(id)?.status !== 'deleted') {
        return Response.json(this.resource(id), { status: 201 });
      }
      return Response.json({ code: 'meal_log_deleted' }, { status: 409 });
    }
    if (init.method !== undefined) return undefined;
    const id = url.pathname.split('/').at(-1) ?? '';
    if (id === 'meal-logs') return Response.json({ items: [], page: 1, limit: 1, total: 0 });
    const meal = this.meals.get(id);
    if (meal === undefined || meal.status === 'deleted') return notFound();
    const etag = `"${meal.changedAt}"`;
    const isKnown = new Headers(init.headers).get('if-none-match') === etag;
    return isKnown
      ? new Response(null, { status: 304 })
      : Response.json(this.resource(id), { headers: { etag } });
  }

  answerToCommand(url: URL, { method, headers }: RequestInit): Response {
    const [, , , , id = ''] = url.pathname.split('/');
    const key = new Headers(headers).get('idempotency-key') ?? '';
    const what = method === 'DELETE' ? 'delete' : method === 'PATCH' ? 'correct' : 'retry';
    if (!this.done.has(key)) this.carryOut(what, id);
    this.done.add(key);
    if (method === 'DELETE') return new Response(null, { status: 204 });
    return this.meals.get(id)?.status === 'deleted' ? notFound() : Response.json(this.resource(id));
  }

  resource(id: string): object {
    const { status, endedAt: completed_at } = this.meals.get(id) as Meal;
    const failure = { reason: 'no_food_detected', message: 'No food.' };
    return status === 'processing'
      ? { id, status, completed_at: null, failure: null }
      : { id, status: 'failed', completed_at, failure };
  }

  complete(id: string, analysis: number): void {
    const meal = this.meals.get(id) as Meal;
    if (meal.status !== 'processing' || meal.analysis !== analysis) return;
    this.happens(meal, 'ended', 'meal_log.failed');
    meal.endedAt = meal.changedAt;
  }

  happens(meal: Meal, status: Meal['status'], type: FeedFrame['type']): void {
    meal.status = status;
    meal.changedAt = this.now();
    const event: FeedFrame = {
      type,
      id: `event-${this.feed.length}`,
      cursor: cursorAt(this.feed.length + 1),
      prev: cursorAt(this.feed.length),
      meal_log_id: meal.id,
      version: this.feed.length + 1,
      occurred_at: meal.changedAt,
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
    return this.isSettled() && open === 0 && this.state() === 'live';
  }

  visible(): readonly string[] {
    return [...this.book.keys()];
  }

  isSettled(): boolean {
    return [...this.meals.values()].every((meal) => this.book.get(meal.id) === wordsOf(meal));
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

type Command = 'retry' | 'correct' | 'delete';

function wordsOf({ id: _, status, changedAt }: Meal): string {
  return status === 'deleted' ? status : `${status} ${changedAt}`;
}

function notFound(): Response {
  return Response.json({ code: 'meal_log_not_found' }, { status: 404 });
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

const commands = fc.record({
  what: fc.constantFrom<Command[]>('retry', 'retry', 'correct', 'delete'),
  pick: fc.nat(20),
  isHere: fc.boolean(),
});

const schedules = fc.array(
  fc.record({
    afterMs: fc.integer({ min: 0, max: 6_000 }),
    does: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom('submit' as const, 'submit_elsewhere' as const) },
      { weight: 2, arbitrary: commands },
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
    else if (typeof does === 'object') world.command(does.what, does.pick, does.isHere);
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

/** A sync for nothing, then an event is lost: only a reload brings what the last meal became. */
const LOST_WHILE_SYNCING = [
  { afterMs: 0, does: 'submit' as const },
  { afterMs: 0, does: 'submit' as const },
  { afterMs: 0, does: 'submit' as const },
  { afterMs: 420, does: 'foreground' as const },
  { afterMs: 20, does: 'lose_next_event' as const },
  { afterMs: 0, does: 'network_down' as const },
  { afterMs: 0, does: 'submit' as const },
];

test('every meal ends as the server has it, all told once, whatever the network and the system do', async () => {
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      const world = await play(schedule, true);
      const meals = [...world.meals.values()];
      expect(Object.fromEntries(world.book)).toEqual(
        Object.fromEntries(meals.map((meal) => [meal.id, wordsOf(meal)])),
      );
      expect([...world.told].filter(([, times]) => times !== 1)).toEqual([]);
      expect([...world.meals.keys()]).toEqual(expect.arrayContaining(world.submitted));
      expect([...world.client.waiting(), ...world.client.unsent()]).toEqual([]);
    }),
    { numRuns: 1_000, examples: [[LOST_WHILE_SYNCING]] },
  );
}, 120_000);

test('and every meal of this phone where no socket ever works', async () => {
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      const world = await play(schedule, false);
      expect(world.visible()).toEqual(expect.arrayContaining(world.submitted));
      expect([...world.told].filter(([, times]) => times !== 1)).toEqual([]);
      expect([...world.client.waiting(), ...world.client.unsent()]).toEqual([]);
    }),
    { numRuns: 300 },
  );
}, 120_000);

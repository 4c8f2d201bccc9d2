import type { ChangeFrame, OutcomeFrame, WelcomeFrame } from '@mealwire/contracts/wire';
import { afterEach, beforeEach, vi } from 'vitest';
import { createMealwireClient } from '../client.js';
import type { MealwireClient, MealwireClientOptions } from '../mealwire-client.js';
import type { WebSocketLike } from '../wire/web-socket.js';

type Listener = (event: never) => void;

/** A socket that does only what the test says. */
export class FakeWebSocket implements WebSocketLike {
  readonly url: URL;
  readonly protocols: string[];
  readonly sent: string[] = [];
  closed = false;
  readonly #listeners = new Map<string, Listener[]>();

  constructor(url: string, protocols: string[]) {
    this.url = new URL(url);
    this.protocols = protocols;
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.closed = true;
  }

  emit(type: string, event: object = {}): void {
    for (const listener of this.#listeners.get(type) ?? []) listener(event as never);
  }

  frame(frame: object): void {
    this.emit('message', { data: JSON.stringify(frame) });
  }

  lose(code: number, reason = ''): void {
    this.emit('close', { code, reason });
  }
}

export const sockets: FakeWebSocket[] = [];

export function newest(): FakeWebSocket {
  const socket = sockets.at(-1);
  if (socket === undefined) throw new Error('no socket was opened');
  return socket;
}

export const PROCESSING = { status: 'processing', completed_at: null, failure: null };

/** The service's answer to a submission: stored, under the id that the phone gave it. */
export function created(init: RequestInit | undefined): Response {
  const { client_id } = JSON.parse(String(init?.body)) as { client_id: string };
  return Response.json({ ...PROCESSING, id: client_id }, { status: 201 });
}

export function clientUnderTest(options: Partial<MealwireClientOptions> = {}): MealwireClient {
  return createMealwireClient({
    origin: 'https://meals.example',
    token: async () => 'jwt',
    deviceId: 'phone-1',
    quality: { post: false },
    fetch: async (_url, init) => created(init),
    webSocket: (url, protocols) => {
      const socket = new FakeWebSocket(url, protocols);
      sockets.push(socket);
      return socket;
    },
    ...options,
  });
}

export function welcome(fields: Partial<WelcomeFrame> = {}): WelcomeFrame {
  return {
    type: 'welcome',
    connection_id: 'c1',
    cursor: 'p0',
    recovered: true,
    replayed: 0,
    pending: [],
    ...fields,
  };
}

export function failed(meal: string, cursor: string, prev: string | null): OutcomeFrame {
  return {
    type: 'meal_log.failed',
    id: `outcome-${meal}`,
    cursor,
    prev,
    meal_log_id: meal,
    version: 2,
    occurred_at: '2025-11-08T10:07:29.000Z',
    data: { reason: 'no_food_detected', message: 'No food was found.' },
  };
}

export function changed(
  what: 'retried' | 'corrected' | 'deleted',
  meal: string,
  cursor: string,
  prev: string | null,
  occurred_at = '2025-11-08T10:08:00.000Z',
): ChangeFrame {
  const id = `${what}-${meal}-${cursor}`;
  const type = `meal_log.${what}` as const;
  return { type, id, cursor, prev, meal_log_id: meal, version: 3, occurred_at, data: {} };
}

export function pong(head: string): object {
  return { type: 'pong', timestamp: '2025-11-08T10:07:29Z', head };
}

export async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

export async function live(client: MealwireClient, frame = welcome()): Promise<FakeWebSocket> {
  client.connect();
  await settled();
  newest().emit('open');
  newest().frame(frame);
  await settled();
  return newest();
}

export function changesOf(client: MealwireClient): string[] {
  const seen: string[] = [];
  client.onChange(({ type, meal_log_id }, how) =>
    seen.push(`${meal_log_id} ${type.slice(9)} by ${how}`),
  );
  return seen;
}

export function outcomesOf(client: MealwireClient): string[] {
  const seen: string[] = [];
  client.onOutcome(({ meal_log_id }, how) => seen.push(`${meal_log_id} by ${how}`));
  return seen;
}

/** A JWT that nobody has signed: the client reads only when it ends. */
export function jwtUntil(endsAtMs: number): string {
  return `h.${btoa(JSON.stringify({ exp: Math.round(endsAtMs / 1_000) }))}.s`;
}

/** Each test on a clock of its own, without chance, and with sockets of its own. */
export function onVirtualTime(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    sockets.length = 0;
  });
}

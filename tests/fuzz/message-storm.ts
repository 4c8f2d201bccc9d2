import { once } from 'node:events';
import { eventually } from '@mealwire/testkit';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { type Loot, type Message, messages, oversized } from './hostile-text.js';
import { isDocumentedClose, type KnownFrame, readFrame } from './known-frames.js';

/** Correct WebSockets that carry nonsense: as many messages as wanted over a few connections. */

export interface StormOptions {
  readonly origin: string;
  readonly seed: number;
  /** One connection at a time each. */
  readonly phones: readonly { readonly token: string; readonly deviceId?: string }[];
  readonly loot: Loot;
  readonly connections: number;
  readonly messagesPerConnection: number;
  /** After each tenth of the connections. */
  readonly onTenth: () => Promise<void>;
}

export interface StormResult {
  readonly messages: number;
  /** How many frames of each type came back. */
  readonly answers: Readonly<Record<string, number>>;
  readonly closeCodes: ReadonlySet<number>;
}

const BARRIER_TIMEOUT_MS = 20_000;

/** @throws Error when an answer is no known frame or a close code is not documented. */
export async function messageStorm(options: StormOptions): Promise<StormResult> {
  const { connections, phones } = options;
  const answers: Record<string, number> = {};
  const closeCodes = new Set<number>();
  let started = 0;
  let sent = 0;

  async function phone(token: string, deviceId: string | undefined): Promise<void> {
    for (;;) {
      const nth = started++;
      if (nth >= connections) return;
      const plan = { ...options, nth, token, deviceId };
      const result = await oneConnection(plan);
      sent += result.sent;
      for (const { type } of result.frames) answers[type] = (answers[type] ?? 0) + 1;
      closeCodes.add(result.closeCode);
      if ((nth + 1) % (connections / 10) === 0) await options.onTenth();
    }
  }

  await Promise.all(phones.map(({ token, deviceId }) => phone(token, deviceId)));
  return { messages: sent, answers, closeCodes };
}

interface Plan extends StormOptions {
  readonly nth: number;
  readonly token: string;
  readonly deviceId: string | undefined;
}

async function oneConnection(plan: Plan) {
  const { nth, loot, messagesPerConnection } = plan;
  const seed = plan.seed + nth;
  const batch = fc.sample(messages(loot), { numRuns: messagesPerConnection, seed });
  const [last] = fc.sample(fc.option(oversized), { numRuns: 1, seed });
  const socket = open(plan);
  const frames: KnownFrame[] = [];
  const wrong: unknown[] = [];
  socket.on('message', (data) => {
    try {
      frames.push(readFrame(String(data)));
    } catch (error) {
      wrong.push(error);
    }
  });
  const closed = once(socket, 'close') as Promise<[code: number]>;
  await once(socket, 'open');
  send(socket, batch);
  await barrier(socket);
  const tail = last ?? undefined;
  if (tail !== undefined) send(socket, [tail]);
  else leave(socket, nth);
  const [closeCode] = await closed;
  if (wrong.length > 0) throw wrong[0];
  // 1006 is how our own `terminate()` looks from here.
  if (!isDocumentedClose(closeCode, [1000, 1006])) throw new Error(`closed with ${closeCode}`);
  return { frames, closeCode, sent: batch.length + (tail === undefined ? 0 : 1) };
}

function open({ origin, token, deviceId, loot, nth }: Plan): WebSocket {
  const url = new URL('/ws/meal-logs', origin.replace('http', 'ws'));
  const cursor = loot.cursors[nth % (loot.cursors.length + 1)];
  if (cursor !== undefined) url.searchParams.set('cursor', cursor);
  if (deviceId !== undefined) url.searchParams.set('device_id', deviceId);
  // Half of them as a browser does it.
  const socket =
    nth % 2 === 0
      ? new WebSocket(url, { headers: { authorization: `Bearer ${token}` } })
      : new WebSocket(url, ['mealwire.v1', `bearer.${token}`]);
  socket.on('error', () => undefined);
  return socket;
}

function send(socket: WebSocket, batch: readonly Message[]): void {
  for (const { data, binary } of batch) socket.send(data, { binary }, () => undefined);
}

/** Resolves when the gateway has read everything that was sent, or the socket is gone. */
async function barrier(socket: WebSocket): Promise<void> {
  let reached = false;
  socket.on('pong', (data) => {
    if (String(data) === 'barrier') reached = true;
  });
  if (socket.readyState === socket.OPEN) socket.ping('barrier');
  await eventually(
    () => {
      if (!reached && socket.readyState === socket.OPEN) throw new Error('no pong to the barrier');
    },
    { timeoutMs: BARRIER_TIMEOUT_MS },
  );
}

/** Phones leave with a handshake, or just go. */
function leave(socket: WebSocket, nth: number): void {
  if (nth % 3 === 0) socket.terminate();
  else socket.close(1000);
}

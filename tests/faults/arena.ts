import { join } from 'node:path';
import type { Supervised } from '@mealwire/stack';
import {
  devToken,
  eventually,
  type FaultProxy,
  type PhoneKind,
  type SimulatedPhone,
  startFaultProxy,
  startTestNats,
  startTestStack,
  type TestNats,
} from '@mealwire/testkit';
import { type FeedLog, startFeedLog } from './feed-log.js';
import { startFleet } from './fleet.js';
import { createHistory, type History } from './history.js';
import { randomStream } from './random.js';
import type { Line, Target } from './schedule.js';
import type { Eater } from './workload.js';

export interface ArenaOptions {
  readonly seed: number;
  readonly users: number;
  /** The devices of every user; at most one `app`. */
  readonly kinds: readonly PhoneKind[];
}

/** Everything that a run is made of, up and connected. */
export interface Arena {
  readonly history: History;
  readonly eaters: readonly Eater[];
  readonly phones: readonly SimulatedPhone[];
  readonly feedLog: FeedLog;
  /** What stands in front of each gateway, and of NATS, by the name of its target. */
  readonly proxies: ReadonlyMap<string, FaultProxy>;
  /** The gateways as phones see them, through their proxies. */
  readonly origins: readonly string[];
  /** A gateway without a proxy, for the judge's own questions. */
  readonly directOrigin: string;
  readonly logDir: string;
  processOf(name: string): Supervised;
  stop(): Promise<void>;
}

/** Times that would make a run wait, shortened; names and meaning are the services'. */
const ENV = {
  AI_ARTIFICIAL_DELAY_MS: '300',
  WS_PONG_TIMEOUT_MS: '3000',
  WS_AUDIT_INTERVAL_MS: '1000',
  SSE_HEARTBEAT_MS: '1000',
  // The phones ping and acknowledge every second.
  WS_FRAMES_PER_MINUTE: '600',
};
const INSTANCES = { gateway: 2, ai: 2, ingest: 2 };
const GATEWAYS = ['gateway-1', 'gateway-2'];

/** Every process of the arena, and what may be done to it. */
export const TARGETS: readonly Target[] = [
  ...GATEWAYS.map((name): Target => ({ name, kinds: ['kill', 'stop', 'term'] })),
  { name: 'nats', kinds: ['kill', 'stop', 'term'] },
  { name: 'ai-1', kinds: ['kill', 'stop', 'term'] },
  { name: 'ai-2', kinds: ['kill', 'stop', 'term'] },
  { name: 'ingest-1', kinds: ['kill', 'stop', 'term'] },
  // Takes no requests, the gateways know the first one; projects beside it.
  { name: 'ingest-2', kinds: ['kill', 'stop', 'term'] },
  { name: 'presence-1', kinds: ['kill', 'stop', 'term'] },
  // SIGTERM would wait for its clients to leave.
  { name: 'postgres', kinds: ['kill', 'stop'] },
];

/** Every line that a proxy can spoil: phones to a gateway, all services to NATS. */
export const LINES: readonly Line[] = [
  ...GATEWAYS.map((name): Line => {
    return { name, kinds: ['cut', 'cut', 'half-open', 'half-open', 'delay', 'drop-all'] };
  }),
  // Of some connections only: a gateway misses what is published meanwhile, and must notice.
  { name: 'nats', kinds: ['cut', 'cut', 'cut', 'cut', 'half-open', 'delay'] },
];

type Step = () => Promise<void> | void;

/** @throws Error when something does not come up; what did is stopped again. */
export async function startArena(options: ArenaOptions): Promise<Arena> {
  const steps: Step[] = [];
  const stop = async (): Promise<void> => {
    for (const step of steps.splice(0).reverse()) await step();
  };
  try {
    return { ...(await build(options, (step) => steps.push(step))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function build(
  { seed, users, kinds }: ArenaOptions,
  onStop: (step: Step) => void,
): Promise<Omit<Arena, 'stop'>> {
  const nats = await startTestNats();
  onStop(nats.stop);
  const proxies = new Map<string, FaultProxy>();
  const proxyTo = async (name: string, targetPort: number): Promise<FaultProxy> => {
    const proxy = await startFaultProxy({
      targetPort,
      random: randomStream(seed, `proxy ${name}`),
    });
    onStop(proxy.stop);
    proxies.set(name, proxy);
    return proxy;
  };
  const natsProxy = await proxyTo('nats', Number(new URL(nats.url).port));
  const stack = await startTestStack({
    instances: INSTANCES,
    env: ENV,
    natsUrl: urlThrough(natsProxy, nats),
  });
  onStop(stack.stop);
  const gateways = stack.info().processes.filter(({ service }) => service === 'gateway');
  const origins: string[] = [];
  for (const { name, port } of gateways) origins.push((await proxyTo(name, port)).origin);

  const history = createHistory();
  const directOrigin = stack.info().origin;
  const eaters = await Promise.all(
    userNames(users).map(async (user) => ({ user, token: await devToken(directOrigin, user) })),
  );
  const phones = startFleet({ eaters, kinds, origins, seed, history });
  onStop(() => {
    for (const phone of phones) phone.stop();
  });
  await eventually(() => allWelcomed(phones), { timeoutMs: 30_000 });
  const feedLog = await startFeedLog(await nats.connect('admin'), history);
  onStop(feedLog.stop);
  return {
    ...{ history, eaters, phones, feedLog, proxies, origins, directOrigin },
    logDir: join(stack.info().dataDir, 'logs'),
    processOf: (name) => (name === 'nats' ? nats.server : stack.process(name)),
  };
}

/**
 * The stack takes a NATS of somebody else with one login for all. Least privilege is what the other
 * tests run under; here it is the line to NATS that matters.
 */
function urlThrough(proxy: FaultProxy, nats: TestNats): string {
  const { NATS_USER, NATS_PASSWORD } = nats.env('admin');
  const url = new URL(proxy.origin.replace('http', 'nats'));
  return `nats://${NATS_USER}:${NATS_PASSWORD}@${url.host}`;
}

/** One of them is no subject token, and so is encoded on its way. */
function userNames(users: number): string[] {
  return Array.from({ length: users }, (_, i) => (i === 0 ? 'auth0|ann.1' : `user-${i + 1}`));
}

function allWelcomed(phones: readonly SimulatedPhone[]): void {
  const missing = phones.filter((phone) => !phone.isWelcomed()).map(({ device }) => device);
  if (missing.length > 0) throw new Error(`not connected: ${missing.join(', ')}`);
}

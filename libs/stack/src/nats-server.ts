import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { NatsPasswords } from './credentials.js';
import { findNatsServer } from './nats-binary.js';
import { deployDir } from './paths.js';
import type { ProcessHooks } from './registry.js';
import { answersOk, type Supervised, supervise } from './supervised.js';

export interface NatsServerOptions {
  readonly port: number;
  readonly monitorPort: number;
  readonly storeDir: string;
  readonly cacheDir: string;
  readonly passwords: NatsPasswords;
  readonly hooks: ProcessHooks;
  /** For one of several servers that form a cluster. */
  readonly cluster?: ClusterMember;
}

export interface ClusterMember {
  /** Unique in the cluster; JetStream knows its replicas by it. */
  readonly serverName: string;
  readonly port: number;
  /** Where this member finds the others; its own port may be among them. */
  readonly routePorts: readonly number[];
  /** What it tells the others to dial instead of `port`. */
  readonly advertisedPort?: number;
}

/** Time for a JetStream server to read its store again after a crash. */
const READY_TIMEOUT_MS = 30_000;
const STOP_GRACE_MS = 10_000;

/** The embedded nats-server, with the configuration file of a real deployment. */
export async function startNatsServer(options: NatsServerOptions): Promise<Supervised> {
  const command = await findNatsServer(options.cacheDir);
  await mkdir(options.storeDir, { recursive: true });
  const healthUrl = `http://127.0.0.1:${options.monitorPort}/healthz?js-enabled-only=true`;
  return supervise({
    name: 'nats',
    command,
    args: [
      ...['-c', join(deployDir, 'nats', 'nats.conf')],
      ...['-a', '127.0.0.1'],
      ...['-p', String(options.port)],
      ...['-m', String(options.monitorPort)],
      ...['-sd', options.storeDir],
      ...clusterArgs(options.cluster),
    ],
    env: {
      ...natsPasswordEnv(options.passwords),
      NATS_SERVER_NAME: options.cluster?.serverName ?? 'mealwire-embedded',
    },
    stopSignal: 'SIGTERM',
    stopGraceMs: STOP_GRACE_MS,
    isReady: () => answersOk(healthUrl),
    readyTimeoutMs: READY_TIMEOUT_MS,
    ...options.hooks,
  });
}

function clusterArgs(cluster: ClusterMember | undefined): readonly string[] {
  if (cluster === undefined) return [];
  const urlOf = (port: number): string => `nats://127.0.0.1:${port}`;
  return [
    ...['--cluster_name', 'mealwire'],
    ...['--cluster', urlOf(cluster.port)],
    ...['--routes', cluster.routePorts.map(urlOf).join(',')],
    ...(cluster.advertisedPort === undefined
      ? []
      : ['--cluster_advertise', `127.0.0.1:${cluster.advertisedPort}`]),
  ];
}

function natsPasswordEnv(passwords: NatsPasswords): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(passwords).map(([user, password]) => [
      `NATS_${user.toUpperCase()}_PASSWORD`,
      password,
    ]),
  );
}

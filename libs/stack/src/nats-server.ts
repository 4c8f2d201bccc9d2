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
    ],
    env: { ...natsPasswordEnv(options.passwords), NATS_SERVER_NAME: 'mealwire-embedded' },
    stopSignal: 'SIGTERM',
    stopGraceMs: STOP_GRACE_MS,
    isReady: () => answersOk(healthUrl),
    readyTimeoutMs: READY_TIMEOUT_MS,
    ...options.hooks,
  });
}

function natsPasswordEnv(passwords: NatsPasswords): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(passwords).map(([user, password]) => [
      `NATS_${user.toUpperCase()}_PASSWORD`,
      password,
    ]),
  );
}

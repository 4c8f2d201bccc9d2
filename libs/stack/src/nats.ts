import { join } from 'node:path';
import { connectBus, provision } from '@mealwire/bus';
import { createLogger } from '@mealwire/telemetry';
import type { NatsPasswords } from './credentials.js';
import type { LogPrinter } from './log-printer.js';
import { startNatsServer } from './nats-server.js';
import { cacheDir } from './paths.js';
import type { Plan } from './plan.js';
import type { Registry } from './registry.js';
import { StackError } from './stack-error.js';
import type { StackInfo } from './stack-file.js';

export interface NatsLogin {
  readonly user?: string;
  readonly password?: string;
}

/** The NATS that the services use. */
export interface Nats {
  readonly url: string;
  readonly info: StackInfo['nats'];
  /** How a user of deploy/nats/nats.conf logs in. */
  loginOf(user: string): NatsLogin;
}

/** The embedded server, as it will be when it has started. */
export function embeddedNats(ports: Plan['natsPorts'], passwords: NatsPasswords): Nats {
  const url = `nats://127.0.0.1:${ports.client}`;
  return {
    url,
    info: { url, monitorUrl: `http://127.0.0.1:${ports.monitor}`, external: false, passwords },
    loginOf: (user) => ({ user, password: passwords[user as keyof NatsPasswords] }),
  };
}

export async function startEmbeddedNats(
  registry: Registry,
  { nats, natsPorts, credentials }: Plan,
  dataDir: string,
): Promise<void> {
  const what = { service: 'nats', name: 'nats', port: natsPorts.client, url: nats.url };
  await registry.start(what, (hooks) =>
    startNatsServer({
      port: natsPorts.client,
      monitorPort: natsPorts.monitor,
      storeDir: join(dataDir, 'nats'),
      cacheDir,
      passwords: credentials.nats,
      hooks,
    }),
  );
}

/**
 * An existing server, or the servers of a cluster separated by commas, named by NATS_URL. The user,
 * if the first one has one in its URL, is everybody's.
 * @throws StackError when it is no URL.
 */
export function externalNats(natsUrl: string): Nats {
  const servers = natsUrl.split(',').map((server) => urlOf(server.trim()));
  const [first] = servers;
  const login: NatsLogin =
    first === undefined || first.username === ''
      ? {}
      : { user: decodeURIComponent(first.username), password: decodeURIComponent(first.password) };
  const url = servers.map(withoutLogin).join(',');
  return { url, info: { url, external: true, passwords: {} }, loginOf: () => login };
}

function urlOf(server: string): URL {
  try {
    return new URL(server);
  } catch {
    throw new StackError('NATS_URL is not a URL', 'write it like nats://user:password@host:4222');
  }
}

function withoutLogin(server: URL): string {
  const bare = new URL(server);
  bare.username = '';
  bare.password = '';
  return bare.toString();
}

/** Streams, buckets and consumers, made with the administrator's identity. */
export async function provisionNats(
  nats: Nats,
  replicas: number,
  printer: LogPrinter,
): Promise<void> {
  const bus = await connectBus({
    url: nats.url,
    ...nats.loginOf('admin'),
    name: 'provision',
    logger: createLogger('provision', 'silent'),
  });
  try {
    const created = await provision(bus.nc, { replicas });
    if (created.length > 0) printer.note(`created ${created.join(', ')}`);
  } finally {
    await bus.close();
  }
}

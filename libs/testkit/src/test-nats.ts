import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bus, connectBus, type EventStore, provision } from '@mealwire/bus';
import {
  type ClusterMember,
  cacheDir,
  createCredentials,
  freePort,
  type NatsUser,
  quietHooks,
  type Supervised,
  startNatsServer,
} from '@mealwire/stack';
import { eventually } from './eventually.js';
import { patientEventStore } from './patient-event-store.js';
import { type RouteLines, startRouteLines } from './route-lines.js';
import { silentLogger } from './silent-logger.js';

export interface TestServers {
  /** Of all servers, separated by commas. */
  readonly url: string;
  readonly servers: readonly Supervised[];
  /** The server that JetStream knows by that name, e.g. as a leader. */
  serverNamed(name: string): Supervised | undefined;
  /**
   * A connection with the permissions of that user, closed by `stop()`.
   * @param port of a proxy on loopback, to go through it.
   */
  connect(user: NatsUser, port?: number): Promise<Bus>;
  /** An event store with the permissions of that user, for what a test sets up. */
  eventStore(user: NatsUser): Promise<EventStore>;
  /** Settings that make a service process log in as its user. */
  env(user: NatsUser): { NATS_URL: string; NATS_USER: string; NATS_PASSWORD: string };
  /** The same servers, with the administrator's login in each URL. */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

export interface TestNats extends TestServers {
  readonly server: Supervised;
}

/** A real nats-server of its own for a test file: least privilege, provisioned, thrown away. */
export async function startTestNats(): Promise<TestNats> {
  const nats = await startTestServers(1);
  const [server] = nats.servers;
  if (server === undefined) throw new Error('no server was started');
  return { ...nats, server };
}

/** Three real nats-servers that form a cluster, with three replicas of everything. */
export function startTestCluster(): Promise<TestServers> {
  return startTestServers(3);
}

export interface DivisibleCluster extends TestServers {
  /** The server that JetStream knows by that name is alone from now on; its clients stay with it. */
  cutOff(name: string): void;
  /** All servers have each other again. */
  heal(): void;
}

/** The same, and the network between the servers can fail. */
export async function startDivisibleCluster(): Promise<DivisibleCluster> {
  const routePorts = await freePorts(3);
  const lines = await startRouteLines(routePorts);
  const cluster = await startTestServers(3, routePorts, lines).catch(async (error: unknown) => {
    await lines.stop();
    throw error;
  });
  return {
    ...cluster,
    cutOff: (name) => lines.cutOff(routePorts.findIndex((_, index) => serverName(index) === name)),
    heal: lines.heal,
    stop: () => cluster.stop().then(lines.stop),
  };
}

async function startTestServers(
  count: 1 | 3,
  knownRoutePorts?: readonly number[],
  lines?: RouteLines,
): Promise<TestServers> {
  const folder = await mkdtemp(join(tmpdir(), 'mealwire-nats-'));
  const { nats: passwords } = createCredentials();
  const ports = await freePorts(count);
  const routePorts = knownRoutePorts ?? (await freePorts(count));
  const url = ports.map((port) => `nats://127.0.0.1:${port}`).join(',');
  const starts = await Promise.allSettled(
    ports.map(async (port, index) =>
      startNatsServer({
        port,
        monitorPort: await freePort(),
        storeDir: join(folder, String(index)),
        cacheDir,
        passwords,
        hooks: quietHooks,
        ...(count === 1 ? {} : { cluster: member(index, routePorts, lines) }),
      }),
    ),
  );
  const servers = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const buses: Bus[] = [];
  const connect: TestServers['connect'] = async (user, port) => {
    const bus = await connectBus({
      url: port === undefined ? url : `nats://127.0.0.1:${port}`,
      user,
      password: passwords[user],
      name: `test-${user}`,
      logger: silentLogger,
    });
    buses.push(bus);
    return bus;
  };
  const stop = async (): Promise<void> => {
    await Promise.all(buses.map((bus) => bus.nc.close()));
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const start of starts) if (start.status === 'rejected') throw start.reason;
    const { nc } = await connect('admin');
    // A cluster elects its leader first.
    await eventually(() => provision(nc, { replicas: count }), { timeoutMs: 30_000 });
  } catch (error) {
    await stop();
    throw error;
  }
  const env: TestServers['env'] = (user) => ({
    NATS_URL: url,
    NATS_USER: user,
    NATS_PASSWORD: passwords[user],
  });
  const eventStore: TestServers['eventStore'] = async (user) =>
    patientEventStore((await connect(user)).nc);
  const adminUrl = url.replaceAll('nats://', `nats://admin:${passwords.admin}@`);
  const serverNamed: TestServers['serverNamed'] = (name) =>
    servers.find((_, index) => serverName(index) === name);
  return { url, adminUrl, servers, serverNamed, connect, eventStore, env, stop };
}

function serverName(index: number): string {
  return `test-${index}`;
}

/** Nobody listens there: no server may find a way around the lines by what another one advertises. */
const NOBODYS_PORT = 1;

function member(
  index: number,
  routePorts: readonly number[],
  lines: RouteLines | undefined,
): ClusterMember {
  const own = { serverName: serverName(index), port: routePorts[index] as number };
  return lines === undefined
    ? { ...own, routePorts }
    : { ...own, routePorts: lines.portsOf(index), advertisedPort: NOBODYS_PORT };
}

function freePorts(count: number): Promise<readonly number[]> {
  return Promise.all(Array.from({ length: count }, () => freePort()));
}

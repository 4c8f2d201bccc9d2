import type { Credentials } from './credentials.js';
import { databaseUrl } from './database.js';
import { embeddedNats, externalNats, type Nats } from './nats.js';
import { choosePort, freePort } from './ports.js';
import {
  DEFAULT_PORTS,
  SERVICE_NAMES,
  type ServiceName,
  type Surroundings,
} from './service-specs.js';
import type { StackOptions } from './stack.js';
import type { StackInfo } from './stack-file.js';

/** Where everything will be, decided before the first process starts. */
export interface Plan extends Surroundings {
  readonly nats: Nats;
  readonly natsPorts: { readonly client: number; readonly monitor: number };
  readonly postgresPort: number;
  /** The port of the n-th process of a service. */
  readonly portOf: (service: ServiceName, instance: number) => number;
  readonly info: StackInfo;
}

type PickPort = (name: string, preferred: number) => Promise<number>;

/** Further processes of a service are this far apart: 8080, 8180, 8280. */
const INSTANCE_PORT_STEP = 100;

/** @throws StackError for a NATS_URL that is none. */
export async function planStack(
  options: StackOptions,
  credentials: Credentials,
  note: (text: string) => void,
): Promise<Plan> {
  const pick = portPicker(options.ports, note);
  const natsPorts = { client: await pick('nats', 4222), monitor: await pick('nats monitor', 8222) };
  const postgresPort = await pick('postgres', 5432);
  const nats =
    options.natsUrl === undefined
      ? embeddedNats(natsPorts, credentials.nats)
      : externalNats(options.natsUrl);
  const postgresUrl =
    options.databaseUrl ?? databaseUrl(postgresPort, credentials.postgresPassword);
  const portOf = await pickServicePorts(options.instances ?? {}, pick);
  const urlOf = (service: ServiceName): string => `http://127.0.0.1:${portOf(service, 1)}`;
  const origin = urlOf('gateway');
  return {
    nats,
    natsPorts,
    postgresPort,
    portOf,
    databaseUrl: postgresUrl,
    credentials,
    ingestUrl: urlOf('ingest'),
    consoleUrl: urlOf('console'),
    info: {
      pid: process.pid,
      startedAt: new Date().toISOString(),
      dataDir: options.dataDir,
      origin,
      webSocketUrl: `${origin.replace('http', 'ws')}/ws/meal-logs`,
      nats: nats.info,
      postgres: { url: postgresUrl, external: options.databaseUrl !== undefined },
      auth: { jwtSecret: credentials.jwtSecret, tokenUrl: `${origin}/dev/token` },
      processes: [],
    },
  };
}

/** A port that is given once is not given again, though nobody listens on it yet. */
function portPicker(ports: StackOptions['ports'], note: (text: string) => void): PickPort {
  const given = new Set<number>();
  return async (name, preferred) => {
    let port = ports === 'free' ? await freePort() : await choosePort(preferred);
    while (given.has(port)) port = await freePort();
    given.add(port);
    if (ports === 'default' && port !== preferred) {
      note(`port ${preferred} is taken, ${name} gets ${port}`);
    }
    return port;
  };
}

async function pickServicePorts(
  instances: NonNullable<StackOptions['instances']>,
  pick: PickPort,
): Promise<Plan['portOf']> {
  const ports = new Map<string, number>();
  for (const service of SERVICE_NAMES) {
    for (let instance = 1; instance <= (instances[service] ?? 1); instance++) {
      const name = `${service}-${instance}`;
      const preferred = DEFAULT_PORTS[service] + (instance - 1) * INSTANCE_PORT_STEP;
      ports.set(name, await pick(name, preferred));
    }
  }
  return (service, instance) => ports.get(`${service}-${instance}`) as number;
}

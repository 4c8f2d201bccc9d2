import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bus, connectBus, provision } from '@mealwire/bus';
import {
  cacheDir,
  createCredentials,
  freePort,
  type NatsUser,
  quietHooks,
  type Supervised,
  startNatsServer,
} from '@mealwire/stack';
import { silentLogger } from './silent-logger.js';

export interface TestNats {
  readonly url: string;
  readonly server: Supervised;
  /** A connection with the permissions of that user, closed by `stop()`. */
  connect(user: NatsUser): Promise<Bus>;
  /** Settings that make a service process log in as its user. */
  env(user: NatsUser): { NATS_URL: string; NATS_USER: string; NATS_PASSWORD: string };
  stop(): Promise<void>;
}

/** A real nats-server of its own for a test file: least privilege, provisioned, thrown away. */
export async function startTestNats(): Promise<TestNats> {
  const folder = await mkdtemp(join(tmpdir(), 'mealwire-nats-'));
  const { nats: passwords } = createCredentials();
  const port = await freePort();
  const server = await startNatsServer({
    port,
    monitorPort: await freePort(),
    storeDir: folder,
    cacheDir,
    passwords,
    hooks: quietHooks,
  });
  const url = `nats://127.0.0.1:${port}`;
  const buses: Bus[] = [];
  const connect = async (user: NatsUser): Promise<Bus> => {
    const bus = await connectBus({
      url,
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
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await provision((await connect('admin')).nc, { replicas: 1 });
  } catch (error) {
    await stop();
    throw error;
  }
  const env: TestNats['env'] = (user) => ({
    NATS_URL: url,
    NATS_USER: user,
    NATS_PASSWORD: passwords[user],
  });
  return { url, server, connect, env, stop };
}

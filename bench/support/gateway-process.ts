import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort, repositoryDir } from '@mealwire/stack';
import { eventually, type TestNats } from '@mealwire/testkit';
import { SignJWT } from 'jose';
import { WebSocket } from 'ws';

/** One real gateway process against a NATS of its own, with a probe inside. */
export interface GatewayProcess {
  tokenOf(user: string): Promise<string>;
  /** Opens a socket; resolves with the upgrade under way. */
  connect(token: string, cursor?: string): WebSocket;
  /** After a full garbage collection, in bytes. */
  memory(): Promise<NodeJS.MemoryUsage>;
  /** CPU time of the process so far, in ms. */
  cpuMs(): Promise<number>;
  startAllocations(): Promise<void>;
  /** Bytes allocated since the start, by function; an estimate by sampling. */
  stopAllocations(): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

const JWT_SECRET = 'only for benchmarks, thirty-two characters';

export async function startGateway(nats: TestNats): Promise<GatewayProcess> {
  const port = await freePort();
  const child = fork(join(repositoryDir, 'services', 'gateway', 'dist', 'main.js'), {
    execArgv: ['--expose-gc', '--import', join(repositoryDir, 'bench', 'support', 'probe.mjs')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...nats.env('gateway'),
      PORT: String(port),
      JWT_SECRET,
      CURSOR_SECRET: JWT_SECRET,
      INGEST_URL: 'http://127.0.0.1:1',
      WS_UPGRADES_PER_SECOND: '1000000',
      WS_RESUME_CONCURRENCY: '64',
    },
  });
  const ask = asker(child);
  const key = new TextEncoder().encode(JWT_SECRET);
  await eventually(
    async () => {
      if (!(await fetch(`http://127.0.0.1:${port}/readyz`)).ok) throw new Error('not ready');
    },
    { timeoutMs: 30_000 },
  );
  return {
    tokenOf: (user) =>
      new SignJWT({ sub: user })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime('1h')
        .sign(key),
    connect: (token, cursor) => {
      const query = cursor === undefined ? '' : `?cursor=${cursor}`;
      const socket = new WebSocket(`ws://127.0.0.1:${port}/ws/meal-logs${query}`, {
        headers: { authorization: `Bearer ${token}` },
        perMessageDeflate: false,
      });
      socket.on('error', () => undefined);
      return socket;
    },
    memory: () => ask<NodeJS.MemoryUsage>('memory'),
    cpuMs: async () => {
      const { user, system } = await ask<NodeJS.CpuUsage>('cpu');
      return (user + system) / 1000;
    },
    startAllocations: () => ask('startAllocations'),
    stopAllocations: () => ask('stopAllocations'),
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** One question at a time or several; each answer finds its question. */
function asker(child: ChildProcess) {
  const waiting = new Map<number, (result: unknown) => void>();
  let nextId = 0;
  child.on('message', ({ id, result }: { id: number; result: unknown }) => {
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  return <T>(command: string): Promise<T> =>
    new Promise((resolve) => {
      const id = nextId++;
      waiting.set(id, resolve as (result: unknown) => void);
      child.send({ id, command });
    });
}

export interface Welcome {
  readonly cursor: string;
  readonly replayed: number;
  readonly elapsedMs: number;
}

/** From the first byte of the upgrade request to the welcome frame. */
export function awaitWelcome(socket: WebSocket): Promise<Welcome> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    socket.once('message', (data) => {
      const frame = JSON.parse(String(data)) as { cursor: string; replayed: number };
      resolve({ ...frame, elapsedMs: performance.now() - startedAt });
    });
    socket.once('close', (code) => reject(new Error(`closed with ${code} before the welcome`)));
  });
}

import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the range that systems give to outgoing connections if nobody has set another one (from
 * 32768 on Linux, 49152 on others): one of those could take a port between the moment it is chosen
 * and the moment its server listens.
 */
const FIRST = 10_000;
const END = 32_768;
const TRIES = 100;
/** So can another process that chooses at the same time: test workers have ranges of their own. */
const SLICES = 16;

/** Asked for by this process before: perhaps nobody listens on it yet. */
const tried = new Set<number>();

/** A TCP port on loopback that nobody listens on right now, another one each time. */
export async function freePort(): Promise<number> {
  const size = Math.floor((END - FIRST) / SLICES);
  const worker = process.env['VITEST_POOL_ID'];
  const first = worker === undefined ? FIRST : FIRST + (Number(worker) % SLICES) * size;
  const end = worker === undefined ? END : first + size;
  for (let tries = 0; tries < TRIES; tries++) {
    const port = randomInt(first, end);
    if (tried.has(port)) continue;
    tried.add(port);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port was found between ${first} and ${end - 1}`);
}

/** The preferred port, or a free one when somebody else has it. */
export async function choosePort(preferred: number): Promise<number> {
  return (await isFree(preferred)) ? preferred : freePort();
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

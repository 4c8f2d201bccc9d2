import { createServer } from 'node:net';

/** A TCP port on loopback that nobody listens on right now. */
export async function freePort(): Promise<number> {
  const port = await tryListen(0);
  if (port === undefined) throw new Error('this machine has no free port');
  return port;
}

/** The preferred port, or a free one when somebody else has it. */
export async function choosePort(preferred: number): Promise<number> {
  return (await tryListen(preferred)) ?? freePort();
}

async function tryListen(port: number): Promise<number | undefined> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

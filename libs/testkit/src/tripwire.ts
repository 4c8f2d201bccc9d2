import type { AddressInfo } from 'node:net';
import { createServer, type Socket, connect as tcpConnect } from 'node:net';

/** A line from a process to its server, and the moment at which the process dies. */
export interface Tripwire {
  readonly port: number;
  /**
   * So many chunks, in both directions together, still pass; the next one does not, and nothing
   * after it. To everybody else that is a SIGKILL between two awaits: of a request that was never
   * sent, or whose answer was never read.
   */
  arm(chunks: number): void;
  /** Resolves at that moment. */
  readonly tripped: Promise<void>;
  stop(): Promise<void>;
}

/** Carries connections to a port on loopback. */
export async function startTripwire(targetPort: number): Promise<Tripwire> {
  const sockets = new Set<Socket>();
  let left = Number.POSITIVE_INFINITY;
  let trip = (): void => undefined;
  const tripped = new Promise<void>((resolve) => {
    trip = resolve;
  });
  const destroyAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };

  function carry(from: Socket, to: Socket): void {
    sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (chunk: Buffer) => {
      if (left > 0) {
        left -= 1;
        to.write(chunk);
        return;
      }
      destroyAll();
      trip();
    });
    // What a broken side reports is told by its `close`.
    from.on('error', () => undefined);
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  }

  const server = createServer((client) => {
    if (left <= 0) {
      client.destroy();
      return;
    }
    const upstream = tcpConnect(targetPort, '127.0.0.1');
    carry(client, upstream);
    carry(upstream, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    arm: (chunks) => {
      left = chunks;
    },
    tripped,
    stop: async () => {
      destroyAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

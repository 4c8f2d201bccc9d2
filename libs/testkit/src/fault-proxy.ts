import type { AddressInfo } from 'node:net';
import { createServer, type Socket, connect as tcpConnect } from 'node:net';
import { type Direction, type ProxiedConnection, proxyConnection } from './proxied-connection.js';

/** A TCP proxy on loopback that passes everything on until it is told to misbehave. */
export interface FaultProxy {
  /** `http://127.0.0.1:<port>`; stays the same whatever happens behind it. */
  readonly origin: string;
  connections(): number;
  /**
   * Breaks connections in the middle of what they carry next: a random part of the next chunk
   * still arrives.
   * @returns how many connections are armed.
   */
  cut(share: number): number;
  /**
   * Keeps connections open and carries nothing any more, in either direction; new ones too, in
   * the same share, until `heal`.
   * @returns how many connections are held.
   */
  halfOpen(share: number): number;
  /** Every byte takes this much longer. */
  delay(delayMs: number): void;
  /** Closes every connection. @returns how many. */
  dropAll(): number;
  /** Passes everything on again; what was held is closed. */
  heal(): void;
  stop(): Promise<void>;
}

export interface FaultProxyOptions {
  readonly targetPort: number;
  /** Decides which connections and which bytes: a number from 0 to below 1. */
  readonly random: () => number;
}

export async function startFaultProxy({
  targetPort,
  random,
}: FaultProxyOptions): Promise<FaultProxy> {
  const open = new Set<ProxiedConnection>();
  let heldShare = 0;
  let delayMs = 0;

  const server = createServer((client: Socket) => {
    const upstream = tcpConnect(targetPort, '127.0.0.1');
    const connection = proxyConnection(client, upstream, {
      delayMs: () => delayMs,
      onClosed: () => open.delete(connection),
    });
    open.add(connection);
    if (random() < heldShare) connection.hold();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const some = (share: number): ProxiedConnection[] => [...open].filter(() => random() < share);
  const dropAll = (): number => {
    const dropped = [...open];
    for (const connection of dropped) connection.drop();
    return dropped.length;
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    connections: () => open.size,
    cut: (share) => {
      const chosen = some(share);
      for (const connection of chosen) {
        const direction: Direction = random() < 0.75 ? 'to-client' : 'to-server';
        connection.cutNext(direction, random());
      }
      return chosen.length;
    },
    halfOpen: (share) => {
      heldShare = share;
      const chosen = some(share);
      for (const connection of chosen) connection.hold();
      return chosen.length;
    },
    delay: (ms) => {
      delayMs = ms;
    },
    dropAll,
    heal: () => {
      heldShare = 0;
      delayMs = 0;
      for (const connection of open) if (connection.isHeld()) connection.drop();
    },
    stop: async () => {
      dropAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

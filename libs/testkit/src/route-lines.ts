import { startFaultProxy } from './fault-proxy.js';

/** The lines between the servers of a cluster, one for each direction of dialling. */
export interface RouteLines {
  /** Where this server dials the others. */
  portsOf(server: number): readonly number[];
  /** Nothing gets through between this server and the others; no connection is closed. */
  cutOff(server: number): void;
  /** Closes what was held, and lets everything through again. */
  heal(): void;
  stop(): Promise<void>;
}

/** @param ports on which the servers take routes. */
export async function startRouteLines(ports: readonly number[]): Promise<RouteLines> {
  const lines = await Promise.all(
    ports.flatMap((_, from) =>
      ports.flatMap((targetPort, to) => (from === to ? [] : [startLine(from, to, targetPort)])),
    ),
  );
  return {
    portsOf: (server) => lines.flatMap(({ from, port }) => (from === server ? [port] : [])),
    cutOff: (server) => {
      for (const { from, to, proxy } of lines) {
        if (from === server || to === server) proxy.halfOpen(1);
      }
    },
    heal: () => {
      for (const { proxy } of lines) proxy.heal();
    },
    stop: async () => {
      await Promise.all(lines.map(({ proxy }) => proxy.stop()));
    },
  };
}

async function startLine(from: number, to: number, targetPort: number) {
  const proxy = await startFaultProxy({ targetPort, random: () => 0 });
  return { from, to, proxy, port: Number(new URL(proxy.origin).port) };
}

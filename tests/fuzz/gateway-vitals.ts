import { readdir, readFile } from 'node:fs/promises';
import type { Stack } from '@mealwire/stack';
import { eventually } from '@mealwire/testkit';
import { expect } from 'vitest';

/** The gateway as its operator sees it: is it the same process, how big, how many connections. */
export interface GatewayVitals {
  /** Resident memory; 0 where there is no /proc. */
  rssMb(): Promise<number>;
  /** Open descriptors, sockets most of them; 0 where there is no /proc. */
  openFiles(): Promise<number>;
  log(): Promise<string>;
  /** Same process, never restarted, healthy. */
  expectAlive(): Promise<void>;
  /** Every connection is gone from the gauge. */
  expectNobodyConnected(): Promise<void>;
}

const PAGE_BYTES = 4096;
const MB = 1024 * 1024;
const GAUGE = /^mealwire_gateway_connections(?:\{[^}]*\})? (\d+)/m;
/** Above the gateway's patience with a closing handshake that does not come. */
const GONE_TIMEOUT_MS = 15_000;

export function gatewayVitals(stack: Stack): GatewayVitals {
  const { origin, processes } = stack.info();
  const gateway = stack.process('gateway-1');
  const pid = gateway.pid() as number;
  const logFile = processes.find(({ name }) => name === 'gateway-1')?.logFile ?? '';
  const hasProc = process.platform === 'linux';
  return {
    rssMb: async () => {
      if (!hasProc) return 0;
      const [, pages] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
      return (Number(pages) * PAGE_BYTES) / MB;
    },
    openFiles: async () => (hasProc ? (await readdir(`/proc/${pid}/fd`)).length : 0),
    log: () => readFile(logFile, 'utf8'),
    expectAlive: async () => {
      expect(gateway.pid()).toBe(pid);
      expect(gateway.restarts()).toBe(0);
      expect((await fetch(new URL('/healthz', origin))).status).toBe(200);
    },
    expectNobodyConnected: () =>
      eventually(
        async () => {
          const metrics = await (await fetch(new URL('/metrics', origin))).text();
          expect(GAUGE.exec(metrics)?.[1]).toBe('0');
        },
        { timeoutMs: GONE_TIMEOUT_MS },
      ),
  };
}

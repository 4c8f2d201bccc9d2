import type { Socket } from 'node:net';

export type Direction = 'to-client' | 'to-server';

/** One connection through a fault proxy. */
export interface ProxiedConnection {
  /**
   * The next chunk in this direction arrives in part, then both sides are closed.
   * @param part how much of it, from 0 to below 1.
   */
  cutNext(direction: Direction, part: number): void;
  /** Half-open from now on: nothing passes, not even that a side has closed. */
  hold(): void;
  isHeld(): boolean;
  /** Closes both sides. */
  drop(): void;
}

export interface ProxiedConnectionOptions {
  readonly delayMs: () => number;
  readonly onClosed: () => void;
}

interface Lane {
  readonly from: Socket;
  readonly to: Socket;
  /** What is waiting to be passed on, in order; kept while there is a delay. */
  readonly waiting: (() => void)[];
}

/** Joins two sockets. */
export function proxyConnection(
  client: Socket,
  server: Socket,
  { delayMs, onClosed }: ProxiedConnectionOptions,
): ProxiedConnection {
  const lanes: Readonly<Record<Direction, Lane>> = {
    'to-client': { from: server, to: client, waiting: [] },
    'to-server': { from: client, to: server, waiting: [] },
  };
  let armed: { readonly direction: Direction; readonly part: number } | undefined;
  let held = false;

  function drop(): void {
    client.destroy();
    server.destroy();
    onClosed();
  }

  function pass(direction: Direction, chunk: Buffer): void {
    const { from, to } = lanes[direction];
    if (held || to.destroyed) return;
    if (armed?.direction === direction) {
      const bytes = Math.floor(armed.part * chunk.length);
      // The part must be on its way before the connection breaks.
      to.write(chunk.subarray(0, bytes), drop);
      held = true;
      return;
    }
    if (to.write(chunk)) return;
    from.pause();
    to.once('drain', () => {
      if (!held) from.resume();
    });
  }

  /** At once, or after the delay behind everything that waits already. */
  function inTurn({ waiting }: Lane, step: () => void): void {
    const ms = delayMs();
    if (ms === 0 && waiting.length === 0) {
      step();
    } else {
      waiting.push(step);
      setTimeout(() => waiting.shift()?.(), ms);
    }
  }

  for (const direction of ['to-client', 'to-server'] as const) {
    const lane = lanes[direction];
    lane.from.setNoDelay(true);
    lane.from.on('data', (chunk: Buffer) => inTurn(lane, () => pass(direction, chunk)));
    // What a broken side reports is told by its `close`.
    lane.from.on('error', () => undefined);
    lane.from.on('end', () => inTurn(lane, () => void (held || lane.to.end())));
    lane.from.on('close', () => {
      if (!held) inTurn(lane, drop);
    });
  }
  return {
    cutNext: (direction, part) => {
      armed = { direction, part };
    },
    hold: () => {
      held = true;
      client.pause();
      server.pause();
    },
    isHeld: () => held,
    drop,
  };
}

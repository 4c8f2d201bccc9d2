/** How patient and how eager a client is. Data, so that two can be compared; all in milliseconds. */
export interface Strategy {
  /** Reported with the quality figures, so that strategies can be told apart: `[a-z0-9._-]{1,32}`. */
  readonly name: string;
  /** Between two signs of life. */
  readonly pingIntervalMs: number;
  /** The same while a result is due: a dead socket must be noticed before the user does. */
  readonly duePingIntervalMs: number;
  /** A ping without any frame after it for so long is silence; shorter than both intervals. */
  readonly silenceMs: number;
  /** How long a doubtful socket has to answer before another one is opened. */
  readonly probeMs: number;
  /** From the start of an attempt to the first frame. */
  readonly verifyMs: number;
  /** A connection that held so long has proved the way: the next loss starts with short delays. */
  readonly stableMs: number;
  readonly backoffBaseMs: number;
  readonly backoffMaxMs: number;
  /** From the moment a result is due and the socket not verified to the first poll. */
  readonly pollFirstMs: number;
  readonly pollMaxMs: number;
}

export const DEFAULT_STRATEGY: Strategy = {
  name: 'default',
  pingIntervalMs: 30_000,
  duePingIntervalMs: 5_000,
  silenceMs: 4_000,
  probeMs: 2_000,
  verifyMs: 10_000,
  stableMs: 10_000,
  backoffBaseMs: 500,
  backoffMaxMs: 30_000,
  pollFirstMs: 2_000,
  pollMaxMs: 10_000,
};

/**
 * The same one of `strategies` for the same user, evenly spread over users (FNV-1a, 32 bit).
 * @throws RangeError when there is none to choose from.
 */
export function strategyFor(userId: string, strategies: readonly Strategy[]): Strategy {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(userId)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  const chosen = strategies[hash % strategies.length];
  if (chosen === undefined) throw new RangeError('there is no strategy to choose from');
  return chosen;
}

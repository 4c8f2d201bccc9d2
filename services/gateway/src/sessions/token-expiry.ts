export interface TokenExpiry {
  /** @param atMs when the token ends, in ms since the Unix epoch; Infinity: never. */
  schedule(atMs: number): void;
  stop(): void;
}

/** setTimeout takes no more; a token that lives longer is looked at again then. */
const MAX_TIMER_MS = 2_147_483_647;

/** Calls back when the token of a connection ends; a later one may come in time. */
export function createTokenExpiry(onExpired: () => void): TokenExpiry {
  let timer: NodeJS.Timeout | undefined;

  function schedule(atMs: number): void {
    clearTimeout(timer);
    if (atMs === Number.POSITIVE_INFINITY) return;
    const inMs = Math.max(0, atMs - Date.now());
    timer =
      inMs > MAX_TIMER_MS
        ? setTimeout(() => schedule(atMs), MAX_TIMER_MS)
        : setTimeout(onExpired, inMs);
  }

  return { schedule, stop: () => clearTimeout(timer) };
}

/** Allows `capacity` at once and `perSecond` in the long run. Pure but for what it remembers. */
export interface TokenBucket {
  /** Takes one. @param nowMs a clock that does not go back. */
  take(nowMs: number): boolean;
}

export function createTokenBucket(capacity: number, perSecond: number): TokenBucket {
  let tokens = capacity;
  let lastMs: number | undefined;
  return {
    take: (nowMs) => {
      const elapsedMs = lastMs === undefined ? 0 : Math.max(0, nowMs - lastMs);
      lastMs = nowMs;
      tokens = Math.min(capacity, tokens + (elapsedMs / 1000) * perSecond);
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}

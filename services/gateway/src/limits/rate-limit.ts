import { createTokenBucket, type TokenBucket } from './token-bucket.js';

/** One token bucket per key, e.g. per user. Pure but for what it remembers. */
export interface RateLimit {
  /** Takes one of the key's. @param nowMs a clock that does not go back. */
  take(key: string, nowMs: number): boolean;
  /** How many keys it remembers now. */
  size(): number;
}

export function createRateLimit(capacity: number, perSecond: number): RateLimit {
  const fullAfterMs = (capacity / perSecond) * 1000;
  const buckets = new Map<string, { readonly bucket: TokenBucket; usedMs: number }>();
  let sweptMs = 0;

  /** A bucket that has filled up again is as good as a new one: memory is for those in use. */
  function sweep(nowMs: number): void {
    if (nowMs - sweptMs < fullAfterMs) return;
    sweptMs = nowMs;
    for (const [key, { usedMs }] of buckets) {
      if (nowMs - usedMs >= fullAfterMs) buckets.delete(key);
    }
  }

  return {
    take: (key, nowMs) => {
      sweep(nowMs);
      const entry = buckets.get(key) ?? {
        bucket: createTokenBucket(capacity, perSecond),
        usedMs: nowMs,
      };
      buckets.set(key, entry);
      entry.usedMs = nowMs;
      return entry.bucket.take(nowMs);
    },
    size: () => buckets.size,
  };
}

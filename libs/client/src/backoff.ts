const BASE_DELAY_MS = 500;
const MAX_DELAY_MS = 30_000;

/**
 * How long to wait before attempt `failures + 1`, in milliseconds: exponential with full jitter, so
 * that phones that lost the same gateway do not come back in step.
 */
export function backoffDelayMs(failures: number, random: () => number): number {
  return Math.round(random() * Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** failures));
}

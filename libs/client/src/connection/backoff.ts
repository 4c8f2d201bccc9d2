/**
 * How long to wait before attempt `failures + 1`, in milliseconds: exponential with full jitter, so
 * that phones that lost the same gateway do not come back in step.
 */
export function backoffDelayMs(
  failures: number,
  random: number,
  limits: { readonly backoffBaseMs: number; readonly backoffMaxMs: number },
): number {
  return Math.round(random * Math.min(limits.backoffMaxMs, limits.backoffBaseMs * 2 ** failures));
}

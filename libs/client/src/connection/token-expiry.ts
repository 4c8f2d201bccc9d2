/** Renewed this long before the end, so that no token ends on its way. */
const MARGIN_MS = 60_000;
/** `setTimeout` takes no more than 2^31 - 1 ms. */
const MAX_TIMER_MS = 2_147_483_647;

/** Calls back shortly before a JWT ends. @returns a function that cancels it. */
export function beforeExpiry(jwt: string, callback: () => void): () => void {
  const leftMs = expiryOf(jwt) - Date.now();
  // Past already: this clock is wrong, and the gateway's 4004 has the last word.
  if (leftMs <= 0 || leftMs > MAX_TIMER_MS) return () => undefined;
  const timer = setTimeout(callback, Math.max(leftMs - MARGIN_MS, leftMs / 2, 0));
  return () => clearTimeout(timer);
}

/** @returns claim `exp` in ms since the Unix epoch; infinite for what is no JWT or has no end. */
function expiryOf(jwt: string): number {
  try {
    const payload = jwt.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? '';
    const { exp }: { readonly exp?: unknown } = JSON.parse(atob(payload));
    return typeof exp === 'number' ? exp * 1_000 : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

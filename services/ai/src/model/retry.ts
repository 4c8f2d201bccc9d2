import { setTimeout as sleep } from 'node:timers/promises';
import { ModelUnavailableError, type Unavailability } from './model-error.js';

/** What may work the next time; a refusal (wrong key, unknown model) will not. */
const PASSING: ReadonlySet<Unavailability> = new Set([
  'rate_limited',
  'server_error',
  'unreachable',
  'bad_response',
]);

const MAX_TRIES = 3;
const FIRST_DELAY_MS = 400;

/**
 * How long to wait before the next try; undefined: there is no point in one. What the API asks for
 * with `Retry-After` is done, unless the time left is shorter than that.
 * @param tries how often it was tried.
 * @param jitter from 0 to 1: processes that failed together do not come back together.
 */
export function retryDelayMs(
  error: ModelUnavailableError,
  tries: number,
  leftMs: number,
  jitter: number,
): number | undefined {
  if (tries >= MAX_TRIES || !PASSING.has(error.reason)) return undefined;
  const backoffMs = FIRST_DELAY_MS * 2 ** (tries - 1) * (1 + jitter);
  const delayMs = Math.max(error.retryAfterMs ?? backoffMs, 0);
  return delayMs < leftMs ? delayMs : undefined;
}

/**
 * Runs `work` again when it fails in a way that passes, as long as there is time.
 * @param leftMs how much time is left.
 * @throws the last ModelUnavailableError, or whatever else `work` throws.
 */
export async function withRetries<T>(
  work: () => Promise<T>,
  leftMs: () => number,
  signal: AbortSignal,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ModelUnavailableError)) throw error;
      const delayMs = retryDelayMs(error, tries, leftMs(), Math.random());
      if (delayMs === undefined) throw error;
      await sleep(delayMs, undefined, { signal });
    }
  }
}

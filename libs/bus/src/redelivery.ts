/** Why a message came again decides nothing here: the more often, the longer the pause. */
export interface RedeliveryPolicy {
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
}

/**
 * Delay before the next try, doubling with each one.
 * @param attempt 1 for the first delivery.
 */
export function redeliveryDelayMs(policy: RedeliveryPolicy, attempt: number): number {
  return Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** (attempt - 1));
}

import type { ApplyChange, Changed, ChangeRequest } from './change-meal-log.js';

export type RetryMealLog = (request: ChangeRequest) => Promise<Changed>;

/** Has a meal that has ended analysed once more; one that is processing is under way already. */
export function createRetryMealLog(apply: ApplyChange): RetryMealLog {
  return (request) =>
    apply({ ...request, kind: 'retry', commandFor: async () => ({ kind: 'retry' }) });
}

import type { ApplyChange, Changed, ChangeRequest } from './change-meal-log.js';

export type DeleteMealLog = (request: ChangeRequest) => Promise<Changed>;

/** In whatever state it is. An analysis that is under way ends without an outcome. */
export function createDeleteMealLog(apply: ApplyChange): DeleteMealLog {
  return (request) =>
    apply({ ...request, kind: 'delete', commandFor: async () => ({ kind: 'delete' }) });
}

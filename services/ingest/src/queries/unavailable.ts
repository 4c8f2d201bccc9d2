import { Problem } from '@mealwire/runtime';

const RETRY_AFTER_S = 5;

/** What is asked for cannot be read right now: PostgreSQL, or the events, are away. */
export function unavailable(cause: unknown): Problem {
  return new Problem(503, 'read_model_unavailable', 'Meals cannot be read right now. Try again.', {
    retryAfterS: RETRY_AFTER_S,
    cause,
  });
}

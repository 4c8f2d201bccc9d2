import { Problem } from '@mealwire/runtime';

/** What a client should wait before it tries again, in seconds. */
const RETRY_AFTER_S = 2;

export function notFound(): Problem {
  return new Problem(404, 'meal_log_not_found', 'You have no meal log with this id.');
}

export function stillProcessing(): Problem {
  return new Problem(
    409,
    'meal_log_processing',
    'This meal is being analysed. Correct it when it has its result.',
  );
}

export function versionConflict(): Problem {
  return new Problem(
    412,
    'version_conflict',
    'The meal log has changed since. Read it again, then decide.',
  );
}

export function keyTaken(): Problem {
  return new Problem(409, 'idempotency_key_taken', 'This key was used for another correction.', {
    errors: [{ field: 'Idempotency-Key', message: 'was used for a different body' }],
  });
}

export function storeUnavailable(cause: unknown): Problem {
  return new Problem(503, 'store_unavailable', 'This cannot be done right now. Try again.', {
    retryAfterS: RETRY_AFTER_S,
    cause,
  });
}

/** Whoever is in a hurry here competes with itself. */
export function tooBusy(): Problem {
  return new Problem(503, 'meal_log_busy', 'Too much happens to this meal at once. Try again.', {
    retryAfterS: 1,
  });
}

export function analyserUnavailable(cause: unknown): Problem {
  return new Problem(503, 'analyser_unavailable', 'Corrections are not possible right now.', {
    retryAfterS: RETRY_AFTER_S,
    cause,
  });
}

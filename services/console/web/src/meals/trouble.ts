import { MealwireError } from '@mealwire/client';
import type { MealTrouble } from './meal.js';

/** What went wrong, for the person who reads it. */
export function troubleOfError(error: unknown): MealTrouble {
  if (!(error instanceof MealwireError)) {
    return { code: 'network_error', message: 'The server could not be reached.' };
  }
  const fields = error.errors.map(({ field, message }) => `${field}: ${message}`);
  return { code: error.code, message: [error.detail, ...fields].join(' ') };
}

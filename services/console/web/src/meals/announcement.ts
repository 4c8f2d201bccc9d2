import { kcal } from '../format.js';
import type { Meal } from './meal.js';

/** A finished meal in one spoken sentence. */
export function announcementOf(meal: Meal): string {
  if (meal.status === 'failed') return `${meal.text}: ${meal.trouble?.message ?? 'failed'}`;
  const review = meal.needsReview ? ', needs review' : '';
  return `${meal.text}: ${kcal(meal.totals?.calories ?? 0)} kilocalories${review}`;
}

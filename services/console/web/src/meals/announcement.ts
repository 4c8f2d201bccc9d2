import type { MealLogChange } from '@mealwire/client';
import { kcal } from '../format.js';
import type { Meal } from './meal.js';

/** A finished meal in one spoken sentence. */
export function announcementOf(meal: Meal): string {
  if (meal.status === 'failed') return `${meal.text}: ${meal.trouble?.message ?? 'failed'}`;
  const review = meal.needsReview ? ', needs review' : '';
  return `${meal.text}: ${kcal(meal.totals?.calories ?? 0)} kilocalories${review}`;
}

/** What was done to a meal, here or on another device. */
export function announcementOfChange(meal: Meal, { type }: MealLogChange): string {
  if (type === 'meal_log.deleted') return `${meal.text}: deleted`;
  if (type === 'meal_log.retried') return `${meal.text}: is analysed again`;
  return `Corrected: ${announcementOf(meal)}`;
}

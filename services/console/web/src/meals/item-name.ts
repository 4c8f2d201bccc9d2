import type { MealLogItem } from '@mealwire/client';

/** The food, or the user's words where none was found. */
export function nameOf({ name, raw_text }: MealLogItem): string {
  return name === '' ? raw_text : name;
}

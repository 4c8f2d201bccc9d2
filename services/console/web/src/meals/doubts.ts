import type { MealLogItem } from '@mealwire/client';
import { words } from '../format.js';

/** Why a person should look at an item; a code that is not here speaks for itself. */
const REASONS: Readonly<Record<string, string>> = {
  unknown_food: 'not in the food table',
  implausible_quantity: 'this amount cannot be right',
  large_quantity: 'unusually much',
  energy_mismatch: 'the figures do not add up',
  spelling_assumed: 'spelling was guessed',
  approximate_match: 'closest food that was found',
  assumed_portion: 'portion was guessed',
};

/** Below it a person is told how sure the analyser is. */
const UNSURE_BELOW = 0.7;

/** How sure the analyser is of an item, in words; null where there is nothing to say. */
export function doubtOf(item: MealLogItem): string | null {
  const sure = `${Math.round(item.confidence * 100)} % sure`;
  if (item.needs_review) {
    const reason = REASONS[item.review_reason] ?? words(item.review_reason);
    const parts = ['Needs review', reason, item.confidence > 0 ? sure : ''];
    return parts.filter((part) => part !== '').join(' · ');
  }
  return item.confidence < UNSURE_BELOW ? `Only ${sure}` : null;
}

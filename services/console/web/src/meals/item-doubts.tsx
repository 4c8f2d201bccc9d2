import type { MealLogItem } from '@mealwire/client';
import { doubtOf } from './doubts.js';

/** What was taken for granted about an item, and how sure that is. */
export function ItemDoubts({ item }: { readonly item: MealLogItem }) {
  const doubt = doubtOf(item);
  return (
    <>
      {item.assumptions.length > 0 && (
        <p class="assumptions" data-testid="assumptions">
          <span class="visually-hidden">Assumptions: </span>
          {item.assumptions.join(' · ')}
        </p>
      )}
      {doubt !== null && (
        <p
          class="review"
          data-testid={item.needs_review ? 'needs-review' : 'low-confidence'}
          data-reason={item.review_reason}
        >
          {doubt}
        </p>
      )}
    </>
  );
}

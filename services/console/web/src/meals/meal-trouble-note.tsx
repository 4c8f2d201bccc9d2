import { words } from '../format.js';
import { AlertIcon } from '../icons.js';
import type { Meal } from './meal.js';

interface MealTroubleNoteProps {
  readonly meal: Meal;
  readonly onEdit: (meal: Meal) => void;
}

/** Why a meal has no result: the analysis found none, or the server does not take it. */
export function MealTroubleNote({ meal, onEdit }: MealTroubleNoteProps) {
  const code = meal.trouble?.code ?? 'unknown';
  const isRefused = meal.status === 'refused';
  return (
    <div
      class="trouble"
      // A failed analysis is announced when it arrives; earlier ones must not all speak at once.
      role={isRefused ? 'alert' : undefined}
      data-testid="meal-trouble"
      data-reason={code}
    >
      <AlertIcon />
      <div>
        <p>{meal.trouble?.message || 'No reason was given.'}</p>
        <p class="trouble-code">
          {isRefused ? 'Not taken' : 'Failed'} · {words(code)}
        </p>
      </div>
      {isRefused && (
        <button type="button" class="link" data-testid="meal-edit" onClick={() => onEdit(meal)}>
          Edit
        </button>
      )}
    </div>
  );
}

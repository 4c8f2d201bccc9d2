import { words } from './format.js';
import { AlertIcon } from './icons.js';
import type { Meal } from './meal.js';

interface MealTroubleNoteProps {
  readonly meal: Meal;
  readonly onResend: (key: string) => void;
}

/** Why a meal has no result: the analysis found none, or it never left the phone. */
export function MealTroubleNote({ meal, onResend }: MealTroubleNoteProps) {
  const code = meal.trouble?.code ?? 'unknown';
  return (
    <div
      class="trouble"
      // A failed analysis is announced when it arrives; earlier ones must not all speak at once.
      role={meal.status === 'unsent' ? 'alert' : undefined}
      data-testid="meal-trouble"
      data-reason={code}
    >
      <AlertIcon />
      <div>
        <p>{meal.trouble?.message || 'No reason was given.'}</p>
        <p class="trouble-code">
          {meal.status === 'unsent' ? 'Not sent' : 'Failed'} · {words(code)}
        </p>
      </div>
      {meal.status === 'unsent' && (
        <button type="button" class="link" onClick={() => onResend(meal.key)}>
          Send again
        </button>
      )}
    </div>
  );
}

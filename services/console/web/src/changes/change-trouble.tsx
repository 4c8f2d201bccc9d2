import { AlertIcon } from '../icons.js';
import type { MealTrouble } from '../meals/meal.js';

interface ChangeTroubleProps {
  readonly trouble: MealTrouble;
  readonly onDismiss: () => void;
}

/** Why a change was not made. */
export function ChangeTrouble({ trouble, onDismiss }: ChangeTroubleProps) {
  return (
    <div class="trouble" role="alert" data-testid="change-trouble" data-reason={trouble.code}>
      <AlertIcon />
      <div>
        <p>{trouble.message}</p>
      </div>
      <button type="button" class="link" onClick={onDismiss}>
        OK
      </button>
    </div>
  );
}

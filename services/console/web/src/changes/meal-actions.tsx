import type { Meal } from '../meals/meal.js';
import { AddItem } from './add-item.js';
import { ConfirmDelete } from './confirm-delete.js';

/** What is open under a meal. */
export type Panel = 'add' | 'delete' | null;

interface MealActionsProps {
  readonly meal: Meal;
  readonly panel: Panel;
  readonly isBusy: boolean;
  readonly onPanel: (panel: Panel) => void;
  /** What has the focus goes with the panel. */
  readonly onClose: () => void;
  readonly onAdd: (text: string) => void;
  readonly onRetry: () => void;
  readonly onDelete: () => void;
}

/** What can be done to a meal as a whole. */
export function MealActions(props: MealActionsProps) {
  const { meal, panel, isBusy, onPanel } = props;
  const hasEnded = meal.status === 'completed' || meal.status === 'failed';
  return (
    <fieldset
      class="actions"
      aria-label="This meal"
      onKeyDown={({ key }) => {
        if (key === 'Escape' && panel !== null) props.onClose();
      }}
    >
      <div class="actions-row">
        {hasEnded && (
          <>
            <button
              type="button"
              class="link"
              data-testid="meal-add"
              aria-expanded={panel === 'add'}
              onClick={() => onPanel(panel === 'add' ? null : 'add')}
            >
              Add item
            </button>
            <button
              type="button"
              class="link"
              data-testid="meal-retry"
              disabled={isBusy}
              onClick={props.onRetry}
            >
              Analyse again
            </button>
          </>
        )}
        <button
          type="button"
          class="link danger"
          data-testid="meal-delete"
          aria-expanded={panel === 'delete'}
          onClick={() => onPanel(panel === 'delete' ? null : 'delete')}
        >
          Delete
        </button>
      </div>
      {panel === 'add' && <AddItem isBusy={isBusy} onAdd={props.onAdd} />}
      {panel === 'delete' && (
        <ConfirmDelete isBusy={isBusy} onDelete={props.onDelete} onKeep={props.onClose} />
      )}
    </fieldset>
  );
}

import type { ConnectionState, ItemCorrection } from '@mealwire/client';
import { useRef, useState } from 'preact/hooks';
import { ChangeTrouble } from '../changes/change-trouble.js';
import { MealActions, type Panel } from '../changes/meal-actions.js';
import { useChange } from '../changes/use-change.js';
import { timeOfDay } from '../format.js';
import type { MealChanges } from '../session/meal-changes.js';
import type { Meal, MealTrouble } from './meal.js';
import { MealProcessing } from './meal-processing.js';
import { MealResult } from './meal-result.js';
import { MealTroubleNote } from './meal-trouble-note.js';
import { stageOf } from './stage.js';

interface MealCardProps {
  readonly meal: Meal;
  readonly changes: MealChanges;
  readonly state: ConnectionState;
  readonly isForgetful: boolean;
  readonly onEdit: (meal: Meal) => void;
}

export function MealCard({ meal, changes, state, isForgetful, onEdit }: MealCardProps) {
  const change = useChange();
  const [panel, setPanel] = useState<Panel>(null);
  const card = useRef<HTMLElement>(null);

  async function run(make: () => Promise<MealTrouble | null>): Promise<void> {
    if (await change.run(make)) close();
  }

  function close(): void {
    setPanel(null);
    // What had the focus may be gone.
    card.current?.focus({ preventScroll: true });
  }

  const correct = (correction: ItemCorrection) =>
    void run(() => changes.correct(meal, [correction]));
  return (
    <article
      ref={card}
      class="card"
      tabIndex={-1}
      data-testid="meal-card"
      data-meal-id={meal.id}
      data-status={meal.status}
      aria-busy={meal.status === 'processing' || change.isBusy}
    >
      <header class="card-head">
        <h3 data-testid="meal-text">{meal.text}</h3>
        <p class="card-meta">
          {timeOfDay(meal.eatenAt)}
          {meal.mealType !== '' && <span class="meal-type">{meal.mealType}</span>}
        </p>
      </header>
      {meal.status === 'processing' && (
        <MealProcessing stage={stageOf(meal, state, isForgetful)} sentAtMs={meal.sentAtMs} />
      )}
      {meal.status === 'completed' && (
        <MealResult meal={meal} isBusy={change.isBusy} onCorrect={correct} />
      )}
      {(meal.status === 'failed' || meal.status === 'refused') && (
        <MealTroubleNote meal={meal} onEdit={onEdit} />
      )}
      {change.trouble !== null && (
        <ChangeTrouble trouble={change.trouble} onDismiss={change.dismiss} />
      )}
      {meal.storedAt !== null && (
        <MealActions
          meal={meal}
          panel={panel}
          isBusy={change.isBusy}
          onPanel={setPanel}
          onClose={close}
          onAdd={(text) => correct({ op: 'add', text })}
          onRetry={() => void run(() => changes.retry(meal))}
          onDelete={() => void run(() => changes.remove(meal))}
        />
      )}
    </article>
  );
}

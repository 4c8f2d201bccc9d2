import type { ConnectionState } from '@mealwire/client';
import { timeOfDay } from '../format.js';
import type { Meal } from './meal.js';
import { MealProcessing } from './meal-processing.js';
import { MealResult } from './meal-result.js';
import { MealTroubleNote } from './meal-trouble-note.js';
import { stageOf } from './stage.js';

interface MealCardProps {
  readonly meal: Meal;
  readonly state: ConnectionState;
  readonly isForgetful: boolean;
  readonly onEdit: (meal: Meal) => void;
}

export function MealCard({ meal, state, isForgetful, onEdit }: MealCardProps) {
  return (
    <article
      class="card"
      data-testid="meal-card"
      data-meal-id={meal.id}
      data-status={meal.status}
      aria-busy={meal.status === 'processing'}
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
      {meal.status === 'completed' && <MealResult meal={meal} />}
      {(meal.status === 'failed' || meal.status === 'refused') && (
        <MealTroubleNote meal={meal} onEdit={onEdit} />
      )}
    </article>
  );
}

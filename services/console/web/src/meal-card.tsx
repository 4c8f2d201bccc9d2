import { timeOfDay } from './format.js';
import type { Meal } from './meal.js';
import { MealProcessing } from './meal-processing.js';
import { MealResult } from './meal-result.js';
import { MealTroubleNote } from './meal-trouble-note.js';

interface MealCardProps {
  readonly meal: Meal;
  readonly onResend: (key: string) => void;
}

export function MealCard({ meal, onResend }: MealCardProps) {
  return (
    <article
      class="card"
      data-testid="meal-card"
      data-meal-id={meal.id ?? undefined}
      data-status={meal.status}
      aria-busy={meal.status === 'processing'}
    >
      <header class="card-head">
        <h3 data-testid="meal-text">{meal.text}</h3>
        <p class="card-meta">
          {timeOfDay(meal.createdAt)}
          {meal.mealType !== '' && <span class="meal-type">{meal.mealType}</span>}
        </p>
      </header>
      {meal.status === 'processing' && <MealProcessing sentAtMs={meal.sentAtMs} />}
      {meal.status === 'completed' && <MealResult meal={meal} />}
      {(meal.status === 'failed' || meal.status === 'unsent') && (
        <MealTroubleNote meal={meal} onResend={onResend} />
      )}
    </article>
  );
}

import { useEffect, useRef } from 'preact/hooks';
import { day } from '../format.js';
import { AlertIcon, BowlIcon } from '../icons.js';
import type { MealChanges } from '../session/meal-changes.js';
import type { SessionView } from '../session/view.js';
import type { Meal } from './meal.js';
import { MealCard } from './meal-card.js';

interface MealListProps {
  readonly view: SessionView;
  readonly changes: MealChanges;
  readonly onEdit: (meal: Meal) => void;
  readonly onReload: () => void;
}

export function MealList({ view, changes, onEdit, onReload }: MealListProps) {
  const { meals, connection } = view;
  // That one is logged out is said above, and with the way out.
  const trouble = view.loadTrouble?.code === 'logged_out' ? null : view.loadTrouble;
  const list = useRef<HTMLElement>(null);
  const newest = meals[0]?.id;
  // A meal that was just sent must be seen, however far one has scrolled.
  useEffect(() => list.current?.scrollTo({ top: 0 }), [newest]);
  return (
    <section class="meals" ref={list} aria-label="Meals" data-testid="meal-list">
      {trouble !== null && (
        <div class="notice" role="alert" data-testid="load-error">
          <AlertIcon />
          <p>{trouble.message}</p>
          <button type="button" class="link" onClick={onReload}>
            Try again
          </button>
        </div>
      )}
      {meals.length === 0 && view.isLoaded && (
        <div class="empty">
          <BowlIcon />
          <p>Nothing logged yet.</p>
          <p>Type a meal below, or tap an example.</p>
        </div>
      )}
      {byDay(meals).map(([name, ofDay]) => (
        <section key={name} class="day">
          <h2>{name}</h2>
          {ofDay.map((meal) => (
            <MealCard
              key={meal.id}
              meal={meal}
              changes={changes}
              state={connection.status.state}
              isForgetful={view.isForgetful}
              onEdit={onEdit}
            />
          ))}
        </section>
      ))}
    </section>
  );
}

function byDay(meals: readonly Meal[]): readonly (readonly [string, readonly Meal[]])[] {
  const now = new Date();
  const days = new Map<string, Meal[]>();
  for (const meal of meals) {
    const name = day(meal.eatenAt, now);
    days.set(name, [...(days.get(name) ?? []), meal]);
  }
  return [...days];
}

import type { ItemCorrection, MealLogResource, MealwireClient } from '@mealwire/client';
import type { Meal, MealTrouble } from '../meals/meal.js';
import { type MealBookEvent, mealIn } from '../meals/meal-book.js';
import { troubleOfError } from '../meals/trouble.js';
import type { ViewStore } from './view.js';

/** What a user does to a meal; each resolves with why it was not done, null when it was. */
export interface MealChanges {
  retry(meal: Meal): Promise<MealTrouble | null>;
  /** Refused when it is not any more what the user has seen. */
  correct(meal: Meal, items: readonly ItemCorrection[]): Promise<MealTrouble | null>;
  remove(meal: Meal): Promise<MealTrouble | null>;
}

export interface MealChangesOptions {
  readonly client: Pick<MealwireClient, 'retry' | 'correct' | 'remove'>;
  readonly store: ViewStore;
  readonly apply: (event: MealBookEvent) => void;
  /** Reads the meal as it is now; never rejects. */
  readonly read: (id: string) => Promise<void>;
}

const CONFLICT: MealTrouble = {
  code: 'version_conflict',
  message: 'This meal was changed somewhere else meanwhile. Here it is as it is now.',
};
const AWAY: MealTrouble = {
  code: 'network_error',
  message: 'The server could not be reached.',
};

export function createMealChanges(options: MealChangesOptions): MealChanges {
  const { client, store, apply, read } = options;

  async function attempt(
    { id }: Meal,
    change: () => Promise<MealTrouble | null>,
  ): Promise<MealTrouble | null> {
    try {
      return await change();
    } catch (error) {
      const trouble = troubleOfError(error);
      if (trouble.code === 'meal_log_not_found') apply({ type: 'discarded', id });
      if (trouble.code !== CONFLICT.code) return trouble;
      apply({ type: 'versions_doubted' });
      await read(id);
      return CONFLICT;
    }
  }

  function current({ id }: Meal): Meal | undefined {
    return mealIn(store.view().meals, id);
  }

  function stored(resource: MealLogResource): void {
    apply({ type: 'stored', resources: [resource] });
  }

  return {
    retry: (meal) =>
      attempt(meal, async () => {
        const atMs = performance.now();
        const resource = await client.retry(meal.id);
        const now = current(meal);
        // Else the outcome was faster than this answer.
        const isOpen = now?.status === 'processing' || now?.changedAt === meal.changedAt;
        if (isOpen && resource.status === 'processing') {
          apply({ type: 'retried', id: meal.id, atMs });
        }
        stored(resource);
        return null;
      }),
    correct: (seen, items) =>
      attempt(seen, async () => {
        // Known from its submission only, or from an older gateway.
        if (current(seen)?.version === null) await read(seen.id);
        const meal = current(seen);
        if (meal === undefined || meal.changedAt !== seen.changedAt) return CONFLICT;
        if (meal.version === null) return AWAY;
        stored(await client.correct(seen.id, items, { ifMatch: meal.version }));
        return null;
      }),
    remove: (meal) =>
      attempt(meal, async () => {
        await client.remove(meal.id);
        return null;
      }),
  };
}

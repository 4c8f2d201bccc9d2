import type { MealLogOutcome, MealLogResource } from '@mealwire/client';
import { type Meal, type MealTrouble, mealOf, newMeal, withOutcome } from './meal.js';

/** All meals on the phone: a pure state and what can happen to it. */
export interface MealBook {
  /** Newest first. */
  readonly meals: readonly Meal[];
  /**
   * Outcomes of meals that are not here, by meal-log id: the answer to the POST may come after
   * them, or the meal was logged on another device.
   */
  readonly unclaimed: ReadonlyMap<string, ArrivedOutcome>;
}

export interface ArrivedOutcome {
  readonly outcome: MealLogOutcome;
  /** Milliseconds of `performance.now()`, like every `atMs`. */
  readonly atMs: number;
}

export type MealBookEvent =
  | {
      readonly type: 'submitted';
      readonly key: string;
      readonly text: string;
      /** RFC 3339. */
      readonly at: string;
      readonly atMs: number;
    }
  | { readonly type: 'accepted'; readonly key: string; readonly resource: MealLogResource }
  | { readonly type: 'refused'; readonly key: string; readonly trouble: MealTrouble }
  | ({ readonly type: 'outcome_arrived' } & ArrivedOutcome)
  | { readonly type: 'loaded'; readonly resources: readonly MealLogResource[] };

export const EMPTY_BOOK: MealBook = { meals: [], unclaimed: new Map() };

export function evolve(book: MealBook, event: MealBookEvent): MealBook {
  switch (event.type) {
    case 'submitted': {
      const meal = newMeal(event.key, event.text, event.at, event.atMs);
      return { ...book, meals: [meal, ...book.meals.filter(({ key }) => key !== event.key)] };
    }
    case 'accepted':
      return accept(book, event.key, event.resource);
    case 'refused':
      return {
        ...book,
        meals: book.meals.map((meal) =>
          meal.key === event.key && meal.id === null
            ? { ...meal, status: 'unsent' as const, trouble: event.trouble }
            : meal,
        ),
      };
    case 'outcome_arrived':
      return arrive(book, event);
    case 'loaded':
      return load(book, event.resources);
  }
}

function accept(book: MealBook, key: string, resource: MealLogResource): MealBook {
  const meals = book.meals
    // A reload may have brought the same meal in before its own answer came.
    .filter((meal) => meal.key === key || meal.id !== resource.id)
    .map((meal) =>
      meal.key === key ? { ...mealOf(resource), key, sentAtMs: meal.sentAtMs } : meal,
    );
  return claim({ ...book, meals });
}

function arrive(book: MealBook, arrived: ArrivedOutcome): MealBook {
  const unclaimed = new Map(book.unclaimed);
  unclaimed.set(arrived.outcome.meal_log_id, {
    outcome: arrived.outcome,
    atMs: arrived.atMs,
  });
  return claim({ ...book, unclaimed });
}

function load(book: MealBook, resources: readonly MealLogResource[]): MealBook {
  const known = new Map(book.meals.map((meal) => [meal.id, meal]));
  const loaded = resources.map((resource) => merge(known.get(resource.id), mealOf(resource)));
  const ids = new Set(resources.map(({ id }) => id));
  const waiting = book.meals.filter(({ id }) => id === null);
  const others = book.meals.filter(({ id }) => id !== null && !ids.has(id));
  const stored = [...loaded, ...others].sort(
    (a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt),
  );
  const claimed = claim({ ...book, meals: [...waiting, ...stored] });
  // What is left belongs to a meal that is older than the page, unless an answer is still awaited.
  const isAwaited = waiting.some(({ status }) => status === 'processing');
  return isAwaited ? claimed : { ...claimed, unclaimed: new Map() };
}

/** A page that was read before the outcome happened must not undo what the phone knows. */
function merge(known: Meal | undefined, loaded: Meal): Meal {
  if (known === undefined) return loaded;
  if (known.status !== 'processing') return known;
  return { ...loaded, key: known.key, sentAtMs: known.sentAtMs };
}

/** Gives every outcome to its meal, where that is here. */
function claim(book: MealBook): MealBook {
  const unclaimed = new Map(book.unclaimed);
  const meals = book.meals.map((meal) => {
    const arrived = meal.id === null ? undefined : unclaimed.get(meal.id);
    if (arrived === undefined) return meal;
    unclaimed.delete(arrived.outcome.meal_log_id);
    return withOutcome(meal, arrived.outcome, arrived.atMs);
  });
  return { meals, unclaimed };
}

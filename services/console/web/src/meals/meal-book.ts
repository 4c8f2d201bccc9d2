import type { MealLogOutcome, MealLogResource, OutcomeChannel } from '@mealwire/client';
import {
  type Meal,
  type MealTrouble,
  mealOf,
  mealOfSubmission,
  type SubmittedMeal,
  withOutcome,
  withResource,
} from './meal.js';

/** All meals on the phone, the one that was eaten last first. */
export type MealBook = readonly Meal[];

export type MealBookEvent =
  | {
      readonly type: 'submitted';
      readonly submission: SubmittedMeal;
      /** Milliseconds of `performance.now()`; null for a meal of an earlier start. */
      readonly atMs: number | null;
    }
  /** The server has these, and this is how it sees them. */
  | { readonly type: 'stored'; readonly resources: readonly MealLogResource[] }
  | { readonly type: 'refused'; readonly id: string; readonly trouble: MealTrouble }
  | { readonly type: 'discarded'; readonly id: string }
  | {
      readonly type: 'outcome_arrived';
      readonly outcome: MealLogOutcome;
      readonly how: OutcomeChannel;
      readonly atMs: number;
    };

export const EMPTY_BOOK: MealBook = [];

export function evolve(book: MealBook, event: MealBookEvent): MealBook {
  switch (event.type) {
    case 'submitted': {
      const { submission, atMs } = event;
      // One of an earlier start may have been read over REST before.
      if (mealIn(book, submission.localId) !== undefined) return book;
      return inOrder([mealOfSubmission(submission, atMs), ...book]);
    }
    case 'stored':
      return store(book, event.resources);
    case 'refused':
      return book.map((meal) =>
        meal.id === event.id ? { ...meal, status: 'refused', trouble: event.trouble } : meal,
      );
    case 'discarded':
      return book.filter(({ id }) => id !== event.id);
    case 'outcome_arrived': {
      const { outcome, how, atMs } = event;
      return book.map((meal) =>
        meal.id === outcome.meal_log_id ? withOutcome(meal, outcome, how, atMs) : meal,
      );
    }
  }
}

export function mealIn(book: MealBook, id: string): Meal | undefined {
  return book.find((meal) => meal.id === id);
}

function store(book: MealBook, resources: readonly MealLogResource[]): MealBook {
  const stored = new Map(resources.map((resource) => [resource.id, resource]));
  const known = book.map((meal) => {
    const resource = stored.get(meal.id);
    stored.delete(meal.id);
    return resource === undefined ? meal : withResource(meal, resource);
  });
  return inOrder([...known, ...[...stored.values()].map(mealOf)]);
}

function inOrder(meals: readonly Meal[]): MealBook {
  return [...meals].sort((a, b) => Date.parse(b.eatenAt) - Date.parse(a.eatenAt));
}

import type {
  MealLogChange,
  MealLogOutcome,
  MealLogResource,
  OutcomeChannel,
} from '@mealwire/client';
import {
  type Meal,
  type MealTrouble,
  mealOf,
  mealOfSubmission,
  type SubmittedMeal,
  withChange,
  withOutcome,
  withResource,
  withRetry,
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
  /** The server may count anew, from a backup say: what is read next is compared by its times. */
  | { readonly type: 'versions_doubted' }
  | { readonly type: 'refused'; readonly id: string; readonly trouble: MealTrouble }
  /** It is not shown any more: taken away here, or deleted anywhere. */
  | { readonly type: 'discarded'; readonly id: string }
  /** The user has asked for another analysis on this page. */
  | { readonly type: 'retried'; readonly id: string; readonly atMs: number }
  | {
      readonly type: 'changed';
      readonly change: Exclude<MealLogChange, { readonly type: 'meal_log.deleted' }>;
    }
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
    case 'versions_doubted':
      return book.map((meal) => ({ ...meal, version: null }));
    case 'refused':
      return withMeal(book, event.id, (meal) => ({
        ...meal,
        status: 'refused',
        trouble: event.trouble,
      }));
    case 'discarded':
      return book.filter(({ id }) => id !== event.id);
    case 'retried':
      return withMeal(book, event.id, (meal) => withRetry(meal, event.atMs));
    case 'changed':
      return withMeal(book, event.change.meal_log_id, (meal) => withChange(meal, event.change));
    case 'outcome_arrived': {
      const { outcome, how, atMs } = event;
      return withMeal(book, outcome.meal_log_id, (meal) => withOutcome(meal, outcome, how, atMs));
    }
  }
}

function withMeal(book: MealBook, id: string, change: (meal: Meal) => Meal): MealBook {
  return book.map((meal) => (meal.id === id ? change(meal) : meal));
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

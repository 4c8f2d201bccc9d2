import type {
  MealLogChange,
  MealLogOutcome,
  MealwireClient,
  OutcomeChannel,
  SubmissionChange,
} from '@mealwire/client';
import { announcementOf, announcementOfChange } from '../meals/announcement.js';
import type { SubmittedMeal } from '../meals/meal.js';
import { evolve, type MealBookEvent, mealIn } from '../meals/meal-book.js';
import { troubleOfError } from '../meals/trouble.js';
import { createMealChanges, type MealChanges } from './meal-changes.js';
import { createMealReader } from './meal-reader.js';
import type { ViewStore } from './view.js';

/** The meals of one user, kept as the client hears of them. */
export interface MealsFollower {
  readonly changes: MealChanges;
  /** Reads earlier meals. Rejects when that failed; the view says why. */
  load(): Promise<void>;
  send(text: string): void;
  discard(id: string): void;
  /** Meals of an earlier start that the server may not have yet. */
  restore(unsent: readonly SubmittedMeal[]): void;
  changed(change: SubmissionChange): void;
  /** Whether it is shown without an outcome. */
  isProcessing(id: string): boolean;
}

export function followMeals(
  client: MealwireClient,
  store: ViewStore,
  signal: AbortSignal,
): MealsFollower {
  /** A list that is behind must not bring them back. */
  const gone = new Set<string>();
  const reader = createMealReader({ client, store, apply, signal });
  const changes = createMealChanges({ client, store, apply, read: reader.one });

  function apply(event: MealBookEvent): void {
    const happened =
      event.type === 'stored'
        ? { ...event, resources: event.resources.filter(({ id }) => !gone.has(id)) }
        : event;
    store.update({ meals: evolve(store.view().meals, happened) });
  }

  function mealOf(id: string) {
    return mealIn(store.view().meals, id);
  }

  async function show(outcome: MealLogOutcome, how: OutcomeChannel, atMs: number): Promise<void> {
    const { meal_log_id: id, occurred_at } = outcome;
    // Logged on another device: an outcome does not say what was eaten.
    if (mealOf(id) === undefined) await reader.idle();
    const before = mealOf(id);
    if (before === undefined && reader.isBeyond(occurred_at)) return;
    if (before === undefined) await reader.one(id);
    apply({ type: 'outcome_arrived', outcome, how, atMs });
    const meal = mealOf(id);
    if (meal !== undefined && meal.endedAt !== before?.endedAt) {
      store.update({ announcement: announcementOf(meal) });
    }
  }

  async function showChange(change: MealLogChange): Promise<void> {
    const { meal_log_id: id } = change;
    if (change.type === 'meal_log.deleted') {
      gone.add(id);
      announce(change);
      apply({ type: 'discarded', id });
      return;
    }
    if (mealOf(id) === undefined) await reader.idle();
    if (mealOf(id) === undefined) await reader.one(id);
    apply({ type: 'changed', change });
    announce(change);
  }

  function announce(change: MealLogChange): void {
    const meal = mealOf(change.meal_log_id);
    if (meal !== undefined) store.update({ announcement: announcementOfChange(meal, change) });
  }

  function changed(change: SubmissionChange): void {
    if (change.status === 'accepted') apply({ type: 'stored', resources: [change.mealLog] });
    else apply({ type: 'refused', id: change.localId, trouble: troubleOfError(change.error) });
  }

  client.onSubmission(changed);
  // Not awaited by the client: the next one need not wait for what another device has logged.
  client.onOutcome((outcome, how) => void show(outcome, how, performance.now()));
  client.onChange((change) => void showChange(change));

  return {
    changes,
    load: reader.list,
    send: (text) => {
      const submission = client.submit({ text });
      apply({ type: 'submitted', submission, atMs: performance.now() });
    },
    discard: (id) => apply({ type: 'discarded', id }),
    restore: (unsent) => {
      for (const submission of unsent) apply({ type: 'submitted', submission, atMs: null });
    },
    changed,
    isProcessing: (id) => mealOf(id)?.status === 'processing',
  };
}

import type {
  MealLogOutcome,
  MealwireClient,
  OutcomeChannel,
  Submission,
  SubmissionChange,
} from '@mealwire/client';
import { announcementOf } from '../meals/announcement.js';
import { evolve, type MealBookEvent, mealIn } from '../meals/meal-book.js';
import { troubleOfError } from '../meals/trouble.js';
import type { ViewStore } from './view.js';

/** The meals of one user, kept as the client hears of them. */
export interface MealsFollower {
  /** Reads earlier meals. Rejects when that failed; the view says why. */
  load(): Promise<void>;
  send(text: string): void;
  discard(id: string): void;
  /** Meals of an earlier start that the server may not have yet. */
  restore(unsent: readonly Submission[]): void;
  changed(change: SubmissionChange): void;
}

const EARLIER_MEALS = 50;

export function followMeals(client: MealwireClient, store: ViewStore): MealsFollower {
  let reading: Promise<void> = Promise.resolve();
  /** Of the oldest meal that is shown, where there are older ones. */
  let oldestMs = Number.NEGATIVE_INFINITY;
  let isIncomplete = false;

  function apply(event: MealBookEvent): void {
    store.update({ meals: evolve(store.view().meals, event) });
  }

  /** One after the other: what is asked for now must not be answered with what was read before. */
  function load(): Promise<void> {
    reading = reading.catch(() => undefined).then(read);
    return reading;
  }

  async function read(): Promise<void> {
    try {
      const { items, total } = await client.list({ limit: EARLIER_MEALS });
      const oldest = total > items.length ? items.at(-1) : undefined;
      if (oldest !== undefined) oldestMs = Date.parse(oldest.eaten_at);
      isIncomplete = false;
      apply({ type: 'stored', resources: items });
      store.update({ isLoaded: true, loadTrouble: null });
      await client.loaded;
      for (const { id, status } of items) if (status === 'processing') client.watch(id);
    } catch (error) {
      store.update({ loadTrouble: troubleOfError(error) });
      throw error;
    }
  }

  async function show(outcome: MealLogOutcome, how: OutcomeChannel, atMs: number): Promise<void> {
    const { meal_log_id: id, occurred_at } = outcome;
    if (mealIn(store.view().meals, id) === undefined) await reading.catch(() => undefined);
    const before = mealIn(store.view().meals, id);
    if (before === undefined && Date.parse(occurred_at) < oldestMs) return;
    if (before === undefined) await fetchMeal(id);
    apply({ type: 'outcome_arrived', outcome, how, atMs });
    const meal = mealIn(store.view().meals, id);
    if (meal !== undefined && before?.endedAt !== meal.endedAt) {
      store.update({ announcement: announcementOf(meal) });
    }
  }

  /** Logged on another device: its outcome does not say what was eaten. */
  async function fetchMeal(id: string): Promise<void> {
    try {
      apply({ type: 'stored', resources: [await client.get(id)] });
    } catch {
      isIncomplete = true;
    }
  }

  function changed(change: SubmissionChange): void {
    if (change.status === 'accepted') apply({ type: 'stored', resources: [change.mealLog] });
    else apply({ type: 'refused', id: change.localId, trouble: troubleOfError(change.error) });
  }

  client.onSubmission(changed);
  // Not awaited by the client: the next outcome need not wait for what another device has logged.
  client.onOutcome((outcome, how) => void show(outcome, how, performance.now()));
  client.onReload(load);
  client.onFrame(({ type }) => {
    const isWanting = isIncomplete || store.view().loadTrouble !== null;
    if (type === 'welcome' && isWanting) load().catch(() => undefined);
  });

  return {
    load,
    send: (text) => {
      const submission = client.submit({ text });
      apply({ type: 'submitted', submission, atMs: performance.now() });
    },
    discard: (id) => apply({ type: 'discarded', id }),
    restore: (unsent) => {
      for (const submission of unsent) apply({ type: 'submitted', submission, atMs: null });
    },
    changed,
  };
}

import type { MealwireClient } from '@mealwire/client';
import { type MealBookEvent, mealIn } from '../meals/meal-book.js';
import { troubleOfError } from '../meals/trouble.js';
import type { ViewStore } from './view.js';

export interface MealReaderOptions {
  readonly client: MealwireClient;
  readonly store: ViewStore;
  readonly apply: (event: MealBookEvent) => void;
  readonly signal: AbortSignal;
}

/** Reads meals over REST: what was before this page, and what the feed does not say. */
export interface MealReader {
  /** The list. Rejects when that failed; the view says why. */
  list(): Promise<void>;
  /** One meal as it is now, also where the list is behind; never rejects. */
  one(id: string): Promise<void>;
  /** When the list that is being read has come, or has not. */
  idle(): Promise<void>;
  /** Whether a meal that ended then is older than what is shown. */
  isBeyond(endedAt: string): boolean;
}

const EARLIER_MEALS = 50;
/** After a list that could not be read although the gateway is there. */
const RETRY_MS = 5_000;

export function createMealReader({ client, store, apply, signal }: MealReaderOptions): MealReader {
  let reading: Promise<void> = Promise.resolve();
  let retry: ReturnType<typeof setTimeout> | undefined;
  /** Of the oldest meal that is shown, where there are older ones. */
  let oldestMs = Number.NEGATIVE_INFINITY;
  let isIncomplete = false;
  signal.addEventListener('abort', () => clearTimeout(retry));

  /** One after the other: what is asked for now must not be answered with what was read before. */
  function list(): Promise<void> {
    reading = reading.catch(() => undefined).then(read);
    return reading;
  }

  async function read(): Promise<void> {
    clearTimeout(retry);
    try {
      const { items, total } = await client.list({ limit: EARLIER_MEALS });
      const oldest = total > items.length ? items.at(-1) : undefined;
      if (oldest !== undefined) oldestMs = Date.parse(oldest.eaten_at);
      isIncomplete = false;
      apply({ type: 'stored', resources: items });
      store.update({ isLoaded: true, loadTrouble: null });
      await client.loaded;
      // Also what an earlier page has been shown: the list may be behind, and that brings it again.
      for (const { id } of items) {
        if (mealIn(store.view().meals, id)?.status === 'processing') client.watch(id);
      }
    } catch (error) {
      store.update({ loadTrouble: troubleOfError(error) });
      retry = setTimeout(listIfWanting, RETRY_MS);
      throw error;
    }
  }

  async function one(id: string): Promise<void> {
    try {
      apply({ type: 'stored', resources: [await client.get(id)] });
    } catch {
      isIncomplete = true;
    }
  }

  /** Without a connection it is the next welcome that asks again. */
  function listIfWanting(): void {
    const { connection, loadTrouble } = store.view();
    const isWanting = isIncomplete || loadTrouble !== null;
    if (isWanting && connection.status.isWebSocketConnected) list().catch(() => undefined);
  }

  client.onReload(() => {
    apply({ type: 'versions_doubted' });
    return list();
  });
  client.onFrame(({ type }) => {
    if (type === 'welcome') listIfWanting();
  });
  return {
    list,
    one,
    idle: () => reading.catch(() => undefined),
    isBeyond: (endedAt) => Date.parse(endedAt) < oldestMs,
  };
}

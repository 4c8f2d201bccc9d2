import { type ConnectionView, NO_CONNECTION } from '../connection/connection-view.js';
import type { MealTrouble } from '../meals/meal.js';
import { EMPTY_BOOK, type MealBook } from '../meals/meal-book.js';
import { EMPTY_QUALITY, type QualityBook } from '../quality/quality-book.js';

/** What the page shows of one user's session. */
export interface SessionView {
  readonly meals: MealBook;
  readonly connection: ConnectionView;
  /** When the last frame came, milliseconds of `performance.now()`; null before the first. */
  readonly lastSignAtMs: number | null;
  /** Whether earlier meals have been read once. */
  readonly isLoaded: boolean;
  readonly loadTrouble: MealTrouble | null;
  /** For screen readers: what has just happened. */
  readonly announcement: string;
  readonly quality: QualityBook;
  /** What was not sent is lost with this page. */
  readonly isForgetful: boolean;
}

/** Holds what is shown, and tells when it has changed. */
export interface ViewStore {
  view(): SessionView;
  update(change: Partial<SessionView>): void;
  subscribe(listener: () => void): () => void;
}

export function createViewStore(isForgetful: boolean): ViewStore {
  const listeners = new Set<() => void>();
  let view: SessionView = {
    meals: EMPTY_BOOK,
    connection: NO_CONNECTION,
    lastSignAtMs: null,
    isLoaded: false,
    loadTrouble: null,
    announcement: '',
    quality: EMPTY_QUALITY,
    isForgetful,
  };
  return {
    view: () => view,
    update: (change) => {
      view = { ...view, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

import {
  type ConnectionStatus,
  createMealwireClient,
  type MealLogOutcome,
  MealwireError,
} from '@mealwire/client';
import { announcementOf } from './announcement.js';
import { createDevTokens } from './dev-token.js';
import type { MealTrouble } from './meal.js';
import { EMPTY_BOOK, evolve, type MealBook, type MealBookEvent } from './meal-book.js';
import { randomId } from './random-id.js';
import { recall, remember } from './remembered.js';
import { troubleOfError } from './trouble.js';

/** What the page shows of one user's session. */
export interface SessionView {
  readonly book: MealBook;
  readonly connection: ConnectionStatus;
  /** When the last frame came, milliseconds of `Date.now()`; null before the first. */
  readonly lastSignAtMs: number | null;
  /** Whether earlier meals have been read once. */
  readonly isLoaded: boolean;
  readonly loadTrouble: MealTrouble | null;
  /** For screen readers: what has just happened. */
  readonly announcement: string;
}

/** One user on this phone: the meals, the connection, and what can be done. */
export interface Session {
  view(): SessionView;
  subscribe(listener: () => void): () => void;
  start(): void;
  stop(): void;
  send(text: string): void;
  /** Sends an unsent meal once more under the same id, so that it cannot count twice. */
  resend(key: string): void;
  reload(): void;
  reconnect(): void;
}

const EARLIER_MEALS = 50;

export function createSession(user: string): Session {
  const tokens = createDevTokens(user);
  const client = createMealwireClient({
    origin: location.origin,
    token: tokens.token,
    deviceId: deviceId(),
  });
  const listeners = new Set<() => void>();
  let view: SessionView = {
    book: EMPTY_BOOK,
    connection: client.status(),
    lastSignAtMs: null,
    isLoaded: false,
    loadTrouble: null,
    announcement: '',
  };
  let submissions = 0;
  let loading = false;
  let loadAgain = false;

  function update(change: Partial<SessionView>): void {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  }

  function apply(event: MealBookEvent): void {
    update({ book: evolve(view.book, event) });
  }

  function failed(error: unknown): MealTrouble {
    if (error instanceof MealwireError && error.status === 401) tokens.forget();
    return troubleOfError(error);
  }

  async function submit(key: string, text: string): Promise<void> {
    apply({
      type: 'submitted',
      key,
      text,
      at: new Date().toISOString(),
      atMs: performance.now(),
    });
    submissions += 1;
    try {
      const resource = await client.submit({ text, client_id: key });
      apply({ type: 'accepted', key, resource });
    } catch (error) {
      apply({ type: 'refused', key, trouble: failed(error) });
    } finally {
      submissions -= 1;
      fetchUnclaimed();
    }
  }

  async function load(): Promise<void> {
    loadAgain = loading;
    if (loading) return;
    loading = true;
    try {
      const page = await client.list({ limit: EARLIER_MEALS });
      apply({ type: 'loaded', resources: page.items });
      update({ isLoaded: true, loadTrouble: null });
    } catch (error) {
      update({ loadTrouble: failed(error) });
    } finally {
      loading = false;
    }
    if (loadAgain) void load();
  }

  /** Outcomes without a meal belong to another device, once no answer to a POST is awaited. */
  function fetchUnclaimed(): void {
    if (submissions === 0 && view.book.unclaimed.size > 0) void load();
  }

  function receive(outcome: MealLogOutcome): void {
    apply({ type: 'outcome_arrived', outcome, atMs: performance.now() });
    const meal = view.book.meals.find(({ id }) => id === outcome.meal_log_id);
    if (meal === undefined) fetchUnclaimed();
    else update({ announcement: announcementOf(meal) });
  }

  client.onState((connection) => {
    if (connection.state === 'backoff') tokens.forget();
    update({ connection });
  });
  client.onFrame((frame) => {
    const isFirst = view.lastSignAtMs === null;
    update({ lastSignAtMs: Date.now() });
    if (frame.type !== 'welcome') return;
    // What happened between the first load and the first welcome is in neither of the two.
    if (isFirst || !frame.recovered || view.loadTrouble !== null) void load();
  });
  client.onOutcome(receive);

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start: () => {
      client.connect();
      void load();
    },
    stop: client.close,
    send: (text) => void submit(randomId(), text),
    resend: (key) => {
      const meal = view.book.meals.find((candidate) => candidate.key === key);
      if (meal?.status === 'unsent') void submit(key, meal.text);
    },
    reload: () => void load(),
    reconnect: client.connect,
  };
}

function deviceId(): string {
  const known = recall('mealwire.device');
  if (known !== null) return known;
  const id = `web-${randomId()}`;
  remember('mealwire.device', id);
  return id;
}

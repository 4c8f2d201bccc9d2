import type { MealwireClient } from '@mealwire/client';
import { withStatus } from '../connection/connection-view.js';
import { measure, type QualityEvent } from '../quality/quality-book.js';
import type { ViewStore } from './view.js';

/** Shows the connection as it is, and how well it serves. */
export function followConnection(client: MealwireClient, store: ViewStore): void {
  function count(event: QualityEvent): void {
    store.update({ quality: measure(store.view().quality, event) });
  }

  client.onState((status) => {
    const atMs = performance.now();
    store.update({ connection: withStatus(store.view().connection, status, atMs) });
    count({ type: 'status', status, atMs });
  });
  client.onFrame(() => store.update({ lastSignAtMs: performance.now() }));
  client.onOutcome(({ occurred_at }, how) =>
    count({ type: 'outcome', how, delayMs: Date.now() - Date.parse(occurred_at) }),
  );
  client.onQuality((report) => count({ type: 'report', report }));
}

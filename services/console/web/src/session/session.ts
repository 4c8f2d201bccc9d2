import {
  createMealwireClient,
  type MealwireClient,
  type MealwireClientOptions,
} from '@mealwire/client';
import type { Device } from '../device/device.js';
import { followSystem } from '../device/system-signals.js';
import { devTokens } from './dev-token.js';
import { followConnection } from './follow-connection.js';
import { followMeals } from './follow-meals.js';
import { bringLeftovers } from './leftovers.js';
import type { MealChanges } from './meal-changes.js';
import { createViewStore, type SessionView } from './view.js';

/** One user on this phone: the meals, the connection, and what can be done. */
export interface Session {
  readonly device: Device;
  /** What can be done to a meal that the server has. */
  readonly changes: MealChanges;
  view(): SessionView;
  subscribe(listener: () => void): () => void;
  start(): void;
  stop(): void;
  send(text: string): void;
  /** Takes away a meal that was refused. */
  discard(id: string): void;
  reload(): void;
  reconnect(): void;
}

/** The panel is to show a round trip soon; the gateway takes a report every 10 s. */
const QUALITY = { client: 'web', intervalMs: 20_000 };

export function createSession(user: string, device: Device): Session {
  const store = createViewStore(device.slot === null);
  const stopping = new AbortController();
  const token = devTokens(user);
  const open = (of: Device, options: Partial<MealwireClientOptions> = {}): MealwireClient =>
    createMealwireClient({
      origin: location.origin,
      token,
      deviceId: of.id,
      storage: of.storage(user),
      ...options,
    });
  const client = open(device, {
    quality: QUALITY,
    onStorageError: () => store.update({ isForgetful: true }),
  });
  followConnection(client, store);
  const meals = followMeals(client, store, stopping.signal);
  const reload = () => void meals.load().catch(() => undefined);

  return {
    device,
    changes: meals.changes,
    view: store.view,
    subscribe: store.subscribe,
    start: () => {
      client.connect();
      const unfollow = followSystem(client);
      stopping.signal.addEventListener('abort', unfollow);
      reload();
      void client.loaded.then(() => meals.restore(client.unsent()));
      bringLeftovers({ device, open, signal: stopping.signal, meals, watch: client.watch });
    },
    stop: () => {
      stopping.abort();
      client.close();
    },
    send: meals.send,
    discard: meals.discard,
    reload,
    reconnect: client.connect,
  };
}

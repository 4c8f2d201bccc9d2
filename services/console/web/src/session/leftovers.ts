import type { MealwireClient } from '@mealwire/client';
import type { Device } from '../device/device.js';
import { followSystem } from '../device/system-signals.js';
import type { MealsFollower } from './follow-meals.js';

export interface LeftoversOptions {
  readonly device: Device;
  readonly open: (device: Device) => MealwireClient;
  readonly signal: AbortSignal;
  readonly meals: Pick<MealsFollower, 'restore' | 'changed'>;
  /** Awaits the outcome on this page. */
  readonly watch: (id: string) => void;
}

/**
 * Meals that closed pages of this browser could not send: no other page may ever take up their
 * device, so this one does, until the server has them.
 */
export async function bringLeftovers(options: LeftoversOptions): Promise<void> {
  await options.device.visitVacant((device) => bring(options.open(device), options));
}

async function bring(client: MealwireClient, options: LeftoversOptions): Promise<void> {
  const { signal, meals, watch } = options;
  await client.loaded;
  const unsent = client.unsent();
  if (unsent.length === 0 || signal.aborted) return;
  meals.restore(unsent);
  client.connect();
  const unfollow = followSystem(client);
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve());
    client.onSubmission((change) => {
      meals.changed(change);
      if (change.status === 'accepted') watch(change.mealLog.id);
      if (client.unsent().length === 0) resolve();
    });
  });
  unfollow();
  client.close();
}

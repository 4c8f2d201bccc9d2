import type { MealwireClient } from '@mealwire/client';
import type { Device } from '../device/device.js';
import { followSystem } from '../device/system-signals.js';
import type { MealsFollower } from './follow-meals.js';

export interface LeftoversOptions {
  readonly device: Device;
  readonly open: (device: Device) => MealwireClient;
  readonly signal: AbortSignal;
  readonly meals: Pick<MealsFollower, 'restore' | 'changed' | 'isProcessing'>;
  /** Awaits the outcome on this page. */
  readonly watch: (id: string) => void;
}

/** How often to look for closed pages; a page that is reloaded leaves its device for less. */
const LOOK_MS = 2_000;

/**
 * Meals that closed pages of this browser could not send: no other page may ever take up their
 * device, so this one does, until the server has them. A device is vacant when no page uses it at
 * two looks in a row.
 */
export function bringLeftovers(options: LeftoversOptions): void {
  const { device, open, signal } = options;
  let looks = new Map<number, number>();
  const look = async () => {
    const vacant = await device.vacant();
    looks = new Map(vacant.map((slot) => [slot, (looks.get(slot) ?? 0) + 1]));
    for (const [slot, times] of looks) {
      if (times === 2) void device.standIn(slot, (other) => bring(open(other), options));
    }
  };
  void look();
  const timer = setInterval(() => void look(), LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
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
      // Its outcome may have been faster than this answer.
      if (change.status === 'accepted' && meals.isProcessing(change.mealLog.id)) {
        watch(change.mealLog.id);
      }
      if (client.unsent().length === 0) resolve();
    });
  });
  unfollow();
  client.close();
}

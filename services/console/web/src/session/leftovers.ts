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

/** How often to look for closed pages; as a rule a page that is reloaded is back before. */
export const LOOK_MS = 5_000;

/**
 * Meals that closed pages of this browser could not send: no other page may ever take up their
 * device, so this one does, until the server has them. A page is closed when its device is vacant
 * at two looks in a row.
 */
export function bringLeftovers(options: LeftoversOptions): void {
  const { device, signal } = options;
  let looks = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    const vacant = await device.vacant();
    looks = new Map(vacant.map(({ id }) => [id, (looks.get(id) ?? 0) + 1]));
    await Promise.all(
      vacant.map((other) => (looks.get(other.id) === 2 ? visit(other) : undefined)),
    );
  }

  async function visit(other: Device): Promise<void> {
    // Nothing is taken that has nothing: a page that opens now may want it.
    if (!(await hasUnsent(options.open(other)))) return;
    // Not awaited, it takes as long as the network is away. Who was faster may be of another user.
    const standingIn = other.standIn(() => bring(options.open(other), options)).catch(() => false);
    void standingIn.then((isDone) => isDone || looks.delete(other.id));
  }

  function keepLooking(): void {
    if (signal.aborted) return;
    look()
      .catch(() => undefined)
      .finally(() => {
        timer = setTimeout(keepLooking, LOOK_MS);
      });
  }

  keepLooking();
  signal.addEventListener('abort', () => clearTimeout(timer));
}

async function hasUnsent(client: MealwireClient): Promise<boolean> {
  await client.loaded;
  client.close();
  return client.unsent().length > 0;
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

import { FEED } from '@mealwire/bus';
import { CE_SUBJECT, feedSubject } from '@mealwire/contracts';
import type { Stack } from '@mealwire/stack';
import { jetstreamManager } from '@nats-io/jetstream';
import { connectToStack } from './connect-to-stack.js';
import { eventually } from './eventually.js';

/**
 * Waits until the last event of a user's feed is one of this meal log. The server fills FEED from
 * MEAL_LOG a moment after REST has the event; only then is it certain to be replayed.
 */
export async function untilInFeed(stack: Stack, userId: string, mealLogId: string): Promise<void> {
  const bus = await connectToStack(stack);
  try {
    const jsm = await jetstreamManager(bus.nc, { checkAPI: false });
    await eventually(async () => {
      const last = await jsm.streams.getMessage(FEED, { last_by_subj: feedSubject(userId) });
      const mealOfLast = last?.header.get(CE_SUBJECT);
      if (mealOfLast !== mealLogId) throw new Error(`the feed does not end with ${mealLogId} yet`);
    });
  } finally {
    await bus.close();
  }
}

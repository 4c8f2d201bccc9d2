import type { PendingMeal, WelcomeFrame } from '@mealwire/contracts';
import type { Opened } from '../feed/device-feed.js';

/** The first frame of a connection. Pure. */
export function welcomeFrame(connectionId: string, opened: Opened, cursor: string): WelcomeFrame {
  const { recovered, replayed, processing, ended } = opened;
  const pending: PendingMeal[] = [
    ...processing.map((id) => ({ meal_log_id: id, status: 'processing' as const })),
    ...ended.map(({ mealLogId, type }) => ({
      meal_log_id: mealLogId,
      status: type === 'meal_log.completed' ? ('completed' as const) : ('failed' as const),
    })),
  ];
  return { type: 'welcome', connection_id: connectionId, cursor, recovered, replayed, pending };
}

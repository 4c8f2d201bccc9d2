import { isOutcomeType, type PendingMeal, type WelcomeFrame } from '@mealwire/contracts';
import type { Opened } from '../feed/device-feed.js';

/** The first frame of a connection. Pure. */
export function welcomeFrame(connectionId: string, opened: Opened, cursor: string): WelcomeFrame {
  const { recovered, replayed, processing } = opened;
  const ended = endedAmong(opened.ended);
  for (const id of processing) ended.delete(id);
  const pending: PendingMeal[] = [
    ...processing.map((id) => ({ meal_log_id: id, status: 'processing' as const })),
    ...[...ended].map(([id, status]) => ({ meal_log_id: id, status })),
  ];
  return { type: 'welcome', connection_id: connectionId, cursor, recovered, replayed, pending };
}

/** The meals whose outcome follows, unless they have been retried or deleted after it. */
function endedAmong(events: Opened['ended']): Map<string, 'completed' | 'failed'> {
  const ended = new Map<string, 'completed' | 'failed'>();
  for (const { mealLogId, type } of events) {
    if (isOutcomeType(type)) {
      ended.set(mealLogId, type === 'meal_log.completed' ? 'completed' : 'failed');
    } else if (type !== 'meal_log.corrected') ended.delete(mealLogId);
  }
  return ended;
}

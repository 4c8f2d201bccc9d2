import type { EventData, RecordedEvent } from '@mealwire/contracts';
import { fold } from './evolve.js';

/** The analysis that a meal log waits for. */
export interface OpenAnalysis {
  /** The event that asked for it. */
  readonly request: AnalysisRequested;
  /** Of the meal log's last event, of whatever type: what an outcome has to follow. */
  readonly lastSequence: number;
}

export type AnalysisRequested = RecordedEvent & {
  readonly type: 'meal_log.created' | 'meal_log.retried';
  readonly data: EventData<'meal_log.created' | 'meal_log.retried'>;
};

/**
 * Undefined: the meal log waits for none, or does not exist.
 * @param events all of them, or the last one of each type, oldest first.
 */
export function openAnalysis(events: readonly RecordedEvent[]): OpenAnalysis | undefined {
  if (fold(events)?.status !== 'processing') return undefined;
  const request = events.filter(isRequest).at(-1);
  const last = events.at(-1);
  if (request === undefined || last === undefined) return undefined;
  return { request, lastSequence: last.sequence };
}

/** Whether it has taken longer than a meal may take. */
export function isOverdue({ request }: OpenAnalysis, now: Date, deadlineMs: number): boolean {
  return Date.parse(request.metadata.time) + deadlineMs <= now.getTime();
}

function isRequest(event: RecordedEvent): event is AnalysisRequested {
  return event.type === 'meal_log.created' || event.type === 'meal_log.retried';
}

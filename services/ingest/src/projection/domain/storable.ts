import type { RecordedEvent } from '@mealwire/contracts';

/**
 * PostgreSQL has no U+0000 in texts, and no lone surrogates in JSON. What an event can be used for
 * must not depend on which others share its transaction, so it is told by the event alone.
 */
export function isArchivable({ metadata }: RecordedEvent): boolean {
  return isStorable({ ...metadata });
}

/** Whether the event's data can be in a row. */
export function isProjectable(event: RecordedEvent): boolean {
  return isArchivable(event) && isDate(event.metadata.time) && isStorable(event.data);
}

const UNSTORABLE = /\0|\p{Surrogate}/u;

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !UNSTORABLE.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part));
}

/** Years of four digits, which both sides write alike. */
function isDate(time: string): boolean {
  return /^\d{4}-/.test(new Date(time).toISOString());
}

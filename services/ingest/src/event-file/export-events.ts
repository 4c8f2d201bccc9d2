import { type EventLog, MalformedEventError } from '@mealwire/bus';
import { archivePage, fromArchiveRow } from '../database/archive.js';
import type { Database } from '../database/connection.js';
import { inDatabase } from '../database/database-error.js';
import { type StoredEvent, storedEvent } from '../projection/stored-event.js';
import { toLine } from './event-line.js';

/** Lines of some events, and the place of the last one. */
export interface ExportedPage {
  readonly text: string;
  readonly events: number;
  readonly sequence: number;
}

const PAGE_EVENTS = 500;
const PAGE_TIMEOUT_MS = 30_000;

/** MEAL_LOG as it stands now, in its order; what is no event of ours is left out. */
export async function* streamLines(
  log: EventLog,
  onMalformed: (sequence: number) => void,
): AsyncGenerator<ExportedPage, void, undefined> {
  const { lastSequence } = await log.state();
  for await (const page of log.read(1, lastSequence)) {
    const events = page.flatMap((message) => {
      try {
        return [storedEvent(message)];
      } catch (error) {
        if (!(error instanceof MalformedEventError)) throw error;
        onMalformed(message.seq);
        return [];
      }
    });
    yield pageOf(events, page.at(-1)?.seq ?? 0);
  }
}

/** The archive, in the order of the stream that it was read from. */
export async function* archiveLines(
  { db }: Database,
  after = 0,
): AsyncGenerator<ExportedPage, void, undefined> {
  const range = { to: Number.MAX_SAFE_INTEGER, limit: PAGE_EVENTS };
  let last = after;
  for (;;) {
    const rows = await inDatabase(archivePage(db, { ...range, after: last }), PAGE_TIMEOUT_MS);
    last = rows.at(-1)?.sequence ?? last;
    if (rows.length > 0) yield pageOf(rows.map(fromArchiveRow), last);
    if (rows.length < PAGE_EVENTS) return;
  }
}

function pageOf(events: readonly StoredEvent[], sequence: number): ExportedPage {
  return {
    text: events.map((stored) => `${toLine(stored)}\n`).join(''),
    events: events.length,
    sequence,
  };
}

import { type EventLog, MalformedEventError } from '@mealwire/bus';
import { archivePage } from '../database/archive.js';
import type { Database } from '../database/connection.js';
import { inDatabase } from '../database/database-error.js';
import type { MealLogEventRow } from '../database/schema.js';
import { type StoredEvent, storedEvent } from '../projection/stored-event.js';

/** One sequence of MEAL_LOG, and what archive and stream have of it: at least one of the two. */
export interface LoggedEvent {
  readonly sequence: number;
  readonly archived: MealLogEventRow | undefined;
  readonly stored: StoredEvent | undefined;
}

export interface MergedLogOptions {
  readonly database: Database;
  readonly log: EventLog;
  /** False: as if there was no archive. */
  readonly withArchive: boolean;
  readonly after: number;
  /** Included. */
  readonly to: number;
  /** A message in the stream that is no event of ours. */
  readonly onMalformed: (sequence: number) => void;
}

const PAGE_EVENTS = 500;
const PAGE_TIMEOUT_MS = 30_000;

/**
 * The history from one sequence to another, in order, in pages of bounded size: every event that the
 * archive or the stream has. The stream may have forgotten what is archived, and the archive may
 * lack what is in the stream.
 */
export async function* mergedLog(
  options: MergedLogOptions,
): AsyncGenerator<readonly LoggedEvent[], void, undefined> {
  const archived = walk(ahead(archivePages(options)));
  const stored = walk(ahead(streamPages(options)));
  let page: LoggedEvent[] = [];
  for (;;) {
    const row = (await archived.first())?.sequence ?? Number.POSITIVE_INFINITY;
    const message = (await stored.first())?.event.sequence ?? Number.POSITIVE_INFINITY;
    const sequence = Math.min(row, message);
    if (!Number.isFinite(sequence)) break;
    page.push({
      sequence,
      archived: row === sequence ? archived.take() : undefined,
      stored: message === sequence ? stored.take() : undefined,
    });
    if (page.length < PAGE_EVENTS) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

async function* archivePages({ database, withArchive, after, to }: MergedLogOptions) {
  let last = after;
  while (withArchive && last < to) {
    const range = { after: last, to, limit: PAGE_EVENTS };
    const page = await inDatabase(archivePage(database.db, range), PAGE_TIMEOUT_MS);
    if (page.length > 0) yield page;
    if (page.length < PAGE_EVENTS) return;
    last = page.at(-1)?.sequence ?? to;
  }
}

async function* streamPages({ log, after, to, onMalformed }: MergedLogOptions) {
  for await (const page of log.read(after + 1, to)) {
    yield page.flatMap((message) => {
      try {
        return [storedEvent(message)];
      } catch (error) {
        if (!(error instanceof MalformedEventError)) throw error;
        onMalformed(message.seq);
        return [];
      }
    });
  }
}

/** Asks for the next page while the one before is worked on; one, so that memory stays bounded. */
async function* ahead<T>(pages: AsyncGenerator<T, void, undefined>) {
  let next = pages.next();
  for (;;) {
    const { done, value } = await next;
    if (done === true) return;
    next = pages.next();
    // Whoever stops before it is asked for would leave its failure unheard.
    next.catch(() => undefined);
    yield value;
  }
}

/** One item after the other. */
function walk<T>(pages: AsyncGenerator<readonly T[], void, undefined>) {
  let page: readonly T[] = [];
  let at = 0;
  return {
    first: async (): Promise<T | undefined> => {
      while (at >= page.length) {
        const { done, value } = await pages.next();
        if (done === true) return undefined;
        page = value;
        at = 0;
      }
      return page[at];
    },
    take: (): T | undefined => page[at++],
  };
}

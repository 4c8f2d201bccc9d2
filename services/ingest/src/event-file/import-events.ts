import {
  type EventLog,
  type EventMessage,
  isNotFound,
  MalformedEventError,
  MEAL_LOG,
  readBatch,
} from '@mealwire/bus';
import { NATS_MSG_ID } from '@mealwire/contracts';
import type { JetStreamManager, StoredMsg } from '@nats-io/jetstream';
import { type StoredEvent, storedEvent } from '../projection/stored-event.js';
import { toMessage } from './event-line.js';
import { EventFileError, eventsOf, type NumberedEvent, pagesOf } from './lines-of.js';
import { createPublisher } from './publisher.js';

export interface ImportOptions {
  readonly file: string;
  readonly log: EventLog;
  readonly jsm: JetStreamManager;
  /** Into a stream that holds something else: what is there already is left out. */
  readonly append: boolean;
  readonly onProgress: (line: number, lines: number) => void;
}

export interface ImportReport {
  readonly lines: number;
  /** Stored now. */
  readonly stored: number;
  /** There already: an earlier import had got so far. */
  readonly known: number;
  /** Of MEAL_LOG, afterwards. */
  readonly lastSequence: number;
}

/** Lines whose presence in the stream is asked for at once. */
const PAGE_LINES = 250;

/**
 * Puts a file of events into MEAL_LOG, in the file's order, under their own ids. Every line is looked
 * at before the first one is stored. Stopped in the middle, it has stored the lines up to some line
 * and none after it; running it again goes on from there.
 * @throws EventFileError, ImportError
 */
export async function importEvents(options: ImportOptions): Promise<ImportReport> {
  const { file, log, jsm, append, onProgress } = options;
  let lines = 0;
  for await (const _ of eventsOf(file)) lines += 1;
  const state = await log.state();
  const prefix = append || state.messages === 0 ? 0 : await knownPrefix(options);
  const publisher = createPublisher(jsm.jetstream(), state.lastSequence);
  let seen = 0;
  let known = 0;
  for await (const page of pagesOf(eventsOf(file), PAGE_LINES)) {
    const present = append ? await idsInStream(jsm, page) : new Set<string>();
    for (const { line, stored } of page) {
      seen += 1;
      if (seen <= prefix || present.has(stored.event.metadata.id)) known += 1;
      else await publisher.publish(toMessage(stored), line);
    }
    onProgress(seen, lines);
  }
  await publisher.done();
  const { lastSequence } = await log.state();
  return { lines, stored: lines - known, known, lastSequence };
}

/**
 * How many lines the stream holds already, if it holds nothing but the beginning of this file.
 * @throws EventFileError otherwise.
 */
async function knownPrefix({ file, log }: ImportOptions): Promise<number> {
  const lines = eventsOf(file);
  const { lastSequence } = await log.state();
  let count = 0;
  for await (const page of log.read(1, lastSequence)) {
    for (const message of page) {
      const { value } = await lines.next();
      if (value === undefined || !isSame(message, value)) {
        await lines.return();
        throw new EventFileError(
          `MEAL_LOG is not empty, and what it holds is not the beginning of ${file} ` +
            `(sequence ${message.seq} is not line ${count + 1}). To add the file all the same, ` +
            'behind what is there: --append',
        );
      }
      count += 1;
    }
  }
  await lines.return();
  return count;
}

function isSame(message: EventMessage, { stored }: NumberedEvent): boolean {
  const there = storedOrUndefined(message);
  return (
    there !== undefined &&
    there.event.metadata.id === stored.event.metadata.id &&
    there.event.type === stored.event.type &&
    there.payload === stored.payload
  );
}

function storedOrUndefined(message: EventMessage): StoredEvent | undefined {
  try {
    return storedEvent(message);
  } catch (error) {
    if (error instanceof MalformedEventError) return undefined;
    throw error;
  }
}

/** Ids of these events that the stream has. */
async function idsInStream(
  jsm: JetStreamManager,
  page: readonly NumberedEvent[],
): Promise<ReadonlySet<string>> {
  const subjects = [...new Set(page.map(({ stored }) => toMessage(stored).subject))];
  const found = new Set<string>();
  const last = await readBatch(jsm, MEAL_LOG, { multi_last: subjects });
  const wanted = new Set(page.map(({ stored }) => stored.event.metadata.id));
  for (const message of last) {
    const id = idOf(message);
    found.add(id);
    // The last one is another: those before it on the same subject may be ours all the same.
    if (!wanted.has(id) || (await hasSeveral(jsm, message))) {
      for (const earlier of await idsOn(jsm, message.subject)) found.add(earlier);
    }
  }
  return found;
}

async function hasSeveral(jsm: JetStreamManager, last: StoredMsg): Promise<boolean> {
  const first = await jsm.direct
    .getMessage(MEAL_LOG, { seq: 1, next_by_subj: last.subject })
    .catch((error: unknown) => {
      if (isNotFound(error)) return undefined;
      throw error;
    });
  return first !== null && first !== undefined && first.seq !== last.seq;
}

async function idsOn(jsm: JetStreamManager, subject: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let next = 1;
  for (;;) {
    const page = await readBatch(jsm, MEAL_LOG, { seq: next, next_by_subj: subject, batch: 100 });
    ids.push(...page.map(idOf));
    const last = page.at(-1);
    if (last === undefined) return ids;
    next = last.seq + 1;
  }
}

const idOf = (message: StoredMsg): string => message.header.get(NATS_MSG_ID);

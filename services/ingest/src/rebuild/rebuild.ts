import { isDeepStrictEqual } from 'node:util';
import type { EventLog } from '@mealwire/bus';
import { max } from 'drizzle-orm';
import { archivedId, fromArchiveRow } from '../database/archive.js';
import { lockCheckpoint, readCheckpoint, writeCheckpoint } from '../database/checkpoint.js';
import type { Database } from '../database/connection.js';
import { LOCKS, REBUILD_IDLE_MS } from '../database/locks.js';
import { mealLogEvents } from '../database/schema.js';
import type { DatabaseSession, Transaction } from '../database/session.js';
import { type ForgottenUsers, isForgottenIn, lockForgottenUsers } from '../erasure/rows.js';
import { type Checkpoint, historyProblem } from '../projection/domain/history.js';
import type { StoredEvent } from '../projection/stored-event.js';
import { type ArchiveCheck, createArchiveCheck } from './archive-check.js';
import { countOf, createDifferences, type Differences } from './differences.js';
import { type LoggedEvent, mergedLog } from './merged-log.js';
import {
  addRepairs,
  applyToShadow,
  archivedOnly,
  compareRows,
  createShadow,
  currentSchema,
  emptyArchive,
  repairArchive,
  swapRows,
} from './shadow.js';

export interface Progress {
  /** Sequence that has been reached, of `to`. */
  readonly at: number;
  readonly to: number;
  readonly events: number;
}

export interface RebuildOptions {
  readonly database: Database;
  readonly log: EventLog;
  /** `compare` changes nothing. */
  readonly mode: 'compare' | 'swap';
  /**
   * The archive is made anew as well, from the stream alone: for a stream that the archive is not
   * of. `lossless` refuses if the archive has events that the stream does not have.
   */
  readonly replaceArchive: 'no' | 'lossless' | 'force';
  readonly onProgress: (progress: Progress) => void;
}

export interface RebuildReport {
  /** Sequence of MEAL_LOG that everything was compared at. */
  readonly sequence: number;
  readonly events: number;
  /** Messages in the stream that are no events of ours. */
  readonly malformed: number;
  readonly mealLogs: number;
  readonly rows: Differences;
  /** Archive against stream. */
  readonly archive: Differences;
  /** Archived events that are not in the stream, and went with the old archive. */
  readonly lost: number;
  readonly swapped: boolean;
}

/** It cannot be done; the message says what can. */
export class RebuildError extends Error {
  override readonly name = 'RebuildError';
}

const PAGE_TIMEOUT_MS = 60_000;
const SWAP_TIMEOUT_MS = 30 * 60_000;
const START_TIMEOUT_MS = 10_000;
/** What is still to be read while the projector waits. */
const MAX_TAIL = 2_000;

/**
 * Makes the read model anew from archive and stream, beside the one in use, while the service runs;
 * compares the two, and puts the new one in the place of the old one in one transaction, after
 * which the projector goes on from there. Memory does not grow with the number of events. Whatever
 * interrupts it, nothing has happened, and it can be run again.
 * @throws RebuildError
 */
export async function rebuild(options: RebuildOptions): Promise<RebuildReport> {
  const session = await options.database.openSession({
    name: 'mealctl rebuild',
    idleTimeoutMs: REBUILD_IDLE_MS,
  });
  try {
    await session.endStalledHolder(LOCKS.rebuild, REBUILD_IDLE_MS);
    if (!(await session.tryLock(LOCKS.rebuild))) {
      throw new RebuildError('Another rebuild or verify is under way: wait for it to end.');
    }
    return await run(options, session);
  } finally {
    await session.close();
  }
}

/** What a rebuild goes by. */
interface Plan {
  readonly streamCreated: string;
  /** Of this stream and this archive. */
  readonly check: ArchiveCheck;
  readonly schema: string;
  /** At the beginning; should it be others at the end, it was for nothing. */
  readonly forgotten: ForgottenUsers;
  /** The least sequence that the new read model has to reach. */
  readonly to: number;
}

async function run(options: RebuildOptions, session: DatabaseSession): Promise<RebuildReport> {
  const plan = await start(options, session);
  const builder = createBuilder(options, plan);
  await builder.buildTo(plan.to, (work) => session.transaction(work, PAGE_TIMEOUT_MS));
  for (;;) {
    const { sequence } = await session.transaction(readCheckpoint, START_TIMEOUT_MS);
    if (sequence - builder.at() < MAX_TAIL) break;
    await builder.buildTo(sequence, (work) => session.transaction(work, PAGE_TIMEOUT_MS));
  }
  return session.transaction(async (tx) => {
    const current = await lockCheckpoint(tx);
    const isSameStream = (current.streamCreated ?? plan.streamCreated) === plan.streamCreated;
    const end = isSameStream ? Math.max(plan.to, current.sequence) : plan.to;
    await builder.buildTo(end, (work) => work(tx));
    return finish(options, tx, { plan, builder });
  }, SWAP_TIMEOUT_MS);
}

async function start(options: RebuildOptions, session: DatabaseSession): Promise<Plan> {
  const { log, replaceArchive } = options;
  const stream = await log.state();
  const { checkpoint, archived, schema, forgotten } = await session.transaction(async (tx) => {
    const found = await readCheckpoint(tx);
    const [last] = await tx.select({ sequence: max(mealLogEvents.sequence) }).from(mealLogEvents);
    // A checkpoint that was lost says nothing; the archive still does.
    const sequence = Math.max(found.sequence, last?.sequence ?? 0);
    const id = await archivedId(tx, sequence);
    const result = {
      checkpoint: { ...found, sequence },
      archived: id,
      schema: await currentSchema(tx),
      forgotten: await lockForgottenUsers(tx),
    };
    await createShadow(tx);
    return result;
  }, START_TIMEOUT_MS);
  const storedId = await storedIdAt(options, checkpoint.sequence);
  const history = { ...stream, storedId, archivedId: archived };
  const problem = historyProblem(checkpoint, history);
  if (problem !== undefined && replaceArchive === 'no')
    throw new RebuildError(otherHistory(problem));
  return {
    streamCreated: stream.created,
    check: createArchiveCheck(stream.firstSequence),
    schema,
    forgotten,
    to: replaceArchive === 'no' ? checkpoint.sequence : targetOf(checkpoint, stream, problem),
  };
}

function targetOf(
  checkpoint: Checkpoint,
  stream: { readonly lastSequence: number },
  problem: string | undefined,
): number {
  return problem === undefined ? checkpoint.sequence : stream.lastSequence;
}

function otherHistory(problem: string): string {
  return (
    `Rows and archive are not those of this stream: ${problem}. ` +
    'If what is archived shall be kept, write it to a file first (mealctl events export --from ' +
    'archive) and put what is missing back into MEAL_LOG (mealctl events import --append). Then ' +
    'make rows and archive anew from MEAL_LOG: mealctl rebuild --replace-archive'
  );
}

async function storedIdAt({ log, database }: RebuildOptions, sequence: number) {
  const range = { database, log, withArchive: false, after: sequence - 1, to: sequence };
  for await (const [event] of mergedLog({ ...range, onMalformed: () => undefined })) {
    return event?.stored?.event.metadata.id;
  }
  return undefined;
}

type InTransaction = (work: (tx: Transaction) => Promise<void>) => Promise<void>;

interface Builder {
  at(): number;
  events(): number;
  malformed(): number;
  /** Brings the shadow up to this sequence. */
  buildTo(sequence: number, inTransaction: InTransaction): Promise<void>;
}

function createBuilder(options: RebuildOptions, plan: Plan): Builder {
  const { database, log, replaceArchive, onProgress } = options;
  const withArchive = replaceArchive === 'no';
  let at = 0;
  let events = 0;
  let malformed = 0;
  const onMalformed = (): void => {
    malformed += 1;
  };
  return {
    at: () => at,
    events: () => events,
    malformed: () => malformed,
    buildTo: async (to, inTransaction) => {
      for await (const page of mergedLog({
        database,
        log,
        withArchive,
        after: at,
        to,
        onMalformed,
      })) {
        // What came after its user was forgotten is the sweep's to delete: no difference either.
        const kept = page.filter((logged) => !isForgottenIn(plan.forgotten, eventOf(logged).event));
        const wanted = kept.filter((logged) => plan.check.see(logged) || !withArchive);
        await inTransaction(async (tx) => {
          await applyToShadow(tx, kept.map(eventOf));
          await addRepairs(
            tx,
            wanted.flatMap(({ stored }) => stored ?? []),
          );
        });
        events += page.length;
        at = page.at(-1)?.sequence ?? at;
        onProgress({ at, to, events });
      }
      at = Math.max(at, to);
    },
  };
}

/** Where both have it, the stream is the truth. */
function eventOf({ stored, archived }: LoggedEvent): StoredEvent {
  if (stored !== undefined) return stored;
  if (archived !== undefined) return fromArchiveRow(archived);
  throw new RangeError('an event that neither archive nor stream has');
}

async function finish(
  { mode, replaceArchive }: RebuildOptions,
  tx: Transaction,
  { plan, builder }: { readonly plan: Plan; readonly builder: Builder },
): Promise<RebuildReport> {
  const { schema, check, streamCreated } = plan;
  if (!isDeepStrictEqual(await lockForgottenUsers(tx), plan.forgotten)) {
    throw new RebuildError('A user was forgotten meanwhile: run it again.');
  }
  const { total, differences: rows } = await compareRows(tx, schema);
  const lost = replaceArchive === 'no' ? 0 : await archivedOnly(tx, schema);
  if (mode === 'swap') {
    if (lost > 0 && replaceArchive === 'lossless') {
      throw new RebuildError(
        `The archive has ${lost} events that MEAL_LOG does not have. Write them to a file first ` +
          '(mealctl events export --from archive); to go on without them, add --force.',
      );
    }
    if (replaceArchive !== 'no') await emptyArchive(tx, schema);
    if (countOf(rows) > 0) await swapRows(tx, schema);
    await repairArchive(tx, schema);
    await writeCheckpoint(tx, { sequence: builder.at(), streamCreated });
  }
  return {
    sequence: builder.at(),
    events: builder.events(),
    malformed: builder.malformed(),
    mealLogs: total,
    rows,
    // Made anew, there is nothing to compare.
    archive: replaceArchive === 'no' ? check.differences : createDifferences().differences,
    lost,
    swapped: mode === 'swap',
  };
}

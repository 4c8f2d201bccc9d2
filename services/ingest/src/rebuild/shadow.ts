import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { archive } from '../database/archive.js';
import { mealLogEvents, mealLogs } from '../database/schema.js';
import type { Transaction } from '../database/session.js';
import { applyEvents } from '../projection/apply.js';
import type { StoredEvent } from '../projection/stored-event.js';
import { type DifferenceKind, type Differences, NAMED_DIFFERENCES } from './differences.js';

/**
 * The read model anew, beside the old one: temporary tables of the same names, which come first in
 * the session that made them. So the projector's own functions write them, a crash leaves nothing
 * behind, nobody else sees them, and no rights beyond the projector's are needed. A
 * {@link DatabaseSession} is never replaced by another one, in which the names would mean the old
 * tables; where those are meant, the schema is named.
 */
const ROW_COLUMNS = columnsOf(mealLogs);
const KEY = sql.raw('user_id, id');

export async function createShadow(tx: Transaction): Promise<void> {
  await tx.execute(sql`create temp table meal_logs (like ${mealLogs} including indexes)`);
  await tx.execute(
    sql`create temp table meal_log_events (like ${mealLogEvents} including indexes)`,
  );
}

export function applyToShadow(tx: Transaction, events: readonly StoredEvent[]): Promise<void> {
  return applyEvents(
    tx,
    mealLogs,
    events.map(({ event }) => event),
  );
}

/** To be put into the archive by the swap. */
export const addRepairs = archive;

/**
 * Compares the rows with those of the shadow, in their text form: byte for byte. Both have to be of
 * the same checkpoint, so the caller has it locked.
 */
export async function compareRows(
  tx: Transaction,
  schema: string,
): Promise<{ readonly total: number; readonly differences: Differences }> {
  await tx.execute(sql`analyze pg_temp.meal_logs`);
  const asText = (alias: string): SQL =>
    sql.raw(ROW_COLUMNS.map((name) => `${alias}."${name}"::text`).join(', '));
  await tx.execute(sql`
    create temp table row_differences as
    select ${KEY},
      case when old.version is null then 'missing'
           when new.version is null then 'extra' else 'different' end as kind
    from pg_temp.meal_logs new
    full join ${tableIn(schema, 'meal_logs')} old using (${KEY})
    where (${asText('new')}) is distinct from (${asText('old')})`);
  const differences: Differences = { missing: 0, extra: 0, different: 0, first: [] };
  const counts = await tx.execute(
    sql`select kind, count(*)::int as count from row_differences group by kind`,
  );
  for (const { kind, count } of counts) differences[kind as DifferenceKind] = count as number;
  const first = await tx.execute(
    sql`select * from row_differences order by ${KEY} limit ${NAMED_DIFFERENCES}`,
  );
  for (const row of first) {
    const what = `meal log ${row['id']} of user ${row['user_id']}`;
    differences.first.push({ kind: row['kind'] as DifferenceKind, what });
  }
  const [all] = await tx.execute(sql`select count(*)::int as count from pg_temp.meal_logs`);
  return { total: all?.['count'] as number, differences };
}

/** After {@link compareRows}: writes what differs, and nothing else. Readers wait for nothing. */
export async function swapRows(tx: Transaction, schema: string): Promise<void> {
  const target = tableIn(schema, 'meal_logs');
  const columns = sql.raw(ROW_COLUMNS.map((name) => `"${name}"`).join(', '));
  const excluded = sql.raw(ROW_COLUMNS.map((name) => `"${name}" = excluded."${name}"`).join(', '));
  await tx.execute(sql`
    delete from ${target} where (${KEY}) in
      (select ${KEY} from row_differences where kind = 'extra')`);
  await tx.execute(sql`
    insert into ${target} (${columns})
    select ${columns} from pg_temp.meal_logs where (${KEY}) in
      (select ${KEY} from row_differences where kind <> 'extra')
    on conflict (${KEY}) do update set ${excluded}`);
}

/** Puts into the archive what it lacks, and right what differs. */
export async function repairArchive(tx: Transaction, schema: string): Promise<void> {
  const columns = columnsOf(mealLogEvents);
  const excluded = columns.map((name) => `"${name}" = excluded."${name}"`).join(', ');
  await tx.execute(sql`
    insert into ${tableIn(schema, 'meal_log_events')}
    select * from pg_temp.meal_log_events
    on conflict (sequence) do update set ${sql.raw(excluded)}`);
}

/** Archived events, by id, that are not among those to be put into the archive. */
export async function archivedOnly(tx: Transaction, schema: string): Promise<number> {
  const [row] = await tx.execute(sql`
    select count(*)::int as count from ${tableIn(schema, 'meal_log_events')} old
    where not exists (select 1 from pg_temp.meal_log_events new where new.id = old.id)`);
  return row?.['count'] as number;
}

export async function emptyArchive(tx: Transaction, schema: string): Promise<void> {
  await tx.execute(sql`delete from ${tableIn(schema, 'meal_log_events')}`);
}

/** The schema that unqualified names mean, temporary tables aside. */
export async function currentSchema(tx: Transaction): Promise<string> {
  const [row] = await tx.execute(sql`select current_schema() as schema`);
  return row?.['schema'] as string;
}

function tableIn(schema: string, name: string): SQL {
  return sql`${sql.identifier(schema)}.${sql.identifier(name)}`;
}

function columnsOf(table: typeof mealLogs | typeof mealLogEvents): readonly string[] {
  return Object.values(getTableColumns(table)).map(({ name }) => name);
}

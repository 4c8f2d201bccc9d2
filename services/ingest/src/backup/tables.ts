import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Sql, TransactionSql } from 'postgres';
import { createBackupFile } from './backup-file.js';
import type { Manifest } from './manifest.js';

type Table = Manifest['tables'][number];

/** Rows that go over the connection at once. */
const BATCH = 500;

/**
 * Every table of ours as of one moment, a row per line as PostgreSQL itself writes it as JSON and
 * reads it again: no value passes through JavaScript's numbers or dates.
 */
export function dumpTables(sql: Sql, folder: string): Promise<Table[]> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    const tables: Table[] = [];
    for (const name of await tableNames(tx)) tables.push(await dumpTable(tx, folder, name));
    return tables;
  }) as Promise<Table[]>;
}

async function dumpTable(tx: TransactionSql, folder: string, name: string): Promise<Table> {
  const found = await tx<{ column: string }[]>`
    select column_name as column from information_schema.columns
    where table_schema = 'public' and table_name = ${name} order by ordinal_position`;
  const file = await createBackupFile(folder, `table-${name}.jsonl`);
  let rows = 0;
  const lines = tx<{ line: string }[]>`select row_to_json(t)::text as line from ${tx(name)} t`;
  for await (const batch of lines.cursor(BATCH)) {
    await file.write(Buffer.from(batch.map(({ line }) => `${line}\n`).join('')));
    rows += batch.length;
  }
  const columns = found.map(({ column }) => column);
  return { ...(await file.close()), name, columns, rows };
}

/** Replaces what the tables hold, in one transaction. */
export async function restoreTables(
  sql: Sql,
  folder: string,
  tables: readonly Table[],
): Promise<void> {
  await sql.begin(async (tx) => {
    for (const name of await tableNames(tx)) await tx`truncate ${tx(name)}`;
    for (const table of tables) {
      let batch: string[] = [];
      const lines = createInterface({ input: createReadStream(join(folder, table.file)) });
      for await (const line of lines) {
        batch.push(line);
        if (batch.length < BATCH) continue;
        await insertRows(tx, table, batch);
        batch = [];
      }
      await insertRows(tx, table, batch);
    }
  });
}

async function insertRows(
  tx: TransactionSql,
  { name, columns }: Table,
  lines: readonly string[],
): Promise<void> {
  if (lines.length === 0) return;
  const [into, list] = [tx(name), tx(columns)];
  await tx`
    insert into ${into} (${list}) select ${list}
    from json_populate_recordset(null::${into}, ${`[${lines.join(',')}]`}::text::json)`;
}

/** Of all tables. */
export async function countRows(sql: Sql): Promise<number> {
  let rows = 0;
  for (const name of await tableNames(sql)) {
    const [counted] = await sql<{ rows: number }[]>`select count(*)::int as rows from ${sql(name)}`;
    rows += counted?.rows ?? 0;
  }
  return rows;
}

/** Migrations have a schema of their own: they are run, not restored. */
async function tableNames(sql: Sql | TransactionSql): Promise<readonly string[]> {
  const found = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`;
  return found.map(({ name }) => name);
}

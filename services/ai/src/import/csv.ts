import { createReadStream } from 'node:fs';
import { ImportError } from './source-food.js';

/** One row by its column names. */
export type Row = Readonly<Record<string, string>>;

/**
 * Reads a CSV file (RFC 4180) row by row, so that files larger than the memory can be read.
 * Throws `ImportError` for a row with another number of fields than the header.
 */
export async function* readCsv(path: string, columns: readonly string[]): AsyncGenerator<Row> {
  let header: readonly string[] | undefined;
  let line = 0;
  for await (const fields of rows(path)) {
    line += 1;
    if (header === undefined) {
      header = fields.map((name) => name.replace(/^\uFEFF/u, '').trim());
      const missing = columns.filter((name) => !header?.includes(name));
      if (missing.length > 0) throw new ImportError(`${path}: no column ${missing.join(', ')}`);
      continue;
    }
    if (fields.length === 1 && fields[0] === '') continue;
    if (fields.length !== header.length) {
      throw new ImportError(
        `${path}: row ${line} has ${fields.length} fields, the header has ${header.length}`,
      );
    }
    yield Object.fromEntries(header.map((name, at) => [name, fields[at] ?? '']));
  }
  if (header === undefined) throw new ImportError(`${path}: is empty`);
}

async function* rows(path: string): AsyncGenerator<readonly string[]> {
  let pending = '';
  for await (const chunk of createReadStream(path, 'utf8')) {
    pending += String(chunk);
    const parsed = splitRows(pending, false);
    pending = parsed.rest;
    yield* parsed.rows;
  }
  yield* splitRows(pending, true).rows;
}

/** The whole rows of a text; `rest` is what may go on in the next piece of the file. */
export function splitRows(
  text: string,
  isEnd: boolean,
): { readonly rows: readonly (readonly string[])[]; readonly rest: string } {
  const out: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else if (at + 1 === text.length && !isEnd) return { rows: out, rest: text.slice(start) };
      else quoted = false;
    } else if (sign === '"' && field === '') quoted = true;
    else if (sign === ',') {
      row.push(field);
      field = '';
    } else if (sign === '\n') {
      out.push([...row, field.endsWith('\r') ? field.slice(0, -1) : field]);
      row = [];
      field = '';
      start = at + 1;
    } else field += sign;
  }
  if (!isEnd) return { rows: out, rest: text.slice(start) };
  if (row.length > 0 || field !== '') out.push([...row, field]);
  return { rows: out, rest: '' };
}

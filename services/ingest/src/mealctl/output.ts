import { styleText } from 'node:util';

/** How a command speaks: for a person, or as JSON for a script. */
export interface Output {
  /** The result: a table, a sentence, or under `--json` one line of JSON. */
  result(value: unknown, text: () => string): void;
  /** The result itself, as it is: what a command writes to standard output in pieces. */
  raw(text: string): void;
  /** How far long work has come; on stderr, so that a pipe gets the result only. */
  progress(message: string): void;
}

export interface OutputOptions {
  readonly json: boolean;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
}

export function createOutput({ json, write, writeError }: OutputOptions): Output {
  return {
    result: (value, text) => write(json ? `${JSON.stringify(value)}\n` : `${text()}\n`),
    raw: write,
    progress: (message) => {
      if (!json) writeError(`${message}\n`);
    },
  };
}

/** Columns of text, as wide as their widest cell; numbers stand to the right. */
export function table(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => String(row[column] ?? '').length)),
  );
  const line = (row: readonly (string | number)[]): string =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? '';
        return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [styleText('bold', line(header)), ...rows.map(line)].join('\n');
}

export const good = (text: string): string => styleText('green', text);
export const bad = (text: string): string => styleText('red', text);

import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { prettyFactory } from 'pino-pretty';

export interface LogPrinter {
  /** One raw line of a process: kept in its file, shown when `show` says so. */
  line(processName: string, line: string): void;
  /** Something the stack itself has to say. */
  note(text: string): void;
  /** The same in red. */
  alarm(text: string): void;
  fileOf(processName: string): string;
  close(): Promise<void>;
}

export interface LogPrinterOptions {
  readonly logDir: string;
  readonly color: boolean;
  /** Where readable lines go; nowhere for a quiet stack. */
  readonly write: ((text: string) => void) | undefined;
}

const RED = '\u001b[31m';
const RESET = '\u001b[0m';
const NAME_WIDTH = 10;

/** Interleaves the log lines of all processes readably, and keeps each one's raw lines in a file. */
export function createLogPrinter({ logDir, color, write }: LogPrinterOptions): LogPrinter {
  mkdirSync(logDir, { recursive: true });
  const files = new Map<string, WriteStream>();
  const pretty = prettyFactory({
    colorize: color,
    ignore: 'pid,hostname,service,span_id',
    translateTime: 'SYS:HH:MM:ss.l',
    singleLine: true,
    messageFormat: '{msg}',
  });
  const fileOf = (name: string): string => join(logDir, `${name}.log`);

  function append(name: string, line: string): void {
    const known = files.get(name);
    const file = known ?? createWriteStream(fileOf(name), { flags: 'w' });
    if (known === undefined) files.set(name, file);
    file.write(`${line}\n`);
  }

  return {
    line: (name, line) => {
      append(name, line);
      if (write === undefined) return;
      const shown = line.startsWith('{') ? pretty(line) : foreignLine(line);
      if (shown !== undefined) write(`${name.padEnd(NAME_WIDTH)} ${shown}`);
    },
    note: (text) => write?.(`${'stack'.padEnd(NAME_WIDTH)} ${text}\n`),
    alarm: (text) => {
      const line = `${'stack'.padEnd(NAME_WIDTH)} ${text}`;
      write?.(color ? `${RED}${line}${RESET}\n` : `${line}\n`);
    },
    fileOf,
    close: async () => {
      await Promise.all(
        [...files.values()].map((file) => new Promise((resolve) => file.end(resolve))),
      );
    },
  };
}

/** nats-server and PostgreSQL talk a lot; only what went wrong is worth a line among ours. */
function foreignLine(line: string): string | undefined {
  return /\[(ERR|FTL)\]|\b(ERROR|FATAL|PANIC):|Error/.test(line) ? `${line}\n` : undefined;
}

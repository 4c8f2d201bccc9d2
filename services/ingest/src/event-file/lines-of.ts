import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { StoredEvent } from '../projection/stored-event.js';
import { EventLineError, fromLine } from './event-line.js';

export interface NumberedEvent {
  /** 1 is the first. */
  readonly line: number;
  readonly stored: StoredEvent;
}

/** A file that cannot be imported; names the line. */
export class EventFileError extends Error {
  override readonly name = 'EventFileError';
}

/**
 * The events of a file, one after the other.
 * @throws EventFileError at the first line that is wrong.
 */
export async function* eventsOf(file: string): AsyncGenerator<NumberedEvent, void, undefined> {
  const input = createReadStream(file, 'utf8');
  try {
    let line = 0;
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (text === '') continue;
      yield { line, stored: parse(text, file, line) };
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new EventFileError(`There is no file ${file}.`);
  } finally {
    input.destroy();
  }
}

function parse(text: string, file: string, line: number): StoredEvent {
  try {
    return fromLine(text);
  } catch (error) {
    if (!(error instanceof EventLineError)) throw error;
    throw new EventFileError(`${file}, line ${line}: ${error.message}.`);
  }
}

export async function* pagesOf<T>(
  items: AsyncIterable<T>,
  size: number,
): AsyncGenerator<readonly T[], void, undefined> {
  let page: T[] = [];
  for await (const item of items) {
    page.push(item);
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

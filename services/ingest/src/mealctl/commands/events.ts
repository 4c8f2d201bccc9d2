import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { Option } from 'commander';
import { archiveLines, type ExportedPage, streamLines } from '../../event-file/export-events.js';
import { importEvents } from '../../event-file/import-events.js';
import type { AddCommand, CommandContext, ExitCode } from '../command.js';
import { everySecond } from '../every-second.js';
import { openLog } from '../log.js';

export const addEventsCommands: AddCommand = (program, run) => {
  const events = program.command('events').description('The event log as a file, and back.');
  events
    .command('export')
    .description('Writes all events as lines of JSON, in order. They hold meal texts.')
    .option('--out <file>', 'where to (-: standard output)', '-')
    .addOption(
      new Option('--from <store>', 'MEAL_LOG itself, or the archive in PostgreSQL')
        .choices(['stream', 'archive'])
        .default('stream'),
    )
    .option('--after <sequence>', 'with --from archive: only what comes after it', Number, 0)
    .action((options: ExportOptions) => run((context) => exportTo(context, options)));
  events
    .command('import <file>')
    .description(
      'Puts such a file into an empty MEAL_LOG: same ids, same order. Sequences may differ, and ' +
        'with them versions (ETag, If-Match) and cursors. Stop the services before.',
    )
    .option('--append', 'into a MEAL_LOG that is not empty; what it has already is left out', false)
    .action((file: string, { append }: { readonly append: boolean }) =>
      run(async ({ deployment, output }) => {
        const report = await importEvents({
          file,
          append,
          ...(await openLog(deployment)),
          onProgress: everySecond((line: number, lines: number) =>
            output.progress(`${line} of ${lines} lines`),
          ),
        });
        output.result(
          report,
          () =>
            `${report.stored} events stored, ${report.known} were there already; ` +
            `MEAL_LOG ends at sequence ${report.lastSequence}.`,
        );
        return 0;
      }),
    );
};

interface ExportOptions {
  readonly out: string;
  readonly from: 'stream' | 'archive';
  readonly after: number;
}

async function exportTo(context: CommandContext, options: ExportOptions): Promise<ExitCode> {
  const { output } = context;
  let malformed = 0;
  const pages =
    options.from === 'archive'
      ? archiveLines(await context.deployment.reachableDatabase(), options.after)
      : streamLines((await openLog(context.deployment)).log, () => {
          malformed += 1;
        });
  const said = everySecond((events: number, sequence: number) =>
    output.progress(`${events} events, up to sequence ${sequence}`),
  );
  if (options.out === '-') {
    await writePages(pages, async (text) => output.raw(text), said);
  } else {
    const events = await writeFile(options.out, pages, said);
    output.result(
      { file: options.out, events, malformed },
      () => `${events} events in ${options.out}`,
    );
  }
  if (malformed > 0) output.progress(`${malformed} messages are no events and were left out`);
  return 0;
}

/** Under its name only when it is whole; nobody else may read what people eat. */
async function writeFile(
  file: string,
  pages: AsyncGenerator<ExportedPage, void, undefined>,
  said: (events: number, sequence: number) => void,
): Promise<number> {
  const unfinished = `${file}.part`;
  const handle: FileHandle = await open(unfinished, 'w', 0o600);
  try {
    const events = await writePages(
      pages,
      async (text) => {
        await handle.write(text);
      },
      said,
    );
    await handle.sync();
    await handle.close();
    await rename(unfinished, file);
    return events;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function writePages(
  pages: AsyncGenerator<ExportedPage, void, undefined>,
  write: (text: string) => Promise<void>,
  said: (events: number, sequence: number) => void,
): Promise<number> {
  let events = 0;
  for await (const page of pages) {
    await write(page.text);
    events += page.events;
    said(events, page.sequence);
  }
  return events;
}

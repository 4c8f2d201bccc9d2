import { rebuild } from '../../rebuild/rebuild.js';
import type { AddCommand } from '../command.js';
import { openLog } from '../log.js';
import { describeReport, progressOn } from '../rebuild-report.js';
import { UsageError } from '../usage-error.js';

interface Options {
  readonly dryRun: boolean;
  readonly replaceArchive: boolean;
  readonly force: boolean;
}

export const addRebuildCommand: AddCommand = (program, run) => {
  program
    .command('rebuild')
    .description(
      'Makes the rows anew from archive and stream, beside the ones in use, compares the two, and ' +
        'puts the new ones in their place in one transaction. The service goes on meanwhile.',
    )
    .option('--dry-run', 'only compare', false)
    .option(
      '--replace-archive',
      'make the archive anew too, from MEAL_LOG alone: after MEAL_LOG was made anew or restored ' +
        'to an older state',
      false,
    )
    .option('--force', 'with --replace-archive: also if archived events are lost by it', false)
    .action(({ dryRun, replaceArchive, force }: Options) =>
      run(async ({ deployment, output }) => {
        if (force && !replaceArchive)
          throw new UsageError('--force is for --replace-archive only.');
        const { log } = await openLog(deployment);
        const startedAt = performance.now();
        const report = await rebuild({
          database: await deployment.reachableDatabase(),
          log,
          mode: dryRun ? 'compare' : 'swap',
          replaceArchive: replaceArchive ? (force ? 'force' : 'lossless') : 'no',
          onProgress: progressOn(output),
        });
        const seconds = (performance.now() - startedAt) / 1000;
        const eventsPerSecond = Math.round(report.events / seconds);
        output.result({ ...report, seconds, eventsPerSecond }, () => {
          const end = report.swapped
            ? 'Rows and archive are now what the events say.'
            : 'Nothing was changed.';
          const speed = `${seconds.toFixed(1)} s, ${eventsPerSecond} events/s.`;
          return `${describeReport(report)}\n${end} ${speed}`;
        });
        return 0;
      }),
    );
};

import { rebuild } from '../../rebuild/rebuild.js';
import type { AddCommand } from '../command.js';
import { openLog } from '../log.js';
import { describeReport, inOrder, isInOrder, notInOrder, progressOn } from '../rebuild-report.js';

export const addVerifyCommand: AddCommand = (program, run) => {
  program
    .command('verify')
    .description('Compares stream, archive and rows; changes nothing. Exit code 1: they differ.')
    .action(() =>
      run(async ({ deployment, output }) => {
        const { log } = await openLog(deployment);
        const report = await rebuild({
          database: await deployment.reachableDatabase(),
          log,
          mode: 'compare',
          replaceArchive: 'no',
          onProgress: progressOn(output),
        });
        const fine = isInOrder(report);
        output.result(
          { ok: fine, ...report },
          () => `${describeReport(report)}\n${fine ? inOrder() : notInOrder()}`,
        );
        return fine ? 0 : 1;
      }),
    );
};

import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { backUp } from '../../backup/backup.js';
import type { BackupStores } from '../../backup/backup-stores.js';
import type { Manifest } from '../../backup/manifest.js';
import { restore } from '../../backup/restore.js';
import type { AddCommand, CommandContext } from '../command.js';
import { good } from '../output.js';

/** `mealctl backup <folder>` and `mealctl restore <folder>`. */
export const addBackup: AddCommand = (program, run) => {
  program
    .command('backup')
    .description('Writes the whole state, streams and tables, into an empty folder.')
    .argument('<folder>', 'where to')
    .action((folder: string) =>
      run(async (context) => {
        const manifest = await backUp(await storesOf(context), folder);
        context.output.result(summaryOf(manifest), () => good(`Backed up to ${folder}.`));
        return 0;
      }),
    );
  program
    .command('restore')
    .description('Makes an empty deployment what a backup says; verifies the backup first.')
    .argument('<folder>', 'the backup')
    .option('--force', 'replace everything that the deployment holds', false)
    .action((folder: string, { force }: { readonly force: boolean }) =>
      run(async (context) => {
        const manifest = await restore(await storesOf(context), folder, { force });
        context.output.result(summaryOf(manifest), () =>
          good(
            `Restored to ${manifest.created_at}. Erase again whoever was erased since, unless it was here.`,
          ),
        );
        return 0;
      }),
    );
};

async function storesOf({ deployment, output }: CommandContext): Promise<BackupStores> {
  const { nc } = await deployment.bus();
  const database = await deployment.reachableDatabase();
  return {
    nc,
    js: jetstream(nc),
    jsm: await jetstreamManager(nc, { checkAPI: false }),
    database,
    sql: database.client,
    now: () => new Date(),
    logger: deployment.logger,
    progress: (message) => output.progress(message),
  };
}

function summaryOf({ created_at, streams, tables }: Manifest): object {
  return {
    created_at,
    streams: Object.fromEntries(streams.map(({ name, messages }) => [name, messages])),
    tables: Object.fromEntries(tables.map(({ name, rows }) => [name, rows])),
  };
}

import { writeFile } from 'node:fs/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { exportUser } from '../../erasure/export-user.js';
import type { AddCommand } from '../command.js';

/** `mealctl export <user>`: what an erasure would delete. */
export const addExport: AddCommand = (program, run) => {
  program
    .command('export')
    .description('Everything that is held about a user, as one JSON document.')
    .argument('<user>', "the user's id, as tokens name it (sub)")
    .option('--out <file>', 'write it there, readable by its owner only')
    .action((userId: string, { out }: { readonly out?: string }) =>
      run(async ({ deployment, output }) => {
        const { nc } = await deployment.bus();
        const found = await exportUser(
          {
            jsm: await jetstreamManager(nc, { checkAPI: false }),
            database: await deployment.reachableDatabase(),
            now: () => new Date(),
          },
          userId,
        );
        const text = JSON.stringify(found, null, 2);
        if (out === undefined) output.result(found, () => text);
        else {
          await writeFile(out, `${text}\n`, { mode: 0o600 });
          output.result({ file: out }, () => `Written to ${out}.`);
        }
        return 0;
      }),
    );
};

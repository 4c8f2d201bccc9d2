import { createInterface } from 'node:readline/promises';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { totalOf } from '../../erasure/dependencies.js';
import { eraseUser } from '../../erasure/erase-user.js';
import type { AddCommand } from '../command.js';
import { good, table } from '../output.js';
import { UsageError } from '../usage-error.js';

interface EraseOptions {
  readonly yes: boolean;
  readonly settleS: string;
}

/** `mealctl erase <user>`: guarantee 12, by hand. */
export const addErase: AddCommand = (program, run) => {
  program
    .command('erase')
    .description('Forgets a user: deletes every trace, for good.')
    .argument('<user>', "the user's id, as tokens name it (sub)")
    .option('--yes', 'do not ask', false)
    .option('--settle-s <seconds>', 'go on deleting for so long after the tombstone', '10')
    .action(async (userId: string, { yes, settleS }: EraseOptions) => {
      const settleMs = Number(settleS) * 1000;
      if (!(settleMs >= 0)) throw new UsageError('--settle-s is a number of seconds');
      if (!yes) await confirm(userId);
      await run(async ({ deployment, output }) => {
        const { nc } = await deployment.bus();
        // Before the tombstone: whoever has one is refused until the rows are gone.
        const database = await deployment.reachableDatabase();
        output.progress(`The tombstone comes first; done in ${settleS} s or somewhat later.`);
        const counts = await eraseUser(
          {
            js: jetstream(nc),
            jsm: await jetstreamManager(nc, { checkAPI: false }),
            database,
            settleMs,
            now: () => new Date(),
            logger: deployment.logger,
          },
          userId,
        );
        output.result({ erased: true, counts }, () =>
          totalOf(counts) === 0
            ? good('There was nothing left of this user.')
            : `${table(['deleted from', 'messages or rows'], Object.entries(counts))}\n${good('Erased.')}`,
        );
        return 0;
      });
    });
};

async function confirm(userId: string): Promise<void> {
  if (!process.stdin.isTTY) throw new UsageError('Nobody can be asked here: say --yes.');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`Erase ${userId} for good? Type the id again: `);
    if (answer !== userId) throw new UsageError('That is another id. Nothing was done.');
  } finally {
    terminal.close();
  }
}

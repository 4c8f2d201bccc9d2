import { ConcurrencyError, createEventStore } from '@mealwire/bus';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { InvalidArgumentError } from 'commander';
import type { DeadLetter } from '../../dead-letters/dead-letter.js';
import { createDeadLetterBox, type DeadLetterBox } from '../../dead-letters/dead-letter-box.js';
import { describeDeadLetter } from '../../dead-letters/describe-dead-letter.js';
import {
  createRetryDeadLetter,
  type RetryDeadLetter,
  type RetryResult,
} from '../../dead-letters/retry-dead-letter.js';
import type { AddCommand, CommandContext, ExitCode } from '../command.js';
import { bad, good, table } from '../output.js';
import { UsageError } from '../usage-error.js';

/** `mealctl dlq`: the messages that no consumer of MEAL_LOG will be given again. */
export const addDlq: AddCommand = (program, run) => {
  const dlq = program.command('dlq').description('Dead letters: list, show, retry, drop.');
  dlq
    .command('list')
    .description('All of them, oldest first.')
    .action(() => run(list));
  dlq
    .command('show')
    .description('One, with the message it is about.')
    .argument('<id>', 'its number in the list', numberOf)
    .option('--payload', 'with the payload: what the user has written', false)
    .action((id: number, { payload }: { payload: boolean }) =>
      run((context) => show(context, id, payload)),
    );
  dlq
    .command('retry')
    .description('Has its meal analysed again, and removes it from the list.')
    .argument('[id]', 'its number in the list', numberOf)
    .option('--all', 'all of them', false)
    .action((id: number | undefined, { all }: { all: boolean }) =>
      run((context) => retry(context, id, all)),
    );
  dlq
    .command('drop')
    .description('Removes it from the list; nothing happens to the meal.')
    .argument('[id]', 'its number in the list', numberOf)
    .option('--all', 'all of them', false)
    .action((id: number | undefined, { all }: { all: boolean }) =>
      run((context) => drop(context, id, all)),
    );
};

function numberOf(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('It is a number of the list.');
  return Number(text);
}

async function open({ deployment }: CommandContext) {
  const { nc } = await deployment.bus();
  const jsm = await jetstreamManager(nc);
  const events = createEventStore(jetstream(nc), jsm);
  return {
    jsm,
    box: createDeadLetterBox(jsm),
    retryOne: createRetryDeadLetter({ jsm, events, now: () => new Date() }),
  };
}

async function list(context: CommandContext): Promise<ExitCode> {
  const { jsm, box } = await open(context);
  const letters = await Promise.all(
    (await box.all()).map((letter) => describeDeadLetter(jsm, letter)),
  );
  context.output.result(letters, () =>
    letters.length === 0
      ? 'No dead letters.'
      : table(
          ['id', 'when', 'consumer', 'deliveries', 'meal log', 'cause'],
          letters.map(({ id, at, consumer, deliveries, meal_log_id, cause }) => [
            id,
            at.slice(0, 19),
            consumer,
            deliveries,
            meal_log_id ?? '?',
            cause,
          ]),
        ),
  );
  return 0;
}

async function show(context: CommandContext, id: number, withPayload: boolean): Promise<ExitCode> {
  const { jsm, box } = await open(context);
  const [letter] = await chosen(box, id, false);
  if (letter === undefined) return 1;
  const shown = await describeDeadLetter(jsm, letter, { withPayload });
  context.output.result(shown, () => JSON.stringify(shown, null, 2));
  return 0;
}

async function retry(
  context: CommandContext,
  id: number | undefined,
  all: boolean,
): Promise<ExitCode> {
  const { box, retryOne } = await open(context);
  const results: ({ readonly id: number } & RetryResult)[] = [];
  for (const letter of await chosen(box, id, all)) {
    results.push({ id: letter.id, ...(await retryAndRemove(box, retryOne, letter)) });
  }
  context.output.result(results, () => results.map(sentenceOf).join('\n') || 'No dead letters.');
  return results.some(({ kind }) => kind === 'impossible') ? 1 : 0;
}

/** What cannot be retried stays in the list, for somebody to decide. */
async function retryAndRemove(
  box: DeadLetterBox,
  retryOne: RetryDeadLetter,
  letter: DeadLetter,
): Promise<RetryResult> {
  const result = await retryOne(letter).catch((error: unknown): RetryResult => {
    if (!(error instanceof ConcurrencyError)) throw error;
    return { kind: 'impossible', why: 'something else happened to the meal just now: try again' };
  });
  if (result.kind !== 'impossible') await box.remove(letter.id);
  return result;
}

function sentenceOf(result: { readonly id: number } & RetryResult): string {
  switch (result.kind) {
    case 'retried':
      return `${result.id}: ${good('is analysed again')}, meal log ${result.mealLogId}`;
    case 'settled':
      return `${result.id}: nothing to do, meal log ${result.mealLogId} is ${result.status}`;
    case 'gone':
      return `${result.id}: nothing to do, the message is not in MEAL_LOG any more`;
    case 'impossible':
      return `${result.id}: ${bad('cannot be retried')}: ${result.why}. To forget it: mealctl dlq drop ${result.id}`;
  }
}

async function drop(
  context: CommandContext,
  id: number | undefined,
  all: boolean,
): Promise<ExitCode> {
  const { box } = await open(context);
  const letters = await chosen(box, id, all);
  for (const letter of letters) await box.remove(letter.id);
  context.output.result({ dropped: letters.map((letter) => letter.id) }, () =>
    letters.length === 1 ? '1 dead letter dropped.' : `${letters.length} dead letters dropped.`,
  );
  return 0;
}

/** @throws UsageError unless it is one that is there, or all of them. */
async function chosen(
  box: DeadLetterBox,
  id: number | undefined,
  all: boolean,
): Promise<readonly DeadLetter[]> {
  if ((id === undefined) !== all) throw new UsageError('Say which: one number, or --all.');
  if (id === undefined) return box.all();
  const letter = await box.find(id);
  if (letter === undefined) throw new UsageError(`There is no dead letter ${id}: mealctl dlq list`);
  return [letter];
}

import { type EventLog, MEAL_LOG } from '@mealwire/bus';
import type { JetStreamManager } from '@nats-io/jetstream';
import { count, max, min } from 'drizzle-orm';
import { readCheckpoint } from '../../database/checkpoint.js';
import type { Database } from '../../database/connection.js';
import { inDatabase } from '../../database/database-error.js';
import { mealLogEvents, mealLogs } from '../../database/schema.js';
import { readLag } from '../../projection/lag.js';
import type { AddCommand } from '../command.js';
import { openLog } from '../log.js';
import { bad, table } from '../output.js';

const COUNT_TIMEOUT_MS = 60_000;

export const addStatusCommand: AddCommand = (program, run) => {
  program
    .command('status')
    .description('What is there: streams, consumers, read model and archive.')
    .action(() =>
      run(async ({ deployment, output }) => {
        const { log, jsm } = await openLog(deployment);
        const database = await deployment.reachableDatabase();
        const status = {
          streams: await readStreams(jsm),
          consumers: await readConsumers(jsm),
          readModel: await readReadModel(database, log),
        };
        output.result(status, () => describe(status));
        return 0;
      }),
    );
};

async function readStreams(jsm: JetStreamManager) {
  const streams = [];
  for await (const { config, state, created } of jsm.streams.list()) {
    const { messages, bytes, first_seq: first, last_seq: last } = state;
    streams.push({ name: config.name, messages, bytes, first, last, created });
  }
  return streams.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readConsumers(jsm: JetStreamManager) {
  const consumers = [];
  for await (const info of jsm.consumers.list(MEAL_LOG)) {
    consumers.push({
      name: info.name,
      waiting: info.num_pending,
      inProgress: info.num_ack_pending,
      redelivered: info.num_redelivered,
    });
  }
  return consumers.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readReadModel(database: Database, log: EventLog) {
  const { db } = database;
  const counted = <T>(work: PromiseLike<T>): Promise<T> =>
    inDatabase(Promise.resolve(work), COUNT_TIMEOUT_MS);
  const checkpoint = await counted(readCheckpoint(db));
  const { created } = await log.state();
  const byStatus = await counted(
    db.select({ status: mealLogs.status, count: count() }).from(mealLogs).groupBy(mealLogs.status),
  );
  const { sequence } = mealLogEvents;
  const [archive] = await counted(
    db.select({ events: count(), first: min(sequence), last: max(sequence) }).from(mealLogEvents),
  );
  return {
    checkpoint: checkpoint.sequence,
    lag: (await readLag(database, log)).events,
    ofThisStream: (checkpoint.streamCreated ?? created) === created,
    mealLogs: Object.fromEntries(byStatus.map((row) => [row.status, row.count])),
    archive: archive ?? { events: 0, first: null, last: null },
  };
}

interface Status {
  readonly streams: Awaited<ReturnType<typeof readStreams>>;
  readonly consumers: Awaited<ReturnType<typeof readConsumers>>;
  readonly readModel: Awaited<ReturnType<typeof readReadModel>>;
}

function describe({ streams, consumers, readModel }: Status): string {
  const { checkpoint, lag, archive, ofThisStream } = readModel;
  const rows = Object.entries(readModel.mealLogs);
  const total = rows.reduce((sum, [, n]) => sum + n, 0);
  const parts = [
    table(
      ['stream', 'messages', 'bytes', 'first', 'last', 'made'],
      streams.map((s) => [s.name, s.messages, s.bytes, s.first, s.last, s.created]),
    ),
    table(
      ['consumer', 'waiting', 'in progress', 'redelivered'],
      consumers.map((c) => [c.name, c.waiting, c.inProgress, c.redelivered]),
    ),
    table(
      ['read model', ''],
      [
        ['checkpoint', checkpoint],
        ['events behind', lag],
        ['meal logs', total],
        ...rows.map(([name, n]): [string, number] => [`  ${name}`, n]),
        ['archived events', archive.events],
        ['  first sequence', archive.first ?? '-'],
        ['  last sequence', archive.last ?? '-'],
      ],
    ),
  ];
  if (!ofThisStream) {
    parts.push(bad('The read model is of another MEAL_LOG: see mealctl rebuild --help.'));
  }
  return parts.join('\n\n');
}

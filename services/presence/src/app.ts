import { type Bus, connectBus, followErasedUsers, inboxPrefix, subscribe } from '@mealwire/bus';
import { PRESENCE_SEEN_ALL } from '@mealwire/contracts';
import type { Health, ServiceContext } from '@mealwire/runtime';
import { type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { createChangeAnnouncer } from './changes/announce-changes.js';
import type { PresenceConfig } from './config.js';
import { createPresenceMetrics } from './metrics.js';
import { answerQueries } from './queries/answer-queries.js';
import { PRESENCE_QUEUE } from './queue.js';
import { followBucket } from './roster/follow-bucket.js';
import { createRoster, type Roster } from './roster/roster.js';
import { createSignTaker } from './signs/take-signs.js';
import { createConnectionBucket } from './store/connection-bucket.js';
import { LAST_SEEN_STREAM, PRESENCE_STREAM } from './store/keys.js';
import { createLastSeenBucket } from './store/last-seen-bucket.js';

type Context = ServiceContext<PresenceConfig>;

/** What this service needs of its process. */
export type PresenceContext = Pick<Context, 'config' | 'health' | 'shutdown' | 'fail'> & {
  readonly telemetry: Pick<Context['telemetry'], 'logger' | 'instanceId'>;
};

/** On shutdown: how long to wait for our own last writes to come back and be announced. */
const LAST_ANNOUNCEMENTS_MS = 1_000;

/** Everything of this service, top to bottom. Stops in the reverse order. */
export async function startPresence(context: PresenceContext): Promise<void> {
  const { config, shutdown } = context;
  const { logger, instanceId } = context.telemetry;
  const bus = await connectBus({
    url: config.NATS_URL,
    user: config.NATS_USER,
    password: config.NATS_PASSWORD,
    onLost: context.fail,
    name: 'presence',
    logger,
  });
  shutdown.onStop('nats', () => bus.close());
  const js = jetstream(bus.nc);
  const jsm = await jetstreamManager(bus.nc, { checkAPI: false });

  const erased = await followErasedUsers({ jsm, logger });
  shutdown.onStop('erased users', () => erased.stop());
  const connections = createConnectionBucket({ js, jsm, instanceId });
  const lastSeen = createLastSeenBucket(js, jsm);
  const roster = createRoster();
  const changes = createChangeAnnouncer({ nc: bus.nc, roster, connections, instanceId, logger });
  const follower = followBucket({
    ...{ bus, js, jsm, roster, logger },
    inboxPrefix: inboxPrefix(config.NATS_USER ?? 'presence'),
    onEntry: changes.onEntry,
    onCaughtUp: changes.onCaughtUp,
  });
  shutdown.onStop('roster', () => follower.stop());

  const clock = () => ({ nowMs: Date.now(), ttlMs: follower.ttlMs() });
  const signs = createSignTaker({
    recorder: { connections, lastSeen, clock, isForgotten: erased.isForgotten },
    concurrency: config.PRESENCE_CONCURRENCY,
    metrics: createPresenceMetrics(roster),
    logger,
  });
  const seen = subscribe(bus, {
    subject: PRESENCE_SEEN_ALL,
    queue: PRESENCE_QUEUE,
    handle: async (message) => signs.take(message),
  });
  shutdown.onStop('signs', async () => {
    await seen.stop();
    // What cannot be written now is repaired by the next ping.
    if (!bus.isConnected()) return;
    await signs.idle();
    await follower.reached(connections.lastRevision(), LAST_ANNOUNCEMENTS_MS);
  });

  const queries = answerQueries({ bus, connections, lastSeen, roster, clock, logger });
  shutdown.onStop('queries', () => queries.stop());
  requireNats(context.health, bus, jsm, roster);
  // When this returns the server knows the subscriptions: nothing that is sent now is missed.
  await bus.nc.flush();
}

function requireNats(health: Health, bus: Bus, jsm: JetStreamManager, roster: Roster): void {
  health.require('nats', async () => {
    if (!bus.isConnected()) throw new Error('not connected');
  });
  health.require('bucket presence', async () => {
    await jsm.streams.info(PRESENCE_STREAM);
    if (!roster.isComplete()) throw new Error('not read yet');
  });
  health.require('bucket last_seen', async () => {
    await jsm.streams.info(LAST_SEEN_STREAM);
  });
}

import { connectBus } from '@mealwire/bus';
import { createTokenVerifier, type ServiceContext } from '@mealwire/runtime';
import { jetstreamManager } from '@nats-io/jetstream';
import type { Config } from './config.js';
import { createCursorCodec } from './feed/cursor.js';
import { deliver } from './feed/deliver.js';
import { createFeedHub } from './feed/feed-hub.js';
import { createFeedReader } from './feed/feed-reader.js';
import { createSignsOfLife } from './presence/signs-of-life.js';
import { routes } from './router.js';
import { createFrameFactory } from './sessions/outcome-frames.js';
import { createSessions } from './sessions/sessions.js';

const PRESENCE_BATCH_MS = 250;
/** What draining the sockets may take of the time for a shutdown. */
const DRAIN_SHARE = 0.6;

/** Everything that the gateway is made of, from the outside in. */
export async function start(context: ServiceContext<Config>): Promise<void> {
  const { config, health, http, shutdown, telemetry } = context;
  const { logger, instanceId } = telemetry;

  const bus = await connectBus({
    url: config.NATS_URL,
    user: config.NATS_USER,
    password: config.NATS_PASSWORD,
    name: instanceId,
    logger,
  });
  shutdown.onStop('NATS', () => bus.close());
  health.require('nats', async () => {
    if (!bus.isConnected()) throw new Error('not connected');
  });

  const reader = createFeedReader(await jetstreamManager(bus.nc, { checkAPI: false }));
  const epoch = await reader.epoch();
  const hub = createFeedHub({
    nc: bus.nc,
    logger,
    deliver: (userId, event, fanOut) => deliver(userId, event, logger, fanOut),
  });

  const signs = createSignsOfLife({
    nc: bus.nc,
    gatewayId: instanceId,
    batchMs: PRESENCE_BATCH_MS,
  });
  shutdown.onStop('signs of life', () => signs.flush());

  const codec = createCursorCodec(config.CURSOR_SECRET);
  const sessions = createSessions({
    codec,
    frameOf: createFrameFactory(codec, epoch),
    feed: {
      hub,
      reader,
      epoch,
      lookBackMs: config.WS_LOOK_BACK_MS,
      maxReplay: config.WS_MAX_REPLAY,
    },
    idleTimeoutMs: config.WS_IDLE_TIMEOUT_MS,
    signs,
    logger,
  });
  // Before the server closes: it waits for its sockets, upgraded ones included.
  http.addHook('preClose', () =>
    sessions.drain(config.WS_RECONNECT_SPREAD_MS, config.SHUTDOWN_TIMEOUT_MS * DRAIN_SHARE),
  );

  await routes({
    config,
    http,
    tokens: createTokenVerifier(config),
    sessions,
    acceptsSessions: () => bus.isConnected() && !sessions.isDraining(),
    logger,
  });
}

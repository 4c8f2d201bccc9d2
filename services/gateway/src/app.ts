import { type Bus, connectBus, createEventStore, followErasedUsers } from '@mealwire/bus';
import { createTokenVerifier, refuseForgottenUsers, type ServiceContext } from '@mealwire/runtime';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { Config } from './config.js';
import { startAudit } from './feed/audit.js';
import { createCursorCodec } from './feed/cursor.js';
import { createFeedHub } from './feed/feed-hub.js';
import { createFeedReader } from './feed/feed-reader.js';
import { createGate } from './feed/gate.js';
import { createPendingReader } from './feed/pending.js';
import { resumeEveryone } from './feed/resume-everyone.js';
import { createAdmission } from './limits/admission.js';
import { createSignsOfLife } from './presence/signs-of-life.js';
import { createClientMetrics } from './quality/client-metrics.js';
import { createDeliveredPublisher } from './receipts/delivered.js';
import { createDeliveryTelemetry } from './receipts/delivery-telemetry.js';
import { createReceiptStore } from './receipts/receipt-store.js';
import { routes } from './router.js';
import { createFrameFactory } from './sessions/event-frames.js';
import { createSessions } from './sessions/sessions.js';

const PRESENCE_BATCH_MS = 250;
/** What draining the sockets may take of the time for a shutdown. */
const DRAIN_SHARE = 0.6;

/** Everything that the gateway is made of, from the outside in. */
export async function start(context: ServiceContext<Config>): Promise<void> {
  const { config, health, http, shutdown, telemetry } = context;
  const { logger, instanceId } = telemetry;
  const connect = (purpose: string): Promise<Bus> =>
    connectBus({
      url: config.NATS_URL,
      user: config.NATS_USER,
      password: config.NATS_PASSWORD,
      onLost: context.fail,
      name: `${instanceId} ${purpose}`,
      logger,
    });

  const bus = await connect('live');
  shutdown.onStop('NATS', () => bus.close());
  health.require('nats', async () => {
    if (!bus.isConnected()) throw new Error('not connected');
  });
  const js = jetstream(bus.nc);
  const jsm = await jetstreamManager(bus.nc, { checkAPI: false });
  const erased = await followErasedUsers({ jsm, logger });
  shutdown.onStop('erased users', () => erased.stop());
  // Not at the next poll: phones come back at once.
  bus.onReconnect(() => void erased.refresh().catch(() => undefined));
  const hub = createFeedHub(bus.nc, logger);

  // Reading up has a connection of its own: a storm of it must not stand in the way of live events.
  const resumeBus = await connect('resume');
  shutdown.onStop('NATS for resuming', () => resumeBus.close());
  const resumeJsm = await jetstreamManager(resumeBus.nc, { checkAPI: false });
  const gate = createGate(config.WS_RESUME_CONCURRENCY);
  const reader = createFeedReader(resumeJsm, gate);

  const signs = createSignsOfLife({
    nc: bus.nc,
    gatewayId: instanceId,
    batchMs: PRESENCE_BATCH_MS,
  });
  shutdown.onStop('signs of life', () => signs.flush());
  const receipts = createReceiptStore({
    ...{ js, jsm, logger },
    isForgotten: erased.isForgotten,
  });
  shutdown.onStop('receipts', () => receipts.flush());

  const audit = startAudit({
    hub,
    reader,
    initial: await reader.info(),
    intervalMs: config.WS_AUDIT_INTERVAL_MS,
    onNewEpoch: () => {
      logger.error('stream FEED was made anew: every phone starts over');
      sessions.restartAll(config.WS_RECONNECT_SPREAD_MS);
    },
    logger,
  });
  shutdown.onStop('audit', () => audit.stop());
  bus.onReconnect(() => resumeEveryone(hub, config.WS_RECONNECT_SPREAD_MS));

  const codec = createCursorCodec(config.CURSOR_SECRET);
  const sessions = createSessions({
    hub,
    reader,
    pending: createPendingReader(resumeJsm, gate),
    feedInfo: audit.info,
    receipts,
    delivered: createDeliveredPublisher(createEventStore(js, jsm), logger),
    startDelivery: createDeliveryTelemetry(logger),
    signs,
    codec,
    frameOf: createFrameFactory(codec),
    limits: {
      lookBackMs: config.WS_LOOK_BACK_MS,
      maxReplay: config.WS_MAX_REPLAY,
      maxBufferedBytes: config.WS_MAX_BUFFERED_BYTES,
      pongTimeoutMs: config.WS_PONG_TIMEOUT_MS,
    },
    maxPerUser: config.WS_MAX_PER_USER,
    isForgotten: erased.isForgotten,
    logger,
  });
  erased.onChange(() => sessions.endForgotten());
  // Before the server closes: it waits for its sockets, upgraded ones included.
  http.addHook('preClose', () =>
    sessions.drain(config.WS_RECONNECT_SPREAD_MS, config.SHUTDOWN_TIMEOUT_MS * DRAIN_SHARE),
  );

  await routes({
    config,
    http,
    tokens: refuseForgottenUsers(createTokenVerifier(config), erased.isForgotten),
    sessions,
    admission: createAdmission({
      perSecond: config.WS_UPGRADES_PER_SECOND,
      isOpen: () => bus.isConnected() && !sessions.isDraining(),
    }),
    recordReport: createClientMetrics(),
    logger,
  });
}

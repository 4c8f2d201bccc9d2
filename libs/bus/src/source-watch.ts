import type { Logger } from '@mealwire/telemetry';
import { type JetStreamManager, jetstreamManager, type StreamInfo } from '@nats-io/jetstream';
import type { Bus } from './connection.js';
import { restartSource } from './restart-source.js';
import { type StreamDeclaration, streams } from './topology.js';

export interface SourceWatchOptions {
  readonly bus: Bus;
  readonly onRestart: (stream: string) => void;
  readonly logger: Logger;
}

export interface SourceWatch {
  /** Finishes a restart that is under way. */
  stop(): Promise<void>;
}

const POLL_MS = 1_000;
/** Nobody answers for a stream that elects its leader; it is asked again soon. */
const LOOK_TIMEOUT_MS = 1_000;
/** A source is heard of every second, be it a heartbeat (nats-server 2.14, `sourceHealthHB`). */
const MAX_SILENCE_NS = 2_500_000_000;
/** A leader needs some hundred milliseconds until it hears of its source. */
const PATIENCE_MS = 1_500;
/** What a restart has to show for itself before the next one; twice as much each time. */
const FIRST_PAUSE_MS = 5_000;
const MAX_PAUSE_MS = 60_000;
/** A source that is asked for counts as heard before its first heartbeat: only this long is well. */
const WELL_MS = 30_000;

export type SourceState = 'heard' | 'silent' | 'refused';

/** What the server says of a stream's source. `refused`: it is asked again after 12 s or more. */
export function sourceStateOf({
  sources: [source] = [],
}: Pick<StreamInfo, 'sources'>): SourceState {
  if (source?.error !== undefined) return 'refused';
  if (source === undefined || source.active < 0) return 'silent';
  return source.active > MAX_SILENCE_NS ? 'silent' : 'heard';
}

/**
 * Looks after the streams that take their messages from MEAL_LOG. When the server cannot get at it
 * for a moment, because it restarts or elects a leader, it asks again after 12 to 40 s only, and
 * outcomes wait (docs/adr/0025). Every ingest process does this; twice is harmless.
 */
export async function startSourceWatch(options: SourceWatchOptions): Promise<SourceWatch> {
  const { nc } = options.bus;
  const quick = await jetstreamManager(nc, { checkAPI: false, timeout: LOOK_TIMEOUT_MS });
  const jsm = await jetstreamManager(nc, { checkAPI: false });
  const watches = streams({ replicas: 1 })
    .filter(({ sources = [] }) => sources.length > 0)
    .map((declared) => watchSource({ ...options, quick, jsm }, declared));
  return {
    stop: async () => {
      await Promise.all(watches.map((watch) => watch.stop()));
    },
  };
}

interface Dependencies extends SourceWatchOptions {
  /** Does not wait long for an answer. */
  readonly quick: JetStreamManager;
  readonly jsm: JetStreamManager;
}

function watchSource(
  { bus, quick, jsm, onRestart, logger }: Dependencies,
  declared: StreamDeclaration,
): SourceWatch {
  const stream = declared.name;
  /** Which incarnation of the stream was seen last, under which leader. */
  let seen = '';
  /** Times are on the clock of `performance.now()`. Undefined while the source is heard. */
  let restingSinceMs: number | undefined;
  let heardSinceMs: number | undefined;
  let notBeforeMs = 0;
  let pauseMs = FIRST_PAUSE_MS;
  let looking: Promise<void> | undefined;
  let stopped = false;

  async function look(): Promise<void> {
    const { state, isTakenOff } = await readState();
    const now = performance.now();
    if (state === 'heard') {
      restingSinceMs = undefined;
      heardSinceMs ??= now;
      if (now - heardSinceMs > WELL_MS) pauseMs = FIRST_PAUSE_MS;
      return;
    }
    heardSinceMs = undefined;
    restingSinceMs ??= now;
    const patientUntilMs = restingSinceMs + (state === 'refused' ? 0 : PATIENCE_MS);
    // What was interrupted between off and on is finished at once.
    if (now < patientUntilMs || (now < notBeforeMs && !isTakenOff)) return;
    // Without the source itself there is nothing to hear of.
    for (const { name } of declared.sources ?? []) await quick.streams.info(name);
    if (stopped) return;
    notBeforeMs = now + pauseMs;
    pauseMs = Math.min(MAX_PAUSE_MS, pauseMs * 2);
    await restart(state);
  }

  async function readState(): Promise<{ state: SourceState; isTakenOff: boolean }> {
    const info = await quick.streams.info(stream).catch((error: unknown) => {
      // Whatever comes back has another leader, or is another stream.
      restingSinceMs = undefined;
      throw error;
    });
    const whose = `${info.created} ${info.cluster?.leader}`;
    if (whose !== seen && seen !== '') {
      restingSinceMs = undefined;
      // Whoever was just elected is not sent away by the next process.
      notBeforeMs = Math.max(notBeforeMs, performance.now() + PATIENCE_MS);
    }
    seen = whose;
    const isTakenOff = (info.config.sources ?? []).length === 0;
    return { state: sourceStateOf(info), isTakenOff };
  }

  async function restart(state: SourceState): Promise<void> {
    try {
      await restartSource(bus.nc, jsm, declared);
      logger.warn({ stream, source: state }, 'the source of a stream was started again');
      onRestart(stream);
    } catch (error) {
      logger.warn({ err: error, stream }, 'the source of a stream could not be started again');
    }
  }

  function tick(): void {
    if (stopped || !bus.isConnected()) return;
    looking ??= look()
      .catch((error: unknown) => logger.debug({ err: error, stream }, 'no look at a source now'))
      .finally(() => {
        looking = undefined;
      });
  }

  const timer = setInterval(tick, POLL_MS);
  bus.onReconnect(() => {
    // The server may be another one, or a new life of the same: what was tried before says nothing.
    notBeforeMs = 0;
    pauseMs = FIRST_PAUSE_MS;
    tick();
  });
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await looking;
    },
  };
}

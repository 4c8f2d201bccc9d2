import type { OutcomeChannel, QualityReport, ServerFrame } from '@mealwire/contracts/wire';
import { createConnection, type Diagnosis } from './connection/connection.js';
import { type ConnectionStatus, statusOf } from './connection/status.js';
import { createCredentials, type TokenProvider } from './credentials.js';
import { createReceiver } from './feed/receiver.js';
import { withoutWaiting, withSubmission, withWaiting } from './journal/journal.js';
import { createJournalKeeper } from './journal/journal-keeper.js';
import { createObservers } from './observers.js';
import { createOutbox } from './outbox/outbox.js';
import { type Submission, type SubmissionChange, submissionOf } from './outbox/submission.js';
import { createPoller } from './polling/poller.js';
import { createQualityMeter } from './quality/quality.js';
import { randomId } from './random-id.js';
import { createHttp } from './rest/http.js';
import { createMealLogApi, type MealLogApi, type MealLogSubmission } from './rest/meal-log-api.js';
import { MealwireError } from './rest/mealwire-error.js';
import { type ClientStorage, memoryStorage } from './storage/storage.js';
import { DEFAULT_STRATEGY, type Strategy } from './strategy.js';
import { VERSION } from './version.js';
import type { MealLogOutcome } from './wire/outcome.js';
import { isServerFrame } from './wire/server-frame.js';
import {
  endpointUrl,
  platformWebSocket,
  subprotocols,
  type WebSocketFactory,
} from './wire/web-socket.js';

export interface MealwireClientOptions {
  /** Where the gateway is, e.g. `https://meals.example`. */
  readonly origin: string;
  readonly token: TokenProvider;
  /** The same over restarts of the app: lets the gateway resume for this device. */
  readonly deviceId?: string;
  /** Where the client remembers its place and its unsent meals; memory by default. */
  readonly storage?: ClientStorage;
  readonly webSocket?: WebSocketFactory;
  readonly fetch?: typeof globalThis.fetch;
  readonly strategy?: Strategy;
  readonly quality?: {
    /** What kind of client this is, for the figures: `[a-z0-9._-]{1,32}`; `web` by default. */
    readonly client?: string;
    /** Between two reports; 60 s by default. */
    readonly intervalMs?: number;
    /** Whether the gateway gets them too; true by default. */
    readonly post?: boolean;
  };
  /** The storage failed: the client goes on, but may not remember. */
  readonly onStorageError?: (error: unknown) => void;
}

/**
 * Logs meals and hears of their outcomes, through restarts, sleep and lost networks. Every `on…`
 * returns a function that removes the observer.
 */
export interface MealwireClient extends Pick<MealLogApi, 'get' | 'list'> {
  status(): ConnectionStatus;
  /** Starts, or tries again at once; also the only way out of the terminal states. */
  connect(): void;
  /** Ends the connection; unsent meals stay in the storage. {@link connect} goes on from there. */
  close(): void;
  /** The operating system says that the network is another one, or that there is none. */
  networkChanged(isOnline?: boolean): void;
  foreground(): void;
  /** The app is being put away: the socket is closed before the system breaks it. */
  background(): void;
  /** Returns at once; the meal is brought to the server as soon as it can be. */
  submit(submission: MealLogSubmission, headers?: Readonly<Record<string, string>>): Submission;
  /** Awaits the outcome of a meal that this client has not submitted itself. */
  watch(mealLogId: string): void;
  /** Ids of the meal logs whose outcome is awaited. */
  waiting(): readonly string[];
  /** Meals that the server does not have yet, e.g. those of an earlier start. */
  unsent(): readonly Submission[];
  /** Resolves when what earlier starts have left is known. */
  readonly loaded: Promise<void>;
  onState(observer: (status: ConnectionStatus) => void): () => void;
  /** Every known frame as it came, repetitions included. */
  onFrame(observer: (frame: ServerFrame) => void): () => void;
  /** Every outcome once, in the order of the feed; the next one waits for a returned promise. */
  onOutcome(observer: (outcome: MealLogOutcome, how: OutcomeChannel) => unknown): () => void;
  onSubmission(observer: (change: SubmissionChange) => void): () => void;
  /** Something was missed that only REST has. Asked again when the returned promise rejects. */
  onReload(observer: () => unknown): () => void;
  onQuality(observer: (report: QualityReport) => void): () => void;
}

const QUALITY_INTERVAL_MS = 60_000;

export function createMealwireClient(options: MealwireClientOptions): MealwireClient {
  const { origin, deviceId, strategy = DEFAULT_STRATEGY, quality = {} } = options;
  const { storage = memoryStorage(), webSocket = platformWebSocket } = options;
  // Called through a closure: browsers refuse a fetch that is not called on the window.
  const fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const states = createObservers<[ConnectionStatus]>();
  const frames = createObservers<[ServerFrame]>();
  const outcomes = createObservers<[MealLogOutcome, OutcomeChannel]>();
  const submissions = createObservers<[SubmissionChange]>();
  const reloads = createObservers<[]>();
  const reports = createObservers<[QualityReport]>();
  let reporting: ReturnType<typeof setInterval> | undefined;
  let isReloading = false;

  const credentials = createCredentials(options.token);
  const http = createHttp({ origin, credentials, fetch });
  const api = createMealLogApi(http);
  const journal = createJournalKeeper({
    storage,
    onChange: balance,
    onStorageError: options.onStorageError ?? (() => undefined),
  });
  const meter = createQualityMeter({
    client: quality.client ?? 'web',
    version: VERSION,
    strategy: strategy.name,
  });

  const connection = createConnection({
    credentials: {
      ...credentials,
      // The cursor is part of the address, so the journal has to be there first.
      token: () => journal.loaded.then(credentials.token),
    },
    strategy,
    open: (jwt) =>
      webSocket(
        endpointUrl(origin, { deviceId, cursor: journal.current().cursor }),
        subprotocols(jwt),
      ),
    diagnose,
    onTransition: (state, before) => {
      meter.transition(state, before);
      balance();
      void states.notify(statusOf(state));
    },
    onFrame: (frame, isNewest) => {
      if (isServerFrame(frame)) void frames.notify(frame);
      void receiver.frame(frame, isNewest);
    },
    onRoundTrip: meter.roundTrip,
  });
  const receiver = createReceiver({
    journal,
    send: connection.send,
    onOutcome: async (outcome, how) => {
      meter.outcome(how, Date.now() - Date.parse(outcome.occurred_at));
      await outcomes.notify(outcome, how);
    },
    onWelcome: (knownMeals) => {
      if (journal.current().outbox.length > 0) outbox.kick();
      // An outcome that is not on its way has to be fetched; a busy gateway lists them all.
      void poller.read(journal.current().waiting.filter((id) => !knownMeals.includes(id)));
      if (journal.current().isReloadDue) void reload();
    },
    onReloadDue: () => void reload(),
  });
  const outbox = createOutbox({
    journal,
    api,
    strategy,
    onAccepted: (localId, mealLog) => {
      void submissions.notify({ localId, status: 'accepted', mealLog });
      void receiver.resource(mealLog);
    },
    onRefused: ({ localId }, error) => {
      void submissions.notify({ localId, status: 'refused', error });
    },
    onLoggedOut: loggedOut,
  });
  const poller = createPoller({
    journal,
    api,
    strategy,
    onMealLog: receiver.resource,
    onGone: (id) => void journal.update((now) => withoutWaiting(now, id)),
    onLoggedOut: loggedOut,
  });

  /** Pings and polls follow from what is awaited, and from whether the socket can bring it. */
  function balance(): void {
    const { outbox: unsent, waiting } = journal.current();
    const { name } = connection.state();
    const isDue = unsent.length + waiting.length > 0;
    if (connection.state().isDue !== isDue) connection.dispatch({ type: 'due', isDue });
    const isHopeless = ['live', 'idle', 'offline', 'background', 'logged_out'].includes(name);
    poller.enable(waiting.length > 0 && !isHopeless);
  }

  function loggedOut(): void {
    connection.dispatch({ type: 'logged_out' });
  }

  async function diagnose(): Promise<Diagnosis | undefined> {
    try {
      await api.list({ limit: 1 });
    } catch (error) {
      if (!(error instanceof MealwireError)) throw error;
      if (error.status === 401) return { type: 'logged_out' };
      const { retryAfterS } = error;
      if (retryAfterS !== undefined) return { type: 'retry_after', afterMs: retryAfterS * 1_000 };
    }
    return undefined;
  }

  async function reload(): Promise<void> {
    if (isReloading) return;
    isReloading = true;
    const isDone = await reloads.notify();
    isReloading = false;
    if (isDone) void journal.update((now) => ({ ...now, isReloadDue: false }));
  }

  function startReporting(): void {
    reporting ??= setInterval(report, quality.intervalMs ?? QUALITY_INTERVAL_MS);
  }

  function stopReporting(): void {
    clearInterval(reporting);
    reporting = undefined;
    report();
  }

  function report(): void {
    const taken = meter.take();
    if (taken === undefined) return;
    void reports.notify(taken);
    if (quality.post === false) return;
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(taken);
    // `keepalive`: the last report is sent while the page goes. Figures are not worth a second try.
    http
      .request('/api/v1/quality', { method: 'POST', headers, body, keepalive: true })
      .catch(() => undefined);
  }

  return {
    get: api.get,
    list: api.list,
    status: () => statusOf(connection.state()),
    connect: () => {
      startReporting();
      connection.dispatch({ type: 'connect' });
      outbox.kick();
    },
    close: () => {
      connection.dispatch({ type: 'close' });
      outbox.stop();
      stopReporting();
    },
    networkChanged: (isOnline = true) => {
      connection.dispatch({ type: 'network_changed', isOnline });
      if (isOnline) outbox.kick();
    },
    foreground: () => {
      startReporting();
      connection.dispatch({ type: 'foreground' });
      outbox.kick();
    },
    background: () => {
      connection.dispatch({ type: 'background' });
      stopReporting();
    },
    submit: (submission, headers) => {
      const localId = submission.client_id ?? randomId();
      const { eaten_at = new Date().toISOString() } = submission;
      const entry = {
        localId,
        // Now and not when the network comes back: it was eaten now.
        submission: { ...submission, client_id: localId, eaten_at },
        ...(headers === undefined ? {} : { headers }),
      };
      const saved = journal.update((now) => withSubmission(now, entry));
      startReporting();
      connection.dispatch({ type: 'wake' });
      outbox.kick();
      return submissionOf(entry, saved);
    },
    watch: (mealLogId) => void journal.update((now) => withWaiting(now, mealLogId)),
    waiting: () => journal.current().waiting,
    unsent: () => journal.current().outbox.map((entry) => submissionOf(entry, Promise.resolve())),
    loaded: journal.loaded,
    onState: states.add,
    onFrame: frames.add,
    onOutcome: outcomes.add,
    onSubmission: submissions.add,
    onReload: reloads.add,
    onQuality: reports.add,
  };
}

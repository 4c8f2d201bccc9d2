import type { OutcomeChannel, QualityReport, ServerFrame } from '@mealwire/contracts/wire';
import { createConnection, type Diagnosis } from './connection/connection.js';
import type { ConnectionState } from './connection/state.js';
import { type ConnectionStatus, statusOf } from './connection/status.js';
import { createCredentials } from './credentials.js';
import { errorSink } from './errors.js';
import { createReceiver } from './feed/receiver.js';
import { createReloader } from './feed/reloader.js';
import { shownOf, withSubmission, withWaiting, withWatched } from './journal/journal.js';
import { createJournalKeeper } from './journal/journal-keeper.js';
import type { MealwireClient, MealwireClientOptions } from './mealwire-client.js';
import { createObservers } from './observers.js';
import { createOutbox } from './outbox/outbox.js';
import { type SubmissionChange, submissionOf } from './outbox/submission.js';
import { createPoller } from './polling/poller.js';
import { createQualityMeter } from './quality/quality.js';
import { createReporter } from './quality/reporter.js';
import { randomId } from './random-id.js';
import { createHttp } from './rest/http.js';
import type { MealLogResource } from './rest/meal-log.js';
import { createMealLogApi } from './rest/meal-log-api.js';
import { isErased, MealwireError, retryAfterMsOf } from './rest/mealwire-error.js';
import { memoryStorage } from './storage/storage.js';
import { DEFAULT_STRATEGY } from './strategy.js';
import { VERSION } from './version.js';
import { createWay } from './way.js';
import type { MealLogChange } from './wire/change.js';
import type { MealLogOutcome } from './wire/outcome.js';
import { isServerFrame } from './wire/server-frame.js';
import { ENDPOINT_PATH, endpointUrl, platformWebSocket, subprotocols } from './wire/web-socket.js';

/** Nothing is asked over REST in these, but for meals to be sent. */
const RESTING: readonly ConnectionState[] = ['idle', 'offline', 'background', 'logged_out'];

/** The composition root: which part hears of what. */
export function createMealwireClient(options: MealwireClientOptions): MealwireClient {
  const { origin, deviceId, strategy = DEFAULT_STRATEGY, quality = {} } = options;
  const { storage = memoryStorage(), webSocket = platformWebSocket } = options;
  // Called through a closure: browsers refuse a fetch that is not called on the window.
  const fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const onError = errorSink(options.onError);
  const states = createObservers<[ConnectionStatus]>(onError);
  const frames = createObservers<[ServerFrame]>(onError);
  const outcomes = createObservers<[MealLogOutcome, OutcomeChannel]>(onError);
  const changes = createObservers<[MealLogChange, OutcomeChannel]>(onError);
  const submissions = createObservers<[SubmissionChange]>(onError);
  // To reject is how the app asks to be asked again.
  const reloads = createObservers<[]>(() => undefined);
  const reports = createObservers<[QualityReport]>(onError);

  const credentials = createCredentials(options.token);
  const http = createHttp({
    origin,
    credentials,
    fetch,
    onSuccess: () => connection.dispatch({ type: 'reachable' }),
    onErased: erased,
  });
  const way = createWay();
  const api = createMealLogApi(http, way, strategy);
  const journal = createJournalKeeper({
    storage,
    onChange: balance,
    onLateLoad: () => {
      if (isOpen()) catchUp([]);
    },
    onStorageError: errorSink(options.onStorageError ?? (() => undefined)),
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
      if (state.generation !== before.generation) receiver.reset();
      balance();
      const status = statusOf(state);
      // Much of the state is of no concern to the app.
      if (JSON.stringify(status) !== JSON.stringify(statusOf(before))) void states.notify(status);
    },
    onFrame: (frame, isNewest) => {
      if (isServerFrame(frame)) void frames.notify(frame);
      void receiver.frame(frame, isNewest);
    },
    onErased: erased,
    onRoundTrip: meter.roundTrip,
  });
  const reloader = createReloader({
    journal,
    isPossible: () => !RESTING.includes(connection.state().name),
    ask: reloads.notify,
  });
  const receiver = createReceiver({
    journal,
    reloader,
    send: connection.send,
    onOutcome: async (outcome, how) => {
      meter.outcome(how, Date.now() - Date.parse(outcome.occurred_at));
      return outcomes.notify(outcome, how);
    },
    onChange: changes.notify,
    catchUp,
    isOpen,
    onError,
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
    onGone: receiver.gone,
    onLoggedOut: loggedOut,
  });

  const reporter = createReporter({
    meter,
    intervalMs: quality.intervalMs ?? 60_000,
    http: quality.post === false ? undefined : http,
    onReport: (report) => void reports.notify(report),
  });

  /** The app wants to hear of anything. */
  function isOpen(): boolean {
    return connection.state().name !== 'idle';
  }

  /** Pings and polls follow from what is awaited, and from whether the socket can bring it. */
  function balance(): void {
    const { outbox: unsent, waiting } = journal.current();
    const { name } = connection.state();
    const isDue = unsent.length + waiting.length > 0;
    if (connection.state().isDue !== isDue) connection.dispatch({ type: 'due', isDue });
    if (RESTING.includes(name)) poller.set('off');
    else poller.set(name === 'live' ? 'once' : waiting.length > 0 ? 'all' : 'off');
    reloader.remind();
  }

  /** An outcome that is not on its way has to be fetched. */
  function catchUp(knownMeals: readonly string[]): void {
    const { outbox: unsent, waiting } = journal.current();
    if (unsent.length > 0) outbox.kick();
    poller.read(waiting.filter((id) => !knownMeals.includes(id)));
  }

  /** Its new outcome is awaited from here on, whether the feed has said so or not. */
  async function retry(id: string): Promise<MealLogResource> {
    const before = shownOf(journal.current(), id);
    const mealLog = await api.retry(id);
    // The new outcome may have been faster than this answer.
    if (shownOf(journal.current(), id) === before && mealLog.status === 'processing') {
      journal.update((now) => withWaiting(now, id));
    } else void receiver.resource(mealLog);
    if (isOpen()) connection.dispatch({ type: 'wake' });
    return mealLog;
  }

  async function remove(id: string): Promise<void> {
    await api.remove(id);
    void receiver.gone(id);
  }

  /** What is under way on the network of a moment ago is tried again on the one of now. */
  function tryAgain(): void {
    way.change();
    outbox.kick();
  }

  function loggedOut(): void {
    connection.dispatch({ type: 'logged_out' });
  }

  /** Nothing of the forgotten user may come back with the token of a new beginning. */
  function erased(): void {
    const { outbox: unsent } = journal.current();
    outbox.stop();
    way.change();
    journal.clear();
    if (connection.state().name !== 'logged_out') loggedOut();
    const error = new MealwireError(410, 'user_erased', 'This user has been erased.');
    for (const { localId } of unsent) {
      void submissions.notify({ localId, status: 'refused', error });
    }
  }

  async function diagnose(): Promise<Diagnosis | undefined> {
    try {
      await http.request(ENDPOINT_PATH);
    } catch (error) {
      const isRefused = error instanceof MealwireError && error.status === 401;
      if (isRefused || isErased(error)) return { type: 'logged_out' };
      const afterMs = retryAfterMsOf(error);
      if (afterMs > 0) return { type: 'retry_after', afterMs };
    }
    return undefined;
  }

  return {
    get: api.get,
    list: api.list,
    retry,
    correct: api.correct,
    remove,
    status: () => statusOf(connection.state()),
    connect: () => {
      reporter.start();
      credentials.reset();
      connection.dispatch({ type: 'connect' });
      tryAgain();
    },
    close: () => {
      connection.dispatch({ type: 'close' });
      outbox.stop();
      reloader.stop();
      way.change();
      reporter.stop();
    },
    networkChanged: (isOnline = true) => {
      connection.dispatch({ type: 'network_changed', isOnline });
      if (isOnline && isOpen()) tryAgain();
    },
    foreground: () => {
      if (!isOpen()) return;
      reporter.start();
      connection.dispatch({ type: 'foreground' });
      tryAgain();
    },
    background: () => {
      connection.dispatch({ type: 'background' });
      reporter.stop();
    },
    submit: (submission, headers) => {
      // A header that no request can carry would block all meals behind it.
      new Headers(headers);
      const localId = submission.client_id ?? randomId();
      const { eaten_at = new Date().toISOString() } = submission;
      const entry = {
        localId,
        // Now and not when the network comes back: it was eaten now.
        submission: { ...submission, client_id: localId, eaten_at },
        ...(headers === undefined ? {} : { headers }),
      };
      journal.update((now) => withSubmission(now, entry));
      const saved = journal.saved();
      reporter.start();
      connection.dispatch({ type: 'wake' });
      outbox.kick();
      return submissionOf(entry, saved);
    },
    watch: (mealLogId) => {
      journal.update((now) => withWatched(now, mealLogId));
      if (connection.state().name === 'live') poller.read([mealLogId]);
    },
    waiting: () => journal.current().waiting,
    unsent: () => journal.current().outbox.map((entry) => submissionOf(entry, journal.saved())),
    loaded: journal.loaded,
    onState: states.add,
    onFrame: frames.add,
    onOutcome: outcomes.add,
    onChange: changes.add,
    onSubmission: submissions.add,
    onReload: reloads.add,
    onQuality: reports.add,
  };
}

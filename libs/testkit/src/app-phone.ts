import {
  type FeedFrame,
  isOutcomeFrame,
  type OutcomeFrame,
  type ServerFrame,
} from '@mealwire/contracts';
import { WebSocket } from 'ws';
import { type ApiClient, apiClient } from './api.js';
import { devToken } from './dev-token.js';
import { eventually } from './eventually.js';

/** Today's iOS app, as far as the server can see it: bearer token, ping, and nothing else. */
export interface AppPhone {
  readonly api: ApiClient;
  readonly socket: WebSocket;
  /** Every frame so far, in order. */
  readonly frames: readonly ServerFrame[];
  ping(): void;
  /** Outcome frames of one meal, raw repetitions included. */
  outcomesOf(mealLogId: string): readonly OutcomeFrame[];
  /** Waits for the first outcome of that meal. */
  outcome(mealLogId: string, timeoutMs?: number): Promise<OutcomeFrame>;
  /** Waits for the n-th frame of that type about one meal. */
  change<T extends FeedFrame['type']>(
    type: T,
    mealLogId: string,
    options?: { readonly nth?: number; readonly timeoutMs?: number },
  ): Promise<FeedFrame & { readonly type: T }>;
  /** Waits for a frame of that type. */
  frame<T extends ServerFrame['type']>(
    type: T,
    timeoutMs?: number,
  ): Promise<ServerFrame & { readonly type: T }>;
  close(): void;
}

export interface AppPhoneOptions {
  readonly origin: string;
  readonly user: string;
  /** Several phones of one user may share a token. */
  readonly token?: string;
  /** Query of the WebSocket address, e.g. a cursor; today's app sends none. */
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  /** False: a phone that is there but does not answer pings, like a half-open connection. */
  readonly autoPong?: boolean;
}

/** Connects and waits for the handshake, as the app does. */
export async function openAppPhone(options: AppPhoneOptions): Promise<AppPhone> {
  const { origin, user } = options;
  const token = options.token ?? (await devToken(origin, user));
  const url = new URL('/ws/meal-logs', origin.replace('http', 'ws'));
  for (const [name, value] of Object.entries(options.query ?? {}))
    url.searchParams.set(name, value);
  const frames: ServerFrame[] = [];
  const socket = new WebSocket(url, {
    headers: { authorization: `Bearer ${token}`, ...options.headers },
    autoPong: options.autoPong ?? true,
  });
  socket.on('message', (data) => frames.push(JSON.parse(String(data)) as ServerFrame));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  // What breaks later is what tests are about; they see it in `readyState` and in missing frames.
  socket.on('error', () => undefined);

  const outcomesOf = (mealLogId: string): OutcomeFrame[] =>
    frames.filter(isOutcomeFrame).filter((frame) => frame.meal_log_id === mealLogId);
  const api = apiClient(origin, token);
  return {
    api,
    socket,
    frames,
    ping: () => socket.send('{"type":"ping"}'),
    outcomesOf,
    outcome: (mealLogId, timeoutMs = 20_000) =>
      eventually(() => outcomesOf(mealLogId)[0] ?? missing(`outcome of ${mealLogId}`, frames), {
        timeoutMs,
      }).catch(async (error: Error) => {
        throw new Error(`${error.message}; REST: ${await stateOf(api, mealLogId)}`, {
          cause: error,
        });
      }),
    change: <T extends FeedFrame['type']>(
      type: T,
      mealLogId: string,
      { nth = 1, timeoutMs = 20_000 } = {},
    ) =>
      eventually(
        () =>
          frames.filter(
            (frame): frame is FeedFrame & { readonly type: T } =>
              frame.type === type && 'meal_log_id' in frame && frame.meal_log_id === mealLogId,
          )[nth - 1] ?? missing(`${type} of ${mealLogId}`, frames),
        { timeoutMs },
      ),
    frame: <T extends ServerFrame['type']>(type: T, timeoutMs = 20_000) =>
      eventually(
        () =>
          frames.find(
            (frame): frame is ServerFrame & { readonly type: T } => frame.type === type,
          ) ?? missing(type, frames),
        { timeoutMs },
      ),
    close: () => socket.close(),
  };
}

function missing(what: string, frames: readonly ServerFrame[]): never {
  throw new Error(`no ${what} yet; got: ${frames.map(({ type }) => type).join(', ')}`);
}

/** Was it not analysed, or not delivered? */
async function stateOf(api: ApiClient, mealLogId: string): Promise<string> {
  try {
    const { status, body } = await api.get(`/api/v1/meal-logs/${mealLogId}`);
    return `${status} ${body['status'] ?? body['code']}`;
  } catch {
    return 'no answer';
  }
}

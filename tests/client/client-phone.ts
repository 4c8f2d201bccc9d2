import {
  type ClientStorage,
  createMealwireClient,
  type MealwireClient,
  type OutcomeChannel,
  type Strategy,
} from '@mealwire/client';
import { WebSocket } from 'ws';

export interface ClientPhoneOptions {
  readonly token: string;
  /** Where REST goes; asked each time, so that it may move. */
  readonly http: () => string;
  /** Where sockets go. */
  readonly sockets: () => string;
  readonly storage?: ClientStorage;
  readonly strategy?: Strategy;
}

export interface Shown {
  readonly mealLogId: string;
  readonly how: OutcomeChannel;
  /** From the outcome's own time to this phone. */
  readonly delayMs: number;
}

/** The SDK on a phone, with everything noted that a test asks about. */
export interface ClientPhone {
  readonly client: MealwireClient;
  /** Every outcome that the app was told of, repetitions included. */
  readonly shown: readonly Shown[];
  /** How often a meal was asked for over REST. */
  polls(): number;
  /** SIGKILL for an app: nothing that it still does reaches anybody. */
  kill(): Promise<void>;
}

export function openClientPhone(options: ClientPhoneOptions): ClientPhone {
  const shown: Shown[] = [];
  const sockets = new Set<WebSocket>();
  let polls = 0;
  let isAlive = true;
  let saving = Promise.resolve();
  const never = new Promise<never>(() => undefined);
  const { storage, strategy, token } = options;

  const client = createMealwireClient({
    // Replaced below, so that the two ways of this phone can be disturbed apart.
    origin: 'http://phone.invalid',
    token: async () => token,
    deviceId: 'phone',
    ...(strategy === undefined ? {} : { strategy }),
    ...(storage === undefined
      ? {}
      : {
          storage: {
            load: storage.load,
            save: (text: string) => {
              if (isAlive) saving = storage.save(text);
              return isAlive ? saving : never;
            },
          },
        }),
    fetch: async (input, init) => {
      const { pathname, search } = new URL(String(input));
      if (init?.method === undefined && pathname.startsWith('/api/v1/meal-logs/')) polls += 1;
      if (!isAlive) return never;
      const response = await fetch(new URL(pathname + search, options.http()), init);
      return isAlive ? response : never;
    },
    webSocket: (url, protocols) => {
      const { pathname, search } = new URL(url);
      const address = new URL(pathname + search, options.sockets());
      const socket = new WebSocket(address.href.replace('http', 'ws'), protocols);
      sockets.add(socket);
      return socket;
    },
  });
  client.onOutcome(({ meal_log_id: mealLogId, occurred_at }, how) => {
    if (!isAlive) return;
    shown.push({ mealLogId, how, delayMs: Date.now() - Date.parse(occurred_at) });
  });
  return {
    client,
    shown,
    polls: () => polls,
    kill: async () => {
      isAlive = false;
      // A process that has ended writes no file under its successor's hands.
      await saving;
      for (const socket of sockets) socket.terminate();
      client.close();
    },
  };
}

import type { OutcomeChannel, QualityReport, ServerFrame } from '@mealwire/contracts/wire';
import type { ConnectionStatus } from './connection/status.js';
import type { TokenProvider } from './credentials.js';
import type { Submission, SubmissionChange } from './outbox/submission.js';
import type { MealLogApi, MealLogSubmission } from './rest/meal-log-api.js';
import type { ClientStorage } from './storage/storage.js';
import type { Strategy } from './strategy.js';
import type { MealLogChange } from './wire/change.js';
import type { MealLogOutcome } from './wire/outcome.js';
import type { WebSocketFactory } from './wire/web-socket.js';

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
  /**
   * An observer has thrown, rejected, or taken longer than a minute; what `onReload` observers do
   * is asked again instead. `reportError` by default, `console.error` where that is missing.
   */
  readonly onError?: (error: unknown) => void;
}

/**
 * Logs meals and hears of their outcomes, through restarts, sleep and lost networks. Every `on…`
 * returns a function that removes the observer.
 */
export interface MealwireClient
  extends Pick<MealLogApi, 'get' | 'list' | 'retry' | 'correct' | 'remove'> {
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
  /**
   * Returns at once; the meal is brought to the server as soon as it can be.
   * @throws TypeError for a header that HTTP cannot carry, such as one with an arrow in it.
   */
  submit(submission: MealLogSubmission, headers?: Readonly<Record<string, string>>): Submission;
  /**
   * Asks for the outcome of a meal that this client has not submitted itself, or that the app has
   * lost: `onOutcome` gets it when it is there, also if it is there already, or was told before.
   */
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
  /**
   * Every outcome once, in the order of the feed; the next one waits for a returned promise, a minute
   * at most. When it rejects the outcome does not come again: `onReload` is asked for it.
   */
  onOutcome(observer: (outcome: MealLogOutcome, how: OutcomeChannel) => unknown): () => void;
  /**
   * What the user did to a meal, here or on another device: once, in its place between the outcomes,
   * and awaited like them. By `polling`: REST says that it is gone.
   */
  onChange(observer: (change: MealLogChange, how: OutcomeChannel) => unknown): () => void;
  onSubmission(observer: (change: SubmissionChange) => void): () => void;
  /** Something was missed that only REST has. Asked again when the returned promise rejects. */
  onReload(observer: () => unknown): () => void;
  onQuality(observer: (report: QualityReport) => void): () => void;
}

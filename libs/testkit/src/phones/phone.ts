import type { ClientFrame, OutcomeFrame, ServerFrame, WelcomeFrame } from '@mealwire/contracts';

/** What is told of a phone while it lives. `connection` counts its attempts from 1. */
export interface PhoneObserver {
  welcomed(seen: {
    readonly connection: number;
    readonly origin: string;
    readonly welcome: WelcomeFrame;
  }): void;
  /** An outcome as it came in; `isNew` false: the phone has dropped it as a repetition. */
  received(seen: {
    readonly connection: number;
    readonly frame: OutcomeFrame;
    readonly isNew: boolean;
    /** Its `prev` is where the phone stands; undefined where the phone keeps no cursor. */
    readonly follows: boolean | undefined;
  }): void;
  disconnected(seen: { readonly connection: number } & LinkEnd): void;
  /** The phone has read its meals over REST, because the gateway could not replay. */
  reloaded(seen: { readonly connection: number; readonly meals: readonly ReloadedMeal[] }): void;
}

export interface ReloadedMeal {
  readonly id: string;
  readonly status: string;
}

export interface PhoneOptions {
  readonly user: string;
  /** Names the phone; whether it is sent depends on its kind. */
  readonly device: string;
  readonly token: string;
  /** The gateways; each attempt goes to a random one. */
  readonly origins: readonly string[];
  readonly random: () => number;
  readonly pingIntervalMs: number;
  /** Having heard nothing for so long, the phone takes its connection for dead. */
  readonly silenceMs: number;
  readonly observer: PhoneObserver;
}

/** A phone that stays connected, whatever it takes. */
export interface SimulatedPhone {
  readonly user: string;
  readonly device: string;
  /** Its current connection has proved itself with a welcome. */
  isWelcomed(): boolean;
  /** Loses its connection without a farewell, and has no network for so long. */
  lose(offlineMs: number): void;
  stop(): void;
}

/** How one connection ended. */
export interface LinkEnd {
  readonly reason: string;
  /** WebSocket close code, where there was one. */
  readonly code?: number;
}

/** One connection of a phone, from attempt to end. */
export interface Link {
  /** Does nothing before the connection stands, or where there is no way to say anything. */
  send(frame: ClientFrame): void;
  /** Ends it abruptly; `ended` need not follow. */
  drop(): void;
}

export interface LinkTarget {
  readonly origin: string;
  readonly token: string;
  readonly device: string;
  readonly cursor: string | undefined;
}

export interface LinkEvents {
  /** The other side has given a sign of life. */
  alive(): void;
  /** @param cursor what the transport itself names as the position, if it does (SSE). */
  frame(frame: ServerFrame, cursor?: string): void;
  ended(end: LinkEnd): void;
}

export type OpenLink = (target: LinkTarget, events: LinkEvents) => Link;

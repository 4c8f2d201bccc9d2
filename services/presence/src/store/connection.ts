/** A live connection, as KV keeps it. Times are ms since the epoch. */
export interface Connection {
  readonly connectionId: string;
  readonly gatewayId: string;
  readonly deviceId: string;
  readonly connectedAtMs: number;
  readonly lastSeenMs: number;
}

/** What KV says of one connection; `revision` is what the next write has to expect. */
export type KnownConnection =
  | { readonly state: 'live'; readonly revision: number; readonly connection: Connection }
  /** It was closed: final, its id does not come back. */
  | { readonly state: 'closed'; readonly revision: number }
  /** Never seen (revision 0), or expired; a sign of life makes it live. */
  | { readonly state: 'absent'; readonly revision: number };

/** When a user was last seen, and on which device. */
export interface LastSeen {
  readonly lastSeenMs: number;
  readonly deviceId: string;
}

export interface KnownLastSeen {
  readonly revision: number;
  /** Undefined: never seen. */
  readonly value: LastSeen | undefined;
}

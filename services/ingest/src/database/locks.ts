/** Advisory locks of the database. Any constants; who holds one is alone with what it names. */
export const LOCKS = {
  /** Bringing the schema up to date. */
  migration: 7_342_001,
  /** Writing the read model: the one active projector. */
  projection: 7_342_002,
  /** Rebuilding or verifying the read model. */
  rebuild: 7_342_003,
} as const;

/** A rebuild that hangs must not hold the read model for ever: it is ended after so long. */
export const REBUILD_IDLE_MS = 60_000;

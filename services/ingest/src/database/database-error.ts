import { DrizzleError, DrizzleQueryError } from 'drizzle-orm';

/**
 * A failed statement, without what was in it. The errors of the driver and of Drizzle quote query
 * parameters and rows, i.e. meal texts, and must not reach a log.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** SQLSTATE, or a code of the connection such as ECONNREFUSED. */
  readonly code: string;

  constructor(code: string) {
    super(`PostgreSQL: ${code}`);
    this.code = code;
  }
}

/** Code of a {@link DatabaseError}: the time is up, and what has become of the work is unknown. */
export const NO_ANSWER = 'no answer';

/** Longer than any read of ours takes; a server that hangs counts as away. */
const READ_TIMEOUT_MS = 1_500;

/**
 * @throws DatabaseError instead of whatever the database's side rejects with, or after `timeoutMs`;
 * errors of other making, e.g. of the work itself, are passed on.
 */
export async function inDatabase<T>(work: Promise<T>, timeoutMs = READ_TIMEOUT_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseError(NO_ANSWER)), timeoutMs);
  });
  try {
    return await Promise.race([work, timeout]);
  } catch (error) {
    if (error instanceof DatabaseError || !isOfDatabase(error)) throw error;
    throw new DatabaseError(codeOf(error));
  } finally {
    clearTimeout(timer);
  }
}

function isOfDatabase(error: unknown): boolean {
  return (
    error instanceof DrizzleError ||
    error instanceof DrizzleQueryError ||
    typeof (error as { readonly code?: unknown }).code === 'string'
  );
}

/** Drizzle wraps the driver's error, which has the code. */
function codeOf(error: unknown): string {
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code === 'string') return code;
  return cause === undefined ? 'failed' : codeOf(cause);
}

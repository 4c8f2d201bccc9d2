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

/** Longer than any read of ours takes; a server that hangs counts as away. */
const READ_TIMEOUT_MS = 1_500;

/** @throws DatabaseError instead of whatever the work rejects with, or after `timeoutMs`. */
export async function inDatabase<T>(work: Promise<T>, timeoutMs = READ_TIMEOUT_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseError('no answer')), timeoutMs);
  });
  try {
    return await Promise.race([work, timeout]);
  } catch (error) {
    throw error instanceof DatabaseError ? error : new DatabaseError(codeOf(error));
  } finally {
    clearTimeout(timer);
  }
}

/** Drizzle wraps the driver's error, which has the code. */
function codeOf(error: unknown): string {
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code === 'string') return code;
  return cause === undefined ? 'failed' : codeOf(cause);
}

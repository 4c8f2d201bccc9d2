/** One field that the server refused. */
export interface MealwireFieldError {
  readonly field: string;
  readonly message: string;
}

export interface MealwireErrorOptions {
  readonly errors?: readonly MealwireFieldError[];
  readonly retryAfterS?: number | undefined;
  readonly cause?: unknown;
}

/** The code of an answer that is not the service's own: a proxy's, say, or a login page's. */
export const UNEXPECTED_RESPONSE = 'unexpected_response';

/** A request that did not succeed: the server's RFC 9457 problem, or no answer at all. */
export class MealwireError extends Error {
  override readonly name = 'MealwireError';
  /** HTTP status; 0 when no answer came. */
  declare readonly status: number;
  /** Stable, for programs: the server's code, `network_error` or `unexpected_response`. */
  declare readonly code: string;
  /** For the person who reads it. */
  declare readonly detail: string;
  declare readonly errors: readonly MealwireFieldError[];
  /** Seconds after which a retry makes sense, where the server said so. */
  declare readonly retryAfterS: number | undefined;

  constructor(status: number, code: string, detail: string, options: MealwireErrorOptions = {}) {
    super(detail, { cause: options.cause });
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = options.errors ?? [];
    this.retryAfterS = options.retryAfterS;
  }
}

/** Reads an unsuccessful response; never throws, whatever a proxy on the way may have answered. */
export async function errorOfResponse(response: Response): Promise<MealwireError> {
  const { code, title, detail, errors } = await bodyOf(response);
  const retryAfter = response.headers.get('retry-after') ?? '';
  return new MealwireError(
    response.status,
    textOf(code) ?? UNEXPECTED_RESPONSE,
    textOf(detail) ?? textOf(title) ?? `The server answered with status ${response.status}.`,
    {
      errors: fieldErrorsOf(errors),
      retryAfterS: /^\d+$/.test(retryAfter) ? Number(retryAfter) : undefined,
    },
  );
}

/** 4xx answers of the service that pass by themselves; all others are for good. */
const PASSING = [401, 408, 425, 429];

/** The service itself will never do it as it was asked. */
export function isRefusal(error: unknown): error is MealwireError {
  return (
    error instanceof MealwireError &&
    error.status >= 400 &&
    error.status < 500 &&
    error.code !== UNEXPECTED_RESPONSE &&
    !PASSING.includes(error.status)
  );
}

/** Nobody is sent away for longer; and beyond 24 days a timer would fire at once. */
export const LONGEST_WAIT_MS = 3_600_000;

/** The user of the token was erased; one that is issued later is a new beginning. */
export function isErased(error: unknown): boolean {
  return error instanceof MealwireError && error.status === 410 && error.code === 'user_erased';
}

/** For how long the server does not want to be asked again; 0 when it did not say. */
export function retryAfterMsOf(error: unknown): number {
  const { retryAfterS = 0 } = error instanceof MealwireError ? error : {};
  return Math.min(retryAfterS * 1_000, LONGEST_WAIT_MS);
}

async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function fieldErrorsOf(value: unknown): readonly MealwireFieldError[] {
  if (!Array.isArray(value)) return [];
  const entries: readonly Partial<MealwireFieldError | undefined>[] = value;
  return entries.filter(
    (entry): entry is MealwireFieldError =>
      typeof entry?.field === 'string' && typeof entry.message === 'string',
  );
}

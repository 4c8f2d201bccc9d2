/** Why there is no answer; also the value of `error.type` in spans. */
export type Unavailability =
  | 'timeout'
  | 'rate_limited'
  | 'server_error'
  | 'refused'
  | 'unreachable'
  | 'bad_response'
  | 'circuit_open';

/**
 * The model gave no answer. Made from the errors of the AI SDK, without them as a cause: they carry
 * the request and the response, and so the meal.
 */
export class ModelUnavailableError extends Error {
  override readonly name = 'ModelUnavailableError';
  readonly reason: Unavailability;
  /** HTTP status, where there was a response. */
  readonly status: number | undefined;
  /** What the API asked for with `Retry-After`. */
  readonly retryAfterMs: number | undefined;

  constructor(
    reason: Unavailability,
    details: {
      readonly status?: number | undefined;
      readonly retryAfterMs?: number | undefined;
    } = {},
  ) {
    super(details.status === undefined ? reason : `${reason} (${details.status})`);
    this.reason = reason;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** The model answered, and its answer cannot be used, not even after a repair. */
export class UnusableAnswerError extends Error {
  override readonly name = 'UnusableAnswerError';
}

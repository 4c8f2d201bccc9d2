import type { z } from 'zod';
import type { problemSchema } from './problem-responses.js';

/** One field that is wrong, as RFC 9457 problem details carry it in `errors`. */
export interface FieldError {
  /** Name of the field, e.g. `text`. */
  readonly field: string;
  readonly message: string;
}

export interface ProblemOptions {
  readonly errors?: readonly FieldError[];
  /** Seconds after which a retry makes sense: the `Retry-After` header. */
  readonly retryAfterS?: number;
  /** For the operator's log; never sent to the client. */
  readonly cause?: unknown;
}

/**
 * An error that a client may see. `code` is stable and for programs, `detail` is for people.
 * Thrown anywhere at the edge; the HTTP server turns it into `application/problem+json`.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldError[] | undefined;
  readonly retryAfterS: number | undefined;

  constructor(status: number, code: string, detail: string, options: ProblemOptions = {}) {
    super(detail, { cause: options.cause });
    this.status = status;
    this.code = code;
    this.errors = options.errors;
    this.retryAfterS = options.retryAfterS;
  }
}

/** RFC 9457 §3. `type` is `about:blank`: the `code` is what programs look at. */
export function problemBody(problem: Problem, title: string): z.output<typeof problemSchema> {
  return {
    type: 'about:blank',
    title,
    status: problem.status,
    code: problem.code,
    detail: problem.message,
    ...(problem.errors === undefined ? {} : { errors: [...problem.errors] }),
  };
}

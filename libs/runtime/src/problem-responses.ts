import { z } from 'zod';

/** RFC 9457 problem details, as every error of ours is answered. */
export const problemSchema = z
  .object({
    type: z.literal('about:blank'),
    title: z.string().meta({ description: 'The reason phrase of the status.' }),
    status: z.int(),
    code: z.string().meta({ description: 'Stable, for programs.' }),
    detail: z.string().meta({ description: 'For the person who reads it.' }),
    errors: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'The fields that are wrong.' }),
  })
  .meta({ id: 'Problem', description: 'Problem details of RFC 9457.' });

/** A header of a response, as OpenAPI describes it. */
export interface DocumentedHeader {
  readonly type: 'string' | 'integer';
  readonly description: string;
}

export type DocumentedHeaders = Readonly<Record<string, DocumentedHeader>>;

/** RFC 9110 §10.2.3; every 429 and 503 of ours has it. */
const RETRY_AFTER: DocumentedHeaders = {
  'Retry-After': { type: 'integer', description: 'Seconds after which to try again.' },
};

interface Meaning {
  readonly title: string;
  readonly description: string;
  readonly headers?: DocumentedHeaders;
}

const MEANINGS: Readonly<Record<number, Meaning>> = {
  400: { title: 'Bad Request', description: 'The request is not valid.' },
  401: {
    title: 'Unauthorized',
    description: 'The token is missing, not valid, or has expired.',
    headers: { 'WWW-Authenticate': { type: 'string', description: '`Bearer`.' } },
  },
  404: { title: 'Not Found', description: 'There is no such thing, or it is not yours.' },
  409: { title: 'Conflict', description: 'It does not go with what is there.' },
  410: { title: 'Gone', description: 'The user has been erased.' },
  412: { title: 'Precondition Failed', description: 'It is not as `If-Match` says.' },
  413: { title: 'Payload Too Large', description: 'The body is too large.' },
  415: { title: 'Unsupported Media Type', description: 'The body is not JSON.' },
  422: { title: 'Unprocessable Entity', description: 'It is understood, and cannot be done.' },
  426: {
    title: 'Upgrade Required',
    description: 'This address speaks WebSocket.',
    headers: { Upgrade: { type: 'string', description: '`websocket`.' } },
  },
  429: { title: 'Too Many Requests', description: 'Too often.', headers: RETRY_AFTER },
  503: { title: 'Service Unavailable', description: 'Not right now.', headers: RETRY_AFTER },
};

function problemResponse(status: number, codes: readonly string[]) {
  const { title, description, headers } = MEANINGS[status] ?? {
    title: 'Error',
    description: 'An error.',
  };
  const schema = z
    .intersection(problemSchema, z.object({ status: z.literal(status), code: z.enum(codes) }))
    .meta({
      examples: [{ type: 'about:blank', title, status, code: codes[0], detail: description }],
    });
  return { description, headers, content: { 'application/problem+json': { schema } } };
}

/**
 * The errors of a route as its schema lists them, for the API's documentation.
 * @param codes status → the `code`s that may come with it.
 */
export function problemResponses<const C extends Readonly<Record<number, readonly string[]>>>(
  codes: C,
) {
  return Object.fromEntries(
    Object.entries(codes).map(([status, list]) => [status, problemResponse(Number(status), list)]),
  ) as { [S in keyof C]: ReturnType<typeof problemResponse> };
}

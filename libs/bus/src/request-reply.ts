import type { Logger } from '@mealwire/telemetry';
import { headers, type Msg } from '@nats-io/transport-node';
import type { Bus } from './connection.js';
import { inMessagingSpan } from './messaging-span.js';
import { extractTraceContext, injectTraceContext } from './trace-context.js';

/** Error headers of the NATS services convention (ADR-32): every NATS client library reads them. */
const ERROR_CODE = 'Nats-Service-Error-Code';
const ERROR_TEXT = 'Nats-Service-Error';

/** A request that gets an error as its answer; the text is for whoever asked. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  /** 400: the request is wrong; 500: the answering service failed; 503: ask again later. */
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** Nobody is there to answer, or nobody did in time. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/**
 * Answers a request with what `find` returns, or with error headers and an empty body.
 * @param template the subject with placeholders, for the span.
 */
export async function answer(
  message: Msg,
  template: string,
  logger: Logger,
  find: () => Promise<string>,
): Promise<void> {
  const parent = extractTraceContext(message.headers);
  try {
    const found = await inMessagingSpan(
      { operation: 'process', destinationTemplate: template, parent },
      find,
    );
    message.respond(found);
  } catch (error) {
    const { code, text } = describe(error);
    if (code === 500) logger.error({ err: error }, `${template} failed`);
    const h = headers();
    h.set(ERROR_CODE, String(code));
    h.set(ERROR_TEXT, text);
    message.respond('', { headers: h });
  }
}

export interface Request {
  readonly subject: string;
  /** The subject with placeholders, for the span. */
  readonly template: string;
  readonly payload: string;
  readonly timeoutMs: number;
}

/**
 * Asks whoever answers that subject.
 * @throws NoAnswerError, or the RequestError that was the answer.
 */
export async function ask(bus: Bus, request: Request): Promise<string> {
  const { subject, template, payload, timeoutMs } = request;
  // It would wait in the client's buffer for longer than anybody waits for the answer.
  if (!bus.isConnected()) throw new NoAnswerError('NATS is away');
  return inMessagingSpan({ operation: 'send', destinationTemplate: template }, async () => {
    const h = headers();
    injectTraceContext(h);
    const reply = await bus.nc
      .request(subject, payload, { timeout: timeoutMs, headers: h })
      .catch((error: unknown) => {
        throw new NoAnswerError(`nobody has answered ${template}`, { cause: error });
      });
    const code = reply.headers?.get(ERROR_CODE) ?? '';
    if (code !== '') throw new RequestError(Number(code), reply.headers?.get(ERROR_TEXT) ?? '');
    return reply.string();
  });
}

function describe(error: unknown): { readonly code: number; readonly text: string } {
  return error instanceof RequestError
    ? { code: error.code, text: error.message }
    : { code: 500, text: 'the request could not be answered' };
}

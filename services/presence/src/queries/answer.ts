import { extractTraceContext, inMessagingSpan } from '@mealwire/bus';
import type { Logger } from '@mealwire/telemetry';
import { headers, type Msg } from '@nats-io/transport-node';
import { QueryError } from './query-error.js';

/** Error headers of the NATS services convention (ADR-32): every NATS client library reads them. */
const ERROR_CODE = 'Nats-Service-Error-Code';
const ERROR_TEXT = 'Nats-Service-Error';

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

function describe(error: unknown): { readonly code: number; readonly text: string } {
  return error instanceof QueryError
    ? { code: error.code, text: error.message }
    : { code: 500, text: 'presence could not be read' };
}

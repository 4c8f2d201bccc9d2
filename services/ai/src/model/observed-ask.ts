import { type Attributes, metrics, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Ask, Usage } from './ask.js';
import { ModelUnavailableError } from './model-error.js';
import type { ModelSettings, Price } from './settings.js';

const tracer = trace.getTracer('@mealwire/ai');
const PER_MILLION = 1_000_000;

/**
 * Each request as a span after OpenTelemetry's conventions for generative AI, which are not yet
 * stable, so the names are spelled out here; and as counts of requests, tokens and cost. Neither
 * question nor answer is in any of it. Call after telemetry has started.
 */
export function observedAsk(ask: Ask, settings: ModelSettings): Ask {
  const count = createCounters(settings);
  const attributes = requestAttributes(settings);
  return (messages, signal) =>
    tracer.startActiveSpan(
      `chat ${settings.name}`,
      { kind: SpanKind.CLIENT, attributes },
      async (span) => {
        try {
          const reply = await ask(messages, signal);
          span.setAttributes({
            'gen_ai.usage.input_tokens': reply.usage.inputTokens,
            'gen_ai.usage.output_tokens': reply.usage.outputTokens,
          });
          count(reply.answer === undefined ? 'invalid' : 'ok', reply.usage);
          return reply;
        } catch (error) {
          const reason = reasonOf(error, signal);
          span.setStatus({ code: SpanStatusCode.ERROR, message: reason });
          span.setAttribute('error.type', reason);
          if (error instanceof ModelUnavailableError && error.status !== undefined) {
            span.setAttribute('http.response.status_code', error.status);
          }
          count(reason);
          throw error;
        } finally {
          span.end();
        }
      },
    );
}

function requestAttributes({ name, baseUrl }: ModelSettings): Attributes {
  const { hostname, port, protocol } = new URL(baseUrl);
  return {
    'gen_ai.operation.name': 'chat',
    // The flavour of the API; whose it is, server.address tells.
    'gen_ai.provider.name': 'openai',
    'gen_ai.request.model': name,
    'gen_ai.output.type': 'json',
    'server.address': hostname,
    'server.port': port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
  };
}

/** Interrupted: the deadline, or the worker stops. */
function reasonOf(error: unknown, signal: AbortSignal): string {
  if (error instanceof ModelUnavailableError) return error.reason;
  if (!signal.aborted) return 'unexpected';
  return (signal.reason as Error).name === 'TimeoutError' ? 'timeout' : 'interrupted';
}

type Count = (result: string, usage?: Usage) => void;

function createCounters({ name: model, price }: ModelSettings): Count {
  const meter = metrics.getMeter('@mealwire/ai');
  const requests = meter.createCounter('mealwire.model.requests', {
    description: 'Requests to the model, by what came of them.',
  });
  const tokens = meter.createCounter('mealwire.model.tokens', {
    description: 'Tokens that the model has counted.',
  });
  const cost = meter.createCounter('mealwire.model.cost', {
    description: 'Tokens times the configured prices.',
  });
  return (result, usage) => {
    requests.add(1, { model, result });
    if (usage === undefined) return;
    tokens.add(usage.inputTokens, { model, type: 'input' });
    tokens.add(usage.outputTokens, { model, type: 'output' });
    if (price !== undefined) cost.add(costOf(usage, price), { model });
  };
}

/** In the currency of the prices. */
export function costOf({ inputTokens, outputTokens }: Usage, price: Price): number {
  return (inputTokens * price.input + outputTokens * price.output) / PER_MILLION;
}

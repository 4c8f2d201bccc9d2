import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import {
  APICallError,
  extractJsonMiddleware,
  generateText,
  type LanguageModelUsage,
  type ModelMessage,
  NoObjectGeneratedError,
  Output,
  wrapLanguageModel,
} from 'ai';
import { type Answer, answerSchema } from './answer-schema.js';
import { ModelUnavailableError } from './model-error.js';
import { retryAfterMs } from './retry-after.js';
import type { ModelSettings } from './settings.js';

export interface Reply {
  /** Undefined when the text is not what was asked for. */
  readonly answer: Answer | undefined;
  readonly text: string;
  readonly usage: Usage;
}

export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** One request. Rejects with ModelUnavailableError, or with the signal's reason. */
export type Ask = (messages: readonly ModelMessage[], signal: AbortSignal) => Promise<Reply>;

// It writes to the console what an API does not support; the settings have decided about that.
globalThis.AI_SDK_LOG_WARNINGS = false;

/**
 * The only place that knows the AI SDK. Its telemetry stays off, because it records prompts, and
 * none of its errors leaves this file, because they quote the answer. Neither temperature nor a
 * limit of tokens is sent: some models refuse requests with them.
 */
export function createAsk(settings: ModelSettings): Ask {
  const provider = createOpenAICompatible({
    name: 'model',
    baseURL: settings.baseUrl,
    supportsStructuredOutputs: settings.structuredOutputs,
    ...(settings.apiKey === undefined ? {} : { apiKey: settings.apiKey }),
  });
  const model = wrapLanguageModel({
    model: provider(settings.name),
    // Many models put JSON into a Markdown block, whatever they are asked for.
    middleware: extractJsonMiddleware(),
  });
  const output = Output.object({ schema: answerSchema, name: 'meal' });
  return async (messages, signal) => {
    try {
      const result = await generateText({
        model,
        messages: [...messages],
        allowSystemInMessages: true,
        output,
        maxRetries: 0,
        abortSignal: signal,
      });
      // Without any text there is no output either: asking for it would throw.
      const answer = result.text === '' ? undefined : result.output;
      return { answer, text: result.text, usage: usageOf(result.usage) };
    } catch (error) {
      if (NoObjectGeneratedError.isInstance(error)) {
        return { answer: undefined, text: error.text ?? '', usage: usageOf(error.usage) };
      }
      if (signal.aborted) throw signal.reason;
      throw unavailable(error);
    }
  };
}

function usageOf(usage: LanguageModelUsage | undefined): Usage {
  return { inputTokens: usage?.inputTokens ?? 0, outputTokens: usage?.outputTokens ?? 0 };
}

function unavailable(error: unknown): ModelUnavailableError {
  if (!APICallError.isInstance(error)) return new ModelUnavailableError('bad_response');
  const { statusCode: status, responseHeaders } = error;
  if (status === undefined) return new ModelUnavailableError('unreachable');
  const details = { status, retryAfterMs: retryAfterMs(responseHeaders, Date.now()) };
  if (status === 429) return new ModelUnavailableError('rate_limited', details);
  if (status >= 500) return new ModelUnavailableError('server_error', details);
  if (status >= 400) return new ModelUnavailableError('refused', details);
  return new ModelUnavailableError('bad_response', details);
}

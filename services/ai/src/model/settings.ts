import { ConfigError } from '@mealwire/runtime';
import type { Config } from '../config.js';

/** A model behind an OpenAI-compatible API. */
export interface ModelSettings {
  /** Up to `/v1`; the path of the operation is added. */
  readonly baseUrl: string;
  readonly name: string;
  readonly apiKey: string | undefined;
  /** The API holds the answer to a JSON schema; otherwise it only promises JSON. */
  readonly structuredOutputs: boolean;
  /** For everything that one meal needs from it: repairs and retries included. */
  readonly deadlineMs: number;
  /** Undefined: cost is not counted. */
  readonly price: Price | undefined;
}

/** Per million tokens, in a currency of the operator's choice. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

type ModelConfig = Pick<Config, Extract<keyof Config, `AI_${string}`>>;

/**
 * Undefined: no model is configured, every meal is analysed by the embedded analyser.
 * @throws ConfigError when only a part of it is: the operator wanted a model and would not get it.
 */
export function modelSettingsOf(config: ModelConfig): ModelSettings | undefined {
  const {
    AI_MODEL_BASE_URL: baseUrl,
    AI_MODEL_NAME: name,
    AI_MODEL_API_KEY: apiKey,
    AI_MODEL_PRICE_INPUT: input,
    AI_MODEL_PRICE_OUTPUT: output,
    AI_MODEL_DEADLINE_MS: deadlineMs,
  } = config;
  if (baseUrl === undefined) {
    const further = { AI_MODEL_NAME: name, AI_MODEL_API_KEY: apiKey, AI_MODEL_PRICE_INPUT: input };
    const given = Object.entries({ ...further, AI_MODEL_PRICE_OUTPUT: output })
      .filter(([, value]) => value !== undefined)
      .map(([variable]) => variable);
    if (given.length === 0) return undefined;
    throw new ConfigError(`${given.join(', ')} without AI_MODEL_BASE_URL`);
  }
  if (name === undefined) throw new ConfigError('AI_MODEL_BASE_URL without AI_MODEL_NAME');
  if ((input === undefined) !== (output === undefined)) {
    throw new ConfigError('set both of AI_MODEL_PRICE_INPUT and AI_MODEL_PRICE_OUTPUT, or none');
  }
  if (deadlineMs >= config.AI_DEADLINE_MS) {
    // Otherwise the analysis as a whole would time out before the embedded analyser can take over.
    throw new ConfigError('AI_MODEL_DEADLINE_MS has to be less than AI_DEADLINE_MS');
  }
  const structuredOutputs = config.AI_MODEL_STRUCTURED_OUTPUTS === '1';
  const price = input === undefined || output === undefined ? undefined : { input, output };
  return { baseUrl, name, apiKey, structuredOutputs, deadlineMs, price };
}

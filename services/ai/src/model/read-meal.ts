import type { ModelMessage } from 'ai';
import type { Mention } from '../analysis/index.js';
import type { Ask, Reply } from './ask.js';
import { type CheckedAnswer, checkAnswer } from './check-answer.js';
import { ModelUnavailableError, UnusableAnswerError } from './model-error.js';
import { question, repairQuestion } from './prompt.js';
import { withRetries } from './retry.js';

/**
 * What a model finds in a text, checked against it; empty: no food.
 * @throws ModelUnavailableError, UnusableAnswerError, or the signal's reason.
 */
export type ReadMeal = (text: string, signal: AbortSignal) => Promise<readonly Mention[]>;

/** One question, retries where the API fails, and one repair where the answer does. */
export function createReadMeal(ask: Ask, deadlineMs: number): ReadMeal {
  return async (text, signal) => {
    const endsAt = performance.now() + deadlineMs;
    const deadline = AbortSignal.timeout(deadlineMs);
    const both = AbortSignal.any([signal, deadline]);
    const askPatiently = (messages: readonly ModelMessage[]): Promise<Reply> =>
      withRetries(
        () => ask(messages, both),
        () => endsAt - performance.now(),
        both,
      );
    try {
      const reply = await askPatiently(question(text));
      const first = judge(reply, text);
      if (first.problems.length === 0) return first.mentions;
      const repaired = await askPatiently(repairQuestion(text, excerpt(reply), first.problems));
      return settle(first, judge(repaired, text));
    } catch (error) {
      signal.throwIfAborted();
      if (deadline.aborted) throw new ModelUnavailableError('timeout');
      throw error;
    }
  };
}

function judge({ answer }: Reply, text: string): CheckedAnswer {
  if (answer !== undefined) return checkAnswer(answer, text);
  return { mentions: [], problems: ['it is not a JSON object of the described form'] };
}

/** Without another repair: what holds is taken, what does not is left out. */
function settle(first: CheckedAnswer, repaired: CheckedAnswer): readonly Mention[] {
  if (repaired.problems.length === 0) return repaired.mentions;
  const best = repaired.mentions.length > 0 ? repaired : first;
  if (best.mentions.length === 0) throw new UnusableAnswerError('nothing in the answer holds');
  return best.mentions;
}

const MAX_EXCERPT = 4_000;

/** A broken answer may be of any length; its beginning shows what it was. */
function excerpt({ text }: Reply): string {
  return text.slice(0, MAX_EXCERPT);
}

import { answer, type Bus, type Subscription, subscribe } from '@mealwire/bus';
import { ANALYSIS_CORRECT } from '@mealwire/contracts';
import type { Logger } from '@mealwire/telemetry';
import type { FoodTable } from '../analysis/index.js';
import { correct } from './correct.js';

export interface CorrectionsOptions {
  readonly bus: Bus;
  readonly table: FoodTable;
  readonly logger: Logger;
}

/** Every ai process is a member: each question goes to one of them. */
const QUEUE = 'ai';

/** The questions of whoever lets users put results right: the food table is here (docs/adr/0016). */
export function answerCorrections({ bus, table, logger }: CorrectionsOptions): Subscription {
  return subscribe(bus, {
    subject: ANALYSIS_CORRECT,
    queue: QUEUE,
    handle: (message) =>
      answer(message, ANALYSIS_CORRECT, logger, async () => correct(message.string(), table)),
  });
}

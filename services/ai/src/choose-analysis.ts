import { ConfigError } from '@mealwire/runtime';
import type { Logger } from '@mealwire/telemetry';
import {
  analyseMeal,
  createEmbeddedAnalyser,
  type FoodTable,
  readBuiltInTable,
  readTable,
} from './analysis/index.js';
import type { Config } from './config.js';
import { createModelAnalyser, modelSettingsOf } from './model/index.js';
import { type AnalyseMeal, analyseWith } from './worker/analyse-meal.js';

export interface ChosenAnalysis {
  readonly analyse: AnalyseMeal;
  /** Where the figures come from, whoever reads the text. */
  readonly table: FoodTable;
  stop(): void;
}

/** Has amounts, a list, a misspelt word and one that is unknown. */
const WARM_UP = '2 scrambeld eggs, a slice of toast w/ butter and a blorgle';

/**
 * The embedded analyser, or a model with the embedded analyser behind it.
 * @throws ConfigError for half a model and for a food table that cannot be read.
 */
export function chooseAnalysis(config: Config, logger: Logger): ChosenAnalysis {
  const settings = modelSettingsOf(config);
  const table = tableOf(config);
  // What is made at the first use is made now: else the first meal after a start waits for it (80 ms).
  analyseMeal({ text: WARM_UP }, table);
  const embedded = analyseWith(createEmbeddedAnalyser(table));
  if (settings === undefined) return { analyse: embedded, table, stop: () => undefined };
  return { ...createModelAnalyser({ settings, table, embedded, logger }), table };
}

function tableOf({ AI_FOOD_TABLE: path }: Config): FoodTable {
  try {
    return path === undefined ? readBuiltInTable() : readTable(path);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new ConfigError(path === undefined ? problem : `AI_FOOD_TABLE: ${problem}`);
  }
}

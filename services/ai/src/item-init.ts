import type { MessageInitShape } from '@bufbuild/protobuf';
import type { MealItemSchema } from '@mealwire/contracts';
import type { AnalysedItem } from './analysis/index.js';

/** An item as the messages of the contract take it: their lists are not readonly. */
export function itemInit(item: AnalysedItem): MessageInitShape<typeof MealItemSchema> {
  return { ...item, alternatives: [...item.alternatives], assumptions: [...item.assumptions] };
}

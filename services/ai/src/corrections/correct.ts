import { create } from '@bufbuild/protobuf';
import { RequestError } from '@mealwire/bus';
import {
  type CorrectionRequest,
  CorrectionRequestSchema,
  type CorrectionResponse,
  CorrectionResponseSchema,
  decodeJson,
  encodeJson,
  type ItemChange,
} from '@mealwire/contracts';
import { type FoodTable, type MealChange, recompute } from '../analysis/index.js';
import { itemInit } from '../item-init.js';

/**
 * The answer to `analysis.correct`. Pure: the same question and table give the same answer.
 * @throws RequestError for a question that is none.
 */
export function correct(question: string, table: FoodTable): string {
  const request = readRequest(question);
  const { items, totalIsPartial } = request;
  const result = recompute({ items, totalIsPartial }, request.changes.map(changeOf), table);
  if (result.outcome === 'refused') {
    const { change, field, reason } = result;
    return encode(create(CorrectionResponseSchema, { refusal: { change, field, reason } }));
  }
  return encode(
    create(CorrectionResponseSchema, {
      items: result.items.map(itemInit),
      totals: result.totals,
      needsReview: result.needsReview,
      totalIsPartial: result.totalIsPartial,
      tableVersion: table.version,
    }),
  );
}

function readRequest(question: string): CorrectionRequest {
  try {
    return decodeJson(CorrectionRequestSchema, question);
  } catch {
    // The parser's message may quote what a user has typed.
    throw new RequestError(400, 'not an analysis.v1.CorrectionRequest');
  }
}

function changeOf({ op, index, foodId, grams, quantity, unit, text }: ItemChange): MealChange {
  if (op === 'add') return { kind: 'add', text };
  if (index === undefined) throw new RequestError(400, 'a change names no item');
  if (op === 'remove') return { kind: 'remove', at: index };
  if (op !== 'change') throw new RequestError(400, 'op is none of change, remove, add');
  return { kind: 'change', at: index, facts: { foodId, grams, quantity, unit } };
}

function encode(response: CorrectionResponse): string {
  return encodeJson(CorrectionResponseSchema, response);
}

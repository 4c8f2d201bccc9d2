import type { Token } from '../normalise/tokenise.js';
import type { Part } from './parts.js';

/** `2 slices of toast, 1 with butter 1 with jam`: on how many of them each topping was. */
export function withEachTopping(parts: readonly Part[]): readonly Part[] {
  const out: Part[] = [];
  let times: number | undefined;
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    const dish = out.find(({ isAddition, span }) => !isAddition && span !== undefined);
    const isTopping = next?.isAddition === true && isSpread(next) && next.before.length === 0;
    const count = isTopping && dish !== undefined ? countIn(part, dish) : undefined;
    const told = times === undefined ? part : { ...part, times };
    times = count;
    if (count === undefined) out.push(told);
    else if (part.span !== undefined) out.push({ ...told, after: [] });
  }
  return out;
}

/** The lone number of `, 1` or behind `with butter 1`, of a dish that was counted before. */
function countIn(part: Part, { before, after }: Part): number | undefined {
  const said = part.span === undefined ? part.before : part.isAddition ? part.after : [];
  const [count] = said;
  const total = [...before, ...after].find(isNumber)?.value ?? 0;
  if (said.length !== 1 || count === undefined || !isNumber(count)) return undefined;
  return Number.isInteger(count.value) && count.value < total ? count.value : undefined;
}

function isNumber({ kind }: Token): boolean {
  return kind === 'number';
}

function isSpread({ span }: Part): boolean {
  return span?.food.asAddition !== undefined && span.food.isDrink !== true;
}

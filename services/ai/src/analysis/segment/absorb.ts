import type { Lexicon } from '../match/lexicon.js';
import type { Token } from '../normalise/tokenise.js';
import { stemSet } from '../words/word-sets.js';
import type { Part } from './parts.js';

// Put together from what is named with them.
const FILLED = stemSet(`
  sandwich burger hamburger cheeseburger wrap burrito taco omelette omelet pizza sub quesadilla
  mcmuffin muffin bagel panini hoagie toastie roll salad
`);
const MIXED = stemSet('smoothie shake');
// Part of any sandwich; nobody weighs them.
const GARNISH = stemSet('lettuce tomato onion pickle cucumber');
const GARNISHED = stemSet('sandwich burger hamburger cheeseburger wrap sub panini hoagie');

/**
 * Foods that are part of another one are not counted beside it: the cheese of a `sandwich with
 * cheese` where the table has such a sandwich; the shake that is only the heading of its parts.
 */
export function absorb(parts: readonly Part[], lexicon: Lexicon): readonly Part[] {
  const out: Part[] = [];
  let at = 0;
  while (at < parts.length) {
    const part = parts[at] as Part;
    const additions = additionsTo(parts, at);
    if (isHeading(part, parts, at, additions)) {
      at += 1;
      continue;
    }
    const { filled, left } = fill(part, additions, lexicon);
    out.push(filled, ...left);
    at += 1 + additions.length;
  }
  return out;
}

function additionsTo(parts: readonly Part[], at: number): readonly Part[] {
  const out: Part[] = [];
  for (const part of parts.slice(at + 1)) {
    const goesOn = part.joint === 'list' && out.length > 0 && out.every((p) => p.isAddition);
    if (!part.isAddition && part.joint !== 'remark' && !goesOn) break;
    if (goesOn && !part.isAddition) break;
    out.push(part);
  }
  return out;
}

/** `smoothie: 1 banana, 1 cup oj`, `shake with 1 scoop whey and a banana`. */
function isHeading(
  part: Part,
  parts: readonly Part[],
  at: number,
  additions: readonly Part[],
): boolean {
  if (part.span === undefined) return false;
  const head = headOf(part);
  const hasAmount = part.before.some((token) => token.kind === 'number');
  if (parts[at + 1]?.joint === 'colon' && parts[at + 1]?.span !== undefined && !hasAmount)
    return true;
  const counted = additions.filter((a) => a.span !== undefined);
  return MIXED.has(head) && counted.length >= 2;
}

function fill(
  part: Part,
  additions: readonly Part[],
  lexicon: Lexicon,
): { readonly filled: Part; readonly left: readonly Part[] } {
  if (part.span === undefined || !FILLED.has(headOf(part))) {
    return { filled: part, left: additions };
  }
  let filled = part;
  const left: Part[] = [];
  for (const addition of additions) {
    const isCounted = addition.before.some((token) => token.kind === 'number');
    const named = isCounted ? undefined : joined(addition.said, filled, lexicon);
    if (named !== undefined) filled = named;
    else if (!isCounted && GARNISHED.has(headOf(part)) && isGarnish(addition)) continue;
    else left.push(addition);
  }
  return { filled, left };
}

/** The part under the name that filling and dish have together, when the table knows it. */
function joined(filling: readonly Token[], part: Part, lexicon: Lexicon): Part | undefined {
  const front = filling.map((token) => token.stem);
  const dish = part.said.map((token) => token.stem);
  const names = [
    [...front, ...dish],
    [...dish.slice(0, -1), 'and', ...front, ...dish.slice(-1)],
    [...front, 'and', ...dish],
  ];
  const known = names.some((name) => lexicon.byAlias.has(name.join(' ')));
  if (!known || filling.length === 0) return undefined;
  return { ...part, said: [...filling, ...part.said] };
}

function isGarnish(part: Part): boolean {
  return part.said.length > 0 && part.said.every((token) => GARNISH.has(token.stem));
}

function headOf(part: Part): string {
  return part.said.at(-1)?.stem ?? '';
}

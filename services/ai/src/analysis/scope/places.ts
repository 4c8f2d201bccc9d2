import type { Token } from '../normalise/tokenise.js';
import { wordSet } from '../words/word-sets.js';

/** Restaurants whose name alone is also taken for what they sell. */
export const BRANDS: ReadonlySet<string> = wordSet(`
  kfc mcdonald mcdonalds chipotle subway starbuck starbucks wendy wendys popeye popeyes domino
  dominos dunkin arbys arbi sonic whataburger culvers panera panda express qdoba sweetgreen fiveguys
`);

const GOING = wordSet('went go going been stopped drove');
const TOWARDS = wordSet('to at from by');
const OCCASIONS = wordSet(
  'night nite party hour monday mondays tuesday tuesdays thursday thursdays friday fridays',
);
const PETS_OWNER = wordSet('the my our his her');
const INSTEAD = new Set(['instead of', 'rather than']);
const MAX_NAME = 3;

/**
 * Leaves out where it was: `went to chipotle`, `from subway`, and names of occasions: `taco night`.
 * Of a place after `went to` everything up to the next separator goes.
 */
export function withoutPlaces(tokens: readonly Token[]): readonly Token[] {
  const gone = new Set<number>();
  for (const [at, token] of tokens.entries()) {
    if (TOWARDS.has(token.text)) {
      const isTrip = GOING.has(tokens[at - 1]?.text ?? '') || GOING.has(tokens[at - 2]?.text ?? '');
      for (let ahead = at + 1; ahead <= at + MAX_NAME; ahead += 1) {
        const next = tokens[ahead];
        if (next?.kind !== 'word' || JOINTS.has(next.text)) break;
        const isBrand = BRANDS.has(next.text);
        if (!isBrand && !isTrip) break;
        gone.add(ahead);
      }
    }
    // The dog of `walked the dog` is no hot dog.
    if (token.stem === 'dog' && PETS_OWNER.has(tokens[at - 1]?.text ?? '')) gone.add(at);
    // `instead of fries` leaves the fries out.
    const isInstead = `${token.text} ${tokens[at + 1]?.text}`;
    if (INSTEAD.has(isInstead)) gone.add(at + 1);
    // Seasoning, unless it is the name of a dish: `salt and pepper shrimp`.
    if (isSaltAndPepper(tokens, at)) for (const ahead of [0, 1, 2]) gone.add(at + ahead);
    const isAlone = tokens[at - 2]?.kind !== 'word' && tokens[at - 2]?.kind !== 'number';
    if (OCCASIONS.has(token.text) && tokens[at - 1]?.kind === 'word' && isAlone) gone.add(at - 1);
  }
  return tokens.flatMap((token, at) => {
    if (gone.has(at)) return [];
    const isInstead = INSTEAD.has(`${token.text} ${tokens[at + 1]?.text}`);
    return [isInstead ? { ...token, text: 'no', stem: 'no' } : token];
  });
}

function isSaltAndPepper(tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(at, at + 3).map(({ text }) => text);
  if (words.join(' ') !== 'salt and pepper') return false;
  const next = tokens[at + 3];
  return next?.kind !== 'word' || JOINTS.has(next.text);
}

const JOINTS = wordSet('and with for then but i we had got ate');

/** The stems of the restaurants that a text names. */
export function brandsIn(tokens: readonly Token[]): readonly string[] {
  return tokens.filter(({ text }) => BRANDS.has(text)).map(({ stem }) => stem);
}

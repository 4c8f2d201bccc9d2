import type { Lexicon } from '../match/lexicon.js';
import { stemSet } from '../words/word-sets.js';
import type { Part } from './parts.js';

const MADE_OF_EGGS = stemSet('omelette frittata scramble');
const WHITE = 'white';
// What a whole one weighs is no figure for one egg of it.
const MOST_OF_ONE_EGG_G = 90;

/** `3 egg mushroom omelette`: the number counts the eggs, so the portion is that of one egg. */
export function ofEggs(parts: readonly Part[], lexicon: Lexicon): readonly Part[] {
  return parts.map((part) => {
    const name = nameOf(part, lexicon);
    return name === undefined ? part : { ...part, isRenamed: name };
  });
}

function nameOf(
  { before, said, isRenamed }: Part,
  lexicon: Lexicon,
): readonly string[] | undefined {
  const words = isRenamed ?? said.map(({ stem }) => stem);
  const eggs = words.indexOf('egg');
  const isCounted = (before.findLast(({ kind }) => kind === 'number')?.value ?? 0) >= 2;
  if (!isCounted || eggs < 0 || !MADE_OF_EGGS.has(words.at(-1) ?? '')) return undefined;
  if (words[eggs + 1] === WHITE) return ['egg', WHITE];
  const rest = words.filter((word, at) => word !== 'egg' && !(word === 'and' && at === eggs + 1));
  const names = [['egg', ...rest], rest, ['egg', rest.at(-1) ?? '']];
  return names.find((name) => {
    const { piece = Number.POSITIVE_INFINITY } =
      lexicon.byAlias.get(name.join(' '))?.portions ?? {};
    return piece <= MOST_OF_ONE_EGG_G;
  });
}

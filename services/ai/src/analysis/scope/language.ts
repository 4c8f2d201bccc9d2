import type { Lexicon } from '../match/lexicon.js';
import type { Token } from '../normalise/tokenise.js';

/** Whether the text is in a language that the table has no words in. */
export function isForeign(_tokens: readonly Token[], text: string, _lexicon: Lexicon): boolean {
  return isForeignScript(text);
}

function isForeignScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > 0 && latin * 2 < letters;
}

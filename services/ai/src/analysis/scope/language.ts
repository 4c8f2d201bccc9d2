import type { Lexicon } from '../match/lexicon.js';
import type { Token } from '../normalise/tokenise.js';
import { isDescriptor } from '../words/descriptors.js';
import {
  ALSO_ENGLISH,
  FOREIGN_FOOD_WORDS,
  FOREIGN_FUNCTION_WORDS,
  OFF_MENU,
  ON_ENGLISH_MENUS,
  TELLING_ALONE,
} from '../words/foreign.js';
import { isNoise } from '../words/noise.js';
import { isOnlyEnglish } from '../words/plain-english.js';
import { wordSet } from '../words/word-sets.js';

/**
 * Whether the text is in a language that the table has no words in. Dishes with foreign names are
 * food in English too (`pollo asado tacos`): only small words and numbers tell a language.
 */
export function isForeign(tokens: readonly Token[], text: string, lexicon: Lexicon): boolean {
  return isForeignScript(text) || isForeignLatin(tokens, text, lexicon);
}

/** Mostly letters of another script. */
function isForeignScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > 0 && latin * 2 < letters;
}

function isForeignLatin(tokens: readonly Token[], source: string, lexicon: Lexicon): boolean {
  const named = insideNames(tokens, lexicon);
  let foreign = 0;
  let telling = 0;
  let joining = 0;
  let english = 0;
  let offMenu = 0;
  let either = 0;
  let accented = 0;
  let known = named.size;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word' || named.has(at)) continue;
    const isOther = isAccented(source.slice(token.start, token.end));
    if (isOther && !lexicon.byWord.has(token.stem)) accented += 1;
    // `empanadas de carne`: the name of a dish that the table knows by its first word.
    const isNamePart = token.text === 'de' && lexicon.byAlias.has(tokens[at - 1]?.stem ?? '');
    if (isNamePart) known += 1;
    else if (isConnector(tokens, at)) joining += 1;
    else if (ALSO_ENGLISH.has(token.text)) either += 1;
    else if (FOREIGN_FUNCTION_WORDS.has(token.text) || token.text === 'la') {
      foreign += 1;
      telling += 1;
    } else if (FOREIGN_FOOD_WORDS.has(token.text)) {
      foreign += 1;
      if (!ON_ENGLISH_MENUS.has(token.text)) offMenu += 1;
    } else if (OFF_MENU.has(token.text)) offMenu += 1;
    else if (!isOther && isEnglish(token)) english += 1;
    else if (lexicon.byAlias.has(token.stem)) known += 1;
  }
  // `nopales con huevo`: names of dishes have small words too; a dish of the table tells that it is
  // one, unless what is joined to it is on no English menu: `tortilla de patatas con ensalada`.
  const isJoined = joining > 0 || tokens.some(({ text }) => CONNECTORS.has(text));
  const isSentence =
    telling > 0 || (joining > 0 && known === 0 && english === 0) || (isJoined && offMenu > 0);
  const isTold = telling > 0;
  foreign += (isSentence ? joining : 0) + (telling > 0 ? either : 0);
  telling += isSentence ? joining : 0;
  const isClearlyEnglish = tokens.some(({ text }) => CLEARLY_ENGLISH.has(text));
  // `soin aamulla kaksi munaa`: words that English has not, and none that it has.
  const words = tokens.filter(({ kind }) => kind === 'word').length;
  const isAccentedText = accented >= 3 || (accented === 2 && words >= 4);
  if (isAccentedText && !isClearlyEnglish && english <= 1) return true;
  // Names of meals are borrowed: `aaj lunch me dal chawal khaya`.
  if (!isClearlyEnglish && tokens.some(({ text }) => tellsAlone(text))) return true;
  if (foreign === 0) return false;
  const isAlone = english === 0 && known === 0;
  if (isTold && accented > 0 && english === 0) return true;
  if (offMenu > 0 && isJoined && english === 0) return true;
  return telling >= 1 ? foreign >= 2 && foreign > english : isAlone;
}

/** `sans` and `maine` are in names of dishes too. */
function tellsAlone(word: string): boolean {
  return TELLING_ALONE.has(word) && !ALSO_ENGLISH.has(word);
}

/** Written with letters that English has not. */
function isAccented(word: string): boolean {
  return /[^\p{ASCII}’]/u.test(word);
}

const CLEARLY_ENGLISH = wordSet(
  'i had have ate eat eaten drank with and for my was of then some from after before the',
);

// Between the words of a dish: `sopes con carne`, `chilaquiles con huevo y frijoles`.
function isConnector(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  return CONNECTORS.has(text) || (text === 'la' && tokens[at - 1]?.text === 'de');
}

const CONNECTORS = new Set(['de', 'con', 'y', 'com', 'mit', 'und', 'avec', 'dengan']);

/** The words of multi-word names of the table: the `au` of `café au lait` tells nothing. */
function insideNames(tokens: readonly Token[], lexicon: Lexicon): ReadonlySet<number> {
  const inside = new Set<number>();
  for (let start = 0; start < tokens.length; start += 1) {
    let key = '';
    for (let end = start; end < Math.min(tokens.length, start + 6); end += 1) {
      const token = tokens[end] as Token;
      if (token.kind === 'break') break;
      key = end === start ? token.stem : `${key} ${token.stem}`;
      if (end > start && lexicon.byAlias.has(key)) {
        for (let at = start; at <= end; at += 1) inside.add(at);
      }
    }
  }
  return inside;
}

function isEnglish({ text, stem }: Token): boolean {
  return (
    text.length > 1 &&
    (isNoise(stem) || isDescriptor(stem) || isOnlyEnglish(stem) || JOINTS.has(text))
  );
}

const JOINTS = new Set(['with', 'and', 'without', 'no', 'of', 'the', 'or', 'for', 'some']);

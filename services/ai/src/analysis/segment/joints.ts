import type { Token } from '../normalise/tokenise.js';

/** What follows is added to what came before. */
export const ADDING: ReadonlySet<string> = new Set([
  'with',
  'on',
  'over',
  'in',
  'atop',
  'using',
  'topped',
  'inside',
  'into',
  'plus',
  'add',
  'added',
  'adding',
]);
export const JOINING: ReadonlySet<string> = new Set([
  'and',
  'then',
  'also',
  'alongside',
  'or',
  'followed',
  'along',
  'but',
]);
/** What follows was left out. */
export const EXCLUDING: ReadonlySet<string> = new Set([
  'without',
  'no',
  'minus',
  'hold',
  'except',
  'sans',
  'not',
]);

export function isBoundary(token: Token): boolean {
  if (token.kind === 'break') return true;
  const { text } = token;
  return ADDING.has(text) || JOINING.has(text) || EXCLUDING.has(text);
}

/** What follows is eaten again: `not hungry so just toast`. */
export const ENDS_EXCLUSION: ReadonlySet<string> = new Set(['so', 'just', 'only']);

/** `without milk and sugar` leaves out both, `no cheese and fries` only the cheese. */
export const EXCLUDES_LISTS: ReadonlySet<string> = new Set(['without', 'hold', 'minus', 'sans']);

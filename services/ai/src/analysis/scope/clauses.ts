import type { Token } from '../normalise/tokenise.js';
import { isSelf, OTHER_EATERS } from '../words/people.js';
import { wordSet } from '../words/word-sets.js';

export const ATE = wordSet(
  'ate eat eats eating had has have having stole finished devoured demolished scoffed nicked licked ' +
    'drank drinks got ordered orders gets wanted took tried chose loved',
);
const STARTS = wordSet('but so then instead although though however');
const EXCEPT = wordSet('except but');
const NOTHING = wordSet('nothing none nada zilch');
// What one did oneself, after what was skipped or had by others: `kids had pizza i just had soup`.
const OWN_VERBS = wordSet('had ate drank got grabbed took ordered having finished made');
const MEANWHILE = wordSet('just only also still then later');
// `what i had`, `wish i had`, `my wife and i had`: no new clause.
const BINDS = wordSet(
  'what that which who whatever all everything and if wish when think guess believe know than as ' +
    'because only like or where how until till hope say said sure before after while whilst since once',
);
const WHEN = wordSet(
  'before after while whilst when once since during as until from because cause',
);

/** Ended by a full stop or a new line. */
export function sentencesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const out: Token[][] = [[]];
  for (const token of tokens) {
    if (token.text === '.' && token.kind === 'break') out.push([token]);
    else out.at(-1)?.push(token);
  }
  return out;
}

/** Ended by punctuation, `but` and the like, and where `and` introduces a new eater. */
export function clausesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const out: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1]?.text ?? '';
    const after = tokens[at + 2]?.text ?? '';
    const startsEater =
      isSelf(next) || ATE.has(next) || (OTHER_EATERS.has(after) && /^(?:my|the|our)$/u.test(next));
    const starts =
      (token.kind === 'break' && token.text !== '(' && token.text !== ')') ||
      (STARTS.has(token.text) && !isPartOfNot(tokens, at)) ||
      (token.text === 'and' && startsEater && tokens[at + 2] !== undefined) ||
      (token.text === 'while' && startsEater);
    // "my wife and I had ..." is one clause with two eaters.
    const joinsEaters = token.text === 'and' && OTHER_EATERS.has(tokens[at - 1]?.text ?? '');
    if (starts && !joinsEaters) out.push([]);
    out.at(-1)?.push(token);
  }
  return out;
}

/** `nothing but air`, `all but the crust`. */
function isPartOfNot(tokens: readonly Token[], at: number): boolean {
  return EXCEPT.has(tokens[at]?.text ?? '') && NOTHING.has(tokens[at - 1]?.text ?? '');
}

/**
 * Where a clause without punctuation turns to what the one who writes had: `the kids had pizza i had
 * soup`, `before feeding the cat i ate toast`. Undefined where it does not.
 */
export function ownPartAt(clause: readonly Token[]): number | undefined {
  const at = clause.findIndex(
    ({ text }, index) =>
      index >= 2 &&
      isSelf(text) &&
      !BINDS.has(clause[index - 1]?.text ?? '') &&
      isOwnVerb(clause, index + 1),
  );
  return at < 0 ? undefined : at;
}

/** Whether a clause tells when: what stands behind it is what was done then. */
export function tellsWhen(clause: readonly Token[]): boolean {
  return clause.slice(0, 3).some(({ text }) => WHEN.has(text));
}

/** `skipped breakfast just had toast`: what was had all the same, from `from` on. */
export function insteadAt(clause: readonly Token[], from: number): number | undefined {
  const at = clause.findIndex(
    ({ text }, index) =>
      index >= from &&
      (text === 'just' || text === 'only' || (OWN_VERBS.has(text) && isFree(clause, index))),
  );
  return at < 0 || at === clause.length - 1 ? undefined : at;
}

// `the lunch he had`, `to have had`
function isFree(clause: readonly Token[], at: number): boolean {
  const before = clause[at - 1]?.text ?? '';
  // Of `while feeding the baby had toast` it was not the baby.
  const cared = /ing$/u.test(clause[at - (isArticle(clause[at - 2]) ? 3 : 2)]?.text ?? '');
  const other =
    (OTHER_EATERS.has(before) && !cared) ||
    /^(?:to|you|it|that|which|be|been|have|not)$/u.test(before);
  return !other && !/^(?:to|been|no|not|planned)$/u.test(clause[at + 1]?.text ?? '');
}

/** `watched the game with wings`, `reading with tea and biscuits`: what was had meanwhile. */
export function besideAt(clause: readonly Token[]): number | undefined {
  if (!clause.slice(0, 4).some(({ text }) => PASTIMES.has(text))) return undefined;
  const at = clause.findIndex(({ text }) => text === 'with');
  return at < 1 ? undefined : at;
}

const PASTIMES = wordSet(
  'watched watching reading read playing played studying listening gaming revising',
);

function isArticle(token: Token | undefined): boolean {
  return token !== undefined && /^(?:the|my|our|a)$/u.test(token.text);
}

function isOwnVerb(clause: readonly Token[], at: number): boolean {
  const word = clause[at]?.text ?? '';
  return MEANWHILE.has(word) ? OWN_VERBS.has(clause[at + 1]?.text ?? '') : OWN_VERBS.has(word);
}

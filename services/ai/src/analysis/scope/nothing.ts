import { wordSet } from '../words/word-sets.js';

const NOTHING = wordSet('nothing fasting fasted fast none nada zilch');
const MEALS = wordSet('breakfast brunch lunch dinner supper meal meals food drinks snack snacks');
const SKIPPED = wordSet('skipped skip skipping avoided refused resisted');
const NOT = wordSet(
  'didnt havent hasnt not dont couldnt never wasnt cant wont no aint didnae havenae hadnt couldnae cannae',
);
const EATING = wordSet(
  'eat eaten ate have had drink touch order get like finish any having eating',
);
// `couldn't stop eating the popcorn`, `didn't regret having cake` were eaten.
const UNDOES = wordSet(
  'stop resist help mind regret enough believe wait decide log want better more all whole everything',
);
// `nothing fancy just pasta`, `nothing but coffee`: there was something.
const SOMETHING = wordSet(
  'fancy special food but except else much major crazy exciting big beats better like wrong interesting ' +
    'heavy extra added unusual over done broken ended',
);
// `ate it too fast`, `broke my fast`, `after a 16 hour fast`: not now.
const NO_FAST = wordSet('slim too so real really very super pretty as that it them how ate eating');
const FAST_ENDS = wordSet(
  'today tonight day days until till for since so no this again all yesterday from because only and till because due still',
);
const FAST_IS_OVER =
  /^(?:br(?:oke|eak|oken|eaking)|ended|ending|opened|opening|finished|after|post|since|until|before)$/u;
// Fasts of India and of Islam, said alone: `upvas khichdi` is a dish.
const FAST_DAY =
  /^(?:my |today |on |its |i have |keeping )*(?:a )?(?:roza|rozah|upvas|upvaas|vrat|ekadashi|sawm)(?: (?:today|day|for me|till|until|hai)\b.*)?$/u;
// A reading of the blood, not a day without food.
const READING = /\b(?:sugars?|glucose|cholesterol|insulin|hba1c|triglycerides)\b/u;

/** Ways to say that there was no meal, without the words that can be counted on. */
const NO_MEAL: readonly RegExp[] = [
  /\b(?:no|zero|without(?: any| my| having| eating)?|skip(?:ped)?(?: my| the)?)(?: proper| cooked| actual| solid)? (?:breakfast|brunch|lunch|dinner|supper|food|meals?|solids)\b(?! (?:just|only|but|except))/u,
  /^(?:so |and |well |there was |had )?no (?:tea|dinner|brekkie|brekky)(?: (?:tonight|today|yet|again|for me|this evening|either))*$/u,
  /^nothing much(?: (?:today|tonight|really|yet))*$/u,
  /\b(?:nil|nothing) by mouth\b|^npo\b|\bempty stomach\b|\bstomach is (?:still )?empty\b/u,
  /\btoo (?:busy|tired|sick|ill|sad|upset|stressed|nervous|anxious|hot|nauseous|nauseated|full|lazy|poorly|drunk|hungover|unwell) (?:to|for) (?:eat|have|cook|any|food|breakfast|lunch|dinner|supper|anything)\b/u,
  /\b(?:didnt|did not|couldnt|could not|dont|wouldnt|never|havent|cant)(?: even| really)? (?:bother(?:ed)?|be bothered|manage(?:d)?|face|stomach|keep)(?: with| to eat| eating| having)?(?: down)?(?: any| anything| a)?(?: food| breakfast| lunch| dinner| supper| meal| tea)?$/u,
  /\b(?:not|never|havent|hasnt|didnt|aint|without|havenae) (?:had |have |eaten |eat |touched |swallowed |eating |having |took |taken )?(?:a|one|any|even a|so much as a|a single|even one) ?(?:single )?(?:thing|bite|crumb|morsel|meal|mouthful|scrap|bit of food|sausage|grain|morsel of food|bite of food)\b/u,
  /\b(?:hardly|barely|scarcely) (?:ate|eaten|touched|had) (?:anything|a thing|any food|at all)\b/u,
  /\bno (?:time|appetite|chance|energy|money)(?: \w+)? (?:to eat|for (?:breakfast|lunch|dinner|supper|food|a meal|eating))\b|\b(?:no|lost my|zero) appetite(?: (?:today|at all|tonight|again|so far))*$/u,
  /\b(?:not|wont be|am not|wasnt) eating (?:today|tonight|anything|until|till|yet|this|at all)\b|\b(?:yet|still|waiting) to eat(?: anything)?(?: today)?$|\bstill (?:havent|not) (?:eaten|had)\b/u,
  /\b(?:missed|forgot|forgotten|forgetting|miss|skipped)(?: (?:about|out on|to eat|to have|eating|having|both|all|my|the|me|his|even))*(?: (?:breakfast|brunch|lunch|dinner|supper|meals?|food|tea|snack|snacks|to eat|eating))\b/u,
  /\b(?:not|didnt|havent|never|hadnt|hasnt|aint) (?:yet |even |really )?(?:take|taken|took|taking|get|got|gotten|have|had|time for|stop(?:ped)? for|make|made|manage[d]?|see|seen|get round to|got round to|get around to|got around to|time to)(?: \w+){0,2} (?:breakfast|lunch|dinner|supper|food|meals?|eating|eat|tiffin|merienda)\b/u,
  /\b(?:worked|slept|napped|drove|sat|talked|studied|gamed|ran|played) (?:straight |right )?through (?:my |the |all )?(?:lunch|breakfast|dinner|supper|break|meals?)\b/u,
  /\b(?:no|skipped|missed|without)(?: \w+)? (?:merienda|tiffin|nashta|almusal|hapunan)\b/u,
  /\bwent (?:all day |the whole day )?without(?: food| eating| (?:breakfast|lunch|dinner|supper)|$)|\bstarv(?:ed|ing) myself\b|\b(?:on|doing|did|day \d+ of) (?:a |an |my )?(?:\w+ )?(?:\w+ )?fast(?:ing)?$/u,
  /\b(?:gave|given) (?:breakfast|lunch|dinner|supper|it|food) a miss\b|\bpass(?:ed)? on (?:breakfast|lunch|dinner|supper)\b/u,
];

/** Whether a clause says that a meal or a food was left out. */
export function isSkipped(words: readonly string[]): boolean {
  return skipAt(words) >= 0;
}

/** Where it says so, the last word of it; -1 where it does not. */
export function skipAt(words: readonly string[]): number {
  const not = words.findIndex((word) => NOT.has(word));
  const denies = not >= 0 && words[not] !== 'no';
  const rest = words.slice(not + 1, not + 4);
  const verb = rest.findIndex((word) => EATING.has(word) && word !== 'finish');
  // `didn't finish my pasta` was eaten in part.
  const isDuty = rest[verb] === 'have' && rest[verb + 1] === 'to';
  const isUndone = rest.slice(0, verb + 2).some((word) => UNDOES.has(word));
  if (denies && verb >= 0 && !isDuty && !isUndone) {
    return not + 1 + verb;
  }
  const noMeal = words.findIndex((word, at) => word === 'no' && MEALS.has(words[at + 1] ?? ''));
  if (noMeal >= 0) return noMeal;
  const skipped = words.findIndex((word) => SKIPPED.has(word));
  if (skipped >= 0) return skipped;
  const missed = words.findIndex(
    (word, at) =>
      /^(?:missed|forgot|forgotten)$/u.test(word) &&
      !isForgottenNote(words, at) &&
      !/^(?:almost|nearly)$/u.test(words[at - 1] ?? '') &&
      (word !== 'missed' || words.slice(at + 1, at + 4).some((next) => MEALS.has(next))),
  );
  return missed;
}

/** `forgot to log a banana`, `forgot i had toast`: only not written down. */
function isForgottenNote(words: readonly string[], at: number): boolean {
  return /^(?:to (?:log|add|mention|write|enter|put|note|say|track|include|record|tell|count)\b|about (?:the|my|a)\b|(?:that )?(?:i|we) |the \w+ i\b)/u.test(
    words.slice(at + 1).join(' '),
  );
}

/** Whether a clause says that there was nothing at all. */
export function saysNothing(words: readonly string[]): boolean {
  const said = words.join(' ');
  if (READING.test(said)) return false;
  return isNothing(words) || NO_MEAL.some((pattern) => pattern.test(said));
}

export function isNothing(words: readonly string[]): boolean {
  if (READING.test(words.join(' '))) return false;
  if (FAST_DAY.test(words.join(' '))) return true;
  return words.some((word, at) => {
    if (!NOTHING.has(word) || SOMETHING.has(words[at + 1] ?? '')) return false;
    // `fast omelette`
    if (word === 'fast' && words[at + 1] !== undefined && !FAST_ENDS.has(words[at + 1] ?? '')) {
      return false;
    }
    if (word.startsWith('fast')) {
      // Whoever broke the fast has eaten.
      const before = words.slice(Math.max(0, at - 5), at);
      return !before.some((w) => FAST_IS_OVER.test(w)) && !NO_FAST.has(before.at(-1) ?? '');
    }
    return true;
  });
}

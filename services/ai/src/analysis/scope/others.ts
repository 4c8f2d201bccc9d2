import { FIRST_NAMES, isSelf, OTHER_EATERS } from '../words/people.js';
import { wordSet } from '../words/word-sets.js';

const ATE = wordSet(
  'ate eat eats eating had has have having stole finished devoured demolished scoffed nicked licked ' +
    'drank drinks got ordered orders gets wanted took tried chose loved brought managed tolerated ' +
    'gobbled wolfed munched nibbled inhaled necked downed chugged snaffled swiped pinched polished ' +
    'drained slurped scarfed demanded spat chewed',
);
const GAVE = wordSet('gave fed threw tossed feeding');
const OWN_GIFTS = wordSet('me us');
// `got me a latte` was for the one who writes, `nicked me milk` was not.
const GIVES = wordSet('got brought ordered took gave made chose orders');
// `after dropping the kids at school had a sandwich`: the kids were only dropped. `girls night, had`
const NOT_EATING =
  wordSet(`at from off in night day lunch dinner brunch breakfast party trip weekend
  birthday and made makes`);
/** Where somebody stands: `the guy next to me had a burger`, `the lady in room ate`. */
const BESIDE =
  /\b(?:next to|across from|behind|opposite|in front of) (?:me|us)\b|\bat work\b|\b(?:in|on|from|at) (?:(?:the |my |our )?(?:next )?(?:room|bed|bay|ward|flat|unit|table|seat|cell|class|year|grade|office|team|course|dorm|cot|house|corner|back)\b|next door|accounts|hr|marketing|finance|reception)|\bin law\b/gu;
/** Who somebody is to the one who writes: `the boy i nanny had`. */
const RELATION =
  /\b(?:that |who |whom )?(?:i|we|im)(?: am)? (?:nanny|mind|minding|babysit|look after|looking after|care for|caring for|live with|work with|share with|teach|coach|foster)(?: for)?\b/gu;
/** Nobody says this of himself, and it tells of no meal: `my daughter only eats`, `he loves`. */
const LIKES =
  /^(?:(?:the|my|our|his|her|their|this|that|a|he|she|it|everyone|everybody) )?(?:(?!(?:the|my|our|he|she|they|everyone|everybody|i|we|which|that|had|ate)\b)\w+ ){0,4}(?:loves|likes|prefers|adores|hates|craves|refuses|begs|devours|gobbles|enjoys|wont (?:eat|touch)|asks for|(?:is|was|are|were) (?:a )?(?:vegan|vegetarian|allergic|off (?:his|her|their) food|eating|having|munching|fussy|picky|baking|cooking|making))\b/u;
// The `one` is a number, and no word.
const LITTLE_ONE = /\blittle (?:ones )?(?=had\b|ate\b|has\b|got\b|wanted\b)/u;
/** Nobody says this of food or of a place, so whoever it is said of is somebody. */
const SOMEBODY_ATE =
  /^(?:the|my|our|his|her|their|a|some|that|this) (?:\w+ ){1,3}(?:keeps? (?:stealing|eating|begging|nicking|licking)|ate|eats|devoured|demolished|licked|scoffed|stole|gobbled|nicked|swiped|lives on|live on)\b/u;
// `his dinner: two steaks`, `the kids' lunch`, `dad's on his third beer`, `rover licked the pot`
const THEIRS =
  /^(?:his|her|their|(?:the |my |our )?(?:kids?|baby|toddler|dogs?|cats?|son|daughter|wife|husband|boys|girls|twins|children)) (?:breakfast|lunch|dinner|supper|snack|tea|meal|lunchbox)$|^(?:\w+ ){1,2}on (?:his|her|their) (?:first|second|third|fourth|fifth|last|umpteenth)\b|^\w+ licked\b|^(?:and )?(?:him|her|them|hubby|hubs|wife|husband|kids|the kids|bf|gf)$/u;
// `mr chen only drank his juice`: whose it was tells who had it.
const OWN_OF_OTHER =
  /^(?!(?:had|ate|drank|finished|took|then|and|also|so|just|later|what|only)\b)(?:\w+ ){1,4}(?:ate|drank|finished|had|took|refused|managed) (?:\w+ ){0,2}(?:his|her|their) (?!\w+ (?:place|house|flat)\b)/u;
const TITLE =
  /^(?:mr|mrs|ms|miss|dr|sir|madam|maam) (?:\w+ ){0,4}(?:ate|drank|had|finished|took|refused|tolerated)\b/u;
const AWAY =
  /^(?:the |my |our )?(?:bairns?|kids|weans|children|boys|girls|twins|grandkids|grandchildren) (?:are|were|went|is|was) (?:\w+ ){0,4}for\b/u;
const HABIT =
  /^(?:\w+ ){1,3}(?:always |usually |only |never )?(?:(?<!\b(?:uber|good|cheap) )eats|drinks(?= (?:the|a|his|her|only|too|\w+ every)\b)|lives on)\b/u;

/** Whether a clause tells what somebody else ate or was given. */
export function isOthersMeal(words: readonly string[]): boolean {
  const gave = words.findIndex((word, at) => GAVE.has(word) && words[at + 1] !== 'salad');
  const said = words
    .join(' ')
    .replace(BESIDE, '')
    .replace(RELATION, '')
    .replace(LITTLE_ONE, 'kid ')
    .split(/\s+/u);
  const eater = said.findIndex((word) => OTHER_EATERS.has(word));
  // `they gave me extra fries`
  if (eater >= 0 && gave >= 0) return !OWN_GIFTS.has(words[gave + 1] ?? '');
  // `had what the kids had`
  if (ATE.has(said[0] ?? '')) return false;
  if (isNamed(said) || isSomebody(said)) return true;
  if (eater < 0) return false;
  const until = said[eater] === 'with' ? eater : eater + 3;
  if (said[eater - 1] === 'with' || said[eater - 2] === 'with') return false;
  if (eater > 3 || said.slice(0, until).some(isSelf) || isObject(said, eater)) return false;
  const behind = said.slice(eater + 1, eater + 5);
  const verb = behind.findIndex((word) => ATE.has(word));
  return (
    verb >= 0 &&
    !behind.slice(0, verb).some((word) => NOT_EATING.has(word)) &&
    !(OWN_GIFTS.has(behind[verb + 1] ?? '') && GIVES.has(behind[verb] ?? ''))
  );
}

/** Whether somebody else is who a clause is about: `a seagull swooped`. */
export function tellsOfOther(words: readonly string[]): boolean {
  const eater = words.findIndex((word) => OTHER_EATERS.has(word));
  return eater >= 0 && eater <= 1 && !words.some(isSelf);
}

/** `dropped the kids at school had a roll`, `after walking the dog had toast`. */
function isObject(said: readonly string[], eater: number): boolean {
  const article = /^(?:the|my|our|a)$/u.test(said[eater - 1] ?? '') ? 1 : 0;
  const verb = said[eater - 1 - article] ?? '';
  return (
    /^(?:dropped|walked|bathed|collected|visited|changed|helped|taught|\w{2,}ing|met|to|off|up|for|after)$/u.test(
      verb,
    ) && !/^(?:during|morning|evening|finishing)$/u.test(verb)
  );
}

/** `dave had the curry` */
function isNamed([first = '', second = '', third = '']: readonly string[]): boolean {
  return FIRST_NAMES.has(first) && ATE.has(second) && !OWN_GIFTS.has(third);
}

function isSomebody(words: readonly string[]): boolean {
  const said = words.join(' ');
  return (
    !words.slice(0, 5).some(isSelf) &&
    [SOMEBODY_ATE, THEIRS, HABIT, LIKES, OWN_OF_OTHER, TITLE, AWAY].some((pattern) =>
      pattern.test(said),
    )
  );
}

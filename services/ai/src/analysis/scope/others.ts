import { FIRST_NAMES, isSelf, OTHER_EATERS } from '../words/people.js';
import { wordSet } from '../words/word-sets.js';

const ATE = wordSet(
  'ate eat eats eating had has have having stole finished devoured demolished scoffed nicked licked ' +
    'drank drinks got ordered orders gets wanted took tried chose loved brought',
);
const GAVE = wordSet('gave fed threw tossed feeding');
const OWN_GIFTS = wordSet('me us');
// `after dropping the kids at school had a sandwich`: the kids were only dropped. `girls night, had`
const NOT_EATING =
  wordSet(`at from off in night day lunch dinner brunch breakfast party trip weekend
  birthday and made makes`);
/** Where somebody stands: `the guy next to me had a burger`. */
const BESIDE = /\b(?:next to|across from|behind|opposite|in front of) (?:me|us)\b|\bat work\b/u;
// The `one` is a number, and no word.
const LITTLE_ONE = /\blittle (?:ones )?(?=had\b|ate\b|has\b|got\b|wanted\b)/u;
/** Nobody says this of food or of a place, so whoever it is said of is somebody. */
const SOMEBODY_ATE =
  /^(?:the|my|our|his|her|their|a|some) (?:\w+ ){1,3}(?:ate|eats|devoured|demolished|licked|scoffed|stole|gobbled|nicked|swiped|lives on|live on)\b/u;
// `his dinner: two steaks`, `the kids' lunch`, `dad's on his third beer`, `rover licked the pot`
const THEIRS =
  /^(?:his|her|their|(?:the |my |our )?(?:kids?|baby|toddler|dogs?|cats?|son|daughter|wife|husband|boys|girls|twins|children)) (?:breakfast|lunch|dinner|supper|snack|tea|meal|lunchbox)$|^(?:\w+ ){1,2}on (?:his|her|their) (?:first|second|third|fourth|fifth|last|umpteenth)\b|^\w+ licked\b|^(?:and )?(?:him|her|them|hubby|hubs|wife|husband|kids|the kids|bf|gf)$/u;
const HABIT =
  /^(?:\w+ ){1,3}(?:always |usually |only |never )?(?:(?<!\b(?:uber|good|cheap) )eats|drinks(?= (?:the|a|his|her|only|too|\w+ every)\b)|lives on)\b/u;

/** Whether a clause tells what somebody else ate or was given. */
export function isOthersMeal(words: readonly string[]): boolean {
  const gave = words.findIndex((word) => GAVE.has(word));
  const said = words.join(' ').replace(BESIDE, '').replace(LITTLE_ONE, 'kid ').split(/\s+/u);
  const eater = said.findIndex((word) => OTHER_EATERS.has(word));
  // `they gave me extra fries`
  if (eater >= 0 && gave >= 0) return !OWN_GIFTS.has(words[gave + 1] ?? '');
  // `had what the kids had`
  if (ATE.has(said[0] ?? '')) return false;
  if (isNamed(said) || isSomebody(said)) return true;
  if (eater < 0) return false;
  const until = said[eater] === 'with' ? eater : eater + 3;
  if (said[eater - 1] === 'with' || said[eater - 2] === 'with') return false;
  if (eater > 3 || said.slice(0, until).some(isSelf)) return false;
  const behind = said.slice(eater + 1, eater + 5);
  const verb = behind.findIndex((word) => ATE.has(word));
  return (
    verb >= 0 &&
    !behind.slice(0, verb).some((word) => NOT_EATING.has(word)) &&
    !OWN_GIFTS.has(behind[verb + 1] ?? '')
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
    [SOMEBODY_ATE, THEIRS, HABIT].some((pattern) => pattern.test(said))
  );
}

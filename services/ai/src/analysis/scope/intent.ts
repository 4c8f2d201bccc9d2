/**
 * Food that nobody has eaten yet: lists of what to buy, plans, wishes, recipes. All patterns are
 * over the plain lower-case words of a sentence or clause, and none holds against a word of eating:
 * `wanted tacos tonight, had soup`.
 */
const EATEN = /\b(?:had|ate|eaten|drank|drunk|finished|having eaten|ended up|made myself)\b/u;

const STORES =
  '(?:aldi|lidl|tesco|asda|coles|woolies|woolworths|sainsburys?|morrisons|waitrose|costco|walmart|target|kroger|publix|safeway|trader joes?|whole foods|ocado|instacart|iga|spar|amazon fresh|hello ?fresh|the shops?|the store|the supermarket|the market)';
const TOMORROW =
  '(?:tomorrow|tmrw?|tmw|tmrow|tomoz|tomo|2moro|this weekend|next week|later|later on|later tonight|after work later)';
const DAY =
  '(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?|(?:the )?weekend|thanksgiving|christmas|xmas|easter';
const DURATION = String.raw`\d+ ?(?:min|mins|minute|minutes|hour|hours|hr|hrs)\b(?! (?:ago|before|after|later))`;
const HEAT = String.raw`\b(?:at|to) \d{3}\b|\b\d{3} ?(?:c|f|degrees|celsius|fahrenheit)\b`;
const COOK =
  '(?:bake|roast|simmer|boil|fry|cook|preheat|microwave|grill|steam|broil|saute|whisk|chill|knead)';

/** To buy: headings whose list is not eaten, and what is said about a shelf or a price. */
const SHOPPING: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:please |pls |can you |could you )?(?:get|grab|fetch|buy|bring|pick up) (?:\w+ ){0,2}(?:from|at) (?:the )?(?:${STORES}|store|shops?|market)\b`,
    'u',
  ),
  new RegExp(String.raw`^(?:order|list|stuff|things|bits) (?:for|from) ${STORES}\b`, 'u'),
  new RegExp(
    String.raw`\b${STORES} (?:order|list|basket|haul|delivery|trolley|cart|run|shop)\b`,
    'u',
  ),
  new RegExp(String.raw`^from ${STORES} (?:please|pls|plz)\b`, 'u'),
  /^(?:ocado|instacart|amazon fresh|to buy|to get|shop|shops|shopping|groceries|grocery|pantry|stock|(?:my |the |food )?list)$/u,
  /^(?:we |i |you |ugh |just |really |also |still |omg |def |badly )*needs?(?! to (?:say|log|add|track|record|enter|mention)\b)\b/u,
  /^(?:we are |were |im |i am |running )?(?:low|short) on\b/u,
  /\b(?:fridge|freezer|pantry|cupboard) (?:is|was|has|only has)\b|\bgroceries (?:came|arrived|are|were)\b/u,
  /^(?:\w+ )?(?:please|pls|plz) (?:bring|get|buy|pass|send|make|cook|pick|fetch)\b|\bask(?:ing|s) for\b|\basked (?:me|us) to\b/u,
  /\b(?:food|big|weekly|christmas|main|grocery|monthly) shop(?:ping)?$|\bneed(?:ed)? from (?:the )?(?:shops?|store|market)\b/u,
  /^(?:can|could|will) (?:you|u|someone) (?:please |pls )?(?:get|grab|buy|pick|bring)\b/u,
  /^(?:stuff|things|ingredients|supplies) for (?:the|my|our|a)\b/u,
  /\b(?:is|are|was|were|got|gone) (?:so |too |really |getting |very |way too |just |absolutely )*(?:expensive|pricey|overpriced|cheap|dear|up again|unaffordable|sold out|out of stock)\b/u,
  // What food costs, not what was had.
  /\b(?:price|prices|cost|costs) (?:of|for)\b|\b(?:costs?|charging|charged|paid|pay)(?: me| us)? (?:\d|almost|nearly|over|about|a fortune|the earth)|\b(?:\d+ )?(?:euros?|quid|dollars?|bucks|pesos?|rupees|rs|pence|pounds|cents)(?: \d+)? (?:a|per|each|for) (?:kilo|kg|pound|lb|dozen|litre|liter|loaf|pint|pack|box|bag|bunch|piece|tray|small|one|two|\d)|\b(?:kilo|litre|dozen|loaf|pint|pack) (?:is|are|costs|now)\b/u,
];

/** Not food at all, as an entry of a list: where there is foil, the rest was bought too. */
const HOUSEHOLD =
  /(?:^|[,:>;\n/&+-]|\band\b)\s*(?:\d+ |an? |some |new |more )*(?:(?:tin |aluminium |aluminum )?foil|(?:loo|toilet|kitchen) (?:rolls?|paper)|paper towels?|bin (?:bags?|liners?)|trash bags?|cling ?(?:film|wrap)|saran wrap|detergent|washing up liquid|dish soap|sponges?|bleach|nappies|diapers|wipes|batteries|light ?bulbs?|shampoo|conditioner|deodorant|toothpaste|tissues|laundry (?:pods|powder|liquid)|cat litter|dog food|cat food|napkins|toaster|kettle|frying pan)\s*(?=$|[,;.!\n/&+]|\band\b)/iu;

/** `$4.99 for a dozen eggs`: a price, and no meal (`$5 burger`). */
const PRICE = /^\s*[$£€]\s?\d+(?:[.,]\d+)? (?:for|per|a|each) /u;

/** Not yet: said of a time to come, or of food that is still on its way. */
const PLANNED: readonly RegExp[] = [
  /\b(?:dinner|lunch|breakfast|supper|meal|food|menu|snack) (?:plans?|ideas?|options?)\b/u,
  /^(?:tonight|tonights|sunday|party|bbq|christmas|wedding|this weeks) menu$/u,
  /^(?:packing|packed|making|made|prepping|sorting|doing) (?:the |my |up )?(?:kids?|boys|girls|children|childrens|school|husbands?|hubby|daughters?|sons?|his|her|their) (?:packed )?(?:lunch(?:es)?|lunchbox(?:es)?|tea|dinners?|breakfasts?|snacks?)\b/u,
  new RegExp(String.raw`^${TOMORROW}(?: for \w+)?$`, 'u'),
  /\b(?:tmrw?|tmw|tmrow|tomoz|2moro)\b/u,
  new RegExp(
    String.raw`^(?:im |i am |were |we are |well be )?(?:having|doing|making|eating|getting|cooking|grilling|baking|ordering) .*\b(?:${TOMORROW}|(?:on|this|next|for) (?:${DAY}))\b`,
    'u',
  ),
  new RegExp(String.raw`\bfor (?:${DAY})(?: (?:night|dinner|lunch))?$`, 'u'),
  /\b(?:dinner|lunch|breakfast|supper|tea|dessert|it)(?: tonight)? (?:will|is gonna|is going to|shall) be\b/u,
  /^(?:the |my |our |todays |new )?plans?(?: for \w+)?$|^(?:eating|going) out (?:on|tomorrow|this|next)\b|^(?:im |i am |just |still |was )*thinking\b|^next up\b|^(?:this|next) week$|^(?:tonight|tonite|this evening) (?:im|i am|we are|were) (?:\w+ing)\b|(?<!\b(?:couldnt|cant|didnt|not) )\beat (?:more|less|fewer|better|healthier)\b|^(?:goals?|resolutions?|new years? resolutions?|aim|target)$|\bresolution\b/u,
  /\b(?:is|are|s) (?:still |now )?(?:in the (?:oven|slow cooker|crock ?pot|instant pot|air fryer|microwave)|on the (?:stove|hob|grill|barbie)|marinating|defrosting|thawing|proving|rising)\b/u,
  /^(?:\w+ ){1,2}(?:marinating|defrosting|thawing) (?:in|on|overnight)\b/u,
  /\b(?:arrives?|arriving|coming|ready|here|delivered|done) in (?:about )?\d+\b|\b(?:is|are|s) on (?:its|the|their) way\b|\bbeing delivered\b/u,
  /\b(?:waiting (?:for|on)(?! (?:my |the |a |an |our )?(?:train|bus|flight|plane|taxi|cab|uber|doctor|dentist|appointment|kids|wife|husband|friends?|meeting|ferry|call)\b)|saving (?:room|space|myself)|holding out for)\b/u,
  /\b(?:cant|cannot|couldnt) decide\b|\b(?:deciding|torn|choosing|choose|debating|toss up) between\b|^debating\b/u,
  /^(?:i |we )?(?:may|might|could) (?:just |also |even )?(?:have(?! (?:been|gone|over\w+))|get|make|do|eat|try|order|go)\b/u,
  /\b(?:supposed to|meant to|trying (?:not )?to|try to|tryna|aiming to|hope to|intend to|promised? to|booked|reserved|reservation)\b/u,
  /^(?:i |we )?(?:probably |prob |prolly |maybe |def )?(?:will|ll|gonna|shall) (?:\w+ )?(?:have|try|get|make|do|eat|order|grab|be)\b/u,
];

/** Over the whole sentence: a hedge and a time to come (`tonight: salmon maybe`), a choice, stores. */
const TENTATIVE: readonly RegExp[] = [
  /^(?:i |we |just |also |then )*(?:bought|ordered|stocked|got|brought home) .*\b(?:for the (?:month|week|freezer|house|fridge|cupboard|weekend|pantry|party|office|whole \w+|family|flat|trip|fete|raffle|hamper|food bank)|in bulk)$/u,
  new RegExp(
    String.raw`\b(?:tonight|tonite|this evening|for dinner|for tea|for supper|${TOMORROW})\b.*\b(?:maybe|perhaps|possibly|probably|prob|probs|prolly|or something|i guess|hopefully)$`,
    'u',
  ),
  new RegExp(
    String.raw`^(?:maybe|perhaps|possibly|probably|prob|probs|prolly|hopefully)\b.*\b(?:tonight|tonite|this evening|${TOMORROW})$`,
    'u',
  ),
  new RegExp(
    String.raw`^(?:tonight|tonite|this evening|${TOMORROW}) (?:maybe|perhaps|possibly|probably|prob|prolly|hopefully)\b`,
    'u',
  ),
  /^\w+(?: \w+)? or \w+(?: \w+)?(?: for)? (?:tonight|tonite|dinner|tea|lunch|supper|later)(?: tonight)?$/u,
  new RegExp(String.raw`^(?:tonight|tonite|${DAY})\b.*\?$|\blater\?$`, 'u'),
];

const IF_ONLY = /\bif only\b|\bif i had\b/u;

const WISHES: readonly RegExp[] = [
  /\b(?:would do anything|do anything for|so hungry (?:i|that)|starving for|all i (?:want|need|can think)|cant stop thinking)\b/u,
  /^(?:i |we |really |so |omg |gosh |god |man |damn )*miss(?:ing)?\b(?! (?:out|vickie))/u,
  /\b(?:growling|rumbling|hankering|yearning|longing|jonesing|begging|screaming|calling|hungry) for\b|\bhankering\b/u,
  /\b(?:sounds?|would be) (?:so |really |pretty |like heaven |very )*(?:good|nice|great|amazing|lovely|perfect|delicious|bomb|fire|heavenly|yum|yummy)\b/u,
  /\bfeel(?:ing)? like (?:having|eating|ordering|making|getting|a|an|some)\b/u,
  /\b(?:drool(?:ing|ed)?|salivating|mouth (?:is )?watering) (?:over|at|for|about)\b/u,
  /^(?:i |we |you )(?:deserve|earned)\b/u,
  /\b(?:i|we) (?:could|can|would)(?: \w+)? (?:murder|demolish|destroy|smash|devour|kill)\b/u,
];

const RECIPES: readonly RegExp[] = [
  new RegExp(String.raw`\b${COOK}\b.*(?:${DURATION}|${HEAT})`, 'u'),
  new RegExp(String.raw`\b${COOK} for \d+`, 'u'),
  /^(?:step \d+ )?(?:mix|stir|fold|combine|whisk|beat|melt|heat|chop|drain|pour|add)\b.*\b(?:then|and|until|with|in|into) (?:\w+ ){0,4}(?:bake|fry|simmer|knead|fold|stir|whisk|serve|boil|roast|drain|cook|sprinkle|preheat|leave|refrigerate|chill|rest|soak|marinate|freeze|cool|blend)\b/u,
  /\btakes? (?:about |around |only |just )?\d+ (?:mins?|minutes?|hours?|hrs?)\b/u,
  /^step \d+\b|^serves \d+|^makes \d+ (?:servings|portions)|^method$|^ingredients\b/u,
  new RegExp(
    String.raw`\b(?:slow cooker|crock ?pot|instant pot|air fryer|oven)\b.*${DURATION}`,
    'u',
  ),
  /\b(?:boil|simmer|cook|bake|whisk|stir|knead|blend|fry|beat|heat)\b.*\buntil\b/u,
  /^for the (?:sauce|dough|marinade|filling|dressing|topping|batter|crust|glaze|frosting|icing)$|^(?:dough|marinade|batter|crust|glaze)$/u,
];

/** Whether a sentence as a whole is about food to come. `text` is how it was written. */
export function isIntended(sentence: string, text: string): boolean {
  if (IF_ONLY.test(sentence)) return true;
  if (EATEN.test(sentence)) return false;
  return (
    HOUSEHOLD.test(text) ||
    PRICE.test(text) ||
    [TENTATIVE, RECIPES].some((kind) => kind.some((pattern) => pattern.test(sentence)))
  );
}

/** Whether a clause is about food to come; what is listed behind it is too. */
export function isIntention(clause: string): boolean {
  if (EATEN.test(clause)) return false;
  return [SHOPPING, PLANNED, WISHES].some((kind) => kind.some((pattern) => pattern.test(clause)));
}

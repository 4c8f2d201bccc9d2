/**
 * Talk in which words of food mean something else, by what it is about, as patterns over the plain
 * lower-case words of a sentence. None holds where the sentence also tells of eating.
 */
const EATEN =
  /\b(?:i|we) (?:just |also |then |only |finally )?(?:had|ate|drank|got|eaten|eat)\b|^(?:just |then |and |also |so )*(?:had|ate|drank|having|eating)\b|\b(?:and|then|so|after(?:wards)?|before|but|breakfast|lunch|dinner|snack) (?:just |only )?(?:had|ate|drank|eaten|got|grabbed|celebrated|treated|devoured|demolished)\b|\b(?:had|ate) (?:\d|an?|some|the|my|half|one|it)\b|\b(?:ate|eaten) (?:it|them|one|some)\b/u;

/** How to make it, told to whoever reads: `to make the crust you cut the butter`. */
const TEACHING: readonly RegExp[] = [
  /^(?:to|how to|when you|if you) (?:make|cook|bake|fry|roast|prepare|grill|poach|boil)\b/u,
  /\b(?:secret|trick|key|tip|way|knack) (?:to|for|with|of) (?:\w+ ){0,3}(?:\w+ )?(?:is|are)\b/u,
  /\b(?:you|u) (?:just |then |first |simply |should |have to |will |want to |can |must |only )*(?:need \d|need a|need the|need some|cut|melt|mix|add|fold|stir|whisk|chop|fry|boil|simmer|roast|bake|knead|soak|marinate|season|pour|sprinkle|rub|beat|cream|blend|dice|slice|peel|rinse|drain|toast|let|leave|roll|cook)\b/u,
  /^(?:first |then |next |now |finally |always |never |and |please |just )*(?:season|soak|melt|whisk|knead|chop|dice|slice|peel|rinse|drain|marinate|simmer|preheat|combine|sprinkle|pour|saute|stir|beat|fold|blend|grate|sift|grease|garnish|baste) (?:the|your|in the|in a|a|an|some|it|them|together|with|until|up the|down the|well|everything|all|to taste|overnight|for \d+)\b/u,
  // These are also names of foods: `mash with gravy`, `roll and butter`.
  /^(?:first |then |next |now |finally |always |and |please |just )*(?:mash|crush|roll|rub|bake|boil|fry|roast|cook|cream|mix|cut|add|bring|serve|heat|steam|toss|let|leave|cover|chill) (?:the|your|it|them|together|until|up the|down the|everything|to taste|to a)\b/u,
  /(?<!\b(?:cooked|baked|fried|roasted|made|grilled|ate) (?:\w+ ){0,4})\b(?:until|till) (?:golden|tender|soft|brown|browned|translucent|smooth|fluffy|thick|thickened|set|crisp|crispy|combined|cooked through|done|doubled|al dente)\b/u,
];

/** What is said of food in general, or by somebody who knows better. */
const OPINIONS: readonly RegExp[] = [
  /^(?:my |the |our )?(?:doctor|gp|dietiti?an|nutritionist|nurse|trainer|coach|dentist|midwife|mum|mom|dad|wife|husband|everyone|people|they|scientists|experts|article|study)(?: \w+)? (?:says?|said|told|tells|reckons?|thinks?|wants me|stopped|has stopped|banned|has banned|advised|advises|recommends?|recommended|suggests?|suggested|claims?|warned|keeps? telling)\b/u,
  /^(?:apparently|fun fact|unpopular opinion|hot take|imo|imho|just read|i read|did you know|they say|people say|scientists say|turns out)\b/u,
  /\b(?:is|are|isnt|arent|not|was|be) (?:so |really |very |super |too |quite |actually )?(?:good|bad|great|high|low|rich|full|packed|healthier|better|worse|best|an? (?:great|good|rich|excellent) source) (?:for (?:you|your|the|kids|babies|digestion)|in (?:protein|potassium|fib(?:er|re)|sugar|salt|fat|iron|carbs|calories|vitamins?|calcium|sodium)|of (?:protein|potassium|fib(?:er|re)|iron|calcium|vitamins?|carbs|healthy)|than)\b/u,
  /\b(?:is|are) (?:by far |hands down |honestly |literally )?(?:the |my )?(?:best|worst|nicest|tastiest|most \w+|healthiest|favou?rite) (?:\w+ )?(?:fruit|food|meal|snack|vegetable|veg|drink|dessert|cuisine|thing ever|in the world|of all time|ever)\b/u,
  /\b(?:is|are) (?:life|love|bae|goated|overrated|underrated|superior|gross|disgusting|elite|mid|heaven)$/u,
  /\b(?:doesnt|does not|dont|do not|shouldnt|should never|should not) (?:belong|go|work|mix|taste)\b|\b(?:i|we)(?: have| ve)? never (?:really |been |even )?(?:liked?|understood|tried|a fan|keen|into|got the)\b|\bnot (?:really |exactly |much of )?(?:a |my )?(?:fan|thing)\b(?: of)?/u,
  /\b(?:an?|one|\d+|each|per|every) (?:\w+ ){1,3}(?:has|have|contains?|provides?) (?:about |around |roughly |only |like |over |nearly )?\d+ (?:g|grams?|kcal|cals?|calories|mg|protein|carbs)\b/u,
  /\b(?:smells|smelled|smelt|stinks|reeks) (?:of|like)\b|\bscent of\b/u,
];

/** What is ordered or served for somebody: by a waiter, a host, a cook for many. */
const SERVING: readonly RegExp[] = [
  /\bfor (?:delivery|collection|pick ?up|takeaway please)\b|\bto go please\b/u,
  /^(?:table|order|ticket|room) \d+ (?:wants?|needs?|ordered|asked|sent|is|are|has|waiting|still)\b|\bfor (?:table|room|bed) \d+\b|\bfor (?:the|that|a) (?:lady|gentleman|gent|gents|ladies|man|woman|customer|table)\b/u,
  /\b(?:served|sold|catered|dished out|handed out) (?:over |about |around |nearly )?(?:\d{2,}|loads|hundreds|dozens)\b/u,
  /\bguests (?:at|arrive|coming|are)\b|\b(?:mid|evening|lunch|dinner|tomorrows?) service\b|\bsous chef\b|\bkitchen (?:is |was )?(?:ran|slammed|closed)\b/u,
  /^happy (?:birthday|anniversary|easter|christmas|valentines|mothers day|fathers day|diwali|eid|new year)(?: day)?(?: \w+){0,3}$/u,
];

/** Matches, races and lifts: `west ham lost 2 0`, `new pb`. */
const SPORT: readonly RegExp[] = [
  /\b(?:pull ?ups?|push ?ups?|sit ?ups?|chin ?ups?|squats?|deadlifts?|bench press|lunges|burpees|curls|dips) (?:\d+ )?x \d+(?!.*\b(?:then|after|and an?|shake|breakfast|lunch|dinner)\b)/u,
  /\bwest ham\b|\b(?:green bay|hammers|leafs|packers)\b/u,
  /\b(?:beat|lost|won|drew|thrashed|hammered|stuffed|scored|vs|versus|kick ?off|full time|half time|playoffs?|league|cup final|derby|match|innings|wickets)\b.*\b\d+ (?:to |- )?\d+\b/u,
  /\b(?:match|game|derby|fixture|season|league|tournament|wickets|innings|striker|goalie|goalkeeper|midfield|playoffs?)\b.*\b(?:against|vs|versus|tonight|lost|won|beat|draw|final)\b|\b(?:lost|won|beat|draw) .*\b(?:match|game|derby|cup|league|season)\b/u,
  /^(?:a |another )?(?:new|big|huge|first|my|massive|5k|10k|half|marathon|parkrun|lift|deadlift|squat|bench)(?: \w+)? pbs?$|\bpb (?:by|of|for|in|at|today|this|deadlift|squat|bench)\b|\b(?:run|ran|race|marathon|parkrun|deadlift|squat|bench|press|lift|row|swim|5k|10k|mile|miles|km)\b.*\bpbs?$|\b(?:deadlift|squat|bench|press|parkrun|marathon|5k|10k) pb\b/u,
];

/** Garden, farm and water: what grows, lays or bites. */
const GROWING: readonly RegExp[] = [
  /\b(?:seedlings?|repot(?:ted|ting)?|pott(?:ed|ing) (?:up|on|out|the|some|my|our)|sow(?:ed|ing|n)|sprouting|(?:has|have|finally|are|is) sprouted|prun(?:ed|ing)|(?:in|at|on|down) (?:the |my |our )?(?:allotment|greenhouse)|raised beds?|veg(?:gie|etable)? (?:patch|garden|bed)|compost|in blossom|blossoming|in bloom|blight|slugs|aphids|weed(?:ed|ing)|fertili[sz](?:ed|er|ing)|ripening|ripen|mulch|hen house|coop|beehive|hives?)\b/u,
  /\b(?:is|are) (?:finally |nearly |still |almost |just )*(?:coming up|growing|flowering|ripe|fruiting|in flower|ready to pick)\b|\bplant(?:ed|ing) (?:out|up|in|the|some|my|our|more|a|\w+ing)\b/u,
  /\b(?:hens?|chickens?|ducks?|geese|quails?) (?:\w+ )?(?:laid|lay|laying|layed|stopped|escaped|hatched|started)\b|\bcollected (?:\d+ |the |some |a )?(?:\w+ )?eggs\b|\b(?:milked|milking|sheared|shearing|calving|lambing|herd|tractor|harvest(?:ed|ing))\b/u,
  /\b(?:picked|picking|foraged|foraging|gathered)(?! (?:up|off|at|out|on|through)\b) .*\b(?:with|in the|from the|at the|down the|along|off the|by the)\b/u,
  /\b(?:caught|landed|hooked|netted|released|reeled in) (?:a |an |\d+ |some |the |my |our )?(?:\w+ )?(?:trout|bass|salmon|mackerel|cod|pike|carp|tuna|crab|crabs|lobster|lobsters|fish|perch|walleye|catfish|snapper|prawns|eel)\b/u,
];

/** Devices, brands and games with the name of a food. */
const DEVICES: readonly RegExp[] = [
  /\b(?:phone|mobile|laptop|computer|tablet|smartwatch|handset|headphones)\b.*\b(?:apple|blackberry|orange|mango|raspberry)\b|\b(?:apple|blackberry|raspberry) .*\b(?:phone|laptop|computer|tablet|charger|upgrade|android|samsung|windows)\b/u,
  /\b(?:my|the|an?|new) (?:\w+ )?android\b|\bandroid (?:phone|tablet|version|\d)/u,
  /\b(?:apple|blackberry|orange|kellogg|nestle|pepsi) (?:announced|announces|launched|launches|released|releases|unveiled|shares|fixed|recalled|sued|wont|watch|event)\b/u,
  /\b(?:minecraft|roblox|fortnite|zelda|pokemon|stardew|skyrim|animal crossing|the sims|cookie clicker|fruit ninja|video ?game|gameplay|speedrun|level \d+)\b/u,
  /\b(?:printer|paper|traffic|door|gun|zip) jam(?:s|med)?\b|\bjam session\b|\bpie charts?\b|\bspam (?:calls?|texts?|messages?|likes)\b|\bspam(?:med|ming)\b/u,
  /\b(?:rice|slow|pressure|egg) (?:cooker|boiler|timer)s?\b(?!.*\b(?:chicken|beef|pork|stew|rice and|curry|chili|lamb)\b)|(?<!\b(?:from|in|using|with) (?:the |my |our |a )?)\b(?:bread|coffee|pasta|ice cream|popcorn) (?:maker|machine)s?\b|\b(?:toaster|kettle|blender|air ?fryer|saucepan|casserole dish|wok|frying pan|mixer|dishwasher|fridge|freezer|oven|microwave) (?:is|was|has|broke|arrived|came|died|packed|needs|wont|stopped|blew|on sale|in the sale)\b/u,
  /\b(?:red hot chil[il]i? peppers|black eyed peas|salt n pepa|smashing pumpkins|meat ?loaf album|the cranberries|american pie|mystic pizza|fried green tomatoes|cloudy with a chance|hell'?s kitchen|master ?chef|bake off|cooking show|cook ?book|mukbang)\b/u,
];

/** School, church, work and the road: what is written, taught, preached, programmed or hauled. */
const ELSEWHERE: readonly RegExp[] = [
  /(?<!\b(?:after|before|post|during|between|for) (?:\w+ ){0,2})\b(?:essay|dissertation|thesis|lecture|seminar|exam|quiz|assignment|homework|lesson|documentary|podcast|sermon|presentation|coursework|textbook)s? (?:on|about|due|was|is|tomorrow|today)\b|\bdissect(?:ed|ing)?\b|\b(?:bio|chem|biology|chemistry|science) (?:lab|class|exam|test|homework)\b|\bfamine\b/u,
  /\b(?:sermon|communion(?! (?:lunch|party|breakfast))|daily bread|our father|amen|gospel|psalm|parable|during lent|vicar|parish)\b/u,
  /\b(?:npm|pip install|docker|kubernetes|deploy(?:ed|ing|s)?|compil(?:e|ed|ing)|debug(?:ged|ging)?|pull request|javascript|typescript|localhost|stack overflow)\b|\binstall(?:ed|ing)? \w+ (?:failed|error|done)\b/u,
  /\b(?:haul(?:ing|in|ed)?|pallets?|truckloads?|reefer|trailer|freight|dispatch(?:er)?|warehouse|forklift|weigh station)\b|\bload of \w+ (?:to|for|from)\b/u,
  /\b(?:fire|smoke) (?:alarm|brigade)\b|\bsign ?up\b|\bwho (?:bringing|making|having|eating|nicked|got)\b/u,
];

/** Money, gossip and praise. */
const SLANG: readonly RegExp[] = [
  /\b(?:make|making|made|get|getting|earn(?:ed|ing)?|stack(?:ing)?) (?:that|this|some|the) (?:bread|dough|cheddar|cheese|bacon)\b(?! (?:and|with|for|on|toast|sandwich))/u,
  /\b(?:paid|pays?|paying|work(?:ing|ed)?|earning)(?: me| us| them| him| her)?(?: in| for)? peanuts\b|\bcost(?:s)? peanuts\b/u,
  /\b(?:its|is|was|thats|be|all) (?:all |just )?gravy(?: mate| baby| man| bro| now)?$|\b(?:thats|heres|thats the|spill the) tea(?: sis| girl| sister| spill\w*)?$|\bpiping hot tea\b/u,
  /\b(?:driv(?:es?|ing|en)|drove|went|going|go|gone|goes|send(?:ing)?|sent)(?: me| us| him| her| them| everyone| my \w+)?(?: completely| absolutely| totally)? (?:bananas|nuts|crackers)\b/u,
  /\bin (?:a |an )?(?:bit of a |real |right |proper |tight |such a )*(?:pickle|jam|stew)(?: (?:with|at|over|about|because|now|today)\b.*)?$/u,
  /\b(?:raised?|raising|made|make|propos(?:ed|e|ing)|gave) a toast (?:to|for|at)\b|\ba toast to\b|\b(?:wedding|best man) toast\b/u,
  /\b(?:am|is|are|im|he|hes|she|shes|were|youre|theyre|we are|so|absolutely|totally) (?:so |totally |absolutely |literally )?(?:cooked|toast|fried|salty|butter fingers|nuts|bananas|crackers)(?: fr| rn| now| mate| today| for (?:this|the) \w+)*$/u,
  /\bate (?:that|this|it) up\b|\band left no crumbs\b|\b(?:he|she|they) ate\b(?! (?:a|the|my|some|all|it|two|three|\d)\b)/u,
  /\b(?:my|his|her|your) (?:little |sweet )?(?:dumpling|pumpkin|honey bun|honeybun|sweetie pie|sweetie|cupcake|sugar plum|peanut|honey)(?: (?:is|was|turned|turns|started|called|said|has|pie|had (?:his|her|a)) |$)/u,
  /\bholy (?:guacamole|cow|moly|mackerel|crab|cannoli)\b|\bfor crying out loud\b|\bthe (?:whole|big) enchilada\b|\bcarrot and (?:a )?stick\b|\bcream of the crop\b|\bworth (?:a |your )?(?:hill of beans|beans)\b|\bhill of beans\b|\bbreadwinner\b|\bbaker dozen\b|\bstir(?:s|red|ring)? the pot\b|\bfish out of water\b|\bkettle of fish\b|\b(?:have|got|has) a full plate\b(?! of\b)|\bplate is full\b|\btoo much on my plate\b|\ba lot on my plate\b|\bfood for thought\b|\b(?:who|someone|somebody|he|she|dog|you|u) cut the cheese\b|\begg(?:ed|ing) (?:me|him|her|them|us) on\b|\begghead\b|\bmilk(?:ed|ing) it\b|\bcherry pick(?:ed|ing)?\b|\bpeach of a\b|\bplum job\b|\bhand on a plate\b|\bchalk and cheese\b|\bcash cow\b|\bsouped up\b|\bham(?:med|ming) it up\b|\bbeef(?:ed|ing) up\b|\b(?:my|our|her|his|the|your|their|neighbou?rs?|got a|new) sausage dog\b|\bcauliflower ear\b|\bpotato (?:quality|camera)\b|\bflat as a pancake\b|\bnot the full \w+\b|\bone sandwich short\b|\bsandwich short of\b|\bbrown as a berry\b/u,
];

/** `as sweet as pie`, `red as a beetroot`: an image, whatever the sentence is about. */
const SIMILE =
  /\bas (?!(?:much|many|good|big|well|soon|often|long|far|usual|little|few|large|same)\b)\w+ as (?:an? |the |two |my )?\w+|\b(?:easy|red|cool|flat|nutty|warm|slow|sweet|cold|thick|thin|keen|busy|white|quiet|brown|green|pale|mad|sour|tough|smooth|fit|wrinkled|bald|fresh|hot|gentle|soft|daft|sharp|rich|strong|tight|plain|bright|light|dry|stiff|round|black) as (?:an? |the |two )?\w+|\b(?:packed|squashed|squeezed|crammed|wedged|stuffed)(?: \w+)? like (?:an? |the )?(?:\w+ of )?\w+/gu;

// A recipe goes on to the end of its sentence; the others speak of their own clause:
// `lecture was boring so a muffin`.
const OF_SENTENCES = [TEACHING];
const OF_CLAUSES = [OPINIONS, SERVING, SPORT, GROWING, DEVICES, ELSEWHERE, SLANG];

/** Whether a sentence is about something else than a meal. */
export function isOtherMatter(sentence: string): boolean {
  return isAbout(sentence, OF_SENTENCES);
}

/** Whether one clause of it is. */
export function isOtherTalk(clause: string): boolean {
  return isAbout(clause, OF_CLAUSES);
}

function isAbout(said: string, kinds: readonly (readonly RegExp[])[]): boolean {
  return !EATEN.test(said) && kinds.some((kind) => kind.some((pattern) => pattern.test(said)));
}

/** The images of a sentence, as they stand in it. */
export function similesIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(SIMILE)].map(([found]) => found);
}

/**
 * Sentences about food that nobody has eaten, as patterns over the plain lower-case words of one
 * sentence. A sentence that matches is left out as a whole.
 */
const QUESTIONS: readonly RegExp[] = [
  /^(?:so |hey |hi |ok )?(?:how (?:many|much|do|does|can|to|long|about|is|are)|what(?:s| is| are| should| can| does| do)?|which|why|when|where|who|is|are|can|could|should|does|do|did|would|will)\b(?!.*\b(?:i|we) (?:just |already )?(?:had|ate) ).*\?$/u,
  /^(?:how (?:many|much|to|do|long)|what(?:s(?! left)| is(?! left)| are| should| can))\b/u,
  /^(?:is|are) .* (?:healthy|bad|good|fattening|ok|okay|allowed|keto|vegan|gluten)\b(?! (?:that |how )?(?:i|we) (?:just |already )?(?:had|ate))/u,
  /^(?:can|could|may|should|must|shall) (?!of\b|i have had\b)(?:\w+ ){1,3}(?:eat|have|drink|get|freeze|cook|use|reheat|be|replace|substitute|give)\b(?!.*\b(?:had|ate)\b)/u,
  /^should i\b/u,
  /^(?:is|are|was|were) .*\b(?:better|worse|healthier|cheaper|lighter|heavier|more|less)\b/u,
  /^(?:is|are) (?!.*\b(?:had|ate|eaten|drank)\b)\w+ \w+/u,
  /^(?:does|do(?! not\b)|why(?! did (?:i|we) (?:just )?(?:eat|have|drink|order))|which|could(?! only| have been)|would(?! you believe)|can (?:you|i|we|someone)|is (?:it|there|a|an|the)|are there|any) (?!.*\b(?:i had|i ate|we had|we ate)\b)/u,
  /^what (?!(?:i|we) (?:just |actually )?(?:had|ate|drank|eat|have eaten)|(?:was|is|s) left|(?:the |my )?\w+ (?:left|didnt)|a (?:day|week|night|morning|afternoon|weekend|feast|treat)\b)/u,
  /\b(?:how|what|which|why|should|does|can i|or)\b.*\?$/u,
  /\b(?:recommendations?|suggestions?|places nearby|near me)\b/u,
  /^(?:whats the )?best \w+(?: \w+)? in \w+(?: \w+)?$|^(?:whats the )?best .*\b(?:in town|around here|in the city|ever)\??$/u,
  /^(?:(?:starving|hungry|ok|so|hey|omg|wait|and) )?(?:where|who|whos|whose|when)(?:s|res)? (?!do i (?:start|begin)\b)(?:is|are|ate|has|took|stole|did|does|do|was|can|the|my|wants?|invented|makes|sells|else)\b/u,
  /^(?:has )?(?:anyone|anybody|has anyone|does anyone)\b|^how about\b|^what about\b|^(?:is|are) (?:it|there|this|that|they)\b(?!.*\b(?:i|we) (?:just |already )?(?:had|ate)\b)/u,
  /^(?:please |pls |can you |could you |hey )?(?:undo|edit|remove|delete|change|update|correct|replace|show|export|copy|repeat|cancel|clear|reset)(?! with|.*\bit was\b)\b.*\b(?:yesterday|last|my|log|entry|entries|meal|the|all|today|previous|it|that|everything|calories|data|account)\b/u,
  /^(?:undo|edit|delete|cancel|help|settings|reset|export)$/u,
  /^(?:calories|kcal|macros) (?!from\b)\p{L}+(?: \w+)?\??$|\b(?:calories|kcal|macros)\?$|\b(?:calories|protein|carbs|fat|sugar|fib(?:er|re)|sodium) in\b.*\?$/u,
  /\b(?:any idea|anyone know|nutrition facts|calories (?:in|of|for|does)|calorie count|difference between)\b/u,
];

/** What goes on through a list: `shopping list: eggs, bread`. */
const PLANS: readonly RegExp[] = [
  /^recipes?\b(?! from\b)/u,
  /\b(?:meal|menu|diet) plan\b|\bmeal ?prep(?:ping)? (?:list|ideas?|plan)\b|^menu(?: for)?\b/u,
  /^(?:please )?order (?!of\b|was\b)\w+.*\bfor (?:the|my|us|everyone|all)\b/u,
  /^(?:will|shall|ll) (?:be )?(?:have|having|eat|eating|get|getting|make|making|try|order|cook|grab|drink)\b/u,
  /\b(?:shopping(?! mall| cent)|grocery|groceries|to ?do) ?(?:list|run|trip)?:?\b.*/u,
  /\b(?:(?<!\boriginal )recipes?|ingredients|instructions|directions) (?:for|of|to)\b/u,
  /\b(?:remind me|reminder|dont forget(?!.*\b(?:this morning|earlier|yesterday|i had|we had)\b)|remember to|add to (?:cart|list|basket))\b/u,
  /(?<!\b(?:before|ahead of) (?:\w+ ){0,4})\b(?:tomorrow|next week|next time|this weekend|later tonight)\b(?!.*\b(?:had|ate|eaten|drank)\b)/u,
  /\b(?:i ?ll|i will|we will|well (?:have|be|get|do|make|eat|go|order|try|cook|grab|need|buy|drink|see|probably|prob|just|all)|gonna|going to|im going|about to|(?<!\b(?:had|ate|eat|ordered|got) (?:\w+ ){1,5}(?:he|she|they|i|we|you|kids) )(?:want|wants|wanted)(?! to (?:log|add|track|record|enter))|wanna|wish|wishing|craving(?! (?:satisfied|cured|fixed|sorted|met))|crave|hope to|hoping|planning|plan to|plan on|thinking (?:about|of)|considering|might(?! (?:be|have been) (?:my|the|a|about|around|\d))|should(?! (?:have (?:stopped|been)|(?:probably |also )?(?:mention|add|note|say|log|confess|admit)))|(?:would like|id like|id love|would love)(?! to (?:log|add|track|record|enter))|could (?:really )?(?:go for|murder|eat)|kill for|fancy(?:ing)? (?:a|an|some)|dying for|need to(?! (?:log|add|track|record|enter))|needs? (?:some|more|a|an)|must (?:buy|get|eat)|have to (?:buy|get|make|eat)|let us|lets|dream(?:ing|t)? (?:of|about)|looking (?:for|forward to)|can t wait|cant wait|(?<!\bnot )in the mood)\b(?!.*\b(?:so (?:i )?(?:had|ate|got)|ended up|but (?:had|ate))\b)/u,
  /\b(?:could|should|would|might) have (?:had|eaten|ordered|chosen|got|picked|gone for|made)\b/u,
  /\b(?:buy|buying|purchase|pick up(?! order)|stock up|restock|r[au]n out of|running out of|out of stock|order more|defrost(?:ing)?|thaw(?:ing)?|marinat(?:e|ing)|preheat(?:ing)?|meal prep(?:ping)? for)\b/u,
];

/** What somebody did with food other than eating it. */
const UNEATEN: readonly RegExp[] = [
  /^(?:we are |were |i am |im )?(?:all |nearly |almost )?out of\b/u,
  /\b(?:smells?|smelled|looks?|looked|feels?) like\b|\b(?:smells?|looks?) (?:so |really |absolutely |bloody )?(?:amazing|good|delicious|great|lovely|unreal|nice|tasty|yum|yummy|divine|incredible)\b(?!.*\b(?:had|ate|eaten|drank)\b)/u,
  /\bordered\b.*\bfor the (?:\w+ )?(?:office|team|meeting|party|class|staff|event|conference)\b(?!.*\b(?:had|ate|me)\b)/u,
  /\bfor (?:my |the |our )?(?:hair|skin|face|plants?|birds?|garden|dogs?|cats?|hens|horses?|ducks|lips|nails)\b/u,
  /\bfor (?:\d+|all the|the whole) (?:\w+ )?(?:people|guests|visitors|adults|kids|children|students|of them|family|village|team|office)\b(?!.*\b(?:had|ate|eaten|drank)\b)/u,
  // A child's or a pet's dinner that went everywhere else, or came back.
  /\b(?:all )?over (?:the|my|his|her|our|their) (?:\w+ )?(?:floor|carpet|wall|walls|sofa|couch|laptop|keyboard|chromebook|shirt|dress|car|bed|rug|table|homework|phone|face|hair)\b(?!.*\b(?:had|ate|eaten|drank)\b)/u,
  /\b(?:brought|chucked|puked|sicked|coughed) (?:\w+ ){0,2}(?:back )?up\b|\bput (?:it|them) back\b/u,
  /\b(?:put|putting|stuck|left) (?:\w+ ){1,4}(?:in the (?:freezer|fridge|bin|oven|compost)|out for|aside|down for)\b(?!.*\b(?:had|ate|eaten|drank)\b)/u,
  /\b(?:plants?|flowers?|dog|cat|car) needs?\b/u,
  /\b(?:is|was|are) on (?:tv|netflix|sale|offer|youtube)\b/u,
  /\b(?:listening to|listened to|watching|reading|playing|played|studying|googling|dressed as|dressing up as|named (?:my|our|the|his|her))\b(?!.*\b(?:had|ate|eaten|drank)\b)/u,
  /\b(?:hated|disliked|despised?|loathed?|detest(?:ed)?|couldnt stand|cant stand)\b(?!.*\b(?:had|ate|eaten|drank)\b)/u,
  /\b(?:catered|served|hosted|delivered|shipped|stocked|donated|auctioned)\b.*\b(?:for|to|at) (?:the|a|an|my|our|his|her)\b/u,
  /^(?:do you |you )?remember (?:those|that|when|the|how|our|all)\b/u,
  /\b(?:in (?:19|20)\d\d|years? ago|last (?:year|summer|winter|month)|back in)\b/u,
  /^(?:i |we )?(?:met|meeting|saw|called|texted|phoned|visited|hugged|dated|dating) (?!.*\b(?:had|ate|eaten|drank|having|eating)\b)/u,
  /^(?:i |we )?(?:dropped|broke|lost|cracked|smashed|washed|cleaned|polished|fixed|charged|parked) (?:my|the|a|our|his|her) (?!fast\b|.*\b(?:had|ate|eaten|drank)\b)/u,
  /\b(?:hate|hates|dislike|allergic|intolerant|avoid|avoiding|cut out|quit|giving up|gave up|stopped eating|no longer eat|i love|i like|we love|prefer)\b(?!.*\b(?:had|ate|eaten|drank)\b)/u,
  /\b(?:saved|saving|kept|keeping|left(?! over)|leaving) .*\b(?:for (?:later|tomorrow|the|my)|at home|in the fridge|on the plate)\b/u,
  /\b(?:passed on|declined|refused|turned down|said no|say no|was offered|offered me|dream(?:ed|t|ing)|resisted|sent back|donated|spilled|spilt|feed|vomited|threw up)\b/u,
  /\b(?:gave(?! me| us)|give|giving|handed|mailed|sent|threw)\b.*\b(?:to|away|out|back|everyone|them|him|her)\b(?!.*\b(?:had|ate|eaten|drank)\b)/u,
  /\b(?:made|make|making|baked|bake|baking|cooked|cook|cooking|bought|brought|prepared|prepping)\b.*\bfor (?:the|my|a|our|his|her) (?!breakfast|lunch|dinner|supper|brunch|snack|dessert|first|road)\w+(?!.*\b(?:me|us|myself)\b)/u,
  /^(?:please )?(?:make|get|bring|order|pass|hand|fetch|buy) me\b/u,
  // Gone off, broken, thrown out.
  /\b(?:was|were|is|are|had gone|has gone|gone|went|turned|smelt|smelled) (?:all |a bit )?(?:off|sour|mouldy|moldy|rancid|rotten|manky|out of date|past (?:its|their) best)\b(?! (?:the|at|to|by|with|in|work|on)\b)|\bmou?ld (?:on|in)\b|\b(?:exploded|leaked|tipped over|burst (?:in|on|open|all))\b/u,
  /\b(?:threw|chucked|lobbed|tossed|poured|tipped|flushed|scraped|dumped) (?:\w+ ){1,4}(?:in|into|down|out|away) (?:the |my )?(?:bin|sink|drain|toilet|compost|rubbish|trash|garbage|gutter)\b/u,
  // Long ago.
  /\bwhen (?:i|we) (?:was|were) (?:a (?:kid|child|boy|girl|lad|lass|student|baby)|young|younger|little|small|kids|children|growing|\d+ years)\b|\bin (?:my|our) (?:days?|youth|childhood)\b|\bback then\b|\bduring the war\b|\brationing\b/u,
  /\b(?:almost|nearly|so close to|came close to) (?:had|ate|got|ordered|drank|bought|made|grabbed|having|eating|buying|ordering|gave in|caved)\b/u,
  /\b(?:didnt|did not|never|havent) (?:actually |even )?(?:end up|ended up|get round to|get around to|go for)\b|\bended up not\b|\b(?:decided|opted|chose) (?:against|not to)\b|\b(?:gave|giving) (?:it|them|the \w+(?: \w+)?) a miss\b/u,
  /\b(?:brought|made|cooked|grilled|baked|ordered)\b.*\b(?:(?:in )?to (?:work|school|the office)|for (?:everyone|everybody)|for the (?:team|office|class|whole \w+))$/u,
  /\b(?:binned|spat (?:it |them )?out|spit (?:it |them )?out|put (?:it|them|everything|all) away|gone (?:off|bad|mouldy|moldy)|went (?:off|bad|mouldy|moldy)|(?:was|were|is|are) (?:all )?(?:mouldy|moldy|rotten|rancid|raw|expired|inedible))\b(?!.*\b(?:had|ate|eaten|drank)\b)/u,
  /^(?:\w+ )?\w+ makes (?:the|a|an|such|some|really|very|lovely|nice|delicious|great|amazing|awesome|good) (?:\w+ )*\w+$(?<!\b(?:had|ate|eaten|drank)\b.*)/u,
  /\b(?:left|forgot) (?:my|the|our|his|her) .*\b(?:on|in|at) (?:the|my|a)\b(?!.*\b(?:had|ate|eaten|drank)\b)/u,
  /\bfor (?:himself|herself|themselves)\b(?!.*\b(?:had|ate|eaten|drank)\b)|^(?:his|her|their) (?:breakfast|lunch|dinner|supper|snack|meal) (?:is|was)\b/u,
  /\b(?:fell|falls|dropped|rolled|slipped) (?:on(?:to)?|off|out of|in(?:to)?) (?:the|my|a) (?:floor|ground|road|street|pavement|sink|bin|mud|sand|water|car|table|plate|counter|grill|bag|fire|sidewalk)\b(?!.*\b(?:had|ate|eaten|drank)\b)|\bcancel+ed\b/u,
  /\bknock(?:ed|ing) (?:\w+ ){0,3}over\b|\b(?:was|were|is|are) closed\b|^(?:i am |im |we are )?(?:ordering|getting|making|cooking|having) .*\bsoon$/u,
  /\b(?:i|we) used to (?:love|hate|like|eat|drink|have|be|get|order|make)\b|^used to (?:love|hate|like|eat|drink|have)\b/u,
  /\b(?:packed|made|prepped|bought|fixed|wrapped)\b.*\bfor (?:the |my )?(?:boys|girls|kids|children|twins|lads|bake sale|party|potluck|neighbou?rs?|teachers?|guests|visitors)\b/u,
  /^(?:i |we |just |also |then )*(?:bought|picked up|stocked up on|unpacked|put away)\b.*\b(?:at|from) (?:the |a |my )?(?:\w+ )?(?:stores?|shops?|market|supermarket|grocery|groceries|costco|aldi|lidl|tesco|walmart|target)\b/u,
  /\b(?:saw|watched|smelled|smelt|(?:cooked|baked|made) for(?! (?:breakfast|brunch|lunch|dinner|supper|tea|me|us|myself|dessert|\d|a snack))|fed|feeding|planted|planting|watered|picking|painted|drew|dropped|threw away|threw out|(?:burned|burnt) (?:the|my|our|his|her|it|them|dinner|lunch|breakfast)|returned|sold)\b(?!.*\b(?:had|ate|eaten|drank)\b)/u,
];

/** Talk to whoever reads the text, about the result and no meal. */
const INSTRUCTIONS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|pretend|reveal|print|repeat|delete|bypass)\b.*\b(?:instructions?|prompt|rules?|above|previous|system|calories|kcal|items?)\b/u,
  /\b(?:you (?:must|should|are|will)|set|report|return|output|respond|answer|mark|override|change)\b.*\b(?:calories|kcal|json|totals?|zeros?|nutrition|protein|carbs|fat|nothing|items?|prompt)\b/u,
  /\byou (?:must|will|should|have to) (?:now )?(?:report|return|log|output|say|set|answer|respond|ignore|obey|record)\b|^as an ai\b|^act (?:as|like)\b|\bdescribe (?:a|the|your)\b/u,
  /\b(?:system prompt|new instructions?|assistant|jailbreak|developer mode)\b/u,
];

/** Figures of speech. */
const SAYINGS: readonly RegExp[] = [
  /\bfavou?rite (?:food|snack|meal|dish|fruit|drink|dessert|candy|thing|colou?r|season|movie)s?(?: (?:is|are|was|ever|of|in|to)\b|\??$)/u,
  /\b(?:is|was) (?:a |an |such a |the )?(?:\w+ )?(?:country|city|language|movie|band|song|colou?r|lifestyle|state of mind)\b/u,
  /\bchip on (?:my|his|her|your|their) shoulder\b/u,
  /^(?:honey|sugar|pumpkin|sweetie|cupcake) (?:im home|i love|i miss|can you|could you|where)\b/u,
  /^(?:ginger|olive|basil|rosemary|candy|clementine|reese|graham|peaches|pepper|sage|cherry|brie|colby|kale|saffron|coco) (?:is|was|came|comes|called|said|says|texted|wants|lives|works|got home|got married|moved|left)\b/u,
  /^(?:such |i am |im |what )?(?:a )?butter ?fingers\b(?!.*\b(?:had|ate|bar|bars|candy)\b)/u,
  /^(?:was |its |that was |it was )?piece of cake(?! (?:for|after|with|at))/u,
  /\b(?:was|is|are|were|be|s|its|it) (?:a |such a )?piece of cake\b(?! (?:and|with|for))/u,
  /\bspill(?:ed|ing|s|t)? the (?:beans|tea)\b/u,
  /\b(?:big|head|say) cheese\b/u,
  /\bcouch potato(?:es)?\b/u,
  /^(?:(?:he|she|you|they|we|i) (?:is|are|was|were|am)|hes|shes|youre|theyre|im)(?: just| such| so| like| really)? (?:a |an |the )?(?:\w+ ){0,2}\w+$(?<!\b(?:eat|ate|eating|having|had|drank|drinking|got|fast|fasting|starving)\b.*)/u,
  /^(?:that|thats|that is|this is|its|it is|youre|you are|im|i am|were) (?:so |totally |all )?(?:bananas|nuts|toast|corny|cheesy|peanuts|cake|fishy|beefy)$/u,
  /\b(?:bad|good|tough) egg$/u,
  /\b(?:proof is in the pudding|have your cake|spice of life|cats and dogs|what you eat|nuts and bolts|salt of the earth|goose bumps?|goosebumps|chicken pox|salad days|butter wouldnt melt|for scale|sugar (?:crash|crashed|rush|high)|pie in the sky|pies in the sky|gone pear shaped|full of beans|milk run|bread winner|peanut gallery|wild goose chase|chicken or the egg)\b/u,
  /^(?:new york )?(?:in |visited |love )?the big apple\b/u,
  /\bbeef with (?:my|his|her|their) \w+$/u,
  /\bcool as a cucumber\b/u,
  /\bapple of (?:my|his|her|your)\b/u,
  /\bnot my cup of tea\b/u,
  /\bbigger fish to fry\b/u,
  /\bin a (?:bit of a |real |right |tight )?(?:pickle|jam|nutshell)$|\bin a nutshell\b|\b(?:went|go|gone|going) pear ?shaped\b|\bcar (?:is|was) a (?:real |total )?lemon\b|\blet them eat cake\b|\b(?:a|political|like) hot potato\b(?! with\b)|\b(?:sour grapes|bad apple|top banana|rotten egg)\b/u,
  /\b(?:go|went|going|gone) (?:bananas|nuts)\b/u,
  /\b(?:egg|eggs) on (?:my|his|her|your|their) face\b/u,
  /\bwalking on eggshells\b/u,
  /\bbring(?:ing|s)? home the bacon\b/u,
  /\b(?:icing|cherry) on (?:the|top)(?: of)?(?: the)? ?(?:cake)?$/u,
  /\b(?:take|took|taken|taking|with) (?:\w+ ){0,2}(?:grain|pinch) of salt$|\bsalt of the earth\b/u,
  /\bthe (?:best|greatest) thing since\b|\bcream of the crop\b|\bpeas in (?:a|the same) pod\b|\bin a pod$/u,
  /\bcount (?:your|my|his|her|their|the) chickens\b|\bload of (?:baloney|tripe|bologna)\b|\bapple a day\b/u,
  /\buse (?:your|my|his|her) (?:noodle|bean|loaf)\b|\bworth (?:his|her|my|your|their) salt\b/u,
  /\b(?:life|love|he|she|it|this|that|work|today|everything|people|men|women) (?:is|s|was) (?:just )?like (?:a |an |the )/u,
  /^(?:my |his |her |the )?(?:legs?|arms?|brain|head|mind|knees?|body|muscles|abs|thighs) (?:is|are|was|were|feels?|felt|turned|went)\b(?!.*\b(?:had|ate|eaten|drank)\b)/u,
  // `red as a beetroot`, `easy as pie`; `packed like sardines`
  /^(?:\w+ ){0,3}(?:easy|red|cool|flat|nutty|warm|slow|sweet|cold|thick|thin|different|keen|busy|white|quiet|hot|american|brown|green|pale|mad|sour|tough|smooth|fit|wrinkled|bald|useful|fresh|sure|happy) as (?:an? |the |two )?\w+(?: \w+)?$/u,
  /\b(?:packed|squashed|squeezed|crammed|spread|dropping|selling|going|sold|split|grinning|sweating|melting|melted|cracked|peeled)(?: \w+)? like (?:an? |the )?\w+(?: \w+)?$/u,
  /\bupset the apple ?cart\b|\bpie hole\b|\bcheesed off\b|\b(?:is|are|was|were|just|thats|its|but) small potatoes\b|\bfull of (?:baloney|hot air)\b|\bone in the oven\b|\bbun in the oven\b|\bcash cow\b|\bnest egg\b|\b(?:is|are|was|thats|its|totally|literally|so) my jam$|\btake the (?:cake|biscuit)\b|\btakes the (?:cake|biscuit)\b|\bapples (?:and|to|with) oranges\b|\bcut the mustard\b|\bram+ed? down\b|\bhalf baked (?:idea|plan)\b|\bbig kahuna\b|\bpickle (?:im|i am|we are) in\b|\bsugar ?coat(?:ed|ing)?\b (?:it|the truth)|\bhard nut to crack\b|\bin hot water\b|\bgo(?:es|ne|ing)? cold turkey\b|^cold turkey$|\bquit .*cold turkey\b|\bas the saying goes\b/u,
  /\b(?:smart|tough) cookie\b/u,
  /\bcookie crumbles\b/u,
  /\bcr(?:y|ying|ied) over spil(?:led|t) milk\b/u,
  /\b(?:have|has|had|got) (?:a )?beef with (?:my|his|her|their|him|them|you|me|us|that|those|some(?:one|body)|every(?:one|body)|the \w+(?:s|er|or)$)\b/u,
  /\b(?:bread and butter) (?:of|is|was)\b/u,
  /\bgravy train\b/u,
  /\blow hanging fruit\b/u,
  /\bcarrot and (?:the )?stick\b/u,
  /\b(?:is|are|was|were) (?:so )?(?:toast|nuts|bananas|corny|cheesy)$/u,
  /\bput all (?:my|your) eggs\b/u,
  /\bsell(?:s|ing)? like hot ?cakes\b/u,
  /\bfull of (?:beans|baloney)\b/u,
  /^(?:he|she|it|that) (?:an? |such |the |one |just )(?:\w+ ){0,2}\w+$|\bapple (?:doesnt|never|didnt|does not) fall\b|\bbeat around the bush\b|\bbutter(?:s|ed|ing)? (?:me|him|her|them) up\b/u,
];

/** Sold, not eaten. */
const ADVERTS: readonly RegExp[] = [
  /\b(?:click (?:here|now|below)|limited time|free (?:trial|shipping|delivery)|promo code|use code|discount code|\d+% off|buy (?:now|one|\d)|order now|sign up|subscribe|act now|unsubscribe|visit our)\b/u,
  /\b(?:lose|drop|shed|burn|melt) (?:up to )?\d+ ?(?:lbs?|pounds?|kgs?|kilos?|inches)\b/u,
];

/** Foods named as part of something that nobody eats. */
const THINGS: readonly RegExp[] = [
  /\b(?:flights?|flew|fly(?:ing)?|layover|airport|train|drove|driving|road trip|travel(?:l?ed|l?ing)?|moved|moving|weekend|holiday|vacation|born|grew up|lives?|living|stuck) (?:\w+ )?(?:from|to|in|at|through|via|near)\b(?!.*\b(?:had|ate|eaten|drank|got|grabbed)\b)/u,
  /\b(?:orange|olive|salmon|peach|lime|mint|plum|cherry|chocolate|mustard|lemon|cream|coffee|apricot|wine|cranberry|pumpkin|avocado)(?: (?:and \w+|green|pink|colou?red))? (?:sneakers|shirt|t-shirt|dress|hat|bag|car|couch|sofa|walls?|nails?|paint|sweater|hoodie|jumper|jacket|coat|leggings|jeans|pants|shorts|tie|scarf|boots|shoes|socks|curtains|rug|lipstick|bike)\b/u,
  /\b(?:dated|dating|married|engaged|divorced|hired|(?<!\b(?:wood|stone|coal|oven|all) )fired|promoted|birthday party)\b(?!.*\b(?:had|ate|eaten|drank)\b)/u,
  /^(?:ginger|olive|basil|rosemary|clementine|sage|candy|honey|pepper|graham|reese|colby|brie|saffron|coco|cherry|peaches)(?: and \w+)? (?:made|cooked|bought|brought|came|is|was|are|were|called|said|says|texted|wants|lives|works|got|helped|invited|took|gave|picked|dropped|visited|left|and i)\b/u,
  /\b(?:work(?:s|ed|ing)?|job|shift|interview|manager|waiter|waitress) (?:at|in|for) (?:a |the |my |our )(?!.*\b(?:had|ate|eaten|drank|got|grabbed)\b)/u,
  /\bbean ?bags?\b|\b(?:tasting|cooking|baking) (?:class|course|event|tour|workshop)\b(?!.*\b(?:had|ate|eaten|drank)\b)/u,
  /\b(?:is|are|was|got|keeps?|went|just) (?:broken|broke|leaking|clogged|faulty|jammed|stolen|crashing|crashed|dead|ruined|beeping|flat)$/u,
  /\b(?:class|classes|workshop|lessons?|competition|contest|masterclass)$(?<!\b(?:had|ate|eaten|drank)\b.*)/u,
  /^\w+ the (?:dog|cat|squirrel|hamster|horse|rabbit|bunny|pony|bird|parrot|elf|goat|pig)\b/u,
  /\b(?:(?:of|read|reading|finished|started|rereading) milk and honey|green eggs and ham|grapes of wrath|clockwork orange|james and the giant peach|charlie and the chocolate factory|a (?:book|novel|poem|film|movie|song|podcast) (?:called|about))\b/u,
  /\b(?:green bay )?packers\b|\bcheese ?heads?\b/u,
  /\b(?:motor|engine|baby|massage|essential|hair|body|crude|lamp|brake|tea tree) oil\b/u,
  /\b(?:computer|silicon|poker|casino|wood|paint|graphics|micro) ?chips?\b/u,
  /\b(?:blood|fasting) (?:sugar|glucose)\b|^(?:my |his |her |the )?(?:morning |evening )?sugars? (?:was|were|is|are|at|reading|levels?|came|still|up|down|high|low)\b/u,
  /\b(?:java|javascript|python) (?:developer|code|script|class|programming)\b/u,
  /\braspberry pi\b/u,
  /\b(?:spam|cookie|cookies) (?:email|emails|mail|folder|filter|policy|settings|banner|consent)\b/u,
  /\b(?:body|hand|face|shaving|sun|eye|skin|night|anti-?aging) (?:cream|butter|lotion|oil|scrub)\b/u,
  /\b(?:ham|banana) (?:radio|republic)\b/u,
  /\bcandy crush\b/u,
  /\bheart (?:rate|beat|attack|disease|burn)\b/u,
  /\bice ?cream truck\b/u,
  /\bbouquet of\b/u,
  /\b(?:dog|cat|pet|bird|fish|horse|rabbit|hamster|chicken|duck) (?:food|treats?|seeds?|feed|feeder)\b/u,
  /\b(?:a|first|blind|hot|dinner|double) date\b/u,
  /\b(?:is|was|s|called|named) (?:named|called)\b|\bname is\b|\bs name\b|\bis .* name\b/u,
  /\bdr[ai]nk the kool aid\b/u,
  /^(?:hey|hi|hello|thanks|thank you|sorry|love you|bye|night|good night|morning) (?:honey|pumpkin|sweetie|cupcake|sugar|peanut|muffin|dumpling)s?\b/u,
  /^(?:please )?(?:tell|write|sing|draw|translate|define|explain|describe|compose|generate|summarize|google|find|play|text|email|schedule|delete)\b/u,
  /\b(?:toilet|drum|eye|barrel) rolls?\b/u,
  /\bbars? of soap\b|\bbar exam\b/u,
  /\bvitamins? [a-k]\d*\b(?! milk)/u,
  /\b(?:chocolate|golden|yellow) (?:lab|labrador|retriever)\b/u,
  /\bapple (?:stock|stocks|store|music|pay|tv|card|care)\b/u,
  /\brusty nails?\b(?!.*\b(?:cocktail|drank|drink|scotch|bar)\b)/u,
];

// What stands behind a food word and takes it over: the tank of `fish tank`.
const TAKES_OVER =
  /\b(?:watch|trot|moon|carving|do list|watches|tanks?|vacation|holiday|photos?|pictures?|phones?|iphone|macbook|ipad|laptop|store|stock|stocks|shares|paint|developer|shortage|company|movie|film|song|band|album|street|road|avenue|county|farm|farmer|farming|tree|trees|orchard|garden|field|fields|patch|plantation|blossoms?|emoji|stickers?|toy|costume|shirt|t-shirt|socks|shoes|sneakers|trainers|boots|sandals|handbag|curtains|airport|trip|nail polish|factory|shampoo|conditioner|soap|candle|candles|perfume|lotion|lipstick|scent|scented|knife|knives|fork|grater|peeler|slicer|cutter|opener|cooker|maker|machine|grinder|spinner|holder|basket weaving|press|table|tables|towel|towels|cloth|mug collection|cozy|spray|hook|hooks|net|nets|boat|market prices|price|prices|coop|wire|fight|fights|race|races|maze|bird|birds|fly|flies|worm|worms|dog leash|phone case|case|wallpaper|green paint|colou?r(?:ed)?|called|texted|emailed|phoned|told|asked|said|calls|texts|developer|conference|account|email|emails|app|update|download|software|code|script|keyboard|mouse|screen|charger|cable|plant|plants|seedlings|bush|bushes|hunt|hunting|fishing|allergy|allergies|intolerance|retention|bills?|leaks?|heater|pipes?|meter|polo|balloons?|festival|museum|song lyrics|lyrics|playlist|singer|concert|tickets|tattoo|jewelry|necklace|earrings|pillow|blanket|rug)\b/u;

/** `can you log a bowl of soup`: asked of the diary, and a meal. */
const LOGGING =
  /^(?:hi |hey |hello |ok |please |pls |can |could |would |will |you |u )*(?:log|add|track|record|enter|note|save|put (?:down|in)) (?:for (?:me|breakfast|lunch|dinner) )?(?:an? |one |two |my |the |some |\d|\p{L}+ (?:and|with|to my)\b)(?!.*\b(?:yesterday|again|last|list|cart|basket|same|water intake)\b)/u;

/** Whether a sentence asks to write a food down. */
export function isLogging(sentence: string): boolean {
  return LOGGING.test(sentence);
}

/** Whether a sentence tells of no eating: a question, a saying, a thing. */
export function isNoMeal(sentence: string): boolean {
  return [QUESTIONS, SAYINGS, ADVERTS].some((kind) => kind.some((p) => p.test(sentence)));
}

/** Whether a clause is about a thing with a food in its name: `went to the apple store`. */
export function isThing(clause: string): boolean {
  return THINGS.some((pattern) => pattern.test(clause));
}

/** Whether a clause tells of food that was not eaten but given, saved, cooked for others. */
export function isUneaten(clause: string): boolean {
  return UNEATEN.some((pattern) => pattern.test(clause));
}

/** Whether a clause tells the reader what to answer. */
export function isInstruction(clause: string): boolean {
  return INSTRUCTIONS.some((pattern) => pattern.test(clause));
}

/** Whether a clause is about food that nobody has eaten yet, or ever. */
export function isPlan(clause: string): boolean {
  return PLANS.some((pattern) => pattern.test(clause));
}

/** Whether a word behind a food word takes it over: `apple watch` names no apple. */
export function takesOver(word: string): boolean {
  return TAKES_OVER.test(word);
}

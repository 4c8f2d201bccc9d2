import { stemSet } from './word-sets.js';

/** Whether a word is common English and names no food: it is neither a slip nor an unknown food. */
export function isOnlyEnglish(stemmed: string): boolean {
  return ONLY_ENGLISH.has(stemmed);
}

// The frequent words of English without the words of food tables; of the less frequent ones those
// that a slip of the finger turns into a food word (`tires`, `chair`).
const ONLY_ENGLISH = stemSet(`
  aah aaron abandon abandoned abbot abby abed abilities ability ably aboard abortion about above
  absence absolute absolutely absorbed absurd abuse academy accent accept accepted access accident
  accidentally accidents accomplish accomplished according account accountant accounts accurate
  accuse accused ace aced achieve aching achy acknowledge across act acted actin action actions
  activate activates actively activities activity actor actors actress acts actual actually adam
  adams add adder addition additionally additions addled address adjust administration admiral
  admire admit admitted adobe adopted adorable adore adorn adult adults advanced adventure
  advertising advice advise afar affair affairs affect affected affection afford afraid africa
  afternoon afterwards again against age agee agency agenda ages aggressive aging ago agree agreed
  agreement ahead ahem ahold aided aim ain aircraft airline airplane airport aisle ajar alan alarm
  albert album alcoholism alert alfred alfresco alibi alice alien aliens alike alison alive
  alkaloid allay allen allergic alley alliance allow allowed allows ally alma almighty almost
  aloha alone along aloof already alright also alter alternative alters although alto altogether
  aluminium amateur amazing ambassador ambulance ameer amen amid amigo amigos amin amis amiss
  ammunition among amongst amounted amour ample amusing amy analysed analysis analyze analyzer
  analyzes anchor anchors ancient anderson andre andrew andromeda angeles angelus anger angers
  angle angles anima ankle ann anna anne anniversary announce announced announcement announcer
  annoy annoying annoys annual anonymous another answer answered answering answers anthony anti
  antique antonio anxiety anxious anybody anyhow anymore anyone anything anytime anyway anyways
  anywhere apart apartment ape apollo apologies apologise apologize apology apparatus apparently
  appeal appear appearance appeared appears appetite appetites applause application applied
  applies apply appointment appreciate appreciated approach approaching appropriate approval
  approve approved approximate approximated april aqua arbor archie architect ardor are aren arena
  arenas argh argue arguing argument aria arias arid ariel arise arises armed armies armory
  armoured armoury army around arrange arranged arrangement arrangements arras arrest arrested
  arrival arrive arrived arrives arriving arrow arrows art arthur article articles artillery
  artist artists arts arty ashamed ashore aside ask asked asking asks asleep aspen aspirin aster
  ate atlanta atmosphere atoll atone attaboy attached attack attacked attacking attacks attempt
  attempted attend attending attention attic attitude attorney attract attracted attraction
  attractive auction audience audio audition august auntie aunties aunty australia author
  authorities authority authorized auto autograph automatic automobile autopsy autumnal available
  avenge averaged avid avoid avoiding awake award aware away awesome awful awfully awhile awkward
  axed axle aye babble babbles babe babel babes bach bachelor backed backer backers background
  backing backseat backup backwards backyard bad bade badge badged badger badgered badgers badly
  baggage bagman baht bail bailed bailer bailing bails bait baited balanced balcony bald baldrick
  bale bales baling balked ballet balloon bally balm baltimore balu bam banco band bandana
  bandanna bands bandy bane banes banged banging bank banked banker bankers banking banks banner
  banners banter barb barbarian barbarians barbaric barber barbers barbie barbies barbs bard bare
  bareback bared barely barf bargain barged baring bark barked barker barking barks barman barmy
  barn barney barneys barns baron barons barred barren barret barrette barry bart bartender barter
  barton basal baseball baseless basement bash bashed basically basin basing basins bask
  basketball basking basque basset bast basta baste baster bat bates bath bathing bathroom baths
  bathtub bats battalion batted batten batteries battery battle battled battles batts batty bawl
  baxter baying beached beacon beacons bead beaded beads beady beak beaker beakers beaks beaky
  beam beamed beamer beams beano beard beards bearer bearers bearing beast beasts beaten beating
  beau beaut beautiful beautifully beauts beauty became because beck becks become becomes becoming
  bed bedroom beds bedtime bee beech been beep beeping beeps beery before beg began begat beget
  begets begged begging begin begins begun behalf behave behavior beheaded beheading behind behold
  bein being beings belay belch belches belie belief believed believer believers believing
  belittle belive belle belles belling belong belonged belongs beloved below belt belted belts
  bench benches bend bended bender benders bends bene beneath benediction benefit benefits benes
  benet benjamin bennies benny bent berating bereaved beret berets berlin berm bernard beset
  beside besides bested bet beta beth betray betrayed bets betting bettor bettors between beware
  biased bible bicycle bid biddies biddy bide bien bigger biggest bike biker bikers bikes biking
  bilbo bile bill billie billion bills billy bind binds bing bingo biological birdie birdies birth
  bish bishop biter bitte bitten bitterly bitty bizarre blab blabber blackest blacking blacklist
  blackmail blag blah blain blair blake blam blame blamed blames blaming blanch blanche bland
  blank blanked blanking blanks blare blares blaster blasters blaze blazes bleach bleachers bleak
  bleating bled bleed bleeder bleeding bleeds blende blending bless blessed blesses blessing blew
  blight blind blinded blinders blinds blintzes blitz bloat bloc blocked blocking blond blonde
  blondes blonds bloodied bloom blooms blossomed blot blots blow blowfish blowing blown blows
  bluebeard bluer bluff bluffing blume blunder blunders blur blustery boarded boarding boast
  boasted boasts boat boathouse boatman boats bob bobby boche bock bode bodes bodhi bodyguard
  bogged bogie bogies boiler boilers bold boll bolt bombing bombo bon bona bond bonds boned
  bonehead boner bong bonk bonne bonnie bonny bonus bony booed boogie book booked bookie bookies
  books boom boonies boot booted booth booths boots boozy bora border bore bored bores boring born
  borne borrow borrowed bosh boss bosses botch bother bothered bothering bothers bottling bought
  bounce bound bounding boundless bounty bout bouts bow bowed bowel bowels bowie bowled bowling
  boxer boxers boxing boxy boyfriend bra brace bracelet braciole brack brad brag bragged brags
  braid braided braids brainy brake brakes braking branch branched branding brandon brant brass
  brave braver bravo brawn brawny bray brays breach breached breaches breaching breadth breakdown
  breaking breakout breastbone breathe breathed breather breathes breathing bred bree breed
  breeder breeders breeding breeds breezy bren bret brett brewery brewster brian bribe bribed
  bribes bride brides bridge brief briefcase briefs brier brighten brightens brighter brightly
  brilliant bring bringing brings brink briny bristle bristles brit britches british brits bro
  broached broadband broadcast broadway brock broke broken bronc bronx brooch brood brooding
  broody brooklyn broom brooms brother brothers brought brow browning brownish brows bruce bruins
  bruised brunch brunt brush brushes brutal brute brutes bubbling bubby buchanan bucket bucko
  budding budge budgeted buffy bug bugged bugler bugs build building buildings built bulge bulger
  bullet bullets bullies bully bum bumble bummer bump bumped bunco bundy bung bungle bunk bunks
  bunt burbs burden bureau burglar burgle buried buries burke burley burly burn burned burner
  burners burnie burning burns burnt burt burton bury bus buses bushy business businessman buss
  busses bust busted buster busters busting busts busty busy but butch butchered butchery butler
  butlers butte butted buttercup buttering buttoned buy buying buys buzz buzzed buzzes bye bytes
  caber cabin cabinet cable caca cackle cackles cackling caddie caddy cade cadre cage cager cages
  cain caked calamine calamity calcified calendar calendars calibration call called calling calls
  calm calms calver calvin came camel camels camera cameras camp campaign camper campers camping
  campion camps campsite campus canal cancel canceled cancelled cancelling cancer candid candidate
  candids candle candles cann cannon cannot canny canoe canoes canon canons cant canter canton
  canvas canyon capa capable capacity capital capo capper captained captivated capture captured
  carbon carbonate carbons card cardinal cardinals cards cared career careful carefully caress
  caresses cargo caring caritas carjacked carmen carney carnival carnivals carny carol carolina
  caroline caroling carols carpenter carpet carriage carried carrier carries carry carrying carson
  cart carte carter carting cartoon cartoons carts carve carves casa case cases cash cashed casing
  casings casks cassino cast castaway caste castrate casual casualties cat catch catches catching
  cater catering caters cates catfight catherine catholic cathy cats cattle caught caulk causation
  cause caused causes causing cautiously cavalry cave caves caving cease ceiling celebrate
  celebrating celebrity celestine cell cellar cellars cellphone cellphones cells cemetery cent
  centered central centre centres cents centuries century cerebral ceremonies ceremony ceres
  certain certainly certificate chad chafe chair chairman chairs challenge challenger challengers
  chamber chambers champ championship champs chan chance chances chandler chang change changed
  changes changing chant chanteuse chanting chants chao chaos chap chapel chaplain chaplains
  chapped chappie chappy chaps chapter character characters charas charge charger chargers charges
  charging charisma charity charles charley charlie charlotte charmed charming chart charted
  chartered charting charts chase chased chasing chasm chat chats chattering chatting chauffeur
  chaw cheap cheat cheated cheating check checked checking checks cheeky cheer cheering
  cheerleader cheers cheery cheesed chemical chemicals chemistry cheque cher chest chester chests
  chevy chez chi chica chicano chicanos chickened chief chiefs childhood children chill chilling
  chills chime chimes chimp chimps chin china chink chinks chino chins chipper chippers chirp
  chirps chiseled chiselled chit chiv chloe chlorate chlorine chock chocks choir choirs choke
  choked choker chokes choking cholo cholos chon choose choosing chopper choppers chopping chord
  chords chore chores chorus chose chosen chou chowing christ christen christian christians
  christine christopher chub chuckie chuckles chuckling chucky chump chumps church cigar cigarette
  cigarettes cigars cinch cinder cinderella cinders cinnabar circle circles circuit circumstances
  circuses cities citizen citizens city civil civilian civilians civilization civilized clacking
  clad claim claimed claims claire clamp clamps clan clans clap claps clarence clarinet clark
  clash clashes clasp classical classier classified classify classy claus clavering clay clean
  cleaned cleaner cleaning cleans clearance cleared clearest clearing clearly cleat cleats clem
  clerical clerk cleve cleveland clever click clicks client clients cliff cliffs clift climb
  climbing clincher clinic clinically clip clipped clips clit cloaking clock clocking clog clogs
  cloister clomp clone clones close closed closely closer closes closest closet closing clot cloth
  clothed clothes clothing clots clotting clouding clout clover clovers clown clowns cluck clue
  clues clunk clunky clutter clutters coach coaches coaching coal coals coast coasting coasts
  coattails coax coaxed coaxing cobby cocaine cocoanut coddle coded codex codger coed coeds
  coffeemaker coffers coffin cohen coherence coil coils coin coincidence coined coins coked col
  colder cole coles colin collage collapse collapsed collared collating colleague colleagues
  collect collected collecting collection collections college collie colon colonel colonial colony
  coloration colored coloring colossus colour coloured colours columbo column com coma comas comb
  combat combes combine combines combs come comedy comes comet comets comfortable comforted
  comforter comforters comic comically comics coming command commander commanders commanding
  commence commenced commences comment commission commissioner commit commitment committed
  committee commoner commoners commonly commonwealth communicate communication communications
  communist communities community comp companies companion company compare compared compartment
  compassion comped compete competed competent competes competition compilation compiled complain
  complaining complaint complaints completed completely complex complicated compliment compliments
  compos composing composure compound compress compresses compressor comprised compromise comps
  computer computers comrade concentration concept conception concern concerned concerns concert
  concho conclusion concoction concrete condemned condense condensers condition conditions condo
  condoned condos conduct confectionary confess confessed confession confessions confidence
  confidences confident confidential confined confining confirm confirmation confirmed conflict
  conflicts confluence confused confusing confusion conga congestion congratulate congratulations
  congress congressman conk conked conn connect connected connecticut connection connections
  conned conner conners connie conscience conscious consciousness consent consented consents
  consequences consider consideration considered considering consistent conspiracy constant
  constantly constitution construction consult contact contacted contacting contacts contagion
  contained contempt contend contends contented contention contest contests context continent
  continents continue continued continues continuing contract contracts contrary control
  controlled controls convened convenient convening convent convention conventions convents
  convergence converging conversation conversations conversing converted converting convey
  conveyed conveying conveys convict convicted conviction convictions convince convinced
  convincing cooch cooing cooled coolie cooling cooly coop cooped cooper cooperate cooperation
  coopers coordinates coot cooter cootie cooties cop cope copies copiously copped copper cops copy
  coquette corby cord cordially cordoned cords cork corked corker corks corky cornea corneal
  corneas cornered cornering cornet cornfield corny coronary coroner corporal corporate
  corporation corporations corpse correct correction corrections correctly corridor corrie corse
  cortical corvette cosmetic cosmetics cosmically cost costing costs costume costumes couch
  couches could couldn council counsel counselor counted counter countess counting coup couple
  couples courage course courses court courtesy courting courtroom courts cousin cousins cove
  covenant cover coverage coverlet covers coveted coveting covey coward cowboy cowering coworker
  coworkers cozy crack crackhead crackheads cracking cradling crafting crafty crag craig cram
  crane cranes crank cranked cranking cranks crash crashed crashes crashing crass craving cravings
  craw crawl crawling cray craze creak creaks creaky creased creasy create created creating
  creation creations creative creature creatures cred credit credited credo creek creeks creep
  creeps creepy cremated crept crescendo crest crew crewe crews crib cribbage cribs crick cried
  cries crime crimes criminal criminals crimp cripes crippled cris crises crisis crisper crispin
  critical croaked croaking croc crocked croft crone crook crooked crooks croon crooning crop
  cropped cropping crops croquet crossed crossing crossings crouched crow crowd crowded crowds
  crower crows cruces crucible crud cruel crueler cruise cruising crumple crumpled crunched
  crunching crusher crusted crutch crutches cry crying cuddled cue cued cuff cully culpa cult
  cultivate cults cultural culture cultures curb curie curiosity curious curiouser curled curran
  current currently currents curse cursed curses curt curtain curtains curve curved curves curvy
  cush cusp cuss custody custom customer customers customs cute cutler cutting cutty cyan cycle
  cynthia czar dad daddy daft dailies daily daiquiris daisies daisy dale dales dali dallas dam
  damage damaged dame dames dammit dan dana dance danced dancer dances dancing dang danger
  dangerous dank danny danton daphne dapper dare dares darkies darkness darling darn dart darts
  data database dated dater dating daughter daughters david davies davis davy dawn dawns day
  daylight daylights days daze dead deadline deadly deads deadwood deaf dealer dealing dealt dear
  dearest dears deb debate debonair debt debts decals decay deceased december decent decide
  decided decides decimate decision decisions deck decked decks declare declared decorated
  decorative decorator decorators decree decrees dedicate dedicated deed deeds deem deems deeper
  deeply defeat defeated defected defence defend defendant defending defense defer deferred defies
  defiled define definite definitely definition deflated deformed deft defy delay delays delete
  deliberately delicacies delicacy delicate deliciously delighted delightful deline delirious
  deliver delivered delivery dell delta delude deluge demand demands democracy demon demons
  demonstration den denied denies dennis denser dental dentist deny departed department depend
  depending depends deposit depressed depressing depression depth depths deputy derailed deranged
  derby dere describe described description desecrated desert deserted deserts deserve deserved
  deserves desi design designated designed desire desk desolate despair desperate desperately
  despite destination destiny destroy destroyed destroying destruction detail detailed details
  detained detective detectives detention deter determine determined deterred detonate detonates
  detroit devalued develop developed developing development deviated device devilish devised
  devoted dewy dexter diabetic diabetics dial dials diameter diana diane diaper diapers diaries
  diarrhoea diary dicey did didn die died diego dies difference differences different differently
  difficult difficulty dig digging dignity dike dikes dilated dilly dilute dime dimes dine dined
  diner diners dines dinge dingo dingy dining dink dinks dire direct directed direction directions
  directly director directors dirk dirt disagree disappear disappeared disappoint disappointed
  disaster discharge discipline disco discover discovered discovery discuss discussed discussing
  discussion disease disgrace disguise disgusting dishy disk disks dismissed disorder dispatch
  dispensary dispense dispensed disperse dispersed display disputed diss distance distant
  distillery distinction distinctions distinguished distracted distress district disturb disturbed
  disturbing ditch ditches ditty diuretic diva dive dived diver divers dives divide divine
  divinely diving divining division divorce divorced dizzy doable dobby dobie doc dockers doctoral
  doctorate doctored document documentary documents dodge dodged dodo doer doesn dogies dogwood
  doing doings dojo dolce doll dollar dollars dolls dolly dolt dome domes dominick dominion don
  dona done donna donne donny donor donors doodled doom doomed door doorbell doors dope doper
  dopers dopes doris dork dorks dorky dorm dorms dorothy dort dose doses dost dot dote dotes
  doubled doubly doubt doubts doughy douglas dour dowd downer downers downstairs downtown downy
  dowry doze dozen dozens dozer drafty drag dragged dragging drain draining dram drama dramatic
  drank drat draw drawer drawing drawn dread dreadful dreading dreads dreamed dreaming dreamt
  dreamy dredging dress dressed dresses drew drier drift drifting drifts drill drilling drills
  dripped drippy drive driven driver drivers drives driveway driving drone drones droop drooping
  dropped dropping droppings drought drove droves drown drowned drowning drowns drug drugs
  drumming drunk drunken drunks dual duce duckie ducking ducky duct ducts dude dudes due duelling
  duet duets dug duke dulcet dull dulls duly dumb dummies dummy dump dumped dumping dunce dunces
  dung dunk dunking dunks dura during dusk dust dusty dyer dying dynamite each eager eagle earlier
  earn earned earns earrings earthquake earthy ease eases easier easily east easterly easterners
  eater eaters eating echo economy eddy edgar edge edgy editor educated education effect effective
  effects effort efforts ego eighteen eighth eighties eighty either elaine elbow elder eleanor
  elected election electric electrical electricity electrocute electronic elegant element
  elemental elements elevator eleven eli eliminate elite elizabeth ellen elope else elsewhere
  elvis embarrass embarrassed embarrassing embassy embrace emergency emily emma emotion emotional
  emotionally emotions emperor empire employee employees employer employers empress empty
  enchanted encounter encourage endanger endangers ended ending endless endure endures enemies
  enemy energized energizer enforcement engage engaged engagement engine engineer engineering
  engines enjoy enjoyed enjoying enormous enough ensue ensues ensured enter entered entering
  enterprise entertain entertaining entertainment entire entirely entitled entrance entrances
  entrez entry envelope environment envy episode equipment era erase ergo eric erin error escalade
  escalate escalates escape escaped escort espanol especially esquire essay essence essentially
  est establish established estate eternal eternity eugene europe evacuate evans evaporate
  evaporates even evening event events eventually ever every everybody everyday everyone
  everywhere evidence evidently evil ewing exact exactly exam examination examine example exams
  exceeding excellency excellent excepted exception excerpts exchange excited excitement exciting
  excluded exclusive excuse excuses excusing execute executed execution executive exercise exert
  exerts exhausted exhibit exist existed existence exists exit exotic expect expected expecting
  expects expedition expended expense expenses expensive experience experienced experiences
  experiment experiments expertly explain explained explaining explains explanation explode
  exploded exploder exploding explore explored explores explosion explosives expose exposes
  exposure expression expressly extend extended externally extinction extort extracted extracting
  extradition extraordinary extravaganza extreme extremely fabulous face faced faces facial
  facility facing fact factor factory facts fade fades fail failed failure faint fair fairly fairy
  faith faithful faked faker fakers falcon falcons fall fallen falling falls false falter falters
  fame famed familial familiar familiars famously fancy fantastic fantasy far fare fared fares
  farewell faro fart farted farther farts fascinating fashion faster fastest fatal fate fates
  fathead father fathers fault faut favor favored favoring favorite favors favour favoured
  favourite fax fayed faze feared feasting feat feathered feathery feats feature february federal
  fee feeding feel feeling feelings feels felicity felix fell fella fellas felled felling fellow
  fellows felony felt female fence fend fest festival fetal fetch fete feud feuds fever few fiat
  fiction fiddled fiddler fiddling fido fielding fiend fiends fife fifteen fifth fifty fight
  fighter fighters fighting fights figure figured figures figuring file filed files filing filings
  fill fille filler fillies fills filly film filmed filming films filthier filthy final finally
  finals financial find finder finders finding finds fined finer finest fingered fingerprints fini
  finish finished finishing fink fired firewall firewalls firewood fireworks firing firmer first
  fisher fishing fishy fisk fist fists fitter fitting fiver fix fixed fixer fixing flab flack flag
  flags flagship flak flame flamed flames flanked flap flapper flaps flare flared flares flash
  flashed flashes flashing flashlight flashy flask flattered flavour flavours flaw flawed flaws
  flay flayed fled flee flees fleet fleets fleshy fletcher flew flex flied flight flip flipped
  flit floating floaty flog flood floods floor floored flooring floors flor floral flossing flout
  flow flowed flowery flu flue fluke flume flunk flush flushed flushes flushing flux flyer flyers
  flying flypaper flyte foam focus focused fold folds folk folks follies follow followed follower
  followers following follows folly fond fondle font foodies fool fooled fooling foolish fools
  footage football footsteps fora foray forbid forbidden force forced forces ford fords forecast
  forecasts forehead foreign foreman foremost forestry forever forge forged forges forget
  forgetting forgive forgiven forgiveness forgot forgotten fork forked forks formal formally forme
  former formulate fort forte forth forts fortunate fortunately forum forward foster fostered
  fought foul foully fouls found foundation founder founders fourteen fourth fox foyer frack frag
  framed france francis francisco frankenstein franklin frankly frasier frat fraud freak freaked
  freaking freaks fred frederick freed freedom freer freeway freezing frequency frere freshman
  fret frets fretting fridge friendlies friendly frighten frightened frightening frisking fritz
  frizzy front fronted fronting fronts frost frothing frowning froze frug fruition fuel fuels fugu
  function fund funds funeral funky funneled funnies funny fur furies furious furniture further
  fury fuse fuses fuss future fuzz gabriel gaby gag gaga gage gail gait gal galaxy gale gales gall
  gallery gallon gallons gallop gallops gallows galls gamble gambling gamma gammas gammy gamy gang
  gangland gant garage garb garbage gardener gardeners gardenia gardenias gare gases gasoline
  gasps gated gather gathered gathering gauche gave gaze gazed gear gears gee geek geeks geez
  gelatinous gena gene generally generate generates generation generations generator generous
  genetic genetics genius gentile gentiles gentleman gentlemen gentler gentlest gently genuinely
  georgia gere germain germane germany gesture get gets getting ghetto ghoulish gibbon gibbons
  gift gifts gig gila gilbert gill gills gimme gingko gird girlfriend girlfriends girlie girlies
  girly give given gives giving glad glade glades gladness glam glance glances gland glands
  glandular glare glared glassy glazer glee glen gloat global globs gloria glorious gloss glove
  gloves glow glows glue glues glum glut gnat gnats goad goal goals gob goblet goblets god godless
  gods going goldy golf gone gonna goodbye goodie goodies goodnight goody goodyear goof gook gooks
  goon goons goop goosed goosey gora gore gorge gorgeous gorilla gory gosh gossip got gotcha gotta
  gotten gout government governor gown grab grabbed grabs grace graced graces gracious grad graded
  grader graders grads graduated graduation grafted grafting grail grainy grama gramp grampa
  gramps gran granddad granddaughter grander grandest grandeur grandfather grandmama grandmother
  grandpa grandson grange grant granted granting grants graph graphs grasp grassy grat grate
  grateful grates grating gratis gratitude grave graves gravity gray grays graze grazed greased
  greaser greasers greasy greatest greed greedy greet greetings greets grew grid grids grief
  griffin grift grille grim grin grind grinds grins grip gripe gripes grips groan groans groceries
  grocery grog groin groom grope gross grosses grounded grounding groupie groupies grout growing
  growl growls grown growth grunts guan guarantee guaranteed guard guardian guards guess guessed
  guessing guest guests guidance guide guilt guilty guitar gun guns gunshot guru gust gusts gut
  guts gym gypsy gyrating habit habits hack hacks had hades haff hah hail hails haircut hairiest
  hairy haji hale hales halfway hall hallelujah hallo hallowed halls hallway halt hamilton hammer
  han handed handful handle handled handling handsome handwriting hang hangar hangars hanged
  hanging hangover hangovers hangs hank hanker hankie hanks hanky hans happen happened happening
  happens happier happiest happily happiness harassment harbor harden hardened hardens harder
  hardest hardly hardware hardy hare hark harm harmless harmony harms harold harp harper harpies
  harps harpy harriet harris harrison harry harsh harshest hart harts harvested harvester has hasn
  hast hat hatch hate hated hates hath hating hats haul haunted have haven haves hawk hawkeye hay
  hayes haze hazing headache headed heading headlock headquarters heady heal healed healing heals
  healthier heap heaped heaps hear heard hearing hearings hears hearst heartbeat hearted hearth
  heartily heater heaters heather heave heaved heaven heavenly heavens heavily heaving heck hector
  heed heel heels heft heh heigh height heights heinie heinies heir heirs held helen helicopter
  helio heller hello hells helmet help helped helpful helping helpless helps henny her hercules
  herd herding herds here hereby herm herman heroin heron herr hers herself hesitate hey hick
  hicks hid hidden hide hiding highest highly highness highway hike hikes hilarious hili hilly
  hilt hilts him himself hing hippie hippies hippy hire hired hiring his hissy history hit hither
  hits hitting hiya hmm hoard hobby hockey hoisting hoke hokey hold holding holds holed holies
  holland holler hollow holly hollywood holm holmes holt holy homecoming homeless homemaker homer
  homework homey homeys homicide homie homies homing homme hon hone honed honest honestly honesty
  honeybee honeymoon hong honk honkies honks honky honor honorable honored honour hood hoods hooey
  hoof hoofs hook hooked hooks hooky hooray hoot hoots hop hope hoped hopefully hopeless hopes
  hoping hopper hoppy horace horde hordes horner hornet hornets horrible horror horsey horst horsy
  hose hoses hospital hospitals host hostage hostages hostile hotel hottest hour hours housed
  householder housekeeper houston hove how howdy howe however hoyle huck hudson huge hugh huh hull
  hulls humane humanity humble humiliated humiliating humor humorous hunch hundred hundreds hung
  hunger hungers hungrier hunh hunt hunter hunting hunts hurl hurled hurricane hurry hurrying hurt
  hurting hurts husband husbands hushed husk hustle hyde hysterical icon icons idea ideal ideas
  identical identification identified identify identity idiot idiots idle ignorant ignore ignored
  ill illegal illness illusion image images imagination imagine imagined imitating imitators
  immediate immediately impact impacted imparted impartial impassable importance important
  importer impossibly imposter impress impressed impression impressive improve improved
  inappropriate incident inclined income incoming increase incredible incredibly indecent indeed
  independent indicate indie individually industries industry inevitable infanta infantry infected
  infection influence inform information informed initial initiation injured injuries injury ink
  inland inner innocence innocently insane insanity insider insiders insist insisted insolent
  inspection inspector inspiration inspired instance instances instantly instead instinct
  instincts institution instructions instrument insulate insult insulted insurance intact
  integrity intel intelligence intelligent intend intended intense intent intention intentional
  intentions interest interested interesting interests interfere intermediary internal
  internationally internet interrogation interrupt interrupting interview intimate into introduce
  introduced intruded intruding invasion invented invention investigate investigating
  investigation investigator investment invisible invitation invitations invite invited inviting
  involve involved iris irises ironic ironies irony irritation islanders isn isolated issue issued
  issues itch itches itself jackers jackie jacky jacob jail jake james jammed jane janet jangle
  janitor japan jasmin jason jaw jazz jealous jealousy jean jeans jeep jeez jeff jefferson jen
  jenna jeremy jerkin jerries jerry jess jesse jest jests jesus jet jigger jiggers jiggle jill jin
  jinni joan job jobs jock jocks joel joey johnny join joined joining joins joists joke jokes
  joking jonathan jones joseph josh journal journalist journey joust joyce juan jube judge judges
  judging judgment judy juggle juggler jugglers juicer juke julian juliet jumbled jump jumped
  jumping june junk juries jury justice kali kama kana kane kang kansas kant kaput karate karen
  katherine kathy kay kayo kazi keel keeler keep keeping keeps kelly kemp ken kennedy kennel
  kennels kenny keno kent kept kerry kiang kick kicked kicking kicks kidder kidding kiddo kidnap
  kidnapped kidnapping kike kikes kill killed killing kills kinda kindly kindness kingdom
  kingfisher kink kinks kirby kirk kissed kissing kissy kitsch kitty knave knaves knee kneed knees
  knell knew knife knight knights knit knits knives knob knobs knock knocked knocking know knowing
  knowledge known knows knut koala kong kook kooks korea kris kyle lab labelled labor laboratories
  laboratory labrador lace laces lack lacrosse lacy lad ladder laddie laddies lads laid lain lair
  laird lake laker lakers lakes lama lamas lame lamp lamps lan lancer lancers land landed lander
  landers landing lands lane lanes lang language lapel lapels lapped larger largest largo lark
  larks larry laser lasers lass lasses lasso last lasted lasts lately latest latex lathe lather
  latigo latin latter laugh laughed laughs laughter launch launches launching laundry laura lavish
  law lawn lawrence laws lawsuit lawyer lawyers laying lazy leach lead leaded leader leaders
  leading leads league leak leaks leaky leap leaps lear learn learned learning learns leary lease
  leases least leave leaving lecture led leech leeches leer left legal legalese legally legend
  leger legitimate leis lend leng lengthen lengthy lenses lent leo leon leonard lessened lesser
  lesson lessons lest lester let letch lethal lets letter letters letting levee leveling lever
  levers lewis liable liane liang liar libel liberty libra library lice license lick licks lie
  lied lief lien lies lieutenant lifer lifers lifesaver lifesavers lifetime lift lifted lifts
  lighted lighter lighters lightest lighting lightning liked likely liking lilo limb limbs limey
  limeys limit limited limits limo limos limp limped lincoln lind lindy lined linen linens liner
  liners linger lingers lingo linguine linguist lining linings lino linoleum lint lipstick
  liquored liquorice lira lire list listed listen listened listening listens lists lit liter
  literally literature liters litres littler littlest live lived livelier liven livery lives livre
  lizzie load loader loads loan loaned loans lobby lobo loca local locate located location loch
  lock locked locker locks locus lodge logan logic logical logo logos lone lonely loner loners
  lonesome longer look looked looking looks loom looms loon loons loopy loose loosen loot lopped
  lord lords lori lose loser losers loses losing loss losses lost lottery lotuses loud louder
  louie louise lounge loup lousy love loved lovelies lovely loves lovey loving lowe loyal loyalty
  lucille luck luckily lucy ludo luger luggage luke lull lulls lulu lumpy lunar lunatic lunchbox
  lune lunge lunger lunt lurch lust lute luther lying lynch lynn maced macer mach machinery mack
  mad madam madame madeline mademoiselle madge madison madness madonna madre mae mafia magazine
  magazines mage mages maggie magi magical magician magnesia magnetism magnificent magnum maiden
  mail mails maim main maine mainland mainline mains maintain maintains maintenance maire majesty
  make makes makeup making mako male males mali mall mallet malls mama mamas mamie mamma manage
  managed management manager mandolin mane manga mange mangy mani mania maniac maniacs manic
  mankind manly manner manners manny mano manor manors mansion mantelpiece manual manure many map
  mara marc marcella march marching marco margaret marge margin margins marguerite marilyn marina
  marinate marine mariner mariners marines maris marked marker markers market marriage married
  marries marron marry marrying marsh marshal marshall marshes mart martial martin martinet
  martinis martins marvelous maser masher mashie mask masked masks maslin mason mass massa
  massacred massage massager massages massed masses massive mast master masters masts match
  matches matching mated mater material math maths matt matte matter matters matthew mattress
  matured maud maxed maxi maximum maya maybe mayday mayor mayors maze mccoy mealy mean meaning
  meanness means meant meantime meanwhile measure meaty mecca mechanical med medal medals meddle
  media medic medical medication medicine meet meeting meetings meets meg mel meld melissa
  mellowed melody melton memo memorial memories memory mend meng ment mental mentally mention
  mentioned menus mercy mere merely merengue merl merlin mesa mescal mescaline mesh mess message
  messages messed messenger messes messieurs messing messy met meta metal metals meted meter
  meters mexico mia miami mice michael michigan mick mickey micks micky midst miggs might mighty
  miked mildred mile miles milestone military mille million millionaire millions milt mime mimes
  mina minas mind minded minds mine mined miner miners mines ming minimum minister ministers mink
  minks minnie mino minor minos minster minty minuet minus minx mire mired miriam miro mirror
  miser miserable misery missed missile missiles missing mississippi missy mistake mistaken
  mistakes mister mistress misty misunderstanding misunderstood mitch mite miter mites mitt mitts
  moan moaning moans moat mob mobile mobster mobsters mode model models modern modes modest
  modestly module modules moe mold molds moldy molester molesters moll mollusc moly mom moment
  moments momma mommies mommy mon mona monasteries monastery monday money mong mongo monica monies
  monitor monkey monkeys mono monos monroe montana monte montgomery month months mooching mood
  moods moody mooing moola mooning moonlight moor moore moors moot mope mopes mora moral morals
  moray morgan morgue morn moron morons morose morphine morphing morris morrow morse mort mortal
  mortgage moses mosh mosquito mosquitoes mosquitos mote motel motels moth motherboard mothered
  motherhood motherland motherly moths motion motive motor motorcycle motto mould moulds mount
  mounting mounts mourning mousey mousy mouth move moved movement moves moving moxie moze much
  muck mud muddle mulch mulder muley mull mullen multiplex multiplied multiplies multiply
  multitude multitudes mummies mummy munching munster murder murdered murderer murderers murders
  murphy muscatel muscled muse muses museum music musical musicale musician muskie musky muss
  mussed must mustered musty mutation mutations mute mutt mutts mutual mysterious mystery myth
  naam nada nah nailed naive name named names nancy nanny nap nape narrator narrowed narrower
  narrowly nary nasal nasty nation national nations natty naturally naughty naval nave neal nearby
  nearest nearly neath necessarily necessary necklace need needed needing needle needn needs
  negative negatives negotiate neighbor neighborhood neighbors neighbourhood neither nelson nene
  neon nephew nerdy nerts nerve nerves nervous ness nester nesters nestled net network neurons
  nevada never nevertheless newport newsman newspaper newspapers newt nice nicely nicer nicest
  nicholas nick nickel nickname nicks nicky niece night nightmare nightmares nights ninth nite
  noah noble nobody noel noise noises none nonsense nook nooks nope nor norm normal normalcy
  normally norman norms north norther northerners nose nosy note notes nothing notice noticed
  notify notion nought noun nouns novel novels november nowadays nowhere nuance nuances nuclear
  nude numbered nun nurse nurses nursing nutritious nutsy nuttier oak oath obey object objection
  objective objects obligation obliged observation observe obsessed obsession obvious obviously
  occasion occasionally occupied occur occurred october odd odds offended offense offensive offer
  offered offering offers office officer officers offices official officially officials often ohio
  oily okay older oldest oliver olivet omen omens omer once online onto ooh opened opening opera
  operate operating operation operations operator opinion opportunity opposed opposite optimal
  optimism option options orbit orchestra order ordered ordering orders ordinary ordo organ
  organise organism organisms organist organization organize organized organizes organs oriented
  originally originate orleans orphan otherwise otter otters otto ouch ought oui our ours
  ourselves outer outfit outrageous outsider outsiders outstanding outta overcome oversight overt
  overtime overweight owe owed owes owned owner owners oxen oxygen paced pacer pacey pacified
  pacifier pacifist pacifists pacify packer packers packing paco pact pacts padded padding
  paddling page pager pagers pages paid pail painful paint painted painter painting paintings
  paints pair pairs paisley pajamas pal palace palaces palate palates paler pall palmed palp pals
  paltry pampas pamper pampered pampers panda pandas pane panel pang pangs panic panicked pant
  panto pantry pants panty panzer panzers papal pape paperwork pappy parade paradise paranoia
  paranoid pard pardon parental paris park parka parkas parked parker parking parks parley parlor
  parole parr parry particular particularly partisan partisans partly partner partners pasha pass
  passage passe passed passenger passengers passes passing passionate passport password past
  pasted pastel pastels pasties pasting pasts pasty patchy patella patent patents pater pathetic
  pathos patience patient patients patrick patrol patsies patsy patted patter pattern paulie
  pauper paupers pave pawn pawns pay payer paying payment pays peace peaceful peachy peak peaking
  peaks pearly peasant peasants peat peck pecked pecking pecks peculiar peddling pedicure
  pedicures pedro pee peed peeing peek peeked peeking peeks peeped peeper peepers peer peered
  peers peeved peg peggy pell pelt pelts pen penalty pence pencil penned penner pennies penny pent
  pentagon peppy perdy peres perfected perfectly perfecto perform performed performer performers
  performing perfume perhaps peril perils perimeter period perk perking perks perky perm permanent
  permission permit perp perry person personal personality personally personnel persons
  perspective persuade pert perv pervert pervs peso pesos pester pestered pet pete petri pets
  petted petto petty pewter peyton phase phil philip philosophy phoebe phoenix phone phoned phones
  phonies phony phosphorous photo photograph photographer photographs photos phrase phyllis
  physical physically physician physics piano piazza piccadilly pick picked picket pickets picking
  picks pickup picky picture pictures pieced pier pierce pierces pierre piker pilar pile piles
  pill pills pilot pilots pimp pin pinch pinches piney ping pingo pings pinion pinkie pinkies
  pinko pinky pint pinta pints pioneered pipe piper pipes pipi piranha piranhas pirated pish
  pistol pitch pitches pith pitied pities pity pivot placed plague plaid plaids plait plane planes
  planet planets planned planner planners planning plantation plantations planted planting plaster
  plastic plated platform platoon play played player players playing plays plaza plea plead
  pleasant please pleased pleasure pledge plenty plink plop plopped plot plotted ploy plug plugs
  plumb plume plumes plump plunder plunders plunk pluses plush poacher poachers pocketed poco poem
  poet poetry poets pointe pointer pointers pointing pointy poise poison poisoned poisoning poked
  poker pokers pokey poking police policeman policy polio polished polite political politics polk
  poll polled polls polly polo ponce ponder pondered pong pongo ponies pont pony pooch poof poofs
  pooh pool pools poon poorly poot pope popes poplar poppa poppet popular population porch porches
  pore pores poring porky porpoise portable portables porter portland pose poser posers poses posh
  posies position positions positive positively poss posses possess possessed possession
  possibilities possibility possible possibles possibly posted poster posturing posy potential
  potion potions potpie potter potters potty pounded pounding pouting pouty powered powerful
  powerhouse powering poxy practical practically practice practicing praise pram prank pranks prat
  pray prayer prayers praying preach preached preacher preaches precinct precious precisely
  prefect prefer preferred preferring pregnancy pregnant prematurely premiere premieres premise
  premises prep prepare prepares preparing prescription presence present presentation presented
  presenting presents preserver presided president presidential pressing pressure pressured
  pressurize presto presume presumed pretend pretending prettier prettiest pretty prevent previous
  previously prey preys price prices prick pride prides priest prim prima primarily primed primer
  primo prince princess princesses principally principle principles print printed prints priority
  prison prisoner prisoners priss privacy private privilege prize prizes prob probably probation
  problem problems procedure proceed proceeded proceeding proceedings procession processor
  processors procured prod prodded prodding prods produce produces production prof profess
  professed profession professional professor profile profit profited profits program programs
  progress progressed progresses progressing project projects prom promised promising promote
  promoted promoter promoters promotes promotion prompted prompter proms prone prong prongs
  pronounce proper properly property prophecy proposal propose proposed proposition propped
  prosecution prosecutor prospect prospects prostitute protected protecting protection protective
  protector protectors protest protested protesting protests protocol proud prove proved proven
  proves provide provided prowess prude prudes prussian psalm psalms psst psych psychiatrist
  psychic psycho psychological psychology psychotic pubes public publicity published puce puck
  pucks puffer puffing puffy puke pukes puli pull puller pulley pulleys pulling pulls pulse pummel
  pump pumps punched punchy punish punished punishment punk punks puny pupa purchase purchases
  purer purge purposely purr purrs purse purses pursuant pursue pursuit purty pushed pushing pushy
  puss put puts putt putting putty putz puzzle pyre quack quacks quai quake qualified qualifies
  qualify quantities quantity quantum quarrel quart quartered quarterly quartet quarts quest
  question questioned questioning questions quicker quickie quickly quid quiet quietly quin quip
  quips quirk quirks quist quit quite quits quitting quiz quote rabbi rabbis rabies race raced
  races rach racing racket rackets racoon racy radar radiation radio rage rages raid raided
  raiding railing railings railroad rain rained raines raining rainy raise raiser raises raja rake
  rakes rales rally ralph ram ramon ramp ramps ran rance rancho rand randall random randy rang
  ranged ranger rangers rank ranks ransom rap raping rare rarely rash rashes rat rate rates rather
  rats rave raven ravens raves ravish ravished ravishing raze razor reach reached reaching react
  reacting reaction read reading reads realise realised realising reality realize realized really
  realm realms ream reams reap rear rears reason reasonable reasons recall receipt receive
  received receiving recent recently reception recite recites reckon recliner recognise recognize
  recognized recommend reconstitute record recorded recording records recover recovered recovery
  recreated redd reddish redefined redheaded redid redo reduce reduces reed reel reels reeve
  reeves refer reference referred referring refilled refilling refine refineries refinery reformed
  refrigerate refrigerator refrigerators refunded refuse refused regained regal regard regarding
  register registered registration regret regrets regularly regulate regulations regulator
  regulators rehab rehearsal rehydrate reigning rejected rejoined related relations relationship
  relationships relative relatives relax relaxed release released relegated relevant reliable
  relic relics relief relies relieve relieved religion religious relished relive rely remain
  remained remaining remains reman remarkable rembrandt remember remembered remembering remembers
  remind reminded reminder reminders reminds remote remove remover removes renal rend rendezvous
  rent rented repair repartee repealed repeat repeated repeater repeaters repented replace
  replaced report reportedly reporter reporters reporting reports represent represents republic
  reputation requested require required requires rerouted rescue research resent resented
  reservation reservations reserve residence resident residing resigned resist resistance
  resisting resolved resort resorted resources respect respectable respected respects respond
  response responsibilities responsibility responsible rest resting restructure result results
  resume retailers retain retained retainer retains retire retired retirement retreat retreated
  return returned returning returns reunion reveal revealed reveling revenge reverend reverse
  reverted review revising revolted revolution revolved reward reworked rex rhino rhinos rhythm
  richard richer ricin rick rickets rickety ricks rid ride rider riders rides ridge ridiculous
  riding rife rifle rig rigged righto righty rile riled riley ringer ringers ringing rink rinse
  rio riot riots rip ripen ripped rippling rise riser risers rises risk risking risks risky rita
  ritual ritzy rivet rivets road roadie roadies roads roadster roam roams roan roaring robbed
  robbery robbing robe robert roberts robes robin robinson robot robots rocked rocker rockers
  rocky rod rode rodeo rodman rodney roger rogers role roles roller rollers rolling romance
  romantic rome romeo romp ronin roof roofs rook rooks room roommate rooms roost rooster roosters
  rope ropes rory rosella roster rosters rosy rot rotating rotten rough roughing roughly roulette
  roundhouse rouse roust rousted rousting rout route routine rove rover rovers row rowan rub
  rubber rubbish rube rubes rubin ruck ruddy rude ruffle ruffles rug rugby ruin ruined ruining
  rukh rule ruled rules rumor rumors run rung running runs ruse rushing russ russe russel russell
  russia rust rustic sabe saber sabers sabes sable sables sabra sack sacker sacks sacred sacrifice
  sad saddle sade sadi safe safely safer safes safety saga saggy said sail sailing sailor sails
  saint saith salamis salaries salary sale sales salesman saline sally salon salons saloon saloons
  salting salute saluted salutes saluting samba same sammy sample samples samson samuel sanction
  sanctions sand sandra sands sandwiched sane saner sang sank sant santa sarah saran sarge sari
  sarin sark sarong sash sashes sat satan satellite satisfaction satisfied satisfy saturate saucer
  saucers saucy saunders savage save saved saves saving savings savor savoring savvy saw sawyer
  say sayer sayers saying says scads scag scale scam scamp scamps scams scan scandal scape scar
  scare scared scares scaring scars scary scathing scenario scene scenes scent schedule scheduled
  scheme scholarship schooled schooner schooners science scientific scientist scientists scimitar
  scissors sconce scooch scooper scoot scope scoped scopes scorch scored scorer scorn scorns scot
  scotland scots scott scour scoured scow scratch scratchy scrawled scream screamed screamer
  screamers screaming screams screech screeching screen screw screwed screwing scribble scribbled
  scrip script scripted scrub scrubber scud scuff scuffed scuffle scuffling scum scumbag scums
  scut seagoing sealed seamless sear search searched searches searching sears seat seated seats
  seattle second seconds secret secretary secretion secretions secrets sect sectional sectionals
  sector sects secure security sedation sediment sedition seduction see seeding seedy seeing seek
  seeking seeks seem seemed seems seen seep seeps seer seers sees seething seize seizes selected
  selection selections selfish selfless sell seller sellers selling sells selves semen semester
  semicolon semis semple senate senator send sending sends senior senor sense senses sensibilities
  sensibility sensible sent sentence sentimental separate separates september sequence sera
  serenade serenity serf serfs serge sergeant serial series serious seriously serra serrated
  servant servants server servers service serviced services servicing session set seth sets
  setting settle settled settlement settling setup seventeen seventh sever several severe sew
  sewed sewer sewers sewing shade shaded shades shadow shadows shady shaft shag shah shaker
  shakers shakespeare shaking shaky shale shall shallow shallows shalt sham shame shamed shan
  shard shards share shared shares sharing sharking sharon sharpening sharpie shat shave shaven
  shaver shavers shaves shaving shaw shawn shay she shear sheared shears shed shedding sheds sheen
  sheer sheila shelling shelter shelving sheriff shh shield shielded shift shill shills shim shin
  shine shingle shingles shining shins shiny ship shipment shipping ships shirk shirt shirts shiv
  shock shocked shocking shocks shoe shoes shoeshine shone shook shooter shooters shooting shopped
  shopper shoppers shopping shore shores shorn shortage shortages shorter shortie shorties
  shorting shortly shortwave shorty shotgun should shouldn shout shouting shouts shove shoved
  shovel shoves show showed shower showing shown shows shrank shredder shredding shrink shrouded
  shtick shuck shucks shuffle shuffled shuffling shush shut shuts shuttle sick sicken sickens
  sicker sickness sided sidewalk sidle sidney sift sigh sighs sight sign signal signals signature
  signed significant signing signs sikes silence silent silky sill sills silly silo silos silt
  silvery similarly simile simmer simmons simon simpler simplest simplify simpson since sincere
  sine sing singe singer singers singing singled singling singly sings sink sinks sire siren
  sirens sirrah sis sissy sister sisters sit sitar site sites sith sits sitting situated situation
  situations sixteen sixth sized sizzler sizzling skate skates skeet skell skew skewed skewered
  ski skid skids skies skill skills skimmer skimp skinner skinnier skinning skip skipper skips
  skis skit skol skulk skull sky slab slabs slack slacker slackers slacks slag slam slams slang
  slap slaps slash slashed slasher slashes slate slated slates slats slave slaved slaver slavers
  slaves slay slays sled sledding sleds sleep sleeping sleepless sleeps sleepy sleepyhead sleet
  sleeve slept slew slick slicker slickers slid slide slides slight slightest slightly slime
  slimmed slimy slinger slinging slink slinking slipped slipping slit slits sliver slivers sloan
  slob slobs slog sloop slop slope slopes slopping slops slot slots slowly sluice slum slums slung
  slur slurs smackers smaller smarmy smarter smartly smear smeared smears smell smelled smelling
  smells smelly smile smiles smiling smite smithy smock smoker smokers smokey smoking smooch
  smoochy smoot smoothed smoother smoothing smoothly smote snake snakes snapped snare snares snarl
  snarling snarls snatcher snatchers snatching sneak sneaking sneaks snell sneller snide snider
  sniffing snip snit snob snobs snoop snooped snoops snoot snore snored snores snort snorts snot
  snowy snuck snuff snuffed snug soak soaks soap soaps soapy soar soared soars sober sobers soccer
  socially societal society sock socks sofa sofas softening softie software softy soggy soho soil
  sol sold soldier soldiers solider solitary solo solos solve solved solver solves soma some
  somebody someday somehow someone someplace something sometime sometimes somewhat somewhere sone
  song songs sonny sookie soon sooner soot sooth soph sophia sophisticated sore sores sorrow sorry
  sort sorts soul souls sound sounded sounds sous soused southeast southeastern southerly
  southerner southerners soviet space spaced spaces spade spades spain spake span spank spanking
  spankings spans spar spared sparing spark sparking sparks sparring spasm spasms spat spate spats
  speak speaker speaking speaks spec specially specialties specialty specific specifically
  specifics specs spectacular spectral sped speech speeches speed speeded speeding speeds spell
  spelled speller spellers spelling spells spencer spend spending spends spent sperm spew spewed
  spewing spider spiders spied spike spikes spiky spill spilled spills spilt spin spinal spine
  spineless spines spinning spinny spins spiraled spiraling spires spirit spirited spirits
  spiritual spite spittle splashed splashy splat splatter splendid splendor splice spliced splint
  splints spoil spoiled spoke spoken spokes sponged sponging spongy spoof spook spooks spool
  spools spooned spoor spores sporting sporty spotter spout sprain sprained sprains sprang sprat
  spraying spreader spreading sprig springer springing sprinkled sprinkler sprinklers sprint
  sprinters sprints sprucing sprung spry spunk spur spurs spurt spurting spurts spy spying
  squabble squabbles squad squads squared squarely squashed squat squats squaw squaws squeaked
  squealed squeegee squib squibs squint squire squires squirm squirrelly squirted squirting squish
  stab stabbed stabilise stabilize stabilizer stabilizers stabs stadium staff staffed staffing
  stag staged stain stained staining stainless stair stairs staked stakeout stakeouts stale stall
  stallion stallions stalls stamp stamps stand standing standings standish stands stanford stank
  stanley staple staples starboard starched stardust stare stared stares starfish staring stark
  starlight starling starr starring starship started starting startled startling starve starving
  stash stashed stat stated statement station stations stats statue statues status stave stay
  stayed staying stays stead steady steal stealer stealing steals steaming steamy steed steeds
  steely steep steer steering steers stell stellar stem stemming stems stephen stepped stepping
  stereo sterility sterilized sterling stern steve steven stewart sticking stickler stiff stiffed
  stiffs stifling stiles stiller stilts sting stings stink stinker stinkers stinking stinks stinky
  stipes stirred stirring stitch stocky stoke stoked stokes stole stoled stolen stoner stoners
  stoney stony stood stoop stooped stoops stop stopped stopping stops storage storey storeys
  stories storing stork storm stormed storming storms story stow stowed strafing straighten
  straighter strain strainer stranded strange stranger strangers strap strapped straps strategy
  stray straying strays streak streaking streaks streamed streamers strengthen strengthens strep
  stress stressed stretch stretching stricken strict strictly stride strides striding strife
  strike strikes striking stringer stringing stringy striper stripped strive strives striving
  stroke stroking stroller strongbox stronger strongly strop strout strove struck structure
  struggle struggling strung strut struts stuart stubborn stuck stud studding student students
  studied studies studio study studying stuffer stuffy stunk stunning stunt stupid subject
  subjects submariner submit substance substituted subtitles subtle succeed successful successor
  suction sudden sue sued suede suffer suffered suffering sugary suggest suggested suggesting
  suggestion suicide suing suit suitable suitcase suite suits sulfuric sulk sultan summarize
  summed sunday sunk sunset sunshiny superb superior superman supermen supervise supervises
  supervisor supplemental supplier suppliers supplies supply supported supporter supporters
  suppose supposed supremely supremo sure surely surer surf surface surgeon surgeons surgery
  surgical surprise surprised surprises surprising surrender surrounded surveillance survival
  survive survived survivors susan suspect suspected suspects suspended sustained suturing swab
  swabs swag swain swallow swallowed swam swami swampy swan swans swap swat swear swears sweat
  sweater sweating sweats sweatshop sweatshops sweep sweeps sweeten sweetest sweetheart sweetie
  sweeties sweety swell swelled swelling swells swept swerve swerved swerving swill swim swimming
  swims swing swinger swingers swinging swings swirly swish switch switched switzerland swizzle
  swoon swoop swooped sword swore sworn sydney syed sykes sylvia symbol sympathy symphonic
  symptoms synchro syndrome systemic taber tabes tach tack tacks tact tactical taels tag tailor
  tailors tain tait take taken taker takers takes takin taking tale talent talented tales tali
  talk talked talking talks tall taller tamara tame tamer tamponade tan tane tangier tank tanks
  tanned tanner tansy tantalizing tanto tape taper tapes tapped tapping tara target targets tarn
  tarot tarp tarps tartan tarzan task taste tasted taster tastes tate tates tattoo taught taut tax
  taxes taxi taxis teach teacher teachers teaching teachings team teams teamster teamsters tear
  tearing tears tease teased teat teats tech technical technically technique technology ted
  teenage teenager teetering teeth telegram telephone television teli tell tellin telling tells
  temper temperature tempers template templates temporal temporary tend tended tendered tenderly
  tenner tense tension tent term terminal terms terrible terribly terrific terrified territory
  terror terrorist terrorists terry test tested testify testimony testing tests testy text texts
  texture textures tha thane thar that thaw thaws theatre theatres thee theft their theirs them
  theme themes themselves then theory therapist therapy there therefore theres these they thickest
  thief thieves thine thing thingies things thingy think thinking thinks thinned thirsty thirty
  this those thou though thought thoughtful thoughts thousandth threaded thready threat threaten
  threatened threatening threatens threats threw thrill thrilled throat throes throne through
  throughout throw throwing thrown throws thumb thunder thursday thus thy tick ticket ticketed
  tickets ticks tide tides tie tied tier tiers ties tiff tiffany tight til tile tiles till tim
  timed timer timers timing tine ting tinted tiny tipped tipper tippers tipping tiptoes tire tired
  tires tis tissue title titties titty toad toasting tobacco toby today toddies toddle toddy toe
  toga together toil toilet tokyo tolan told tolerate tomb tombstone tombstones tome tommy
  tomorrow tone tong tongs tonight tony too took tool tools toon toons toot tooth toots topic
  topical topics toppled toppling tora torch torches tore torn toro toros torpedoed tort torture
  tortured toss tosser tossers totally tote touched touching touchy tough tour tournament tout tow
  toward towards towel towels tower townie toxic toy toys trace track tracking tracks traction
  trad trade trading traditionally traduction traffic tragedy tragic trailer train trained trainer
  training trains trait traitor traits tram tramp transaction transactions transcript transfer
  transferred transitional translation translations transmission transport transportation trap
  trapped trapping trappings traps trash trauma travel traveled traveling travels travis tread
  treads treasured treasurer treasury treated treaties treating treatment treaty treed trek
  tremendous trey trial trials tribe tribes trick tricks tricky tried trifled trig trigger trim
  trimmer trin tringle trip tripled triplets tripping trips trite trivia trod troll trolls
  tromping troop troops trophy trot trots trotted trouble troubled troubles troy truck trucks true
  trunk trunks trust trusted trusting truth trying tryout tryouts tsar tsk tuan tuba tubed tuck
  tucker tucks tuesday tuff tune tuner tunes tung tunic tunics tunnel turbo turf turn turned
  turner turning turns tusk tusks twain twang tweet twenty twig twigs twill twine twink twinkly
  twirly twisty twit twits twitter twixt tyke tykes tyler typed typically typo typos tyre tyres
  udder udders ugh ugly ultimately ultimatum ultimatums umbrella umm unabated unable unbalanced
  unbelievable unbiased unbuttoned uncalled uncharted uncomfortable unconscious undercover
  underground underneath understand understanding understands understood underwater underwear
  undisputed unexpected unfair unfettered unfortunate unfortunately unhappy unhooked uniform
  uniforms union unique unit united units universal universe university unknown unleaded unleashed
  unless unlike unloaded unlock unlocked unmarked unmasked unnecessary unpacked unpleasant
  unrelated unsolved untapped untested until unto unusual unveiled unwanted unzipped upon upper
  upset upstairs urge urgent urine useful useless user users usual usually vacation vacuumed vague
  vain val vale valentine valuable valued valve valves vampire vampires vane vanessa vanished
  varies vary vast vegetation vehicle vehicles veil veils veins vena venal venerable venice vent
  venting vents verb verbs verdict verge veritable veronica verse verses version versus vertically
  verve vessel vest vests vet vial vials vibe vibes vic vicarious vice vices vicious victim
  victims victor victoria victory video vietnam view vile village vincent vineyard vineyards vino
  violation violence violent violet viral virgil virgin virginal virginity virus visa visas vise
  vision visions visit visited visiting visitor visitors vista vistas visual vite viva vive vivian
  voice voices volley volleys volunteer von vote voted votes vows voyage vulnerable wack wade
  waders wager wagers wagon wait waited waiter waiters waiting waitress waits wake wakes waking
  wales wali walk walked walker walking walks wall wallet walleyed wallow walls wally walt walter
  wand wander wandering wanders wands wane wang wanna want wanted wanting wanton wants war ward
  warden wardrobe wards ware warehouse wares warn warned warning warns warp warrant warren warrior
  warriors wars wart warts wary was washed washing washington wasn wasp wasps wast waste wasted
  wasting watch watched watches watching watchmen watery watson wave waver waves wawa waxer waxy
  wayne wazoo weak weaker weakness wealth wealthy weapon weapons wear wearer wearing wears weather
  weave weaved weaves web webster wedged wedgie wedgies wednesday wee weeding weedy week weekend
  weekends weeks weep weeps weepy weigh weighs weighted weighty weird weirder welcome weld welder
  welding welfare weli welk welt welts wench wenches went wept were weren wert wesley westerly
  westerner westerners wha whack whaler whalers what whatever whats whatsoever whee wheelchair
  wheelie whelp when whenever where whereabouts wherever whet whether whew which while whim whims
  whine whiner whines whining whipper whirling whirring whirs whisk whisked whisker whiskers
  whisper whispering whispers whistle whistling whit whiteout whiter whitewash whitey whities
  whittling whizz whizzing who whoa whoever whom whoo whoop whooping whoops whop whopping whose
  whup whupped whupping why wick wicked wicks wide wider widow width wield wielding wields wienie
  wife wig wigged wight wile wiles will willed william williams willie willing wills willy wilson
  wilt wily win wince winces winch winches winchester wind winded windfall window windows winds
  windy wined winger wink winked winks winner winners winning wino winos wins wipe wiped wipes
  wire wired wires wisdom wise wish wished wishes wishing wit witch witches witching withdraw
  witness witnessed witnesses witter wives wizard woke woken wolf wolves woman women wondered
  wonderfully wondering wong woo wood wooden woods woody word words wore worked worker workers
  working world worlds worm worms worn worried worries worry worrying worse worship worst wort
  worth worthless worthy would wouldn wound wounded wounds wove wow wrangle wrapping wreck wrecks
  wrestling wright wring wrist write writer writers writes writhing writing writings written wrong
  wrote yacht yah yale yang yangs yank yanked yanks yard yards yare yay yea yeah yean yearn yearns
  yell yelled yelling yellowing yells yen yep yes yesterday yet yore you younger your yours
  yourself yourselves youth yuck yup zack zest zeta zeus zinc zip zoned zoo
`);

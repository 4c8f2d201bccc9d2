import { stemSet } from './word-sets.js';

/** Whether a word is common English and names no food: it is neither a slip nor an unknown food. */
export function isOnlyEnglish(stemmed: string): boolean {
  return ONLY_ENGLISH.has(stemmed);
}

// The frequent words of English without the words of the everyday table; of the less frequent ones those
// that a slip of the finger turns into a food word (`tires`, `chair`).
const ONLY_ENGLISH = stemSet(`
  aah aaron abandon abandoned abbot abbott abby abed abilities ability able ably aboard abortion
  about above absence absolute absolutely absorbed absurd abuse academy accent accept accepted
  access accident accidentally accidents accomplish accomplished according account accountant
  accounts accurate accuse accused ace aced achieve aching achy acid acker acknowledge acne
  acrobatic acrobatics across act acted actin acting action actions activate activates active
  actively activities activity actor actors actress acts actual actually adam adams add adder
  addition additional additionally additions addled address adjust administration admiral admire
  admit admitted adobe adopted adorable adore adorn adult adults advance advanced advantage
  adventure advertising advice advise afar affair affairs affect affected affection afford afraid
  africa afro afternoon afterwards again against age aged agee agency agenda agent agents ages
  aggressive aging ago agree agreed agreement ahead ahem ahold aided aim ain aircraft airline
  airplane airport aisle ajar akin alan alarm alba albert album alcoholism alert alexander alfa
  alfred alfresco alias alibi alice alien aliens alike alison alive alkaloid allay allen allergic
  alley alleys alliance allies allow allowed allows ally alma almighty almost aloha alone along
  aloof alpha already alright also alter alternative alters although alto altogether aluminium
  always amateur amazing ambassador ambulance ameer amen america amid amigo amigos amin amis amiss
  ammunition among amongst amount amounted amounts amour ample amusing amy anal analysed analysis
  analyze analyzer analyzes anchor anchors ancient anderson andre andrew andromeda angeles angelus
  anger angers angle angles anima ankle ann anna annex anniversary announce announced announcement
  announcer annoy annoying annoys annual anonymous another answer answered answering answers ante
  anthony anti antique antonio anxiety anxious anybody anyhow anymore anyone anything anytime
  anyway anyways anywhere apache apart apartment ape apollo apologies apologise apologize apology
  apparatus apparently appeal appear appearance appeared appears appetite appetites applause
  application applied applies apply appointment appreciate appreciated approach approaching
  appropriate approval approve approved approximate approximated approximately april aqua arab
  arbor archie architect ardor are area areas aren arena arenas argh argue arguing argument aria
  arias arid ariel arise arises arm armed armory armoured armoury arms around arrange arranged
  arrangement arrangements arras arrest arrested arrival arrive arrived arrives arriving arrow
  arrows art arthur article articles artillery artist artists arts arty ash ashamed ashes ashore
  aside ask asked asking asks asleep aspen aspirin assassin assassination assault assay assigned
  assignment assist assistance assistant assisted associate association assume assumed assuming
  assure assured aster ate atlanta atlas atmosphere atoll atone attaboy attached attack attacked
  attacking attacks attempt attempted attend attending attention attic attitude attorney attract
  attracted attraction attractive auction audience audio audition august austin australia author
  authorities authority authorized auto autograph automatic automatics automobile autopsy autumnal
  avail available avenge avenue average averaged avid avoid avoiding awake award aware away
  awesome awful awfully awhile awkward axed axle aye babble babbles babe babel babes bach bachelor
  backed backer backers background backing backseat backup backwards backyard bad bade badge
  badged badger badgered badgers badly bag baggage bagman bags baht bail bailed bailer bailing
  bails bait baited baker baking balanced balcony bald baldrick baldy bale bales baling balked
  ballet balloon bally balm balmy baltic baltimore balu bam banco band bandana bandanna bands
  bandy bane banes banged banging bank banked banker bankers banking banks banner banners banter
  banzai barb barbara barbarian barbarians barbaric barbell barbells barber barbers barbie barbies
  barbs bard bare bareback bared barely barf bargain barged baring bark barked barker barking
  barks barman barmy barn barney barneys barns barred barrel barren barret barrette barry bart
  bartender barter barton basal base baseball baseballs baseless basement bases bash bashed basic
  basically basin basing basins basis bask basketball basking basset bast basta baste baster bat
  batch bates bathe bathes bathing bathroom bathtub batman bats battalion batted batten batteries
  battery battle battled battles batts batty bawl baxter baying beached beacon beacons bead beaded
  beads beady beak beaker beakers beaks beaky beam beamed beamer beams beano beard beards bearer
  bearers bearing beast beasts beat beaten beating beats beau beaut beautiful beautifully beauts
  beauty became because beck becks become becomes becoming bed bedroom beds bedtime bee beech been
  beep beeping beeps beery before beg began begat beget begets begged begging begin beginning
  begins begun behalf behave behavior beheaded beheading behind behold bein being beings belay
  belch belches belie belief believed believer believers believing belittle belive belle belles
  belling belong belonged belongs beloved below belt belted belts bench benches bend bended bender
  benders bends bendy bene beneath benediction benefit benefits benes benet benjamin bent berating
  bereaved beret berets berlin berm bernard beset beside besides best bested bet beta beth betray
  betrayed bets better betting bettor bettors between beware biased bible bicycle bid biddies
  biddy bide bien bigger biggest bigot bigots bike biker bikers bikes biking bilbo bile bill
  billie billion bills billy bind binds bing bingo biological birdie birdies birth bish bishop
  biter bitsy bitte bitten bitter bitterly bitty bizarre blab blabber blackest blacking blacklist
  blackmail blade blades blag blah blain blair blake blam blame blamed blames blaming blanch
  blanche bland blank blanked blanking blanks blare blares blasted blaster blasters blaze blazes
  bleach bleachers bleak bleating bled bleed bleeder bleeding bleeds blende blending bless blessed
  blesses blessing blew blight blind blinded blinders blinds blintzes blitz bloat blob blobs bloc
  blocked blocking blog blond blonde blondes blonds bloodied bloom blooms blossomed blot blots
  blowfish blowing blown bluebeard bluebells bluer bluff bluffing blume blunder blunders blur
  blustery boarded boarding boast boasted boasts boathouse boatman bob bobby boche bock bode bodes
  bodhi bodyguard bogged bogie bogies boiler boilers boiling bold boll bolt bolts bombing bombo
  bon bona bond bonds boned bonehead boner bong bonk bonne bonnie bonny bonus bony boo booed
  boogie book booked bookie bookies books boon boonies boot booted booth booths boots boozy bora
  border bore bored bores boring born borne boron borrow borrowed bosh bosom bosoms boss bosses
  botch bother bothered bothering bothers bottling bottom bottoms bought bounce bouncy bound
  bounding boundless bout bouts bowed bowel bowels bowie bowled bowling boxer boxers boxing boxy
  boyfriend bra brace bracelet brack brad brag bragged bragging brags braid braided braids
  brainpan brainy brake brakes braking branch branched brand branding brandon brant brash brass
  brava brave braver bravo brawling brawn brawny bray brays breach breached breaches breaching
  breadth break breakdown breaking breakout breaks breastbone breathe breathed breather breathes
  breathing bred bree breed breeder breeders breeding breeds breezy bren bret brett brewery
  brewster brian bribe bribed bribes brick bricks bride brides bridge brief briefcase briefs brier
  bright brighten brightens brighter brightly brilliant bring bringing brings brink briny bristle
  bristles brit britches british brits bro broached broadband broadcast broadway brock broke
  broker brokers bronc bronx brooch brood brooding broody brooklyn brooks broom brooms brother
  brothers brought brow browning brownish brows browsing bruce bruins bruised bruising brunch
  brunt brush brushes brutal brute brutes bubbling bubby buchanan bucket bucko budding budge
  budget budgeted buffy bug bugged bugler bugs build building buildings builds bulge bulger bullet
  bullets bullies bullock bully bum bumble bummer bump bumped bumper bunco bundy bung bungle bunk
  bunks bunny bunt burbs burden bureau burglar burgle buried buries burke burkes burley burly burn
  burned burner burners burnie burning burns burst burt burton bury bus buses bush bushes bushy
  business businessman buss busses bust busted buster busters busting busts busty busy but butch
  butcher butchered butchery butler butlers butte butted buttercup buttering buttoned buy buying
  buys buzz buzzed buzzer buzzes bye bytes caber cabin cabinet cable caca cackle cackles cackling
  caddie caddy cade cadillac cadre cafeteria cage cager cages cain caked cal calamine calamity
  calcified calendar calendars calibration call called calling calls calm calms calver calvin came
  camel camels camera cameras camp campaign camper campers camping campion camps campsite campus
  canal cancel canceled cancelled cancelling cancer candid candidate candids candle candles
  canister canisters cann cannon cannons cannot canny canoe canoes canon canons cant canter cantor
  canvas canyon canyons capa capable capacity capital capo capper captained captivated capture
  captured car carbon carbonate carbons card cardinal cardinals cards care cared career careful
  carefully cares caress caresses caring caritas carjacked carl carmen carney carnival carnivals
  carny carol carolina caroline caroling carols carpenter carpet carriage carried carrier carries
  carry carrying cars carson cart carte carter carting cartoon cartoons carts carve carver carves
  casa case cases cash cashed casing casings casks cassino cast castaway caste castor castrate
  casual casualties cat catch catches catching cater catering caters cates catfight catherine
  catholic cathy cats cattle caught caulk causation cause caused causes causing cautiously cavalry
  cave caves caving cease ceiling celebrate celebrating celebrity celestine cell cellar cellars
  cellphone cellphones cells cemetery cent center centered central centre centres cents centuries
  century cerebral ceremonies ceremony ceres certain certainly certificate chad chafe chain chains
  chair chairman chairs challenge challenger challengers chamber chambers champ champion champions
  championship champs chan chance chances chandler chang change changed changes changing channel
  channels chant chanteuse chanting chants chao chaos chap chapel chaplain chaplains chapped
  chappie chappy chaps chapter character characters charas charge charged charger chargers charges
  charging charisma charity charles charley charlie charlotte charmed charming chart charted
  chartered charting charts chase chased chases chasing chasm chat chats chattering chatting
  chauffeur chaw cheap cheaply cheat cheated cheating check checked checking checks cheeky cheer
  cheering cheerleader cheers cheery cheesed chemical chemicals chemistry cheque cher chess chest
  chester chests chevy chez chi chica chicano chicanos chickened chief chiefs child childhood
  children chill chilling chills chime chimes chimp chimps chin china chink chinks chino chins
  chipper chippers chipping chirp chirps chiseled chiselled chit chiv chloe chlorate chlorine
  chock chocks choir choirs choke choked choker chokes choking cholo cholos chon choose choosing
  chopper choppers chopping choppy chord chords chore chores chorus chose chosen chou chowing
  christ christen christian christians christine christopher chub chuckie chuckles chuckling
  chucky chump chumps church cigar cigarette cigarettes cigars cinch cinder cinderella cinders
  cinnabar circle circles circuit circumstances circus circuses cities citizen citizens city civil
  civilian civilians civilization civilized clack clacking clad claim claimed claims claire clamp
  clamps clan clans clap claps clarence clarinet clark clash clashes clasp class classes classical
  classier classified classify classy claus clavering clay clean cleaned cleaner cleaning cleans
  clearance cleared clearest clearing clearly cleat cleats clem clerical clerk cleve cleveland
  clever click clicks client clients clift climb climbing clincher clinic clinically clip clipped
  clips clit cloaking clock clocking clog clogs cloister clomp clone clones close closed closely
  closer closes closest closet closing clot cloth clothed clothes clothing clots clotting cloud
  clouding clouds clout clover clovers clown clowns cluck clue clues clunk clunky clutter clutters
  coach coaches coaching coal coals coast coaster coasters coasting coasts coat coats coattails
  coax coaxed coaxing cobby coble cocaine cocoanut coddle coded codex codger coed coeds
  coffeemaker coffers coffin cohen coherence coil coils coin coincidence coined coins coked col
  colder colin collage collapse collapsed collared collating colleague colleagues collect
  collected collecting collection collections college collie colon colonel colonial colony
  coloration colored coloring colossus colour coloured colours colt columbo column coma comas comb
  combat combes combine combined combines combs come comedy comes comet comets comfort comfortable
  comforted comforter comforters comic comically comics coming command commander commanders
  commanding commence commenced commences comment commerce commercial commercials commission
  commissioner commit commitment committed committee common commoner commoners commonly
  commonwealth communicate communication communications communist communities community comp
  companies companion company compare compared compartment compassion comped compete competed
  competent competes competition compilation compiled complain complaining complaint complaints
  complete completed completely complex complicated compliment compliments compos compose composed
  composer composers composing composure compound compress compresses compressor comprised
  compromise comps compute computed computer computers comrade conceive concentration concept
  conception concern concerned concerns concert concho conclusion concoction concrete condemned
  condense condensers condition conditions condo condoned condos conduct confectionary confess
  confessed confession confessions confidence confidences confident confidential confined
  confining confirm confirmation confirmed conflict conflicts confluence confused confusing
  confusion conga congestion congratulate congratulations congress congressman conk conked conn
  connect connected connecticut connection connections conned conner conners connie conscience
  conscious consciousness consent consented consents consequences consider consideration
  considered considering consistent conspiracy constant constantly constitution construction
  construe consult contact contacted contacting contacts contagion contain contained container
  contains contempt contend contends content contented contention contents contest contests
  context continent continental continents continue continued continues continuing contract
  contracts contrary control controlled controls convened convenient convening convent convention
  conventions convents converge convergence converging conversation conversations converse
  conversing converted converting convey conveyed conveying conveys convict convicted conviction
  convictions convince convinced convincing cooch cooing cook cooks cooled cooler coolie cooling
  cooly coop cooped cooper cooperate cooperation coopers coordinates coot cooter cootie cooties
  cop cope copies copiously copped copper cops copy coquette corby cord cordially cordoned cords
  cork corked corker corks corky cornea corneal corneas cornered cornering cornet cornfield corny
  coronary coroner corporal corporate corporation corporations corps corpse correct correction
  corrections correctly corridor corrie corse cortical corvette cosmetic cosmetics cosmically cost
  costa costing costs costume costumes couch couches cough could couldn council counsel counselor
  count counted counter countess counting counts county coup couple couples courage course courses
  court courtesy courting courtroom courts cousin cousins cove covenant cover coverage covering
  coverlet covers coveted coveting covey coward cowering coworker coworkers cozy crackhead
  crackheads cracking crackpot crackpots cradling crafting crafty crag craig cram crane cranes
  crank cranked cranking cranks crash crashed crashes crashing crass craving cravings craw crawl
  crawling cray craze crazy creak creaks creaky creased creasy create created creating creation
  creations creative creature creatures cred credit credited credo creek creeks creep creeps
  creepy cremated crept crescendo crest crew crewe crews crib cribbage cribs crick cried cries
  crime crimes criminal criminals crimp cripes crippled cris crises crisis crisper crispin
  critical croaked croaking croc crock crocked croft crone crook crooked crooks croon crooning
  crop cropped cropping crops croquet crossed crossing crossings crouched crow crowd crowded
  crowds crower crows cruces crucible crud cruel crueler cruise cruising crumple crumpled crunched
  crunching crusher crusted crutch crutches cry crying cuddled cue cued cuff cully culpa cult
  cultivate cults cultural curb cure curie curiosity curious curiouser curled curran current
  currently currents curse cursed curses curt curtain curtains curve curved curves curvy cush cusp
  cuss custody custom customer customers customs cute cutler cutting cutty cyan cycle cynthia czar
  dad daft dailies daily dainty daiquiris dais daisies daisy dale dales dali dallas dally dam
  damage damaged dame dames dammit dana dance danced dancer dances dancing dandies dandy dang
  danger dangerous dank danny danton daphne dapper dare dares darkies darkness darling darn dart
  darts dash data database dated dater dating daughter daughters david davies davis davy dawn
  dawns daylight daylights daze dead deadline deadly deads deadwood deaf dealer dealing dealt dear
  dearest dears deb debate debonair debt debts decals decay deceased december decent decide
  decided decides decimate decision decisions deck decked decks declare declared decorated
  decorative decorator decorators decree decrees dedicate dedicated dee deed deeds deem deems
  deeper deeply defeat defeated defected defence defend defendant defending defense defer deferred
  defies defiled define definite definitely definition deflated deformed deft defy degree degrees
  del delay delays delete deliberately delicacies delicacy delicate delicious deliciously
  delighted delightful deline delirious deliver delivered delivery dell delta delude deluge demand
  demands democracy demon demons demonstration den denied denies dennis denser dental dentist
  denver deny departed department depend depending depends deposit depressed depressing depression
  depth depths deputy derailed deranged derby dere describe described description desecrated
  desert deserted deserts deserve deserved deserves desi design designated designed desire desk
  desolate despair desperate desperately despite destination destiny destroy destroyed destroying
  destruction detail detailed details detained detective detectives detention deter determine
  determined deterred detonate detonates devalued develop developed developing development
  deviated device devilish devised devon devoted dewy dexter diabetes dial dialectics dials
  diameter diamond diamonds diana diaper diapers diaries diarrhoea diary dice dicey did diddy didn
  die died diego dies difference differences different differently difficult difficulty dig
  digesting digestion digging dignity dike dikes dilated dilute dime dimes dimly dine dined diner
  diners dines dinette dinge dingo dingy dining dink dinks dinky dinosaur dire direct directed
  direction directions directive directives directly director directors dirk dirt disagree
  disappear disappeared disappoint disappointed disaster discharge discipline discover discovered
  discovery discuss discussed discussing discussion disease disgrace disguise disgusting dishy
  disk disks dismissed disorder dispatch dispensary dispense dispensed disperse dispersed display
  disputed diss distance distant distillery distinction distinctions distinguished distracted
  distress district disturb disturbed disturbing ditch ditches ditty diuretic diva dive dived
  diver divers dives divide divine divinely diving divining division divorce divorced dixie dizzy
  doable dobby dobie doc dock dockers docks doctoral doctorate doctored document documentary
  documents dodge dodged dodo doer doesn dogies dogma dogwood doing doings dojo dolce doll dollies
  dolls dolly dolt dome domes domestic dominick dominion dona donald done donna donne donny donor
  donors doo doodled doom doomed door doorbell doors dope doper dopers dopes doris dork dorks
  dorky dorm dorms dorothy dort dose doses dost dot dote dotes doubled doubly doubt doubts doughy
  douglas dour dowd downer downers downstairs downtown downy dowry doze dozen dozens dozer drafty
  drag dragged dragging drain draining drake dram drama dramatic drank drat draw drawer drawing
  drawn dread dreadful dreading dreads dream dreamed dreaming dreams dreamt dreamy dredging dress
  dressed dresses drew drier drift drifting drifts drill drilling drills dripped drippy drive
  driven driver drivers drives driveway driving drone drones droop drooping dropped dropping
  droppings drought drove droves drown drowned drowning drowns drug drugs drumming drums drunk
  drunker drunks dual duce duckie ducking ducky duct ducts dude dudes due duelling duet duets dug
  duke dulcet dull dulls duly dumb dummies dummy dump dumped dumping dunce dunces dung dunk
  dunking dunks dura during dusk dust dusty duties duty dyer dying dynamited each eager eagle ear
  earlier early earn earned earns earrings ears earthquake earthy ease eases easier easily east
  easterly eastern easterners eaten eater eaters eating echo economy eddy edgar edge edgy editor
  educated education edward edwards effect effective effects effort efforts ego eighteen eighth
  eighties eighty either elaine elder eleanor elected election electric electrical electricity
  electrocute electronic elegant element elemental elements elephant elephants elevator eleven eli
  eliminate elite elizabeth ellen elope else elsewhere elvis embarrass embarrassed embarrassing
  embassy embrace emergency emily emma emotion emotional emotionally emotions emperor empire
  employee employees employer employers empress enchanted encounter encourage endanger endangers
  ended ending endless endure endures enemies enemy energized energizer enforcement engage engaged
  engagement engine engineer engineering engines enjoy enjoyed enjoying enormous enough ensue
  ensues ensured enter entered entering enterprise entertain entertaining entertainment entire
  entirely entitled entrance entrances entrez entry envelope environment envy episode equipment
  era erase ergo eric erin error escalade escalate escalates escape escaped escort espanol
  especially esquire essay essence essential essentially est establish established estate eternal
  eternity eugene europe european evacuate evans evaporate evaporates eve even evening event
  events eventually ever every everybody everyday everyone everywhere evidence evidently evil
  ewing exact exactly exam examination examine example exams exceeding excellency excellent except
  excepted exception excerpts exchange excited excitement exciting excluded exclusive excuse
  excuses excusing execute executed execution executive exercise exert exerts exhausted exhibit
  exist existed existence exists exit exotic expect expected expecting expects expedition expended
  expense expenses expensive experience experienced experiences experiment experiments expert
  expertly experts explain explained explaining explains explanation explode exploded exploder
  exploding explore explored explores explosion explosives expose exposed exposes exposure
  expressed expression expressly extend extended externally extinction extort extracted extracting
  extradition extraordinary extravaganza extreme extremely fabulous face faced faces facial
  facility facing fact factor factory facts fade fades fail failed failure faint fair fairly fairs
  faith faithful faked faker fakers falcon falcons fall fallen falling falls false falter falters
  fame famed familial familiar familiars families family famously fan fancies fancy fans fantastic
  fantasy far farce fare fared fares farewell farm farmer farmers faro farrow fart farted farther
  farts fascinating fashion faster fastest fatal fate fates fathead father fathers fault faut
  favor favored favoring favorite favors favour favoured favourite fax fayed faze fear feared
  fears feasting feat feather feathered feathers feathery feats feature february fed federal feds
  fee feed feeding feeds feel feeling feelings feels felicity felix fell fella fellas felled
  felling fellow fellows felony felt female fence fend fest festival fetal fetch fete feud feuds
  fever few fiat fickle fico fiction fiddle fiddled fiddler fiddling fido fielding fiend fiends
  fife fifteen fifth fifty fight fighter fighters fighting fights figure figured figures figuring
  file filed files filing filings fill fille filler fillies fills filly film filmed filming films
  filthier filthy fin final finally finals financial find finder finders finding finds fine fined
  finer finest fingered fingering fingerprints fini finish finished finishing fink firelight
  firewall firewalls firewood fireworks firing firmer first fisher fishermen fishing fishy fisk
  fist fists fitter fitting fiver fix fixed fixer fixing flab flack flag flagging flags flagship
  flailing flak flaking flame flamed flamenco flames flamingo flamingos flanked flanking flap
  flapper flapping flaps flare flared flares flaring flash flashed flashes flashing flashlight
  flashy flask flattered flavor flavour flavours flaw flawed flaws flay flayed fled flee flees
  fleet fleets fleming flesh fleshy fletcher flew flex flied flies flight flip flipped flit
  floating floaty flog flood floods floor floored flooring floors flor floral florida flossie
  flossing flout flow flowed flowery flu flue fluffy fluid fluids fluke flume flunk flush flushed
  flushes flushing flux fly flyer flyers flying flypaper flyte foam foaming focus focused fold
  folder folders folds folk folks follies follow followed follower followers following follows
  folly fond fondle font foodies fool fooled fooling foolish fools footage football footsteps fora
  foray forbid forbidding force forced forces ford fords forecast forecasts forehead foreign
  foreman foremost forestry forever forge forged forges forget forgetting forgive forgiven
  forgiveness forgo forgot forgotten fork forked forks form formal formally forme formed former
  forms formula formulate fort forte forth forts fortunate fortunately forty forum forward foss
  foster fostered fought foul foully fouls found foundation founder founders fourteen fourth fox
  foyer frack frag frame framed framing france francis francisco francs frankenstein franklin
  frankly frasier frat fraud freak freaked freaking freaks freckle freckles fred frederick freed
  freedom freer freeway freezing frequency frere freshman fret frets fretting friday fridge friend
  friendlies friendly friends friendship frighten frightened frightening frisking fritz frizzy
  front fronted fronting fronts frost frothing frowning froze frug fruition fuel fuels fugu fully
  function fund funds funky funneled funnies funny fur furies furious furniture furry further fury
  fuse fuses fuss future fuzz fuzzy gabby gabriel gaby gag gaga gage gail gain gait gal gale gales
  gall gallery gallon gallons gallop galloping gallops gallows galls gamble gambling gamma gammas
  gammy gamy gang gangland gangs gant garage garb garbage gardener gardeners gardenia gardenias
  gare gases gasoline gasps gate gated gates gather gathered gathering gauche gave gaze gazed
  gazette gazing gear gears gee geek geeks geez gelatinous gena gene generally generate generates
  generation generations generator generous genes genetic genetics geneva genius gentile gentiles
  gentle gentleman gentlemen gentler gentlest gently genuine genuinely george georgia gere germain
  germane germany gesture get gets getting ghetto ghoulish gibbon gibbons gibson gift gifts gig
  gila gilbert gill gills gimme gingko gird girlfriend girlfriends girlie girlies girly give given
  gives giving glad glade glades gladness glam glance glances gland glands glandular glare glared
  glassy glazer glee glen gloat global globe globs gloria glorious gloss glove gloves glow glows
  glue glues glum glut gnat gnats goad goal goals gob goblet goblets god godless gods going goings
  goldy golf goner goners gonna good goodbye goodie goodies goodness goodnight goods goody
  goodyear goof gook gooks goon goonie goonies goons goony goop goosed goosey gora gore gorge
  gorgeous gorilla goring gory gosh gossip got gotcha gotta gotten gout government governor gown
  gowns grab grabbed grabbing grabs grace graced graces gracing gracious grad grade graded grader
  graders grades grading grads graduate graduated graduation grafted grafting grail grainy grama
  gramp grampa gramps grams gran granddad granddaughter grander grandest grandeur grandfather
  grandma grandmama grandmother grandpa grandson grange granite grant granted granting grants
  graph graphs grasp grasping grass grassy grat grate grateful grates grating gratis gratitude
  grave gravel graves gravity gray grays graze grazed greased greaser greasers greasing greasy greater
  greatest greed greedy greet greetings greets grew grid grids grief griffin grift grille grim
  grin grind grinds grins grip gripe gripes grips groan groaning groans groceries grocery grog
  groin groom grope gross grosses grounded grounding group groupie groupies groups grout grow
  growing growl growls grown grows growth grunts guan guarantee guaranteed guard guardian guards
  guess guessed guessing guest guests guidance guide guilt guilty guinea guitar gun gung guns
  gunshot guru gust gusts gut guts gym gypsy gyrating habit habits hack hacks had hades haff hah
  hail hails haircut hairiest hairy haji hale hales halfway hall hallelujah hallo hallowed halls
  hallway halt hamilton hammer han handed handful handle handled handling handsome handwriting
  hang hangar hangars hanged hanging hangover hangovers hangs hank hanker hankie hanks hanky hans
  happen happened happening happens happier happiest happily happiness happy harassment harbor
  harden hardened hardens harder hardest hardly hardware hardy hare hark harm harmless harmony
  harms harold harp harper harpies harps harpy harriet harris harrison harry harsh harshest hart
  harts harvard harvested harvester harvey has hasn hast hat hatch hate hated hates hath hating
  hats haul haunted have haven haves having hawaii hawk hawkeye hay hayes haze hazing head
  headache headed heading headlock headquarters heads heady heal healed healing heals health
  healthier heap heaped heaps hear heard hearing hearings hears hearst heartache heartaches
  heartbeat hearted hearth heartily heat heater heaters heather heave heaved heaven heavenly
  heavens heavily heaving heck hector heed heel heels heft heh heigh height heights heinie heinies
  heir heirs held helen helicopter helio heller hello hells helmet help helped helpful helping
  helpless helps henny henry her hercules herd herding herds here hereby herm herman heroin heron
  herr hers herself hesitate hey hick hicks hid hidden hide hiding higher highest highly highness
  highway hike hikes hilarious hili hill hills hilly hilt hilts him himself hindered hing hip
  hipper hippie hippies hippy hips hire hired hiring his hissy history hit hither hits hitting
  hiya hmm hoard hobby hobo hoboes hobos hockey hog hogg hoisting hoke hokey hold holding holds
  holed holiday holidays holland holler hollow holly hollywood holm holmes holt homecoming
  homeless homemaker homer homework homey homeys homicide homie homies homing homme hon hone honed
  honest honestly honesty honeybee honeymoon honk honkies honks honky honor honorable honored
  honour hoo hood hoods hooey hoof hoofs hook hooked hooks hooky hooray hoot hoots hop hope hoped
  hopefully hopeless hopes hoping hopper hoppy horace horde hordes horn horner hornet hornets
  horns horrible horror horses horst horsy hose hoses hospital hospitals host hostage hostages
  hostile hotel hottest hour hours housed household householder housekeeper houston hove how howdy
  howe however hoyle huck hudson hug huge hugh huh hula hulk hull hulls human humane humanity
  humans humble humiliated humiliating humor humorous hump humps hunch hundredth hung hunger
  hungers hungrier hunh hunker hunt hunted hunting hunts hurl hurled hurly hurricane hurry
  hurrying hurt hurting hurts husband husbands hushed husk hustle hyde hydro hysterical icon icons
  idea ideal ideas identical identification identified identify identity idiot idiots idle
  ignorant ignore ignored ill illegal illness illusion image images imagination imagine imagined
  imitating imitators immature immediate immediately immune impact impacted imparted impartial
  impassable importance important importer impossibly imposter impress impressed impression
  impressive improve improved inappropriate incident inclined include included includes including
  income incoming increase incredible incredibly indecent indeed independent indicate indie
  individual individually individuals industrial industries industry inevitable infant infanta
  infantry infected infection influence inform information informed initial initiation injured
  injuries injury ink inland inn inner innocence innocently insane insanity inside insider
  insiders insist insisted insolent inspection inspector inspiration inspired instance instances
  instantly instead instinct instincts institution instructions instrument insulate insult
  insulted insurance intact integrity intel intelligence intelligent intend intended intense
  intent intention intentional intentions interest interested interesting interests interfere
  intermediary internal internationally internet interrogation interrupt interrupting interview
  intimate into introduce introduced intruded intruding invasion invented invention investigate
  investigating investigation investigator investment invisible invitation invitations invite
  invited inviting involve involved involving iris irises ironic ironies irony irritation
  islanders isn isolated issue issued issues itch itches item items itself jackers jackie jackson
  jacky jail jake james jammed jane janet jangle janitor january japan jasmin jason jaw jay jazz
  jealous jealousy jean jeans jeep jeers jeez jeff jefferson jen jenna jenny jeremy jerkin
  jerusalem jess jesse jest jests jesus jet jigger jiggers jiggle jill jin jingle jinni joan job
  jobs jock jocks joel joey johnny johnson join joined joining joins joists joke jokes joking
  jonathan jones jordan joseph joss journal journalist journey joust joyce juan jube judge judges
  judging judgment judy juggle juggler jugglers juicer juicy juke julian juliet julius july
  jumbled jump jumped jumping june jungle junk juries jury justice kabuki kali kama kana kane kang
  kansas kant kaput karate karen karma katherine kathy kay kayo kazi keel keeler keep keeping
  keeps kelly kemp ken kennedy kennel kennels kenny keno kent kept kerry kiang kibble kick kicked
  kicking kicks kidder kidding kiddo kidnap kidnapped kidnapping kike kikes kill killed killing
  kills kim kinda kindly kindness kingdom kingfisher kink kinks kirby kirk kissed kissing kissy
  kitchen kite kites kitsch kitty knave knaves knee kneed kneel knees knell knew knife knight
  knights knit knits knives knob knobs knock knocked knocking know knowing knowledge known knows
  knut koala kong kook kooks korea kris kyle lab label labelled labor laboratories laboratory
  labrador lace laces lack lacrosse lacy lad ladder laddie laddies lads laid lain lair laird lake
  laker lakers lakes lama lamas lame lamp lamps lan lancer lancers land landed lander landers
  landing lands lane lanes lang language lapel lapels lapped larger largest largo lark larks larva
  laser lasers lass lasses lasso last lasted lasts late lately latest latex lathe lather latigo
  latin latter laugh laughed laughs laughter launch launches launching laundry laura lavish law
  lawn lawrence laws lawsuit lawyer lawyers laying lazy leach lead leaded leader leaders leading
  leads league leak leaks leaky leap leaps lear learn learned learning learns leary lease leases
  least leave leaving lecture led leech leeches leer left legal legalese legally legend leger
  legitimate leis lend leng length lengthen lengthy lenses lent leo leon leonard less lessened
  lesser lesson lessons lest lester let letch lethal lets letter letters letting levee level
  leveling levels lever levers levin lewis liable liane liang liar libel liberty libra library
  lice license lick licks lie lied lief lien lies lieutenant lifer lifers lifesaver lifesavers
  lifetime lift lifted lifts lighted lighten lighter lighters lightest lighting lightly lightning
  liked likely likes liking lilo limb limbs limey limeys limit limited limits limo limos limp
  limped lincoln lind linda lindy line lined linen linens liner liners lines linger lingered
  lingers lingo linguist lining linings lino linoleum lint lip lips lipstick liquored lira lire
  list listed listen listened listening listens lists lit liter literally literature liters litres
  littler littlest live lived livelier lively liven livery lives living livre lizzie load loader
  loads loan loaned loans lobby lobo loca local locate located location loch lock locked locker
  locks locus lodge logan logic logical logo logos lone lonely loner loners lonesome longer look
  looked looking looks loom looms loon loons loopy loose loosen loot lopped lord lords lori lorry
  lose loser losers loses losing loss losses lost lot lots lottery lotuses loud louder louie
  louise lounge loup lousy love loved lovelies lovely loves lovey loving lowe lower lowly loyal
  loyalty lucille luck luckily lucy ludo luger luggage luke lull lulls lulu lumpy lunar lunatic
  lunchbox lune lunge lunger lunt lurch lust lute luther luxury lying lynch lynn mace maced macer
  mach machinery mack mad madam madame madeline mademoiselle madge madison madness madonna madre
  mae mafia magazine magazines mage mages magi magical magician magma magnesia magnetism
  magnificent magpie maid maiden mail mails maim main maine mainland mainline mainly mains
  maintain maintains maintenance maire majesty major make makes makeup making mako malady male
  males mali mall mallet malls maltese mamba mamie mamma manage managed management manager
  mandolin mane manga mange mangy mani mania maniac maniacs manic manitou manitous mankind manly
  manner manners manny mano manor manors mansion manta mantelpiece mantis manual manure many map
  mara marc marcella march marching marco margaret marge margin margins marguerite marilyn marina
  marinate marine mariner mariners marines maris marked marker markers market marriage married
  marron marrying marsh marshal marshall marshes mart martha martial martin martinet martinis
  martins marvelous maser masher mashie mask masked masks maslin mason mass massa massacred
  massage massager massages massed masses massive mast master masterpiece masters masts match
  matchbook matchbox matches matching mated mater material math maths matt matte matter matters
  matthew mattress matured maud maxed maxi maximum maxwell maya maybe mayday mayor mayors maze
  mealy mean meaning meanness means meant meantime meanwhile measure meaty mecca mechanical med
  medal medals meddle media medic medical medication medicine meet meeting meetings meets meg mel
  meld melissa mellowed melody melton member members memo memorial memories memory memos men mend
  meng ment mental mentally mention mentioned mentor mentors menu menus mercy mere merely merengue
  merl merlin merry mesa mescal mescaline mesh message messages messed messenger messieurs messing
  messy meta metal metals meted meter meters method methods mexico mia miami mice michael michigan
  mick mickey micks micky middle midnight midst miggs might mighty miked mildred mile miles
  milestone military millionth milt mime mimes mina minas mind minded minds mine mined miner
  miners mines ming minimum minister ministers mink minks minnie mino minor minos minster minty
  minuet minus minx mire mired miriam miro mirror miser miserable misery missed missile missiles
  missing missy mistake mistaken mistakes mister mistress misty misunderstanding misunderstood
  mitch mite miter mites mitt mitts moan moaning moans moat mob mobile mobster mobsters model
  models modem modems modern modest modestly module modules moe mold molds moldy molester
  molesters moll mollusc molly moly mom moment moments momma mommies mommy mon mona monasteries
  monastery monday monde money moneys mong mongo monica monies monitor mono monos monroe montana
  monte montgomery month months mooching mood moods moody mooing moola mooning moonlight moonraker
  moor moored moors moot mope mopes mora moral morals moray morgan morgue morn moron morons morose
  morphine morphing morris morrow morse mort mortal mortgage moses mosh mosquito mosquitoes
  mosquitos mostly mote motel motels moth mother motherboard mothered motherhood motherland
  motherly mothers moths motion motive motor motorcycle motto mould moulds mount mounting mounts
  mourning mouse mousey mousy mouth move moved movement moves moving moxie moze much muck muddle
  mulch mulder muley mull mullen multiple multiplex multiplied multiplies multiply multitude
  multitudes mum mummies mummy munching munster murder murdered murderer murderers murders murphy
  murray muscatel muscled muse muses museum music musical musicale musician muskie musky muss
  mussed must muster mustered musty mutation mutations mute mutt muttered mutts mutual myself
  mysterious mystery myth naam nada nah nail nailed nails naive name named names nancy nanny nap
  nape narrator narrow narrowed narrower narrowly nary nasal nasty nation national nations native
  natives natty naturally naughty naval nave neal nearby nearest nearly neath necessarily
  necessary necklace necks need needed needing needle needn needs negative negatives negotiate
  neighbor neighborhood neighbors neighbourhood neither nelson nene neon nephew nerdy nerts nerve
  nerves nervous ness nester nesters nestled net network neurons nevada never nevertheless newport
  newsman newspaper newspapers newt next nice nicely nicer nicest nicholas nick nickel nickname
  nicks nicky nicotine niece night nightmare nightmares nights nine ninth nip nite noah noble
  nobody noel noise noises none nong nonsense nook nooks nope nor norm normal normalcy normally
  norman normans norms north norther northerners nose nosy notch notches note notes nothing notice
  noticed notify notion nought noun nouns novel novels november nowadays nowhere nuance nuances
  nuclear nude number numbered numbers nun nurse nurses nursing nutritious nutsy nuttier oak oath
  obey obits object objection objective objects obligation obliged observation observe obsessed
  obsession obvious obviously occasion occasionally occupied occur occurred october odd odds
  offended offense offensive offer offered offering offers office officer officers offices
  official officially officials often ohio oily okay older oldest oliver olivet omen omens omer
  once online onto ooh oops open opened opening opens opera operate operating operation operations
  operator opinion opportunity opposed opposite optimal optimism option options orchestra order
  ordered ordering orders ordinary ordo oregon organ organise organism organisms organist
  organization organize organized organizes organs oriented originally originate orleans orphan
  oscar others otherwise otto ouch ought oui ounce our ours ourselves outer outfit outrageous
  outside outsider outsiders outstanding outta outthink overcome oversight overt overtime
  overweight owe owed owes owl owned owner owners owns oxen oxygen pace paced pacer pacey pacific
  pacified pacifier pacifist pacifists pacify package packages packed packer packers packing paco
  pact pacts padded padding paddling page pager pagers pages paid pail painful paint painted
  painter painting paintings paints pair pairs paisley pajamas pal palace palaces palate palates
  paler pall palm palmed palms palp pals paltry pampas pamper pampered pampers pandit pane panel
  pang pangs panic panicked pant panto pantry pants panty panzer panzers paolo papal pape
  paperwork pappy par parade paradise paranoia paranoid pard pardon parent parental parents paris
  park parka parkas parked parker parking parks parley parlor parole parr parry particle particles
  particular particularly partisan partisans partly partner partners pasha pass passage passe
  passed passel passenger passengers passes passing passionate passport password past pasted
  pasting pasts pat patchy patella patent patents pater path pathetic pathos paths patience
  patient patients patrick patrol patsies patsy patted patter pattern paul paulie pauper paupers
  pave pawn pawns pay payer paying payment pays peace peaceful peachy peak peaking peaks pearly
  peasant peasants peat peck pecked pecking pecks peculiar peddling pedes pedicure pedicures pedro
  pee peed peeing peek peeked peeking peeks peeped peeper peepers peer peered peers peeved peg
  peggy pell pelt pelts pen penalty penang pence pencil penned penner pent pentagon people peppy
  perdy peres perfected perfectly perfecto perform performance performed performer performers
  performing perfume perhaps peril perils perimeter period perk perking perks perky perm permanent
  permission permit perp perry person persona personable personage personages personality
  personally personnel persons perspective persuade pert perv pervert pervs peso pesos pester
  pestered pet pete peter peters petri pets petted petto petty pewter peyton phase phat phil
  philip philosophy phoebe phoenix phone phoned phones phonies phony phosphorous photo photograph
  photographer photographs photos phrase phyllis physical physically physician physics piano
  piazza piccadilly pick picked picket pickets picking picks pickup picky picture pictures pieced
  pier pierce pierces pierre piker pilar pile piles pill pillow pills pilot pilots pimp pimps pin
  pinch pinches piney ping pingo pings pinion pinkie pinkies pinko pinky pint pinta pints
  pioneered pipe piper pipes pipi piranha piranhas pirated pish pistol pistols piston pistons pit
  pitch pitches pith pitied pities pity pivot place placed places plague plaid plaids plait plan
  plane planes planet planets planned planner planners planning plans plantation plantations
  planted planting plaster plastic plated platform platoon play played player players playing
  plays plaza plea plead pleasant please pleased pleasure pledge plenty plink plop plopped plot
  plots plotted plow plows ploy plug plugs plumb plume plumes plump plunder plunders plunk plus
  pluses plush poacher poachers pocketed poco poem poet poetry poets point pointe pointed pointer
  pointers pointing points pointy poise poison poisoned poisoning poked poker pokers pokey poking
  police policeman policy polio polished polite political politics polk poll polled polls polly
  pommel pomp ponce pond ponder pondered pong pongo ponies pont pony pooch poof poofs pooh pool
  pools poon poor poorly poot pope popes poplar poppa poppet popular population porch porches pore
  pores poring porky porpoise portable portables porter portion portland pose poser posers poses
  posh posies position positions positive positively poss posses possess possessed possession
  possibilities possibility possible possibles possibly post posted poster posturing posy
  potential potion potions potsie potter potters potty poultice pounced pounding pouting pouty
  powered powerful powerhouse powering poxy practical practically practice practicing praise pram
  prank pranks prat pray prayer prayers praying preach preached preacher preaches precinct
  precious precisely prefect prefer preferred preferring pregnancy pregnant premature prematurely
  premiere premieres premise premises prep prepare prepared prepares preparing prescription
  presence present presentation presented presenting presents preserver presided president
  presidential pressing pressure pressured pressurize presto presume presumed pretend pretending
  prettier prettiest pretty prevent previous previously prey preys price prices prick pride prides
  priest prim prima primarily primary primed primer primo prince princess princesses principal
  principally principle principles print printed prints prior priority prison prisoner prisoners
  priss privacy private privilege prize prizes pro prob probably probation problem problems
  procedure proceed proceeded proceeding proceedings process processing procession processor
  processors procured prod prodded prodding prods produce produced producer producers produces
  product production products prof profess professed profession professional professor profile
  profit profited profits program programs progress progressed progresses progressing progression
  project projects prom promise promised promises promising promote promoted promoter promoters
  promotes promotion prompted prompter proms prone prong prongs pronounce proof prop proper
  properly property prophecy proposal propose proposed proposition propped prosecution prosecutor
  prospect prospects prostitute protect protected protecting protection protective protector
  protectors protest protested protesting protests protocol proud prove proved proven proves
  provide provided prowess prude prudes prussian psalm psalms psst psych psychiatrist psychic
  psycho psychological psychology psychotic pubes public publicity published puce puck pucks
  puffer puffing puffy puke pukes puli pull puller pulley pulleys pulling pulls pulse puma pummel
  punched punchy punish punished punishment punk punks punt puny pupa purchase purchased purchases
  purer purge purposely purr purrs purse purses pursuant pursue pursuit purty push pushed pushing
  pushy puss put puts putt putting putty putz puzzle pyre quack quacks quai quake qualified
  qualifies qualify quantities quantity quantum quarrel quart quartered quarterly quartet quarts
  question questioned questioning questions quicker quickie quickly quid quiet quietly quin quip
  quips quirk quirks quist quit quite quits quitting quiver quivers quiz quote rabbi rabbis rabies
  race raced races rach racing rack racket rackets racks racoon radar radiation radio raffle
  raffles rage rages raid raided raiding railing railings railroad rain rained raines raining
  rainy raise raiser raises raja rake rakes raku rales rally ralph ram ramon ramp ramps ran rana
  rance rancho rand randall random randy rang range ranged ranger rangers rank ransom rap raping
  rare rarely rash rashes rat rate rates rather rats rave raven ravens raves ravish ravished
  ravishing raze razor reach reached reaching react reacting reaction reactions read reading reads
  realise realised realising reality realize realized really realm realms ream reams reap rear
  rears reason reasonable reasons recall receipt receive received receiving recent recently
  reception recite recites reckon recliner recognise recognize recognized recommend reconstitute
  record recorded recording records recover recovered recovery recreated redd reddish redefined
  redheaded redid redo reduce reduces reed reeducation reel reels reeve reeves refer reference
  referred referring refilled refilling refine refineries refinery reformed refreshed refrigerate
  refrigerator refrigerators refunded refuse refused regained regal regard regarding regina
  register registered registration regret regrets regularly regulate regulations regulator
  regulators rehab rehearsal rehydrate reigning rein reins rejected rejection rejoined related
  relations relationship relationships relative relatives relax relaxed release released relegated
  relevant reliable relic relics relief relies relieve relieved religion religious relished relive
  rely remain remained remaining remains reman remarkable rembrandt remember remembered
  remembering remembers remind reminded reminder reminders reminds remote remove removed remover
  removes renal rend rendezvous rent rented repair repartee repealed repeat repeated repeater
  repeaters repented replace replaced report reported reportedly reporter reporters reporting
  reports represent represents republic reputation request requested requests require required
  requires rerouted rescue research resection resent resented reservation reservations reserve
  residence resident residing resigned resist resistance resisting resolved resort resorted
  resources respect respectable respected respects respond response responsibilities
  responsibility responsible rest resting restructure result results resume retailers retain
  retained retainer retains retina retinas retire retired retirement retreat retreated return
  returned returning returns reunion reveal revealed reveling revenge reverend reverse reverted
  review revising revolted revolution revolved reward reworked rex rhino rhinos rhythm richard
  richer ricin rick rickets rickety ricks rid ride rider riders rides ridge ridges ridiculous
  riding rife rifle rig rigged right righto rights righty rile riled riley ringer ringers ringing
  rink rinse rio riot riots rip ripen ripped rippling rise riser risers rises risk risking risks
  risky rita ritual ritzy river rivers rivet rivets roadie roadies roadster roam roams roan roar
  roaring roars rob robbed robbery robbing robe robert roberts robes robin robinson robot robots
  rocked rocker rockers rode rodeo rodman rodney roger rogers role roles roller rollers rolling
  roman romance romantic rome romeo romp ronin roof roofs rook rookie rookies rooks room roommate
  rooms roost rooster roosters roped roper ropers rory rosella roshi ross roster rosters rosy rot
  rotating rotten rough roughing roughly roulette roundhouse rouse roust rousted rousting rout
  route routine rove rover rovers row rowan rub rubber rubbish rube rubes rubin ruby ruck ruddy
  rude rug rugby ruin ruined ruining rukh rule ruled rules rumor rumors run rung running runs ruse
  rush rushing russ russe russel russell russia rust rustic rusty sabe saber sabers sabes sable
  sables sabra sack sacked sacker sacks sacred sacrifice sad saddle sade sadi safe safely safer
  safes safety saga saggy said sail sailing sailor sails saint saith salamis salaries salary sale
  sales salesman saline sally salon salons saloon saloons salting saltpeter salute saluted salutes
  saluting sam samba sambo same sammy sample samples samson samuel sanction sanctions sand sandra
  sands sandwiched sandy sane saner sang sank sant santos sarah saran sarge sari sarin sark sarong
  sash sashes sat satan satellite satisfaction satisfied satisfy saturate saucer saucers saucy
  saunders savage save saved saves saving savings savor savoring savour savvy saw sawyer say sayer
  sayers saying says scads scag scale scam scamp scamps scams scan scandal scape scar scare scared
  scares scaring scars scary scathing scenario scene scenes scent schedule scheduled scheme
  scholarship school schooled schools schooner schooners science scientific scientist scientists
  scimitar scissors sconce scooch scooper scoot scope scoped scopes scorch score scored scorer
  scores scorn scorns scot scotland scots scott scour scoured scow scratch scratchy scrawled
  scream screamed screamer screamers screaming screams screech screeching screen screw screwed
  screwing scribble scribbled scrip script scripted scrub scrubber scud scuff scuffed scuffle
  scuffling scum scumbag scums scuse scut seagoing seal sealed seamless sear search searched
  searches searching sears season seasons seat seated seats seattle second seconds secretary
  secrete secreted secretion secretions secretly sect section sectional sectionals sector sects
  secure security sedation sedition seduction seeding seedy seeing seek seeking seeks seem seemed
  seems seen seep seeps seer seers seething seize seizes selected selection selections self
  selfish selfless sell seller sellers selling sells selves semen semester semicolon semis semple
  senate senator send sending sends senior senor sense senses sensibilities sensibility sensible
  sensitive sent sentence sentimental separate separated separates september sequence sera
  serenade serenity serf serfs serge sergeant serial series serious seriously serra serrated
  servant servants served server servers service serviced services servicing serving session seth
  setting settle settled settlement settling setup seventeen seventh sever several severe sew
  sewed sewer sewers sewing shacked shacking shackled shade shaded shades shading shadow shadows
  shady shaft shag shagging shah shaker shakers shakespeare shaky shale shall shallow shallows
  shalt sham shame shamed shaming shan shanghaied shape shaped shaping shard shards share shared
  shares sharing sharking sharon sharpening sharpie shat shave shaven shaver shavers shaves
  shaving shavings shaw shawn shay shear sheared shearing shears shed shedding sheds sheen sheer
  sheik sheila shelf shelling shelly shelter shelving sheriff shh shield shielded shift shill
  shills shim shine shines shingle shingles shining shiny ship shipment shipping ships shipyard
  shipyards shire shirk shirley shirt shirts shiv shiver shivers shock shocked shocking shocks
  shoe shoes shoeshine shone shoo shook shooter shooters shooting shopped shopper shoppers
  shopping shore shores shorn shortage shortages shorter shortie shorties shorting shortly
  shortwave shorty shotgun should shouldn shout shouting shouts shove shoved shovel shoves show
  showboat showed shower showing shown shows shrank shredder shredding shrink shrouded shtick
  shuck shucks shuffle shuffled shuffling shun shush shut shuts shuttle shy sick sicken sickens
  sicker sickness sided sidewalk sidle sidney sift sigh sighs sight sigma sign signa signal
  signals signature signed significant signing signs sikes silence silent silky sill sills silly
  silo silos silt silver silvery similar similarly simile simmer simmons simon simpler simplest
  simplify simply simpson sin since sincere sine sinew sinews sing singe singer singers singing
  singled singling singly sings sink sinks sins sir sire siren sirens sirrah sirs sis sissy sister
  sisters sit sitar site sites sith sits sitting situated situation situations sixteen sixth sized
  sizzler sizzling skate skates skeet skell skew skewed skewered ski skid skids skies skill
  skilled skills skimmer skimp skimpy skinner skinnier skinning skip skipper skipping skips skis
  skit skittish skol skulk skull skunk sky slab slabs slack slacker slackers slacking slacks slag
  slang slap slaps slash slashed slasher slashes slate slated slates slathered slats slave slaved
  slaver slavers slaves slay slays sled sledding sleds sleek sleep sleeping sleepless sleeps
  sleepy sleepyhead sleet sleeve slept slew slick slicker slickers slid slide slides slight
  slightest slightly slime slimmed slimy slinger slinging slink slinking slip slipped slipping
  slips slit slithered slits sloan slob slobs slog sloop slop slope slopes slopping slops slot
  slots slowly sluice slum slums slung slur slurs smacked smackers smacking smaller smarmy smarter
  smartly smear smeared smears smell smelled smelling smells smelly smile smiled smiles smiling
  smite smithy smock smoke smoker smokers smokes smokey smoking smooch smoochy smoot smoothed
  smoother smoothing smoothly smote snacking snake snakes snapped snare snares snarl snarling
  snarls snatcher snatchers snatching sneak sneaking sneaks snell sneller snide snider sniffing
  snip snippy snit snob snobs snoop snooped snoops snoot snore snored snores snort snorts snot
  snowy snuck snuff snuffed snug soak soaking soaks soap soaps soapy soar soared soars sober
  sobers soccer social socially societal society sock socks sofa sofas softening softie software
  softy soggy soho soil sol sold soldier soldiers solid solider solitary solo solon solos solution
  solve solved solver solves soma some somebody someday somehow someone someplace something
  sometime sometimes somewhat somewhere sonar sone song songs sonny sook sookie sooner soot sooth
  soph sophia sophisticated sore sores sorrow sorry sort sorts soul souls sound sounded sounds
  source sources souse soused south southeast southeastern southerly southerner southerners soviet
  sown space spaced spaces spade spades spain spake span spank spanking spankings spans spar
  spared sparing spark sparking sparks sparring spasm spasms spat spate spats speak speaker
  speaking speaks spec speciality specially species specific specifically specifics specs
  spectacular spectral speculate speculum sped speech speeches speed speeded speeding speeds spell
  spelled speller spellers spelling spells spencer spend spending spends spent sperm spew spewed
  spewing spied spike spikes spiky spill spilled spills spilt spin spinal spindler spine spineless
  spines spinning spinny spins spiraled spiraling spires spirit spirited spirits spiritual spit
  spite spittle splashed splashy splat splatter splendid splendor splice spliced splint splints
  spoil spoiled spoke spoken spokes sponged sponging spongy spoof spook spooks spool spools
  spooned spoor spores sporting sporty spot spotted spotter spouse spouses spout sprain sprained
  sprains sprang sprat spraying spreader spreading sprig springer springing sprinkler sprinklers
  sprint sprinters sprints sprucing sprung spry spun spunk spur spurs spurt spurting spurts spy
  spying squabble squabbles squad squads squared squarely squashed squat squats squaw squaws
  squeaked squeaker squeaky squeal squealed squeals squeegee squib squibs squint squire squires
  squirm squirrelly squirted squirting squish stab stabbed stabilise stabilize stabilizer
  stabilizers stable stabs stacking stadium staff staffed staffing stag stage staged stain stained
  staining stainless stair stairs stake staked stakeout stakeouts stakes staking stale stalked
  stalking stall stallion stallions stalls stamp stamps stand standing standings standish stands
  stanford stank stanley staple staples starboard starched stardust stare stared stares starfish
  staring stark starlight starling starr starring starship start started starters starting
  startled startling starts starve starving stash stashed stat state stated statement states
  station stations stats statue statues status stave stay stayed staying stays stead steady steal
  stealer stealing steals steam steaming steamy steed steeds steely steep steer steering steers
  stell stellar stem stemming stems step stephen stepped stepping steps stereo sterility
  sterilized sterling stern steve steven stewart sticking stickler stiff stiffed stiffs stifling
  stiles stiller stilts sting stings stink stinker stinkers stinking stinks stinky stipes stirred
  stirring stitch stocked stocky stoke stoked stokes stole stoled stolen stomach stone stoner
  stoners stones stoney stony stood stoop stooped stoops stop stopped stopping stops storage
  stored storey storeys stories storing stork storm stormed storming storms story stow stowed
  strafing straighten straighter strain strainer stranded strange stranger strangers strap
  strapped straps strategy stray straying strays streak streaking streaks streamed streamers
  strength strengthen strengthens strep stress stressed stretch stretching stricken strict
  strictly stride strides striding strife strike strikes striking stringer stringing stringy
  striper stripped strive strives striving stroke stroking stroller strongbox stronger strongly
  strop strout strove struck structure struggle struggling strung strut struts stuart stub
  stubborn stubs stuck stud studding student students studied studies studio studs study studying
  stuffer stuffy stun stunk stunning stuns stunt stupid stupider subject subjects submariner
  submit substance substituted subtitles subtle succeed success successful successor suction
  sudden sue sued suede suffer suffered suffering sugary suggest suggested suggesting suggestion
  suicide suing suit suitable suitcase suite suits sulfuric sulk sultan summarize summed sunbathe
  sundry sunk sunset sunshine sunshiny super superb superior superman supermen supervise
  supervises supervisor supplemental supplier suppliers supplies supply support supported
  supporter supporters suppose supposed supremely supremo sure surely surer surf surface surgeon
  surgeons surgery surgical surprise surprised surprises surprising surrender surrounded
  surveillance survival survive survived survivors susan suspect suspected suspects suspended
  sustained suturing swab swabs swag swain swallow swallowed swam swami swamp swampy swan swans
  swap swat swear swears sweat sweater sweating sweats sweatshop sweatshops sweaty sweep sweeps
  sweeten sweetest sweetheart sweetly swell swelled swelling swells swept swerved swerving swill
  swim swimming swims swing swinger swingers swinging swings swink swirly swish switch switched
  switzerland swizzle swoon swoop swooped sword swore sworn sydney syed sykes sylvia symbol
  sympathy symphonic symphony symptoms synchro syndrome system systemic systems tab taber tabes
  tach tack tacks tacky tact tactical taels tag tailor tailors tain tait take taken taker takers
  takes takin taking tale talent talented tales tali talk talked talkie talkies talking talks
  talky tall taller tamara tame tamer tamponade tan tane tangier tank tanka tanks tanned tanner
  tansy tantalizing tanto tape taper tapes tapped tapping tara target targets tarn tarot tarp
  tarps tartan tarzan task taste tasted taster tastes tasty tattoo taught taut tax taxes taxi
  taxis teach teacher teachers teaching teachings team teams teamster teamsters tear tearing tears
  tease teased teat teats tech technical technically technique technology ted teenage teenager
  teetering teeth telegram telephone television teli tell tellin telling tells temper temperature
  tempers template templates temple temporal temporary ten tend tended tendered tenderly tenner
  tennis tense tension tent term terminal terms terrible terribly terrific terrified territory
  terror terrorist terrorists terry test tested testify testimony testing tests testy tete text
  texts texture textures tha thane thank thanks thar that thaw thaws theatrics thee theft their
  theirs them theme themes themselves then theory therapist therapy there therefore theres these
  they thickest thief thieves thine thing thingies things thingy thinking thinned thirst thirsty
  thirty this thomas thompson those thou though thought thoughtful thoughts thousandth threaded
  thready threat threaten threatened threatening threatens threats threw thrill thrilled throat
  throes throne through throughout throw throwing thrown throws thumb thunder thursday thus thy
  tick ticket ticketed tickets ticks ticky tide tides tied tier tiers tiff tiffany tight tiki til
  tile tiles till time timed timer timers times timing tine ting tinge tink tinted tiny tipped
  tipper tippers tipping tiptoe tiptoes tire tired tires tis tissue title titties titty toad
  toasting tobacco toby today toddies toddle toddy toe toga together toil toilet toit tokyo tolan
  told tolerate toll tomb tome tommy tomorrow tone tong tonga tongs tonight tony too took tool
  tools toon toons toot tooth toots topical toppled toppling tora torch torches tore torn toro
  toros torpedoed tort torture tortured toss tosser tossers totally tote toting touch touched
  touches touching touchy tough tour tournament tours tout tow toward towards towel towels tower
  townie toxic toy toys trace track tracking tracks traction trad trade trading tradition
  traditionally traduction traffic tragedy tragic trailer train trained trainer training trains
  trait traitor traits tram tramp tramping transaction transactions transcript transfer
  transferred transitional translation translations transmission transport transportation trap
  trapped trapping trappings traps trash trauma travel traveled traveling travels travis tread
  treads treasure treasured treasurer treasury treated treaties treating treatment treaty tree
  treed trees trek tremendous trey trial trials tribe tribes trick tricking tricks tricky tried
  trifled trifling trig trigger trilling trim trimmer trin tringle trip tripled triplets tripping
  trips trite trivia trod troll trolls tromping troop troops trophy trot trots trotted trouble
  troubled troubles troy truck trucks true trunk trunks trust trusted trusting truth trying tryout
  tryouts tsar tsk tuan tuba tubed tuck tucker tucks tuesday tuff tune tuner tunes tung tunic
  tunics tunnel turbo turf turn turned turner turning turns tusk tusks twain twang tweet twenty
  twig twigs twill twin twine twink twinkly twins twirly twisty twit twits twitter twixt tyke
  tykes tyler type typed types typical typically typo typos tyre tyres udder udders ugh ugly
  ultimate ultimately ultimatum ultimatums umbrella umm unabated unable unbalanced unbelievable
  unbiased unbuttoned uncalled uncharted uncle uncomfortable unconscious under undercover
  underground underneath understand understanding understands understood underwater underwear
  undisputed unexpected unfair unfettered unfortunate unfortunately unhappy unhooked uniform
  uniforms union unique unit united units universal universe university unknown unleaded unleashed
  unless unlike unloaded unlock unlocked unmarked unmasked unnecessary unpacked unpleasant
  unrelated unsolved untapped untested until unto unusual unveiled unwanted unzipped upon upper
  uppity upset upstairs urge urgent urine usa use used useful useless user users uses usual
  usually vacation vacuum vacuumed vague vain val vale valentine valentines valuable value valued
  values valve valves vampire vampires van vane vanessa vanished varies variety various vary vast
  vault vegas vegetation vehicle vehicles veil veils veins vena venal vendetta vendettas venerable
  venice venting vera verb verbs verdict verge veritable veronica verse verses version versus
  vertically verve vessel vest vests vet via vial vials vibe vibes vic vicarious vice vices
  vicious victim victims victor victories victory video videos vietnam view vile villager
  villagers vincent vineyard vineyards vino violation violence violent violet viral virgil
  virginal virginia virginity virus visa visas vise vision visions visit visited visiting visitor
  visitors vista vistas visual vital vitals vite viva vive vivian voice voices volcanic volley
  volleys volume volunteer von vote voted votes vows voyage vulnerable wack wacker wade waders
  wager wagers wait waited waiter waiters waiting waitress waits wake wakes waking wales wali walk
  walked walks wall waller wallet walleyed walling wallow walls wally walt walter waltzing wand
  wander wandering wanders wands wane wang wanna want wanted wanting wantonly wants war ward
  warden wardrobe wards ware warehouse wares warn warned warning warns warp warrant warren warrior
  warriors wars wart warts wary was wash washed washing washington wasn wasp wasps wast waste
  wasted wasting watch watched watches watching watchmen watery watson watt watts wave waver waves
  wawa wax waxer waxy wayne wazoo weak weaker weakling weaklings weakness wealth wealthy weapon
  weapons wear wearer wearing wears weather weathers weave weaved weaver weaves web webster wedged
  wedgie wedgies wednesday wee weed weeding weedy week weekend weekends weeks weep weeps weepy
  weigh weighs weighted weighty weird weirder welcome weld welder welding welfare weli welk well
  wells welt welts wench wenches went wept were weren wert wesley west westerly westerner
  westerners wha whack whacking whale whaler whalers whales what whatever whats whatsoever whee
  wheelchair wheelie whelp when whenever where whereabouts wherever whet whether whew which while
  whim whims whine whiner whines whining whipper whirling whirring whirs whisk whisked whisker
  whiskers whisper whispering whispers whistle whistling whit whiteout whiter whitewash whitey
  whities whittling whizz whizzing who whoa whoever whom whoo whoop whooping whoops whop whopping
  whose whup whupped whupping why wick wicked wicks wide wider widow width wield wielding wields
  wienie wife wig wigged wight wilder wile wiles will willed william williams willie willing
  willow wills willy wilson wilt wily win wince winces winch winches winchester wind winded
  windfall window windows winds windy wined winger wink winked winks winner winners winning wino
  winos wins wipe wiped wipes wire wired wires wisconsin wisdom wise wish wished wishes wishing
  wisp wit witch witches witching withdraw within witness witnessed witnesses witter wives wizard
  woke woken wolf wolves woman women wondered wonderfully wondering wong woo wooden woody wooed
  woof wool word words wore worked worker workers working world worlds wormy worn worried worries
  worry worrying worse worship worst wort worth worthless worthy would wouldn wound wounded wounds
  wove wow wrangle wrapped wrapping wreck wrecks wrestling wright wring wrist write writer writers
  writes writhing writing writings written wrong wrote yacht yah yale yang yangs yank yanked
  yankee yankees yanks yard yards yare yay yea yeah yean year yearn yearns years yell yelled
  yelling yellowing yells yen yep yes yesterday yet yore you younger your yours yourself
  yourselves youth yuck yup zack zest zeta zeus zinc zip zombie zone zoned zoo zoom
`);

/**
 * Everyday words of one country or of chat for what the food table calls otherwise. Unlike slips
 * they are meant as they stand, so nothing has to be reviewed.
 */
export const DIALECT: ReadonlyMap<string, readonly string[]> = new Map(
  `
  sarnie sandwich | sarnies sandwiches | sanga sandwich | sangas sandwiches | sanger sandwich
  | sangers sandwiches
  | butty sandwich | butties sandwiches | buttie sandwich | sando sandwich | sandos sandwiches
  | sammy sandwich | sammies sandwiches | brekkie breakfast | brekky breakfast | brekkers breakfast
  | brekki breakfast | bfast breakfast | arvo afternoon | choc chocolate | chocs chocolates
  | choccy chocolate | choccie chocolate | coldies beers | bevvy beer | bevvies beers
  | brewski beer | brewskis beers | bikkie biscuit | bikkies biscuits | biccy biscuit
  | hashbrown hash brown | hashbrowns hash browns | fila fil a | chickfila chick fil a | biccies biscuits | pud pudding | tatties potatoes | tattie potato | chix chicken
  | chkn chicken | chx chicken | barra barramundi | maccas mcdonalds | mcds mcdonalds
  | cuz because | cos because | coz because | roomie roommate | roomies roommates
  | bestie friend | besties friends | boyf boyfriend | ww whole wheat | cauli cauliflower
  | schnitty schnitzel | strawbs strawberries | mushies mushrooms | tommy tomato | veges vegetables
  | soymilk soy milk | oatmilk oat milk | almondmilk almond milk | coconutmilk coconut milk
  | chook chicken | chooks chickens | chooky chicken | chipolata sausage | chipolatas sausages
  | weetbix weetabix | chowmein chow mein | gulabjamun gulab jamun | panipuri pani puri
  | vadapav vada pav | pavbhaji pav bhaji | bhelpuri bhel puri | parmi parmigiana | parmy parmigiana
  | capsicum bell pepper | capsicums bell peppers
  | hamburguesa hamburger | tunafish tuna | hotdog hot dog | hotdogs hot dogs
  | broc broccoli | brocc broccoli | avos avocados | moz mozzarella
  | mozz mozzarella | mozza mozzarella | chimi chimichanga | frap frappuccino
  | frapp frappuccino | bev beverage | bevs beverages
  | chz cheese | cuke cucumber | cukes cucumbers | mcd mcdonalds | ppl people | sammiches sandwiches
  | margs margaritas | marg margarita
  | slaw coleslaw | grilledcheese grilled cheese | pbandj pbj | kransky sausage
  | lammington lamington | tendies tenders
  | nuggies nuggets | nugs nuggets | strawbs strawberries
  | sweetpotato sweet potato | bluebs blueberries | raspbs raspberries | yog yogurt | yogs yogurts
  | sangwich sandwich | sambo sandwich | sambos sandwiches
  | wi with | nae no | tae to | aboot about
  `
    .split('|')
    .map((pair) => pair.trim().split(/\s+/u))
    .map(([word = '', ...meant]) => [word, meant] as const),
);

/** Meals that one word names, dish by dish: fried rice and egg with a meat of their own. */
export const SET_MEALS: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ['tapsilog', 'beef tapa'],
    ['tocilog', 'tocino'],
    ['longsilog', 'longganisa'],
    ['longganisilog', 'longganisa'],
    ['bangsilog', 'bangus'],
    ['spamsilog', 'spam'],
    ['hotsilog', 'hot dog sausage'],
    ['cornsilog', 'corned beef'],
    ['chicksilog', 'fried chicken'],
    ['porksilog', 'pork chop'],
    ['baconsilog', 'bacon'],
    ['tuyosilog', 'dried fish'],
    ['lechonsilog', 'lechon kawali'],
    ['adosilog', 'adobo'],
  ].map(([name = '', meat = '']) => [name, [meat, 'garlic rice', 'fried egg']] as const),
);

/** What a vessel of nothing but a colour holds: `a glass of red`. */
export const COLOURS_OF_WINE: ReadonlySet<string> = new Set(['red', 'white', 'rose']);
export const WINE_VESSELS: ReadonlySet<string> = new Set(['glass', 'glasses', 'bottle', 'carafe']);

import { stemSet } from './word-sets.js';

/** Words that carry no food at all. */
const NOISE = stemSet(`
  i im ive ill id we me my mine our ours the a an some any this that these those it its of to by is
  was were am are be been had have having has ate eat eats eating eaten drank drink drinking drunk
  got get getting grabbed grab made make making finished finish enjoyed enjoying ordered took take
  taking consumed snacked munched nibbled devoured inhaled chugged sipped sipping downed polished
  tried try shared split just also only about around approximately approx approximate maybe
  perhaps probably roughly nearly almost exactly ish like another other more again and then
  followed served serve along alongside side sides topped top topping for at from as on in with
  within into over under off up out breakfast brunch lunch dinner supper snack dessert appetizer
  starter main course meal meals today yesterday tonight morning afternoon evening night noon
  midday midnight lunchtime late early later earlier day time home work office desk restaurant cafe
  school gym workout pre post before after during while x each per kcal calorie cal total spice
  seasoning seasonings no yes please log logged logging add adding went go going gone ran run walk
  walked slept sleep usual usually food foods something anything stuff thing things so but wife
  husband kid kids child son daughter partner friend friends family mom dad because really very too
  not all both mixed instead bunch lot lots bit ton tons pile bits pieces amount worth of
  lunchbox plus minus there here when where which who what how much many first second third last
  next one ones finally feeling felt hungry full starving craving treat myself us them him her he
  she they you your his their kind sort type style size sized assorted various few couple several
  pretty super quite such own day monday tuesday wednesday thursday friday saturday sunday weekend
  am pm oclock lol haha hmm ugh omg btw tbh ok okay yum yummy delish nom hey hi hello thanks thank
  delicious amazing great favorite favourite though although guess think believe or if
  everything everybody caved whoops oops hm mm soo sooo nomnom leftover leftovers btw prolly gonna gotta
  kinda sorta bc cuz w table drop soldiers combo deal special side portion sam total nothing none approx
  wasnt isnt arent werent didnt couldnt wouldnt dont doesnt hadnt
  canteen cafeteria pls plz thx prob probs now finally eventually somehow
  guys gang team crew girls boys none declined
  well good time best people care car most used use start happy open inside child plan human less
  early state major group general various individual contain contents shape spot kitchen party plans
  bairn baon bairns bestie bruh buffet bulking canteen deficit depot diwali eid elevenses
  finna granda gurdwara handover highkey hostel hubby idk iftar imo interstate kiddos
  layover loading lowkey machine macros mates midwife missus mosque nausea nauseous ngl nvm
  passover potluck ramadan refeed revision rota sabbath sehri shabbat smh smoko suhoor
  surplus tmrw tmr tomoz rest szn hurling footie toddler toddlers surplus teatime thru trimester trucker trucking tryna vending weans
`);

export function isNoise(stemmed: string): boolean {
  return NOISE.has(stemmed);
}

/** Units of text that point to food when they stand before an unknown word. */
const FOOD_CONTEXT = stemSet('bowl plate cup slice serving portion glass mug handful scoop');

export function pointsToFood(unit: string | undefined): boolean {
  return unit !== undefined && FOOD_CONTEXT.has(unit);
}

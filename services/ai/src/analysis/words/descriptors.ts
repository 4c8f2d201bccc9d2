import { stemSet } from './word-sets.js';

/** Words that say how a food was made or what it looks like, but not which food it is. */
const DESCRIPTORS = stemSet(`
  baked boiled broiled cooked crispy fried grilled homemade poached roast roasted sauteed saute
  scrambled seared smoked steamed stewed toasted chopped diced mashed shredded sliced frozen canned
  fresh raw ripe organic plain regular cold hot warm iced leftover heaping level full whole lean
  boneless skinless thick thin medium extra light free range salted unsalted unsweetened sweetened
  rare well done white brown red green black yellow delicious nice tasty good quick simple big
  little tiny small large huge mini jumbo crunchy creamy soft hard tender juicy spicy mild sweet
  sour seasoned marinated glazed breaded battered stuffed loaded dressed tossed melted crumbled
  grated minced ground pureed peeled pitted seedless skinned bone in-season heated microwaved
  reheated oven bbq barbecue barbecued blackened charred caramelized pickled dried dry
  instant quick-cook prepared drained packed rinsed halved cut cubed chunked rolled chilled
  air popped fryer fat-free store-bought packaged restaurant style type kind sort brand generic classic original traditional
  authentic natural wild farm fed grass local premium gourmet artisan rustic stir unflavored
  flavored uncooked wet hearty fluffy cheesy gooey old-fashioned mexican italian chinese
  french greek indian thai japanese korean vietnamese spanish american english british german turkish
  moroccan lebanese cuban cajun hawaiian asian mediterranean middle eastern european famous poach
  poached veg veggie vegan vegetarian gluten homestyle dairy nonfat lowfat skinless fatty chunky
  smooth silky garlicky buttery herby smoky zesty tangy bitter ripened aged unripe pressed infused
`);

/** A name with one of these is special; a person who means it says it. */
const SPECIAL = stemSet(`
  baby babyfood toddler infant strained junior diet dietetic sugar-free imitation substitute
  industrial dehydrated powder powdered concentrate undiluted unprepared dry uncooked mix frozen
  canned fat-free nonfat lowfat reduced low light lite free added without formula freeze-dried
  school military imported lunch
`);

/** Words that a USDA description adds to what anybody would mean anyway. */
const ORDINARY = stemSet(`
  ns nfs as to cooked raw fresh regular plain whole all type kind unspecified ready eat made from
  with and or in the of for not further specified commercial varieties usda prepared unenriched
  enriched average includes any eaten skin salt added
`);

export function isDescriptor(stemmed: string): boolean {
  return DESCRIPTORS.has(stemmed);
}

export function isSpecial(stemmed: string): boolean {
  return SPECIAL.has(stemmed);
}

export function isOrdinary(stemmed: string): boolean {
  return ORDINARY.has(stemmed);
}

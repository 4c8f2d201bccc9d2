/**
 * Spellings of one name that people use side by side, most of them from other scripts. They are no
 * slips: with either of them a text is read, and a name of the table found.
 */
export const SPELLINGS: readonly (readonly [string, ...string[]])[] = `
  yogurt yoghurt yoghourt | omelette omelet omlet | doughnut donut | chili chilli
  | hummus humus hummous houmous | lasagna lasagne | ketchup catsup | biryani biriyani briyani biriani
  byriani | sambar sambhar sambaar sambhaar | dal daal dhal dahl dhaal | paratha parantha prantha
  parata | chapati chapatti chapathi chappati chapatis | idli idly iddly | paneer panneer panir
  | pulao pulav pulaw | sabzi subzi sabji subji | kebab kabob kabab kebap | puri poori
  | vada vadai wada | pakora pakoda pakodi | ladoo laddu laddoo ladu | barfi burfi | raita rayta
  | falafel felafel falafal | tabbouleh tabouli tabouleh tabbouli | soy soya | kimchi kimchee
  | gimbap kimbap | tteokbokki ddukbokki dukbokki tteokboki topokki | wonton wanton
  | whiskey whisky | tzatziki tzaziki tsatsiki | shawarma shwarma shawerma schwarma
  | pierogi pierogies perogi perogies pirogi perogy | bolognese bolognaise | prosciutto proscuitto
  | uttapam uthappam uttappam | gyoza gioza | samosa samoosa | rasgulla rosogolla rasagulla
  | dhokla dhokala | halwa halva halvah | risotto rissotto | macaroni maccaroni | mozzarella mozarella
  | baklava baklawa | tahini tahina | couscous cuscus | edamame edamami | teriyaki teryaki
  | worcestershire worcester | tempeh tempe | pavlova pavalova | empanada empenada
  | pretzel pretzle | spaghetti spagetti | guacamole guacamolle | kofta kefta kofte kafta
`
  .split('|')
  .map((group) => group.trim().split(/\s+/u) as [string, ...string[]]);

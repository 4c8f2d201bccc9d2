/** Spellings too far from the word for a slip of the finger, but usual all the same. */
export const COMMON_SLIPS: ReadonlyMap<string, string> = new Map(
  `
  egs eggs | eg egg | crosant croissant | croisant croissant | crossant croissant | tost toast
  | toste toast | samwich sandwich | sammich sandwich | sammie sandwich | sandwhich sandwich
  | sanwich sandwich | blubery blueberry | blueberrys blueberries | rasberry raspberry
  | rasberries raspberries | strawberrys strawberries | stawbery strawberry | vegtables vegetables
  | vegies vegetables | veges vegetables | brocolli broccoli | brocoli broccoli | brokoli broccoli
  | zuchini zucchini | zuchinni zucchini | tomatos tomatoes | potatos potatoes | avacado avocado
  | avacados avocados | bananna banana | spagetti spaghetti | spaghetty spaghetti | lasanga lasagna
  | lazagna lasagna | raviolli ravioli | macoroni macaroni | mozarella mozzarella | parmesean parmesan
  | parmasan parmesan | chedar cheddar | yogart yogurt | yougurt yogurt | yoghert yogurt
  | omlette omelette | omelett omelette | ommelette omelette | mayonaise mayonnaise | mayonase mayonnaise
  | barbque barbecue | barbeque barbecue | burito burrito | burritto burrito | quesedilla quesadilla
  | tortila tortilla | guacomole guacamole | humus hummus | hummous hummus | houmous hummus
  | felafel falafel | cous couscous | keenwa quinoa | qinoa quinoa | quinua quinoa | ceasar caesar
  | cesar caesar | cofee coffee | coffe coffee | expresso espresso | capuccino cappuccino
  | cappacino cappuccino | late latte | vanila vanilla | choclate chocolate | chocolat chocolate
  | bisquit biscuit | biscut biscuit | cinammon cinnamon | carmel caramel | donnut donut
  | doughtnut doughnut | pankake pancake | waffel waffle  | musli muesli | oatmeel oatmeal
  | shreded shredded | scrambeled scrambled | scrambeld scrambled | brest breast | chikn chicken
  | chickn chicken | salman salmon | shirmp shrimp  | saussage sausage | sausge sausage
  | hamburguer hamburger | hambuger hamburger | nugets nuggets | noodels noodles | dumplins dumplings
  | sushie sushi | tumeric turmeric | lettace lettuce | letuce lettuce | cucmber cucumber
  | spinich spinach | asparagas asparagus | mushrom mushroom | onon onion | peper pepper | jalepeno jalapeno
  | jalapino jalapeno | sirup syrup | jely jelly | protien protein | smothie smoothie
  | chik chick | chic chick | ketsup ketchup | catchup ketchup | crips crisps | suger sugar | pizze pizza | piza pizza | penut peanut
  `
    .split('|')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

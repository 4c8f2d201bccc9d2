/** Restaurants and shops with a name of several words, some of them foods. */
export const PLACE_NAMES: readonly (readonly string[])[] = `
  olive garden | cheesecake factory | burger king | pizza hut | pizza express | panda express
  | waffle house | dairy queen | red lobster | texas roadhouse | panera bread | cracker barrel
  | jack in the box | shake shack | in and out | five guys | fiveguys | taco bell | dunkin donuts
  | krispy kreme | tim hortons | pret a manger | noodles and company | whole foods | trader joes
  | raising canes | el pollo loco | buffalo wild wings | outback steakhouse | chick fil a
  | honey baked ham | jersey mikes | jimmy johns | potbelly | firehouse subs | panda | nandos | pret
  | greggs | wagamama | applebees | ihop | dennys | wetherspoons | spoons | costa | costa coffee
  | little caesars | papa johns | wingstop | bojangles | zaxbys | del taco | white castle | hardees
  | instant pot | sheet pan | air fryer | airfryer | slow cooker | crock pot | pressure cooker | carls jr | steak and shake | auntie annes | jamba juice | smoothie king | tropical smoothie cafe
  | nothing bundt cakes | crumbl | insomnia cookies | costco | aldi | lidl | tesco | sainsburys | asda
  | swiss chalet | red rooster | boost juice | golden corral | bob evans | golden chick | captain ds
  | black bear diner | huddle house | long john silvers | hungry jacks | mary browns | mang inasal
  | guzman y gomez | supermacs | supervalu | dunnes | centra | morrisons | woolworths | woolies | coles
  | flying j | love truck stop | pilot travel center | buc ees | bucees | kwik trip | circle k | caseys
  | itsu | yo sushi | toby carvery | harvester | zizzi | ask italian | prezzo | bella italia | tgi fridays
  | frankie and bennys | caffe nero | cafe nero | dishoom | haldirams | haldiram | barbeque nation
  | saravana bhavan | cava | sweetgreen | red robin | ruby tuesday | california pizza kitchen
  | first watch | churchs chicken | carrabbas | bonefish grill | hooters | pf changs | benihana
  | mod pizza | blaze pizza | marks and spencer | m and s
  | waitrose | walmart | target | seven eleven | wawa | sheetz | quiktrip
`
  .split('|')
  .map((name) => name.trim().split(/\s+/u));

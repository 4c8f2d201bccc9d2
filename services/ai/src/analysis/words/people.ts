import { wordSet } from './word-sets.js';

/** Who may eat besides the one who writes: family, company, people in care, animals. */
export const OTHER_EATERS: ReadonlySet<string> = wordSet(`
  dog dogs cat cats pet pets puppy kitten seagull seagulls squirrel raccoon fox ducks birds hamster
  kid kids child children son sons daughter daughters baby toddler twins triplets boys girls
  grandson granddaughter grandkids stepson stepdaughter niece nieces nephew nephews
  wife husband partner hubby hubs missus fiance fiancee boyfriend girlfriend bf gf
  friend friends mate mates pal buddy brother sister sis bro siblings cousin cousins
  mom mum mam mama mommy mummy dad daddy papa mother father parents grandma grandpa granny gran
  grandad granddad grandmother grandfather grandparents nan nana uncle aunt auntie aunty inlaws
  roommate roommates flatmate flatmates housemate coworker coworkers colleague colleagues boss
  neighbor neighbour neighbors neighbours teacher teachers guests visitors guy guys lady man woman
  lads everyone everybody nobody others he she they someone somebody
  patient patients pt pts resident residents client clients customer customers passenger student students
  pupil pupils lad lass bairn bairns wean weans kiddo kiddos boy girl toddlers babies infant newborn
  alaga lola lolo nanay tatay kuya tito tita bunso anak amma appa ammi abbu dadi didi bhai bhaiya beta
  nonna nonno abuela abuelo oma opa grandchild grandchildren stepmom stepdad hubster ex bestie
  horse horses pony rabbit rabbits bunny parrot budgie hens pup pups pooch kitties kitty moggy
  himself herself sir madam maam driver drivers waiter waitress landlord employer visitor
  labrador terrier poodle spaniel beagle gerbil tortoise
`);

/** First names that are neither foods nor places nor other words of a meal. */
export const FIRST_NAMES: ReadonlySet<string> = wordSet(`
  adam alan alex alice amanda amy andrea andrew andy anna anne ben beth bob brian carl carol
  caroline charlotte chloe chris christine claire craig dan daniel dave david debbie dylan ed
  eddie elena elizabeth ella emily emma eric ethan eva fiona fred gareth gary george greg hannah
  harry heather helen henry isabel jack jacob jake james jane janet jason jen jenna jenny jess
  jessica jim jimmy joan joe john johnny jon jonathan josh julia julie karen kate katie keith kelly
  ken kevin kim laura lauren leah leo liam lily linda lisa liz lucas lucy luke maria marie mary
  matt matthew megan melissa michael michelle mike molly nancy natalie nathan neil nick nicole
  noah oliver olivia pam patricia patrick paul paula pete peter phil priya rachel raj ray rebecca
  rob robert roger ryan sally samantha sara sarah scott sean sharon simon sophia sophie stephanie
  stephen steve steven stuart sue susan tim tina toby tom tommy tony tracy victoria wendy will
  william zoe ava mia isla freya evie poppy alfie archie theo arthur oscar leon aisha fatima ahmed ali
  omar mohammed carlos juan jose luis diego sofia lucia pablo pedro miguel anjali rahul amit neha arjun
  mei yuki hiro kenji wei ivan olga dmitri hans greta lars ingrid
`);

/** The one who writes, as the one who eats. */
export function isSelf(word: string): boolean {
  return word === 'i' || word === 'we' || word === 'ive' || word === 'im';
}

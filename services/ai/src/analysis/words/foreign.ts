import { wordSet } from './word-sets.js';

/**
 * Small words and numbers of other languages, without accents, that English meals do not have.
 * `a`, `in`, `on`, `an`, `am`, `the`, `do`, `no`, `me`, `so` and the like are left out.
 */
export const FOREIGN_FUNCTION_WORDS: ReadonlySet<string> = wordSet(`
  ein eine einen einem einer und mit ohne ich habe hatte gegessen getrunken zum zur der
  dem auf aus dazu etwas kein keine heute gestern fruhstuck mittagessen abendessen zwei drei
  vier funf sechs sieben stuck scheibe scheiben tasse becher teller glaser loffel halbes halbe
  nicht wir auch noch wie von
  el los las un una unos unas y con de del al por comido comi cene desayune tome bebi hoy
  ayer desayuno almuerzo cena dos tres cuatro cinco seis siete ocho taza tazas vaso vasos rebanada
  rebanadas porcion cucharada muy pero
  le les du des une et avec sans au aux mange bu ce matin midi soir dejeuner
  deux trois quatre cinq huit tasse verre tranche tranches morceau assiette cuillere jai
  il lo gli uno ed e di della dello dei delle con senza ho mangiato bevuto oggi ieri colazione pranzo
  tre quattro cinque sei sette otto tazza bicchiere fetta fette piatto cucchiaio mezzo mezza
  alla allo nel
  um uma uns umas com eu comi bebi hoje ontem almoco jantar dois duas tres quatro xicara
  copo fatia fatias prato colher meio meia da dos
  een het en zonder ik heb gegeten gedronken vandaag gisteren ontbijt middageten avondeten twee
  drie vijf zes zeven kopje kop sneetje sneetjes plakje plakjes bord lepel halve voor bij
  och utan jag atit druckit idag igar frukost middag tva tre fyra fem ett skiva kopp
  og uden jeg spist drukket morgenmad frokost aftensmad skive
  jedno dwa trzy z bez oraz jadlem zjadlem zjadlam dzis wczoraj sniadanie obiad kolacja
  kromka szklanka filizanka plasterki
  bir iki uc ve ile yedim ictim bugun dun kahvalti
  fara mancat baut azi ieri doua trei felie cana
  dengan saya makan dua tiga
  stamattina stasera stanotte spuntino merenda merienda esta manana tarde noche gouter collation
  fui fuimos estoy tengo quiero quiere hice fue trabajo gimnasio mucho poco solo porque cuando nada
  suis allez fait pas pour dans mais tres hier demain aujourdhui
  bin war waren ist sind gehe ging nichts nur viel wenig sehr gern gerne spater
  sono stato andato niente molto oggi domani fui nao muito trabalho academia
  maine khaya khayi khaye aaj aur kal subah raat dopahar peeya kumain ako kanina ngayon tadi pagi siang malam
  spiste brod jest byl bylam poszedlem
  morgens mittags abends vormittag nachmittag tussendoor vanochtend vanavond
`);

/** Food words of other languages that are no names of dishes in English. */
export const FOREIGN_FOOD_WORDS: ReadonlySet<string> = wordSet(`
  brot brotchen butterbrot kase milch ei eier apfel birne kartoffel kartoffeln nudeln reis fleisch
  huhn hahnchen fisch gemuse suppe salat schinken wasser kaffee zucker sahne kuchen haferflocken
  erdbeeren banane bananen speck spiegelei ruhrei
  huevo huevos leche queso manzana platano pescado carne ensalada sopa verduras cerveza agua
  azucar mantequilla jamon patatas fresas naranja zumo jugo frijoles pollo arroz
  oeuf oeufs pain lait fromage pomme poisson viande poulet riz salade soupe legumes biere eau
  sucre beurre jambon jus fraises pates gateau yaourt
  uovo uova pane formaggio mela pesce pollo riso insalata zuppa verdure birra acqua zucchero
  prosciutto patate arancia succo fragole caffe
  ovo ovos pao leite queijo maca peixe frango salada feijao cerveja acucar manteiga presunto batatas
  laranja suco morangos
  brood kaas melk eieren appel aardappel aardappelen rijst vlees groente soep boter suiker
  koffie thee sinaasappel
  agg smorgas ost mjolk potatis kyckling fisk kott soppa smor socker kaffe
  jajko jajka chleb chleba maslem maslo mleko jablko ziemniaki kurczak ryba ryz zupa kawa herbata
  ekmek peynir yumurta sut elma tavuk pilav corba cay kahve
  paine oua lapte branza carne pui orez supa
`);

/** Verbs and the like that are in no name of a dish: one of them tells the language. */
export const TELLING_ALONE: ReadonlySet<string> = wordSet(`
  quiero comi desayune cene almorce almorzamos tome bebi tengo ich habe hatte gegessen mangiato
  mange pris jai avec sans gegeten jag zjadlem zjadlam almocei jantei maine khaya khayi kumain makan
  yedim spiste
`);

/** Of these, names of dishes on English menus are full: `chilaquiles con huevo`, `tacos de pescado`. */
export const ON_ENGLISH_MENUS: ReadonlySet<string> = wordSet(`
  huevo huevos queso platano pescado carne frijoles pollo arroz jamon speck prosciutto riso pomme
  poulet riz jambon chocolat pain fromage sopa caffe pilav frango
`);

/** Foods that only speak where the text is all foreign: `pan` is a pan, `papas` are on menus. */
export const OFF_MENU: ReadonlySet<string> = wordSet(`
  verduras ensalada ensaladas tonno atun mermelada refresco bocadillo patatas lechuga tomates zanahoria cebolla avena lentejas garbanzos
  mantequilla azucar galletas pavo cerdo manzanas frito frita fritos fritas blanco tostado telur sayur ayam legumes creme gemuse
`);

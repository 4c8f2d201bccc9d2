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
  morgens mittags abends vormittag nachmittag tussendoor vanochtend vanavond vanmorgen vanmiddag
  gab hatten haben gerade mein meine unser nach wieder bitte kleine kleiner grosse grosses paar bisschen
  mijn gehad lekker onze toen waren
  vandag vanoggend gisteraand geeet
  nous avons notre mes mon cette apres puis encore petit peu bol
  esto para mis nosotros antes despues media desde hasta luego unos cada pasado
  nostro nostra abbiamo anche dopo prima fatto bere
  tomei jantei almocei depois antes minha meu nosso pela
  ang ng mga ko nag namin kami natin kinain kainin kumakain uminom ininom almusal tanghalian hapunan
  kagabi kahapon pero lang kasi yung tsaka isang dalawang tatlong hindi wala
  maine mene mujhe humne humko khayi khaya khaye khana piya peeya piyi liya kiya tha thi hai hain aur
  ke ki ka se mein bhi thoda thodi saath shaam nashta nashte mai hum ghar kuch nahi nahin abhi bas
  ami amar kheyechi kheyesi khelam dupure sokale ratre ajke
  mala aamhi khalla khalle khalli sakali dupari ratri aani
  khadhu khadha khadhi savare bapore ane
  khada khadi khaadi khadha ajj swere
  naan naanu inniku innaiku innikku nethu kaalaila rendu saptten sapten saapten saaptten saapitten saptom
  kudichen kudichitten kazhichu njan innu
  nenu thinnanu tinnanu ivala eeroju ninna nanu tinde tindhe tindu thinde kudide madhyana ratri
  saya aku kami tadi barusan sudah minum makan sarapan siang malam kemarin sama juga pakai
  nimekula nilikula tulikula nimekunywa leo jana asubuhi mchana jioni chakula nilikuwa sana
  soin join sain aamulla aamupalaksi aamiaiseksi lounaaksi paivalliseksi illalla tanaan eilen kaksi yksi
  kolme munaa kanssa kuppi olen
  jsem jsme mel mela snedl snedla obed obedu snidani snidane veceri vecere dnes vcera rano som sme jedol jedla
  zjedol zjedla dnes ranajky obede
  ettem ittam megettem reggel reggeli reggelire ebed ebedre vacsora vacsorara ma tegnap egy ket harom volt
  jeo jela pojeo pojela danas jucer dorucak rucak veceru sam smo
  efaga simera ipia proino mesimeri
  ya segodnya vchera utrom obed uzhin zavtrak kushal poel poela syel sel pil vypil snidav yiv
  akalt akalna elyom alyoum sharibt
  khordam emrooz sobhane nahar
  tabeta tabemashita tabemasu asagohan hirugohan bangohan nomimashita kyou kinou
  meogeosseoyo meogeoss meokda achim jeomsim jeonyeok oneul
  chi le jintian zaoshang zhongwu wanshang wo yi
  toi uong mot hai voi hom nay sang trua chieu buoi chen
  sabah ogle oglen ogleden aksam aksami tane bardak kase yedik
  iyi kunye nje mengjes
  jadlam jadl jedlismy rano wieczorem na
  idag morse kveld spiser drakk drikker atte valgte jau godt litt skiver
`);

/**
 * Of these, words of English, of a dish or of a name too: they tell of another language only beside
 * another word of it.
 */
export const ALSO_ENGLISH: ReadonlySet<string> = wordSet(`
  sans maine tome jest grosses antes bitte petit naan se ma na hai thi ya sel pil hum bas chi wo yi sang nay sam sama som leo mala ami nanu nje
  sana bol sain ane rano chen morse mel nag mein mai ke ki ka ko ang lang media para join volt
  prima encore mon mes yung ket egy sabah hom khana jana gab aku kami nashta bhi tha atte
  mot voi toi mis rendu piya ninna
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
  kinain kumakain kainin ininom khaye khadhu khadha khada khaadi khadi khalla khalle kheyechi kheyesi
  saptten sapten saapten saaptten saapitten saptom kudichen kazhichu thinnanu tinnanu tinde tindhe
  nimekula nilikula tulikula nimekunywa snedl snedla zjedol ettem ittam megettem
  efaga tabeta tabemashita meogeosseoyo kushal poel poela syel akalt khordam peeya piya
  almoce desayunamos comimos cenamos cenando comiendo bebendo comemos tomei jantei
  desayunado comido cenado almorzado drukket druckit gedronken gegessen hadde spist atit soin
  minum aur och oraz mangiata mangiati tadi pranzo colazione desayuno almuerzo fruhstuck mittagessen
  abendessen ontbijt avondeten frukost sniadanie obiad kolacja kahvalti almoco jantar
  mangeons mange mangeais dejeune petitdejeuner bevuto pranzato cenato
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

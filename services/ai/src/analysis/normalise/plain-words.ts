import { COLOURS_OF_WINE, DIALECT, SET_MEALS, WINE_VESSELS } from '../words/dialect.js';
import { isNoise } from '../words/noise.js';
import { SIZES, unitOf } from '../words/units.js';
import { stemSet, wordSet } from '../words/word-sets.js';
import { numberToken, type Token, wordToken } from './tokenise.js';

/** Says in the words of the table what people of one country say: `sarnie`, `a glass of red`. */
export function inPlainWords(tokens: readonly Token[]): readonly Token[] {
  const isPizzeria = tokens.some(({ stem }) => PIZZERIAS.has(stem));
  const isTims = tokens.some(({ text }) => TIMS.has(text));
  return tokens.flatMap((token, at) => {
    if (isBeforeEggsDone(tokens, at)) return [];
    if (token.kind !== 'word') return [token];
    if (isDipping(tokens, at) || isSeasoning(tokens, at)) return [];
    const loaf = onLoaf(tokens, at);
    if (loaf === 'toast again') return [];
    if (loaf === 'toast') return [token, wordToken('toast', token.end, token.end)];
    if (isOfScoops(tokens, at)) return [wordToken('powder', token.start, token.end)];
    if (isLoaf(tokens, at)) return [token, wordToken('bread', token.end, token.end)];
    if (isFlavourOfIce(tokens, at)) {
      return [
        token,
        wordToken('ice', token.end, token.end),
        wordToken('cream', token.end, token.end),
      ];
    }
    if (isPowder(tokens, at)) return [token, wordToken('powder', token.end, token.end)];
    const coffee = whitened(tokens, at);
    if (coffee !== undefined) return coffee;
    if (isTims && isPoured(tokens, at)) return [wordToken('tims', token.start, token.start), token];
    if (isPizzeria && isKindOfPizza(tokens, at)) {
      return [token, wordToken('pizza', token.end, token.end)];
    }
    const dishes = SET_MEALS.get(token.text);
    if (dishes !== undefined && !isToldBehind(tokens, at)) return listed(dishes, token);
    if (isJelly(tokens, at)) return [wordToken('jelly', token.start, token.end)];
    if (isMealOfTea(tokens, at)) return [wordToken('dinner', token.start, token.end)];
    if (isSoldiers(tokens, at)) return [wordToken('toast', token.start, token.end)];
    if (isOfEgg(tokens, at)) return [wordToken('egg', token.start, token.start), token];
    const meant = DIALECT.get(token.text);
    if (meant !== undefined) return meant.map((text) => wordToken(text, token.start, token.end));
    return isWine(tokens, at) ? [token, wordToken('wine', token.end, token.end)] : [token];
  });
}

const LOAVES = stemSet(
  'wheat white rye sourdough multigrain brioche wholemeal granary pumpernickel',
);

/** `2 slices wheat`, `a slice of rye`: what is sliced so is bread. */
function isLoaf(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const isEnd = next?.kind !== 'word' || (isNoise(next.stem) && next.text !== 'on');
  if (!isEnd || !LOAVES.has(tokens[at]?.stem ?? '')) return false;
  const before = tokens.slice(Math.max(0, at - 3), at);
  return before.some(({ text }) => /^slices?$/u.test(text));
}

/** The comma of `two eggs, over easy`: how they were done is no other food. */
function isBeforeEggsDone(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== ',' || !/^eggs?$/u.test(tokens[at - 1]?.text ?? '')) return false;
  const [first, second] = tokens.slice(at + 1, at + 3).map(({ text }) => text);
  return /^(?:over (?:easy|medium|hard|well)|sunny side)$/u.test(`${first} ${second}`);
}

const KINDS_OF_LOAF = wordSet('whole wheat rye sourdough white brown wholemeal multigrain granary');

/** `eggs on whole wheat` are on toast; in `avocado toast with an egg on whole wheat` it is named. */
function onLoaf(tokens: readonly Token[], at: number): 'toast' | 'toast again' | undefined {
  const on = tokens.findLastIndex(({ text }, ahead) => ahead <= at && text === 'on');
  const kind = tokens.slice(on + 1);
  const end = kind.findIndex(({ text }) => !KINDS_OF_LOAF.has(text));
  const length = end < 0 ? kind.length : end;
  const isLast = kind[length] === undefined || kind[length]?.kind === 'break';
  if (on < 0 || length === 0 || at > on + length || !isLast) return undefined;
  const before = tokens.slice(0, on);
  if (before.some(({ stem }) => stem === 'toast')) return 'toast again';
  const isEgg = /^eggs?$/u.test(before.at(-1)?.text ?? '');
  return isEgg && at === on + length ? 'toast' : undefined;
}

/** `protein shake 2 scoops`, `1 scoop protein shake`: the powder, not a bottle of the drink. */
function isOfScoops(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== 'shake' || !/^(?:protein|whey)$/u.test(tokens[at - 1]?.text ?? '')) {
    return false;
  }
  const isScoop = (place: number): boolean => /^scoops?$/u.test(tokens[place]?.text ?? '');
  if (isScoop(at - 2) || (tokens[at - 2]?.text === 'of' && isScoop(at - 3))) return true;
  const scoop = tokens.slice(at + 1, at + 4).findIndex(({ text }) => /^scoops?$/u.test(text));
  const next = tokens[at + 2 + scoop];
  return scoop >= 0 && (next?.kind !== 'word' || /^(?:with|in|and|plus)$/u.test(next.text));
}

const SPICES = stemSet('pepper bagel herb chilli garlic salt');

/** The `taco` of `with taco seasoning` names no taco. */
function isSeasoning(tokens: readonly Token[], at: number): boolean {
  const ahead = tokens.slice(at + 1, at + 3);
  const end = ahead.findIndex(({ text }) => /^seasonings?$/u.test(text));
  const isBefore = end === 0 || (end === 1 && SPICES.has(ahead[0]?.stem ?? ''));
  return isBefore && !/^(?:no|without|with|and|bagel)$/u.test(tokens[at]?.text ?? '');
}

/** `bread to dip` */
function isDipping(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'dip' && /^(?:to|could|can)$/u.test(tokens[at - 1]?.text ?? '');
}

const PIZZERIAS = stemSet('domino pizzeria caesars johns sbarro marcos papa pizzahut cpk blaze');
const KINDS_OF_PIZZA = stemSet(
  'pepperoni cheese veggie supreme hawaiian margherita sausage meatlovers plain vegetarian',
);

/** `little caesars 3 slices pepperoni`: where pizzas are sold, a kind of them by the slice or size. */
function isKindOfPizza(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const isEnd = next?.kind !== 'word' || unitOf(next.stem) !== undefined || isNoise(next.stem);
  if (!KINDS_OF_PIZZA.has(tokens[at]?.stem ?? '') || !isEnd) return false;
  const before = tokens.slice(Math.max(0, at - 2), at);
  return before.some(({ text }) => SIZES.has(text) || /^slices?$/u.test(text));
}

const FLAVOURS_OF_ICE = wordSet('vanilla chocolate strawberry pistachio mint coffee');

/** `cobbler with a scoop of vanilla` */
function isFlavourOfIce(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const isEnd = next?.kind !== 'word' || /^(?:on|with|and|for|over|after)$/u.test(next.text);
  const isScoop = tokens[at - 1]?.text === 'of' && /^scoops?$/u.test(tokens[at - 2]?.text ?? '');
  const isWhey = tokens.some(({ text }) => /^(?:protein|whey|casein|shake)$/u.test(text));
  return isEnd && isScoop && !isWhey && FLAVOURS_OF_ICE.has(tokens[at]?.text ?? '');
}

/** `1 scoop protein`, `2 scoops of vanilla protein` */
function isPowder(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:protein|whey|casein)$/u.test(tokens[at]?.text ?? '')) return false;
  const next = tokens[at + 1];
  const isEnd =
    next?.kind !== 'word' || isNoise(next.stem) || /^(?:mixed|blended)$/u.test(next.text);
  return isEnd && tokens.slice(Math.max(0, at - 3), at).some(({ text }) => /^scoops?$/u.test(text));
}

const TIMS = wordSet('tims timmies timmy timbit timbits hortons tim');
const TIMES = new Map([
  ['single', 1],
  ['double', 2],
  ['triple', 3],
]);
const BURGERS = wordSet(
  'burger burgers fries animal innout protein shake cheeseburger patty lettuce',
);

/** `double double`: a coffee with two creams and two sugars, unless it is the burger of that name. */
function whitened(tokens: readonly Token[], at: number): readonly Token[] | undefined {
  const { text, start, end } = tokens[at] as Token;
  const times = TIMES.get(text);
  const isSecond = tokens[at - 1]?.text === text;
  if (times === undefined || (!isSecond && tokens[at + 1]?.text !== text)) return undefined;
  const words = tokens.map((token) => token.text);
  const isBurger = /\bin (?:n|and) out\b/u.test(words.join(' '));
  if (isBurger || words.some((word) => BURGERS.has(word))) return undefined;
  if (isSecond) return [];
  // `steeped tea double double`
  const drink = /^(?:tea|coffee)$/u.test(tokens[at - 1]?.text ?? '') ? '' : 'coffee ';
  const said = `${drink}with ${times} tims cream and ${times} tims sugar`.split(' ');
  return said.map((word) =>
    word === String(times) ? numberToken(times, start, end, false) : wordToken(word, start, end),
  );
}

/** The `cream` of `2 cream 2 sugar`. */
function isPoured(tokens: readonly Token[], at: number): boolean {
  return /^(?:creams?|sugars?)$/u.test(tokens[at]?.text ?? '') && tokens[at - 1]?.kind === 'number';
}

/** `tapsilog - beef tapa, garlic rice and egg` says itself what it is. */
function isToldBehind(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at + 1).some(({ kind, text }) => kind === 'break' && /^[-:(]$/u.test(text));
}

function listed(dishes: readonly string[], { start, end }: Token): readonly Token[] {
  return dishes.flatMap((dish, at) => [
    ...(at === 0 ? [] : [wordToken('and', start, end)]),
    ...dish.split(' ').map((word) => wordToken(word, start, end)),
  ]);
}

/** `toast with pb&j`: on bread these are two spreads. */
function isJelly(tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(Math.max(0, at - 3), at + 1).map(({ text }) => text);
  return /^(?:with|on) pb and j$/u.test(words.join(' '));
}

/** `egg and soldiers`: fingers of toast. */
function isSoldiers(tokens: readonly Token[], at: number): boolean {
  // `toast cut into soldiers` has been named.
  const isNamed = tokens.slice(0, at).some(({ stem }) => stem === 'toast');
  return tokens[at]?.text === 'soldiers' && !isNamed && tokens.some(({ stem }) => stem === 'egg');
}

const OWN = wordSet('my our me the his her');
const INTO_TEA = wordSet('milk sugar sugars honey lemon cream sweetener water');
const OUT_FOR = wordSet('went go going out came stopped met popped');

/** `fish and chips for tea`, `tea was pasta`: the meal, not the drink; but `milk for my tea`. */
function isMealOfTea(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== 'tea') return false;
  const next = tokens[at + 1]?.text === 'tonight' ? at + 2 : at + 1;
  if (tokens[next]?.text === 'was') return true;
  const before = OWN.has(tokens[at - 1]?.text ?? '') ? at - 2 : at - 1;
  const word = tokens[before - 1]?.text ?? '';
  return tokens[before]?.text === 'for' && !INTO_TEA.has(word) && !OUT_FOR.has(word);
}

/** `1 egg 2 whites` */
function isOfEgg(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'whites' && tokens[at - 1]?.kind === 'number';
}

function isWine(tokens: readonly Token[], at: number): boolean {
  const isOf = tokens[at - 1]?.text === 'of' && WINE_VESSELS.has(tokens[at - 2]?.text ?? '');
  const next = tokens[at + 1];
  const ends = next?.kind !== 'word' || ENDS.has(next.text);
  return isOf && ends && COLOURS_OF_WINE.has(tokens[at]?.text ?? '');
}

const ENDS: ReadonlySet<string> = new Set(['with', 'and', 'for', 'after', 'at', 'then', 'to']);

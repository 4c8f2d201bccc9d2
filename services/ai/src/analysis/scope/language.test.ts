import { describe, expect, it } from 'vitest';
import { tokenise } from '../normalise/tokenise.js';
import { readBuiltInTable } from '../table/read-table.js';
import { isForeign } from './language.js';

const { lexicon } = readBuiltInTable();
const foreign = (text: string): boolean => isForeign(tokenise(text), text, lexicon);

describe('isForeign', () => {
  it.each([
    'zwei Eier mit Toast und Kaffee',
    'Ein Apfel',
    'huevos con pan y leche',
    'una manzana',
    "j'ai mangé une pomme",
    'du pain et du fromage',
    'una fetta di pane con burro',
    'pão com manteiga e café',
    'twee boterhammen met kaas',
    'två ägg och en smörgås',
    'dwa jajka i kromka chleba',
    'kumain ako ng kanin',
    'aaj lunch me dal chawal khaya',
    'aaj maine roti',
    'nimekula ugali',
    'söin aamulla kaksi munaa ja leipää',
    'tôi ăn một tô phở bò',
    'ein Käsebrötchen',
    '卵とご飯',
    'два яйца',
  ])('%s is not English', (text) => {
    expect(foreign(text)).toBe(true);
  });

  it.each([
    'pollo asado tacos',
    'crème brûlée',
    'chile con queso and chips',
    'café au lait and a croissant',
    'penne alla vodka',
    'maine lobster roll',
    'burger sans bun',
    'garlic naan with dal',
    'shrimp chow mein',
    'petit fours',
    'spaghetti aglio e olio',
    'arroz con pollo',
    'huevos rancheros',
    'pain au chocolat',
    'schnitzel with potato salad',
    'a plate of jamon and manchego',
    '2 eggs, toast',
    '🍎',
    '',
  ])('%s is English enough', (text) => {
    expect(foreign(text)).toBe(false);
  });
});

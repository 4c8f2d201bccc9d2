import { isDescriptor } from '../analysis/words/descriptors.js';
import { isNoise } from '../analysis/words/noise.js';
import { isOnlyEnglish } from '../analysis/words/plain-english.js';
import { stem } from '../analysis/words/stem.js';
import { unitOf } from '../analysis/words/units.js';

// What a description adds without naming anything: `NS as to fat`, `cooked`, `(Taco Bell)`.
const REMARK =
  /^(?:nfs|ns|ns as to .*|not further specified|cooked|all types|all|raw|regular|plain|fresh|whole|ready-to-eat|ready to eat|prepared.*|made (?:with|from).*|no added .*|fat (?:not )?added.*|as ingredient|all varieties|all commercial varieties|commercially prepared|from (?:restaurant|fresh|frozen|canned).*|with (?:or without )?salt.*|without (?:salt|skin).*|unsalted|enriched|unenriched|meat only|separable lean.*|trimmed to.*|choice|select|all grades|skin (?:not )?eaten|includes .*|drained.*|solids.*)$/u;

/**
 * Names that people may use for a food that a database describes from the general to the special:
 * `Bread, white, toasted` → `toasted white bread`, `white bread`. The first is the fullest.
 */
export function deriveAliases(
  description: string,
  otherNames: readonly string[],
): readonly string[] {
  const brand = /\(([^)]*)\)/u.exec(description)?.[1] ?? '';
  const parts = description
    .toLowerCase()
    .replace(/\([^)]*\)/gu, '')
    .split(/,\s*/u)
    .map(clean)
    .filter((part) => part !== '');
  const [head = '', ...rest] = parts;
  const telling = rest.filter((part) => !REMARK.test(part));
  const full = inverted(head, telling);
  const names = [full, inverted(head, telling.slice(0, 1)), ...(rest.length === 0 ? [head] : [])];
  const branded = brand === '' || brand.length > 20 ? [] : [clean(`${brand} ${full}`)];
  const others = otherNames.map((name) => clean(name.toLowerCase().replace(/\([^)]*\)/gu, '')));
  const all = [...names, ...branded, ...others.map(uninverted)];
  return [...new Set(all)].filter((name) => name.split(' ').length <= 8 && isName(name));
}

/** `in a cup`, `swirl`, `other flavors`: remarks among the other names of a food. */
function isName(alias: string): boolean {
  if (/^(?:in|with|without|other|any|all|on|from|for)\b/u.test(alias)) return false;
  return alias.split(' ').some((word) => {
    const stemmed = stem(word);
    const isPlain = isNoise(stemmed) || isDescriptor(stemmed) || isOnlyEnglish(stemmed);
    return word.length > 2 && !isPlain && unitOf(stemmed) === undefined;
  });
}

function inverted(head: string, rest: readonly string[]): string {
  // `soup with noodles` stays as it is; what describes it goes in front.
  const behind = rest.filter((part) => /^(?:with|without|in|on|no|from)\b/u.test(part));
  const front = rest.filter((part) => !behind.includes(part));
  return clean([...front.toReversed(), head, ...behind].join(' '));
}

function uninverted(name: string): string {
  const [head = '', ...rest] = name.split(/,\s*/u);
  return inverted(head, rest);
}

function clean(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s\b/gu, 's')
    .replace(/[^\p{L}\d%.&]+/gu, ' ')
    .replace(/&/gu, ' and ')
    .replace(/\.(?!\d)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

import { numericQuantity } from 'numeric-quantity';

/**
 * The value of a number as people write it: `1 1/2`, `1½`, `2.5`, `1,500`. `1,5` is one and a half,
 * as most of the world writes it. What cannot be read, like `1/0`, counts as its first number.
 */
export function numberValue(text: string): number {
  if (/e/iu.test(text)) return Number(text.toLowerCase());
  const plain = text.trim().replace(/^(\d+)-(?=\d+\s?[/⁄])/u, '$1 ');
  const isThousands = /^[1-9]\d{0,2}(?:,\d{3})+$/u.test(plain);
  const isComma = plain.includes(',') && !isThousands;
  const value = numericQuantity(plain.replace(/\s*([/⁄])\s*/u, '$1'), {
    round: false,
    ...(isComma ? { decimalSeparator: ',' as const } : {}),
  });
  return Number.isFinite(value) ? value : Number.parseFloat(plain) || 0;
}

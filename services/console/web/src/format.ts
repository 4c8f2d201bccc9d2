const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const precise = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

export function kcal(calories: number): string {
  return whole.format(calories);
}

/** 1.5 → `1.5 g`; from 10 g on without decimals. */
export function grams(value: number): string {
  return `${(value < 10 ? short : whole).format(value)} g`;
}

export function milliseconds(value: number): string {
  return `${whole.format(value)} ms`;
}

/** `42 ms`, `12.3 s`. */
export function duration(valueMs: number): string {
  return valueMs < 10_000 ? milliseconds(valueMs) : seconds(valueMs);
}

export function seconds(valueMs: number): string {
  return `${(valueMs / 1_000).toFixed(1)} s`;
}

/** Units that are not symbols take a plural: `2 slices`, but `2 oz`. */
const COUNTED_UNITS = new Set([
  'piece',
  'slice',
  'cup',
  'bowl',
  'glass',
  'can',
  'bottle',
  'handful',
]);

function unitOf(quantity: number, unit: string): string {
  if (quantity <= 1 || !COUNTED_UNITS.has(unit)) return unit;
  return unit.endsWith('ss') ? `${unit}es` : `${unit}s`;
}

/** `2 slices · 64 g`: what is unknown (zero) is left out, grams are not said twice. */
export function amount(quantity: number, unit: string, weightG: number): string {
  const counted =
    quantity > 0 && unit !== 'g'
      ? `${precise.format(quantity)} ${unitOf(quantity, unit)}`.trim()
      : '';
  const weighed = weightG > 0 ? grams(weightG) : '';
  return [counted, weighed].filter((part) => part !== '').join(' · ');
}

/** `unknown_food` → `unknown food`. */
export function words(code: string): string {
  return code.replaceAll('_', ' ');
}

export function timeOfDay(at: string): string {
  return clock.format(new Date(at));
}

export function day(at: string, now: Date): string {
  const date = new Date(at);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (date.toDateString() === now.toDateString()) return 'Today';
  if (date.toDateString() === yesterday.toDateString()) return 'Yesterday';
  return weekday.format(date);
}

/** How long ago something was, as people say it. */
export function ago(elapsedMs: number): string {
  if (elapsedMs < 1_500) return 'just now';
  if (elapsedMs < 60_000) return `${Math.round(elapsedMs / 1_000)} s ago`;
  return `${Math.floor(elapsedMs / 60_000)} min ago`;
}

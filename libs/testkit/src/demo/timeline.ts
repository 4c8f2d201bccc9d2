/** The way of one meal; every step in ms since the meal was submitted, on one clock. */
export interface MealTimeline {
  readonly user: string;
  readonly text: string;
  readonly traceId: string;
  /** Ms since the Unix epoch. */
  readonly submittedAtMs: number;
  /** `meal_log.created` was in the stream. */
  readonly storedMs?: number;
  /** The phone had its 201. */
  readonly answeredMs?: number;
  /** The analyser took it up. */
  readonly analysingMs?: number;
  /** The outcome was in the stream. */
  readonly outcomeMs?: number;
  readonly outcome?: 'completed' | 'failed';
  /** The frame was on the phone. */
  readonly onPhoneMs?: number;
}

const COLUMNS = [
  'phone',
  'meal',
  'submitted',
  'stored',
  '201',
  'analysing',
  'outcome',
  'on the phone',
  'trace id',
];
const TEXT_WIDTH = 34;

/** A table for people; `–` where a step was not seen. */
export function timelineTable(meals: readonly MealTimeline[]): string {
  const rows = meals.map((meal) => [
    meal.user,
    meal.text.length > TEXT_WIDTH ? `${meal.text.slice(0, TEXT_WIDTH - 1)}…` : meal.text,
    '0',
    ms(meal.storedMs),
    ms(meal.answeredMs),
    ms(meal.analysingMs),
    `${ms(meal.outcomeMs)} ${meal.outcome ?? ''}`.trim(),
    ms(meal.onPhoneMs),
    meal.traceId,
  ]);
  const widths = COLUMNS.map((name, i) =>
    Math.max(name.length, ...rows.map((row) => (row[i] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width));
  return [
    line(COLUMNS),
    line(rule),
    ...rows.map(line),
    '',
    'All steps in ms since the submission.',
  ].join('\n');
}

function ms(value: number | undefined): string {
  return value === undefined ? '–' : String(value);
}

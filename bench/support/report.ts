/** Numbers for people: percentiles and a table on stdout. */

export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export function percentiles(values: readonly number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export function ms({ p50, p95, p99 }: Percentiles): string[] {
  return [p50, p95, p99].map((value) => value.toFixed(value < 10 ? 2 : 0));
}

/** A Markdown table, so that it can be copied into README.md as it is. */
export function report(title: string, columns: readonly string[], rows: readonly string[][]): void {
  const widths = columns.map((name, i) =>
    Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, i) => (cells[i] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  process.stdout.write(`\n${title}\n\n${[line(columns), rule, ...rows.map(line)].join('\n')}\n\n`);
}

/** Runs `work` `count` times, `atOnce` of them under way, and says how long each one took. */
export async function timed(
  count: number,
  atOnce: number,
  work: (n: number) => Promise<void>,
): Promise<readonly number[]> {
  const elapsedMs: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let n = next++; n < count; n = next++) {
        const startedAt = performance.now();
        await work(n);
        elapsedMs.push(performance.now() - startedAt);
      }
    }),
  );
  return elapsedMs;
}

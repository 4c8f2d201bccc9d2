import { countOf, type Differences, NAMED_DIFFERENCES } from '../rebuild/differences.js';
import type { Progress, RebuildReport } from '../rebuild/rebuild.js';
import { everySecond } from './every-second.js';
import { bad, good, type Output, table } from './output.js';

/** What rebuild and verify have found, for a person. */
export function describeReport(report: RebuildReport): string {
  const { rows, archive } = report;
  const line = (name: string, { missing, extra, different }: Differences) =>
    [name, missing, extra, different] as const;
  const lines = [
    `Compared at sequence ${report.sequence} of MEAL_LOG: ${report.events} events, ` +
      `${report.mealLogs} meal logs.`,
    table(['', 'missing', 'extra', 'different'], [line('rows', rows), line('archive', archive)]),
    ...named('rows', rows),
    ...named('archive', archive),
  ];
  if (report.malformed > 0) {
    lines.push(`${report.malformed} messages in MEAL_LOG are no events and were left out.`);
  }
  if (report.lost > 0) {
    lines.push(`${report.lost} archived events are not in MEAL_LOG.`);
  }
  return lines.join('\n');
}

function named(where: string, differences: Differences): string[] {
  const rest = countOf(differences) - differences.first.length;
  return [
    ...differences.first.map(({ kind, what }) => `  ${where}: ${kind} ${what}`),
    ...(rest > 0 ? [`  ${where}: ${rest} more (the first ${NAMED_DIFFERENCES} are shown)`] : []),
  ];
}

export function isInOrder({ rows, archive }: RebuildReport): boolean {
  return countOf(rows) === 0 && countOf(archive) === 0;
}

export const inOrder = (): string => good('Stream, archive and rows say the same.');
export const notInOrder = (): string =>
  bad('They differ. mealctl rebuild makes rows and archive what the events say.');

/** Lines on stderr. */
export function progressOn(output: Output): (progress: Progress) => void {
  const startedAt = performance.now();
  return everySecond(({ at, to, events }: Progress) => {
    const perSecond = Math.round(events / ((performance.now() - startedAt) / 1000));
    const percent = to === 0 ? 100 : Math.floor((100 * at) / to);
    output.progress(`${percent} %  ${events} events  ${perSecond} events/s`);
  });
}

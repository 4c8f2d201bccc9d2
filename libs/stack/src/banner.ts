import type { StackInfo } from './stack-file.js';
import { stackFile } from './stack-file.js';

/** What somebody who has just started the stack wants to know. */
export function banner(info: StackInfo): string {
  const gateways = info.processes.filter(({ service }) => service === 'gateway');
  const rows: readonly (readonly [string, string])[] = [
    ['phone', `${info.origin}/`],
    ['API', `${info.origin}/api/v1/meal-logs`],
    ...gateways.map(
      ({ url, name }) => [name, `${url.replace('http', 'ws')}/ws/meal-logs`] as const,
    ),
    [
      'token',
      `curl -d '{"user":"alice"}' -H 'content-type: application/json' ${info.auth.tokenUrl}`,
    ],
    [
      'NATS',
      info.nats.monitorUrl === undefined
        ? info.nats.url
        : `${info.nats.url}  (monitoring ${info.nats.monitorUrl})`,
    ],
    ['all of it', stackFile(info.dataDir)],
  ];
  const lines = rows.map(([name, value]) => `  ${name.padEnd(11)} ${value}`);
  return `\n  Mealwire is running. Ctrl-C stops it.\n\n${lines.join('\n')}\n\n`;
}

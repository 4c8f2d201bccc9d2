import type { LogPrinter } from './log-printer.js';
import type { ProcessInfo } from './stack-file.js';
import type { Supervised, SupervisedSpec } from './supervised.js';

/** What the registry gives every process that it starts. */
export type ProcessHooks = Pick<SupervisedSpec, 'onLine' | 'onCrash' | 'onChange'>;

export interface Registry {
  /** Starts a process, keeps its log and its entry in stack.json. */
  start(
    what: {
      readonly service: string;
      readonly name: string;
      readonly port: number;
      readonly url: string;
    },
    start: (hooks: ProcessHooks) => Promise<Supervised>,
  ): Promise<void>;
  get(name: string): Supervised;
  /** By name, however they came to be ready. */
  list(): readonly ProcessInfo[];
  /** Last started, first stopped. */
  stopAll(): Promise<void>;
}

/** Every process of the stack, in the order of starting. */
export function createRegistry(printer: LogPrinter, onChange: () => void): Registry {
  const entries: { readonly supervised: Supervised; readonly info: () => ProcessInfo }[] = [];
  return {
    start: async (what, start) => {
      const supervised = await start({
        onLine: (line) => printer.line(what.name, line),
        onChange,
        onCrash: ({ code, signal }, delayMs) => {
          const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
          const next = delayMs === undefined ? 'not starting it again' : `restart in ${delayMs} ms`;
          printer.alarm(`${what.name} ended (${how}), ${next}`);
        },
      });
      entries.push({ supervised, info: () => describe(what, supervised, printer) });
      onChange();
    },
    get: (name) => {
      const found = entries.find(({ supervised }) => supervised.name === name);
      if (found === undefined) throw new Error(`the stack has no process ${name}`);
      return found.supervised;
    },
    list: () => entries.map(({ info }) => info()).sort((a, b) => a.name.localeCompare(b.name)),
    stopAll: async () => {
      for (const { supervised } of [...entries].reverse()) await supervised.stop();
    },
  };
}

function describe(
  what: {
    readonly service: string;
    readonly name: string;
    readonly port: number;
    readonly url: string;
  },
  supervised: Supervised,
  printer: LogPrinter,
): ProcessInfo {
  const pid = supervised.pid();
  return {
    ...what,
    ...(pid === undefined ? {} : { pid }),
    status: supervised.status(),
    restarts: supervised.restarts(),
    logFile: printer.fileOf(what.name),
  };
}

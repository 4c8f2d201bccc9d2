import type { LogPrinter } from './log-printer.js';
import type { ProcessInfo } from './stack-file.js';
import type { Supervised, SupervisedSpec } from './supervised.js';

/** What the registry gives every process that it starts. */
export type ProcessHooks = Pick<SupervisedSpec, 'onLine' | 'onCrash' | 'onSpawn' | 'onChange'>;

/** For a process that is started by itself, without a stack around it. */
export const quietHooks: ProcessHooks = {
  onLine: () => undefined,
  onCrash: () => undefined,
  onSpawn: () => undefined,
  onChange: () => undefined,
};

type ProcessName = Pick<ProcessInfo, 'service' | 'name' | 'port' | 'url'>;

export interface Registry {
  /** Starts a process, keeps its log and its entry in stack.json. */
  start(what: ProcessName, start: (hooks: ProcessHooks) => Promise<Supervised>): Promise<void>;
  get(name: string): Supervised;
  /** By name, however they came to be ready. */
  list(): readonly ProcessInfo[];
  /** Last started, first stopped. */
  stopAll(): Promise<void>;
}

interface Entry {
  readonly what: ProcessName;
  /** Of the first process, while it is not ready yet. */
  startingPid?: number;
  supervised?: Supervised;
}

/** Every process of the stack, in the order of starting. */
export function createRegistry(printer: LogPrinter, onChange: () => void): Registry {
  const entries: Entry[] = [];
  return {
    start: async (what, start) => {
      const entry: Entry = { what };
      // Listed from its first moment: whoever finds stack.json later must find this process too.
      entries.push(entry);
      entry.supervised = await start({
        onLine: (line) => printer.line(what.name, line),
        onChange,
        onSpawn: (pid) => {
          entry.startingPid = pid;
          onChange();
        },
        onCrash: ({ code, signal }, delayMs) => {
          const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
          const next = delayMs === undefined ? 'not starting it again' : `restart in ${delayMs} ms`;
          printer.alarm(`${what.name} ended (${how}), ${next}`);
        },
      });
      onChange();
    },
    get: (name) => {
      const found = entries.find(({ what }) => what.name === name)?.supervised;
      if (found === undefined) throw new Error(`the stack has no process ${name}`);
      return found;
    },
    list: () =>
      entries.map((entry) => describe(entry, printer)).sort((a, b) => a.name.localeCompare(b.name)),
    stopAll: async () => {
      for (const { supervised } of [...entries].reverse()) await supervised?.stop();
    },
  };
}

function describe({ what, startingPid, supervised }: Entry, printer: LogPrinter): ProcessInfo {
  const pid = supervised === undefined ? startingPid : supervised.pid();
  return {
    ...what,
    ...(pid === undefined ? {} : { pid }),
    status: supervised?.status() ?? 'starting',
    restarts: supervised?.restarts() ?? 0,
    logFile: printer.fileOf(what.name),
  };
}

import { type Child, type ChildEnd, type ChildSpec, startChild } from './child.js';

export interface SupervisedSpec extends ChildSpec {
  readonly name: string;
  readonly stopSignal: NodeJS.Signals;
  readonly stopGraceMs: number;
  /** Resolves when a just-started process is ready; asked again until it is. */
  readonly isReady: () => Promise<boolean>;
  readonly readyTimeoutMs: number;
  /** The process ended by itself; it is started again after `delayMs`, or not at all. */
  readonly onCrash: (end: ChildEnd, delayMs: number | undefined) => void;
  /** A process has been started, the first or a later one. */
  readonly onSpawn: (pid: number) => void;
  /** The status has changed. */
  readonly onChange: () => void;
}

export type SupervisedStatus = 'starting' | 'ready' | 'restarting' | 'stopped';

export interface Supervised {
  readonly name: string;
  pid(): number | undefined;
  status(): SupervisedStatus;
  restarts(): number;
  /** How its last process ended; undefined while the first one lives. */
  lastEnd(): ChildEnd | undefined;
  /** Stops it for good. */
  stop(): Promise<void>;
}

const FIRST_RESTART_DELAY_MS = 250;
const MAX_RESTART_DELAY_MS = 15_000;
/** Having run this long, a process has earned a fresh start of the delays. */
const HEALTHY_AFTER_MS = 20_000;
const READY_POLL_MS = 40;
/** EX_CONFIG: the environment is wrong; starting again cannot help. */
const EXIT_CONFIG = 78;

/**
 * Starts a process, waits until it is ready, and starts it again with growing delay whenever it
 * ends, until it is stopped.
 * @throws Error when the first start does not become ready.
 */
export async function supervise(spec: SupervisedSpec): Promise<Supervised> {
  let child: Child | undefined;
  let status: SupervisedStatus = 'starting';
  let stopping = false;
  let restarts = 0;
  let lastEnd: ChildEnd | undefined;
  let delayMs = FIRST_RESTART_DELAY_MS;
  let pause: { readonly timer: NodeJS.Timeout; readonly end: () => void } | undefined;

  function become(next: SupervisedStatus): void {
    status = next;
    spec.onChange();
  }

  async function startOnce(): Promise<void> {
    become('starting');
    const started = await startChild(spec);
    child = started;
    const startedAt = Date.now();
    void started.ended.then((end) => {
      lastEnd = end;
      if (!stopping) void restart(end, Date.now() - startedAt);
    });
    spec.onSpawn(started.pid);
    await waitUntilReady(spec, started);
    if (started.isRunning() && !stopping) become('ready');
  }

  async function restart(end: ChildEnd, livedMs: number): Promise<void> {
    if (end.code === EXIT_CONFIG) {
      spec.onCrash(end, undefined);
      return become('stopped');
    }
    if (livedMs > HEALTHY_AFTER_MS) delayMs = FIRST_RESTART_DELAY_MS;
    const waitMs = delayMs;
    delayMs = Math.min(MAX_RESTART_DELAY_MS, delayMs * 2);
    spec.onCrash(end, waitMs);
    become('restarting');
    await new Promise<void>((resolve) => {
      pause = { timer: setTimeout(resolve, waitMs), end: resolve };
    });
    if (stopping) return;
    restarts += 1;
    await startOnce().catch(() => startFailed());
  }

  /** Not ready in time: its end brings us back to `restart`. Not even started: so do we. */
  async function startFailed(): Promise<void> {
    if (child?.isRunning() === true) await child.stop('SIGKILL', 0);
    else if (!stopping && status === 'starting') await restart({ code: null, signal: null }, 0);
  }

  await startOnce().catch(async (error: unknown) => {
    stopping = true;
    await child?.stop('SIGKILL', 0);
    throw error;
  });
  return {
    name: spec.name,
    pid: () => (child?.isRunning() === true ? child.pid : undefined),
    status: () => status,
    restarts: () => restarts,
    lastEnd: () => lastEnd,
    stop: async () => {
      stopping = true;
      clearTimeout(pause?.timer);
      pause?.end();
      await child?.stop(spec.stopSignal, spec.stopGraceMs);
      become('stopped');
    },
  };
}

async function waitUntilReady(spec: SupervisedSpec, child: Child): Promise<void> {
  const deadline = Date.now() + spec.readyTimeoutMs;
  while (child.isRunning()) {
    if (await spec.isReady().catch(() => false)) return;
    if (Date.now() > deadline) {
      throw new Error(`${spec.name} was not ready after ${spec.readyTimeoutMs} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, READY_POLL_MS));
  }
  const { code, signal } = await child.ended;
  throw new Error(`${spec.name} ended while starting (${signal ?? `exit code ${code}`})`);
}

/** Whether an HTTP health address answers 2xx. */
export async function answersOk(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(1000) });
  await response.arrayBuffer();
  return response.ok;
}

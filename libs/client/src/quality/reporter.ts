import type { QualityReport } from '@mealwire/contracts/wire';
import type { Http } from '../rest/http.js';
import { type QualityMeter, sumOf } from './quality.js';

/** Reports now and then what the meter has counted. */
export interface Reporter {
  start(): void;
  /** Reports a last time. */
  stop(): void;
}

export interface ReporterOptions {
  readonly meter: QualityMeter;
  readonly intervalMs: number;
  /** Undefined: the gateway gets no reports. */
  readonly http: Http | undefined;
  readonly onReport: (report: QualityReport) => void;
}

export function createReporter({ meter, intervalMs, http, onReport }: ReporterOptions): Reporter {
  let timer: ReturnType<typeof setInterval> | undefined;
  /** Not taken by the gateway yet: a bad connection is what it should hear of most. */
  let kept: QualityReport | undefined;

  function report(): void {
    const taken = meter.take();
    if (taken !== undefined) onReport(taken);
    if (http !== undefined) void post(http, taken);
  }

  async function post(http: Http, taken: QualityReport | undefined): Promise<void> {
    const sum = sumOf(kept, taken);
    if (sum === undefined) return;
    kept = undefined;
    try {
      await http.request('/api/v1/quality', {
        method: 'POST',
        body: JSON.stringify(sum),
        // The last report is sent while the page goes.
        keepalive: true,
      });
    } catch {
      kept = sumOf(sum, kept);
    }
  }

  return {
    start: () => {
      timer ??= setInterval(report, intervalMs);
    },
    stop: () => {
      clearInterval(timer);
      timer = undefined;
      report();
    },
  };
}

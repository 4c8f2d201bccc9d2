import type { OutcomeChannel } from '@mealwire/client';
import type { Device } from '../device/device.js';
import { duration, words } from '../format.js';
import type { QualityBook } from './quality-book.js';

const CHANNELS: readonly { readonly key: OutcomeChannel; readonly label: string }[] = [
  { key: 'socket', label: 'Live' },
  { key: 'replay', label: 'Replayed' },
  { key: 'polling', label: 'Polled' },
];

interface QualityPanelProps {
  readonly quality: QualityBook;
  readonly device: Device;
}

/** For the curious: how well this page is served, since it was opened. */
export function QualityPanel({ quality, device }: QualityPanelProps) {
  const { verifiedMs, roundTripMs, outcomeDelayMs, outcomes } = quality;
  return (
    <section class="quality" aria-label="Connection quality" data-testid="quality-panel">
      <dl class="gauges">
        <Gauge
          name="verified"
          label="Verified"
          title="From the start of the last attempt to its first frame"
          valueMs={verifiedMs}
        />
        <Gauge
          name="round-trip"
          label="Round trip"
          title="From the last ping to its pong"
          valueMs={roundTripMs}
        />
        <Gauge
          name="delay"
          label="Result"
          title="From the end of the last analysis to its result on this page"
          valueMs={outcomeDelayMs}
        />
      </dl>
      <div>
        <h3>Results</h3>
        <div class="channel-bar" aria-hidden="true">
          {CHANNELS.filter(({ key }) => outcomes[key] > 0).map(({ key }) => (
            <span key={key} data-channel={key} style={{ flexGrow: outcomes[key] }} />
          ))}
        </div>
        <ul class="channels">
          {CHANNELS.map(({ key, label }) => (
            <li key={key} data-channel={key}>
              {label}{' '}
              <b data-testid={`outcomes-${key}`} data-value={outcomes[key]}>
                {outcomes[key]}
              </b>
            </li>
          ))}
        </ul>
      </div>
      <Reconnects quality={quality} />
      <p class="device" data-testid="device" data-device-id={device.id} data-slot={device.slot}>
        {device.slot === null ? 'This phone' : `Phone ${device.slot + 1}`} ·{' '}
        <code>{device.id.slice(0, 12)}</code>
      </p>
    </section>
  );
}

interface GaugeProps {
  readonly name: string;
  readonly label: string;
  readonly title: string;
  readonly valueMs: number | null;
}

function Gauge({ name, label, title, valueMs }: GaugeProps) {
  return (
    <div title={title}>
      <dt>{label}</dt>
      <dd data-testid={`gauge-${name}`} data-value={valueMs === null ? '' : Math.round(valueMs)}>
        {valueMs === null ? '–' : duration(valueMs)}
      </dd>
    </div>
  );
}

function Reconnects({ quality }: { readonly quality: QualityBook }) {
  const causes = Object.entries(quality.reconnects);
  return (
    <div data-testid="reconnects">
      <h3>Reconnects</h3>
      {causes.length === 0 ? (
        <p class="none">None since this page was opened</p>
      ) : (
        <ul class="causes">
          {causes.map(([cause, count]) => (
            <li key={cause} data-cause={cause} data-value={count}>
              {words(cause)} <b>{count}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

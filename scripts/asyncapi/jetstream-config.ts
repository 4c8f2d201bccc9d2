import {
  type BucketDeclaration,
  bucketStorage,
  buckets,
  consumers,
  type StreamDeclaration,
  streams,
} from '@mealwire/bus';

/** What `make run` and the containers start with; docs/operations.md for clusters. */
const ONE_MACHINE = { replicas: 1 };

type Config = Readonly<Record<string, unknown>>;

/** What nats-server fills in where topology.ts says nothing; the e2e test compares with a real one. */
const STREAM_DEFAULTS: Config = {
  max_consumers: -1,
  max_msgs: -1,
  max_bytes: -1,
  max_age: 0,
  max_msgs_per_subject: -1,
  max_msg_size: -1,
  mirror_direct: false,
  sealed: false,
  deny_delete: false,
  deny_purge: false,
  allow_rollup_hdrs: false,
  allow_msg_ttl: false,
  consumer_limits: {},
};

const CONSUMER_DEFAULTS: Config = { replay_policy: 'instant', max_waiting: 512, num_replicas: 0 };

const MAX_DUPLICATE_WINDOW_NS = 120_000_000_000;

/** Names and complete configurations, in the units of the server: times are nanoseconds. */
export interface JetStreamConfig {
  readonly streams: Readonly<Record<string, Config>>;
  readonly consumers: Readonly<
    Record<string, { readonly stream: string; readonly config: Config }>
  >;
  readonly buckets: Readonly<Record<string, { readonly stream: string; readonly config: Config }>>;
}

export function jetStreamConfig(): JetStreamConfig {
  return {
    streams: Object.fromEntries(
      streams(ONE_MACHINE).map((stream) => [stream.name, streamConfig(stream)]),
    ),
    consumers: Object.fromEntries(
      consumers.map(({ stream, config }) => [
        config.durable_name,
        { stream, config: { ...CONSUMER_DEFAULTS, name: config.durable_name, ...config } },
      ]),
    ),
    buckets: Object.fromEntries(
      buckets.map((bucket) => [
        bucket.name,
        { stream: `KV_${bucket.name}`, config: bucketConfig(bucket) },
      ]),
    ),
  };
}

function streamConfig(stream: StreamDeclaration): Config {
  return { ...STREAM_DEFAULTS, ...stream };
}

/** A bucket is a stream in the layout that every KV client uses. */
function bucketConfig(bucket: BucketDeclaration): Config {
  const maxAgeNs = bucket.ttlMs * 1_000_000;
  return {
    ...STREAM_DEFAULTS,
    name: `KV_${bucket.name}`,
    description: bucket.description,
    subjects: [`$KV.${bucket.name}.>`],
    retention: 'limits',
    discard: 'new',
    storage: bucketStorage(bucket, ONE_MACHINE),
    num_replicas: ONE_MACHINE.replicas,
    compression: 'none',
    allow_direct: true,
    allow_rollup_hdrs: true,
    max_msgs_per_subject: 1,
    max_age: maxAgeNs,
    duplicate_window: Math.min(maxAgeNs || MAX_DUPLICATE_WINDOW_NS, MAX_DUPLICATE_WINDOW_NS),
    ...(bucket.markerTtlMs === 0
      ? {}
      : { allow_msg_ttl: true, subject_delete_marker_ttl: bucket.markerTtlMs * 1_000_000 }),
  };
}

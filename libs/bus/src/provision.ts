import { JetStreamApiError, type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';
import {
  type BucketDeclaration,
  bucketStorage,
  buckets,
  consumers,
  type StreamDeclaration,
  streams,
  type TopologyOptions,
} from './topology.js';

/** "stream not found" and "consumer not found" of the JetStream API. */
const NOT_FOUND_STATUS = 404;

/**
 * Makes the server agree with the declarations: creates what is missing, updates what differs,
 * leaves everything else alone. Idempotent; needs an administrator's identity.
 * @returns what was created, by name, for a log line.
 * @throws JetStreamApiError when an existing one cannot be changed that way (e.g. its storage).
 */
export async function provision(
  nc: NatsConnection,
  options: TopologyOptions,
): Promise<readonly string[]> {
  const jsm = await jetstreamManager(nc);
  const created: string[] = [];
  for (const stream of streams(options)) {
    if (await provisionStream(jsm, stream)) created.push(`stream ${stream.name}`);
  }
  for (const { stream, config } of consumers) {
    // `consumers.add` creates or updates.
    if (!(await exists(() => jsm.consumers.info(stream, config.durable_name)))) {
      created.push(`consumer ${config.durable_name}`);
    }
    await jsm.consumers.add(stream, config);
  }
  for (const bucket of buckets) {
    if (!(await exists(() => jsm.streams.info(`KV_${bucket.name}`)))) {
      created.push(`bucket ${bucket.name}`);
    }
    await provisionBucket(nc, bucket, options);
  }
  return created;
}

async function provisionStream(jsm: JetStreamManager, stream: StreamDeclaration): Promise<boolean> {
  if (await exists(() => jsm.streams.info(stream.name))) {
    await jsm.streams.update(stream.name, stream);
    return false;
  }
  await jsm.streams.add(stream);
  return true;
}

async function provisionBucket(
  nc: NatsConnection,
  bucket: BucketDeclaration,
  options: TopologyOptions,
): Promise<void> {
  await new Kvm(nc).create(bucket.name, {
    description: bucket.description,
    storage: bucketStorage(bucket, options),
    replicas: options.replicas,
    history: 1,
    ttl: bucket.ttlMs,
    ...(bucket.markerTtlMs === 0 ? {} : { markerTTL: bucket.markerTtlMs }),
  });
}

async function exists(info: () => Promise<unknown>): Promise<boolean> {
  try {
    await info();
    return true;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.status === NOT_FOUND_STATUS) return false;
    throw error;
  }
}

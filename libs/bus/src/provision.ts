import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';
import { exists, provisionStream } from './provision-stream.js';
import {
  type BucketDeclaration,
  bucketStorage,
  buckets,
  type ConsumerDeclaration,
  consumers,
  streams,
  type TopologyOptions,
} from './topology.js';

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
  for (const consumer of consumers) {
    if (await provisionConsumer(jsm, consumer)) {
      created.push(`consumer ${consumer.config.durable_name}`);
    }
  }
  for (const bucket of buckets) {
    if (!(await exists(() => jsm.streams.info(`KV_${bucket.name}`)))) {
      created.push(`bucket ${bucket.name}`);
    }
    await provisionBucket(nc, bucket, options);
  }
  return created;
}

/** Creating one that is there with other filters is refused; updating leaves its place in the stream. */
async function provisionConsumer(
  jsm: JetStreamManager,
  { stream, config }: ConsumerDeclaration,
): Promise<boolean> {
  const name = config.durable_name;
  if (!(await exists(() => jsm.consumers.info(stream, name)))) {
    await jsm.consumers.add(stream, config);
    return true;
  }
  // One filter and several of them exclude each other: whichever is not declared has to go.
  const filters = {
    filter_subject: config.filter_subject,
    filter_subjects: config.filter_subjects,
  };
  await jsm.consumers.update(stream, name, { ...config, ...filters } as typeof config);
  return false;
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

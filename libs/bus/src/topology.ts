import { ANALYSIS_TYPES, eventFilter, FEED_TYPES } from '@mealwire/contracts';
import {
  AckPolicy,
  type ConsumerConfig,
  DeliverPolicy,
  DiscardPolicy,
  RetentionPolicy,
  StorageType,
  StoreCompression,
  type StreamConfig,
} from '@nats-io/jetstream';

/**
 * Every stream, bucket and durable consumer, declared once. `provision()` makes the server agree;
 * services never create them. Names are API: other systems bind to them.
 */

const SECOND_NS = 1_000_000_000;
const HOUR_S = 60 * 60;
const DAY_S = 24 * HOUR_S;
/** How long an outcome can be resumed from. */
const FEED_AGE_S = 7 * DAY_S;
/** How long an operator has to look at a dead letter. */
const DEAD_LETTER_AGE_S = 30 * DAY_S;

/** The event store and the truth. */
export const MEAL_LOG = 'MEAL_LOG';
/** Each user's outcomes and changes in order under one subject, for delivery and resume. */
export const FEED = 'FEED';
/** Submissions of the last hour under one subject per user: which meals may be under way. */
export const SUBMITTED = 'SUBMITTED';
/** What no consumer of MEAL_LOG will be given again: the server's own advisories of it. */
export const DEAD_LETTERS = 'DEAD_LETTERS';
/** KV bucket: who is connected; key `<user>.<connection_id>`. */
export const PRESENCE = 'presence';
/** KV bucket: when a user's phone last gave a sign of life; key `<user>`. */
export const LAST_SEEN = 'last_seen';
/** KV bucket: up to where a device has proved to have its feed; key `<user>.<device>`. */
export const RECEIPTS = 'receipts';

/** KV bucket: who was forgotten; key: a digest of the user's id. */
export const ERASED = 'erased';

/** Consumer of the AI service. */
export const AI_CONSUMER = 'ai';
/** Consumer of ingest, which ends the meals of dead letters. */
export const DEAD_LETTERS_CONSUMER = 'dead-letters';
/** Consumer of ingest's read model. */
export const PROJECTION_CONSUMER = 'projection';
/** Consumer of a service outside this repository, as an example: docs/internal-services.md. */
export const REPORTING_CONSUMER = 'reporting';

/**
 * Metadata of a stream that was restored from a backup: when. Its sequences may since have been given
 * out a second time, while the server keeps the time of its creation.
 */
export const RESTORED_AT = 'mealwire-restored-at';

export interface TopologyOptions {
  /** 1 for one machine, 3 in a cluster. */
  readonly replicas: number;
}

export type StreamDeclaration = Partial<StreamConfig> & Pick<StreamConfig, 'name'>;

export function streams(options: TopologyOptions): readonly StreamDeclaration[] {
  return [
    mealLogStream(options),
    feedStream(options),
    submittedStream(options),
    deadLettersStream(options),
  ];
}

/** What all our streams have in common. */
function fileStream({ replicas }: TopologyOptions) {
  return {
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.Old,
    compression: StoreCompression.S2,
    num_replicas: replicas,
    allow_direct: true,
    // Erasure of a user needs both.
    deny_delete: false,
    deny_purge: false,
  };
}

function mealLogStream(options: TopologyOptions): StreamDeclaration {
  return {
    ...fileStream(options),
    name: MEAL_LOG,
    description: 'Domain events of all meal logs: the event store.',
    subjects: ['meal_log.*.*.*'],
    // A phone or a service that retries does so within seconds; expected sequences guard the rest.
    duplicate_window: 120 * SECOND_NS,
    max_msg_size: 256 * 1024,
  };
}

function feedStream(options: TopologyOptions): StreamDeclaration {
  return {
    ...fileStream(options),
    name: FEED,
    description: "Each user's outcomes and changes in order, republished to live.<user>.",
    sources: [
      {
        name: MEAL_LOG,
        subject_transforms: FEED_TYPES.map((type) => ({
          src: eventFilter(type),
          dest: 'feed.{{wildcard(1)}}',
        })),
      },
    ],
    republish: { src: 'feed.*', dest: 'live.{{wildcard(1)}}' },
    max_age: FEED_AGE_S * SECOND_NS,
    max_msgs_per_subject: 1000,
  };
}

/**
 * Asking MEAL_LOG itself for a user's meals needs a wildcard over every meal, which a storm of
 * resumes cannot afford (docs/adr/0010).
 */
function submittedStream(options: TopologyOptions): StreamDeclaration {
  return {
    ...fileStream(options),
    name: SUBMITTED,
    description: 'Submissions of the last hour, for the state of meals under way.',
    sources: [
      {
        name: MEAL_LOG,
        subject_transforms: ANALYSIS_TYPES.map((type) => ({
          src: eventFilter(type),
          dest: 'submitted.{{wildcard(1)}}',
        })),
      },
    ],
    max_age: HOUR_S * SECOND_NS,
    max_msgs_per_subject: 50,
  };
}

/**
 * The server says on these subjects when it gives a message up: a consumer has terminated it, or its
 * deliveries are used up. It captures what it says itself, so no process has to be there to hear it.
 */
function deadLettersStream(options: TopologyOptions): StreamDeclaration {
  return {
    ...fileStream(options),
    name: DEAD_LETTERS,
    description: 'What no consumer of MEAL_LOG will be given again, until an operator decides.',
    subjects: ['MAX_DELIVERIES', 'MSG_TERMINATED'].map(
      (kind) => `$JS.EVENT.ADVISORY.CONSUMER.${kind}.${MEAL_LOG}.*`,
    ),
    max_age: DEAD_LETTER_AGE_S * SECOND_NS,
    duplicate_window: 120 * SECOND_NS,
  };
}

export interface ConsumerDeclaration {
  readonly stream: string;
  readonly config: Partial<ConsumerConfig> & { readonly durable_name: string };
}

/**
 * Without a sign of life from its worker for this long a message goes to another worker: the time
 * that a killed process costs a meal. The worker gives such signs at half of it.
 */
export const ACK_WAIT_MS = 10_000;

export const PROJECTION_ACK_WAIT_MS = 30_000;

export const consumers: readonly ConsumerDeclaration[] = [
  {
    stream: MEAL_LOG,
    config: {
      durable_name: AI_CONSUMER,
      description: 'Meals that wait for their analysis.',
      filter_subjects: ANALYSIS_TYPES.map(eventFilter),
      deliver_policy: DeliverPolicy.All,
      ack_policy: AckPolicy.Explicit,
      ack_wait: (ACK_WAIT_MS / 1000) * SECOND_NS,
      // The worker itself ends what does not work: a limit here would leave a meal without outcome
      // when its deliveries were used up by restarts.
      max_deliver: -1,
      max_ack_pending: 1000,
    },
  },
  {
    stream: MEAL_LOG,
    config: {
      durable_name: PROJECTION_CONSUMER,
      description: 'Everything, in order, for the read model.',
      deliver_policy: DeliverPolicy.All,
      ack_policy: AckPolicy.Explicit,
      ack_wait: (PROJECTION_ACK_WAIT_MS / 1000) * SECOND_NS,
      max_deliver: -1,
      max_ack_pending: 1000,
    },
  },
  {
    stream: DEAD_LETTERS,
    config: {
      durable_name: DEAD_LETTERS_CONSUMER,
      description: 'Ends the meals whose analysis was given up.',
      deliver_policy: DeliverPolicy.All,
      ack_policy: AckPolicy.Explicit,
      ack_wait: 30 * SECOND_NS,
      max_deliver: -1,
      max_ack_pending: 1000,
    },
  },
  {
    stream: MEAL_LOG,
    config: {
      durable_name: REPORTING_CONSUMER,
      description: 'Completed meals, for a service outside this repository.',
      filter_subject: eventFilter('meal_log.completed'),
      deliver_policy: DeliverPolicy.All,
      ack_policy: AckPolicy.Explicit,
      ack_wait: 30 * SECOND_NS,
      max_deliver: -1,
      max_ack_pending: 1000,
    },
  },
];

export interface BucketDeclaration {
  readonly name: string;
  readonly description: string;
  /** `memory` still means file on a single server: see {@link bucketStorage}. */
  readonly storage: StorageType;
  /** 0: keys stay. */
  readonly ttlMs: number;
  /** Watchers see a key expire: how long its marker stays. 0: no markers. */
  readonly markerTtlMs: number;
}

export const buckets: readonly BucketDeclaration[] = [
  {
    name: PRESENCE,
    description: 'Live connections; every sign of life renews the key.',
    storage: StorageType.Memory,
    ttlMs: 5 * 60_000,
    markerTtlMs: 60_000,
  },
  {
    name: LAST_SEEN,
    description: "When a user's phone last gave a sign of life.",
    storage: StorageType.File,
    ttlMs: 90 * DAY_S * 1000,
    markerTtlMs: 0,
  },
  {
    name: RECEIPTS,
    description: 'Up to where each device has proved to have its feed.',
    storage: StorageType.File,
    // Older than the feed, a receipt points at nothing.
    ttlMs: (FEED_AGE_S + DAY_S) * 1000,
    markerTtlMs: 0,
  },
  {
    name: ERASED,
    description: 'Tombstones of forgotten users, without their ids.',
    storage: StorageType.File,
    // For good: a token without an end, or a backup, may turn up at any time.
    ttlMs: 0,
    markerTtlMs: 0,
  },
];

/**
 * A memory stream with one replica vanishes, declaration and all, when its server restarts
 * (docs/adr/0005), and nothing would make it again. In a cluster the other replicas have it.
 */
export function bucketStorage(
  { storage }: BucketDeclaration,
  { replicas }: TopologyOptions,
): StorageType {
  return replicas === 1 ? StorageType.File : storage;
}

import type { MessageShape } from '@bufbuild/protobuf';
import {
  MealLogCompletedSchema,
  MealLogCorrectedSchema,
  MealLogCreatedSchema,
  MealLogDeletedSchema,
  MealLogDeliveredSchema,
  MealLogFailedSchema,
  MealLogRetriedSchema,
} from './gen/meal_log/v1/meal_log_pb.js';

/** The events of a meal log and the proto message that each one carries. */
export const eventSchemas = {
  'meal_log.created': MealLogCreatedSchema,
  'meal_log.completed': MealLogCompletedSchema,
  'meal_log.failed': MealLogFailedSchema,
  'meal_log.retried': MealLogRetriedSchema,
  'meal_log.corrected': MealLogCorrectedSchema,
  'meal_log.deleted': MealLogDeletedSchema,
  'meal_log.delivered': MealLogDeliveredSchema,
} as const;

export type EventType = keyof typeof eventSchemas;

export const EVENT_TYPES = Object.keys(eventSchemas) as readonly EventType[];

export type EventData<T extends EventType> = MessageShape<(typeof eventSchemas)[T]>;

/** The events that ask for an analysis. */
export const ANALYSIS_TYPES = ['meal_log.created', 'meal_log.retried'] as const;

/** The terminal events of an analysis: exactly one of them follows a `created` or `retried`. */
export const OUTCOME_TYPES = ['meal_log.completed', 'meal_log.failed'] as const;

export type OutcomeType = (typeof OUTCOME_TYPES)[number];

/** What a user does to a meal log on one device, and the others must hear of. */
export const CHANGE_TYPES = ['meal_log.retried', 'meal_log.corrected', 'meal_log.deleted'] as const;

export type ChangeType = (typeof CHANGE_TYPES)[number];

/** What a user's feed carries. */
export const FEED_TYPES = [...OUTCOME_TYPES, ...CHANGE_TYPES] as const;

export type FeedType = OutcomeType | ChangeType;

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventSchemas, type);
}

export function isOutcomeType(type: string): type is OutcomeType {
  return (OUTCOME_TYPES as readonly string[]).includes(type);
}

/** What every event says of itself; travels as headers, apart from the data. */
export interface EventMetadata {
  /** Unique, the same for every retry of the same publish: `Nats-Msg-Id` and `ce-id`. */
  readonly id: string;
  /** The service that says it happened: `ce-source`. */
  readonly source: string;
  /** When it happened, RFC 3339 UTC: `ce-time`. */
  readonly time: string;
  readonly userId: string;
  readonly mealLogId: string;
}

/** Something that happened to a meal log. */
export type MealLogEvent = {
  readonly [T in EventType]: {
    readonly type: T;
    readonly data: EventData<T>;
    readonly metadata: EventMetadata;
  };
}[EventType];

/** An event as it stands in MEAL_LOG. */
export type RecordedEvent = MealLogEvent & {
  /** Its sequence in the stream: the version of its meal log after it. */
  readonly sequence: number;
};

export const MEAL_TYPES = ['breakfast', 'lunch', 'dinner', 'snack'] as const;

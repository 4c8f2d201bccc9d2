export { connectBusWithin, NatsUnavailableError, withoutLogin } from './bounded-connection.js';
export { publishOnCondition } from './conditional-publish.js';
export { type Bus, type BusOptions, connectBus, inboxPrefix } from './connection.js';
export {
  decodeTombstone,
  type ErasedUsers,
  erasedUserDigest,
  followErasedUsers,
  isForgotten,
  type Tombstone,
} from './erased-users.js';
export { type BatchHandler, type EventBatches, startEventBatches } from './event-batches.js';
export {
  decodeEvent,
  type EventMessage,
  encodeEvent,
  eventIn,
  MalformedEventError,
  payloadText,
} from './event-codec.js';
export { createEventHistory, type EventHistory } from './event-history.js';
export { eventId } from './event-id.js';
export { createEventLog, type EventLog, type EventLogState } from './event-log.js';
export {
  type AppendResult,
  ConcurrencyError,
  createEventStore,
  type EventStore,
} from './event-store.js';
export {
  type Delivery,
  type EventHandler,
  type EventWorker,
  PoisonedEventError,
  startEventWorker,
} from './event-worker.js';
export { inMessagingSpan, type MessagingOperation, startMessagingSpan } from './messaging-span.js';
export { provision } from './provision.js';
export { type QueueSubscription, type Subscription, subscribe } from './queue-subscription.js';
export { type RedeliveryPolicy, redeliveryDelayMs } from './redelivery.js';
export { isRemovalMarker, publishRemovalMarker } from './removal-marker.js';
export { answer, ask, NoAnswerError, type Request, RequestError } from './request-reply.js';
export { type SourceWatch, startSourceWatch } from './source-watch.js';
export {
  isNotFound,
  messageOf,
  readBatch,
  readLast,
  type StoredEventMessage,
} from './stored-messages.js';
export {
  restoreStream,
  type SnapshotDescription,
  SnapshotError,
  snapshotStream,
} from './stream-snapshot.js';
export {
  ACK_WAIT_MS,
  AI_CONSUMER,
  type BucketDeclaration,
  bucketStorage,
  buckets,
  consumers,
  DEAD_LETTERS,
  DEAD_LETTERS_CONSUMER,
  ERASED,
  FEED,
  LAST_SEEN,
  MEAL_LOG,
  PRESENCE,
  PROJECTION_ACK_WAIT_MS,
  PROJECTION_CONSUMER,
  RECEIPTS,
  RESTORED_AT,
  type StreamDeclaration,
  SUBMITTED,
  streams,
} from './topology.js';
export { extractTraceContext, injectTraceContext } from './trace-context.js';

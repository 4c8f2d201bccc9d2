export { type Bus, type BusOptions, connectBus, inboxPrefix } from './connection.js';
export { type BatchHandler, type EventBatches, startEventBatches } from './event-batches.js';
export { decodeEvent, type EventMessage, encodeEvent, MalformedEventError } from './event-codec.js';
export { eventId } from './event-id.js';
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
  startEventWorker,
} from './event-worker.js';
export { inMessagingSpan, type MessagingOperation, startMessagingSpan } from './messaging-span.js';
export { provision } from './provision.js';
export { type RedeliveryPolicy, redeliveryDelayMs } from './redelivery.js';
export { isNotFound, messageOf, readBatch } from './stored-messages.js';
export {
  ACK_WAIT_MS,
  AI_CONSUMER,
  type BucketDeclaration,
  bucketStorage,
  buckets,
  consumers,
  FEED,
  LAST_SEEN,
  MEAL_LOG,
  PRESENCE,
  PROJECTION_ACK_WAIT_MS,
  PROJECTION_CONSUMER,
  RECEIPTS,
  type StreamDeclaration,
  SUBMITTED,
  streams,
} from './topology.js';
export { extractTraceContext, injectTraceContext } from './trace-context.js';

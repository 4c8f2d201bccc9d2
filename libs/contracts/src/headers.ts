/**
 * Header names of an event. NATS headers are case-sensitive, so every reader and writer takes them
 * from here. CloudEvents attributes are in NATS binary mode, lower case.
 */
export const CE_ID = 'ce-id';
export const CE_TYPE = 'ce-type';
export const CE_SOURCE = 'ce-source';
export const CE_TIME = 'ce-time';
export const CE_SPECVERSION = 'ce-specversion';
/** The meal log's id, so that the gateway can name it without decoding the payload. */
export const CE_SUBJECT = 'ce-subject';

export const CONTENT_TYPE = 'content-type';
export const JSON_CONTENT_TYPE = 'application/json';

/** CloudEvents version that the events conform to. */
export const CE_VERSION = '1.0';

/** JetStream's deduplication id; always equals `ce-id`. */
export const NATS_MSG_ID = 'Nats-Msg-Id';
/** Stamped by the server on a republished message: its sequence in FEED. */
export const NATS_SEQUENCE = 'Nats-Sequence';
/** Likewise: the sequence of the message before it on the SAME subject, 0 for the first. */
export const NATS_LAST_SEQUENCE = 'Nats-Last-Sequence';
/** Of a sourced message: the stream it comes from, its sequence there, and more, with spaces between. */
export const NATS_STREAM_SOURCE = 'Nats-Stream-Source';

/** W3C Trace Context, also lower case. */
export const TRACEPARENT = 'traceparent';
export const TRACESTATE = 'tracestate';

import type { EventType } from './events.js';
import { decodeToken, encodeToken } from './subject-token.js';

/** Every NATS subject of the system; docs/operations.md says who publishes and who subscribes. */

const EVENT_SUBJECT = /^(meal_log\.[a-z_]+)\.([^.]+)\.([^.]+)$/;

/** The subject that an event of a meal log is stored under. */
export function eventSubject(type: EventType, userId: string, mealLogId: string): string {
  return `${type}.${encodeToken(userId)}.${encodeToken(mealLogId)}`;
}

/** All events of one type: the filter of a consumer. */
export function eventFilter(type: EventType): string {
  return `${type}.*.*`;
}

/** All events of one meal log, of whatever type: what an expected sequence is counted over. */
export function mealLogSubject(userId: string, mealLogId: string): string {
  return `meal_log.*.${encodeToken(userId)}.${encodeToken(mealLogId)}`;
}

/** @throws RangeError when the subject is not that of a meal log's event. */
export function parseEventSubject(subject: string): {
  readonly type: string;
  readonly userId: string;
  readonly mealLogId: string;
} {
  const [, type, user, mealLog] = EVENT_SUBJECT.exec(subject) ?? [];
  if (type === undefined || user === undefined || mealLog === undefined) {
    throw new RangeError('not the subject of a meal-log event');
  }
  return { type, userId: decodeToken(user), mealLogId: decodeToken(mealLog) };
}

/** A user's feed in stream FEED: one subject, so that a resume never needs a wildcard. */
export function feedSubject(userId: string): string {
  return `feed.${encodeToken(userId)}`;
}

/** Where the server republishes a user's feed the moment it is stored; core NATS. */
export function liveSubject(userId: string): string {
  return `live.${encodeToken(userId)}`;
}

/** A user's submissions in stream SUBMITTED. */
export function submittedSubject(userId: string): string {
  return `submitted.${encodeToken(userId)}`;
}

/** Signs of life of one user, gateway to presence; core NATS. */
export function presenceSeenSubject(userId: string): string {
  return `presence.seen.${encodeToken(userId)}`;
}

/** Request/reply: who of this user is connected, and when were they last seen. */
export function presenceGetSubject(userId: string): string {
  return `presence.get.${encodeToken(userId)}`;
}

/** `online` / `offline` announcements; core NATS. */
export function presenceChangedSubject(userId: string): string {
  return `presence.changed.${encodeToken(userId)}`;
}

/** The user of a `presence.<verb>.<user>`, `live.<user>` or `feed.<user>` subject. */
export function userOfSubject(subject: string): string {
  return decodeToken(subject.slice(subject.lastIndexOf('.') + 1));
}

export const PRESENCE_SEEN_ALL = 'presence.seen.*';
export const PRESENCE_GET_ALL = 'presence.get.*';
/** Request/reply: how many users and connections are there. */
export const PRESENCE_COUNT = 'presence.count';
/** Request/reply: what becomes of a meal's result when its user puts it right. */
export const ANALYSIS_CORRECT = 'analysis.correct';

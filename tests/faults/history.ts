import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PhoneKind } from '@mealwire/testkit';
import type { Fault } from './schedule.js';

/** Everything that happened, as the clients and the feed saw it. The judge reads nothing else. */
export type Happening =
  | { readonly kind: 'device'; readonly user: string; readonly device: string; phone: PhoneKind }
  /** A phone has begun to submit a meal. */
  | { readonly kind: 'submitted'; readonly user: string; readonly meal: string }
  /** 201: from now on the system owes its outcome to every device of the user. */
  | {
      readonly kind: 'accepted';
      readonly user: string;
      readonly meal: string;
      readonly attempts: number;
    }
  /** An answer that a correct submission, or reading it afterwards, must never get. */
  | {
      readonly kind: 'refused';
      readonly user: string;
      readonly meal: string;
      readonly method: 'POST' | 'GET';
      readonly status: number;
      readonly answer: unknown;
    }
  | (OfConnection & {
      readonly kind: 'welcomed';
      readonly gateway: string;
      readonly recovered: boolean;
      readonly replayed: number;
      readonly cursor: string;
    })
  | (OfConnection & {
      readonly kind: 'disconnected';
      readonly reason: string;
      readonly code?: number;
    })
  | Received
  | (OfConnection & {
      readonly kind: 'reloaded';
      readonly meals: readonly { readonly id: string; readonly status: string }[];
    })
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** The fault met nothing to break, e.g. a process that was just being restarted. */
  | { readonly kind: 'fault-missed'; readonly fault: Fault }
  | { readonly kind: 'healed' }
  /** One event of stream FEED, in the order of the stream. */
  | {
      readonly kind: 'feed';
      readonly user: string;
      readonly sequence: number;
      readonly event: string;
      readonly meal: string;
      readonly type: string;
    }
  /** What the user's list of meals says at the end. */
  | {
      readonly kind: 'state';
      readonly user: string;
      readonly meal: string;
      readonly status: string;
    };

interface OfConnection {
  readonly user: string;
  readonly device: string;
  /** The device's attempts, counted from 1. */
  readonly connection: number;
}

export interface Received extends OfConnection {
  readonly kind: 'received';
  readonly event: string;
  readonly meal: string;
  readonly type: string;
  readonly cursor: string;
  readonly prev: string | null;
  /** False: the client has recognised it as a repetition and shows nothing. */
  readonly isNew: boolean;
  /** False: `prev` is not where the client stands; null: it keeps no cursor. */
  readonly follows: boolean | null;
}

export type Recorded = Happening & {
  /** After the start of the run. */
  readonly ms: number;
};

export interface History {
  readonly happenings: readonly Recorded[];
  record(happening: Happening): void;
  /** One JSON object per line. */
  save(file: string): Promise<void>;
}

export function createHistory(now: () => number = Date.now): History {
  const startedAt = now();
  const happenings: Recorded[] = [];
  return {
    happenings,
    record: (happening) => void happenings.push({ ms: now() - startedAt, ...happening }),
    save: async (file) => {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, happenings.map((line) => `${JSON.stringify(line)}\n`).join(''));
    },
  };
}

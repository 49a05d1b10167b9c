import type { Outcome } from '../../channel';
import type { Phase } from '../http';
import { tooMany } from '../limits';
import {
  byCode,
  bySubcode,
  failed,
  redirected,
  refused,
  tokenOver,
  tooMany as tooManyCalls,
  type MetaRow,
} from './refusals';

/** A refusal in the envelope that Meta's networks share (developers.facebook.com/docs/graph-api/guides/error-handling). */
export interface MetaRefusal {
  readonly network: string;
  readonly status: number;
  /** 0 where the body had none. */
  readonly code: number;
  readonly subcode: number;
  readonly isTransient: boolean;
  /** Its words for a person, else for a developer. */
  readonly said: string;
  /** When calls are taken again, in milliseconds from now; null where nobody says. */
  readonly after: number | null;
}

/** Limits of the app, which all its accounts share; others are of the account. */
const appCodes: ReadonlySet<number> = new Set([4, 341]);

/** Posts are counted over 24 hours that move along, so a place is free again long before a day is over. */
const quotaWait = 3_600_000;

const known = ({ code, subcode }: MetaRefusal): MetaRow | undefined =>
  bySubcode.get(subcode) ?? byCode.get(code);

/** Whether the network says that it has this already: then it may be ours. */
export const isDuplicate = (refusal: MetaRefusal): boolean => known(refusal)?.ends === 'duplicate';

/** Whether there is nothing under this id, or nothing that may be seen (code 100 with subcode 33, code 803). */
export const isUnknownThing = ({ code, subcode }: MetaRefusal): boolean =>
  (code === 100 && subcode === 33) || code === 803;

/**
 * Whether it is about what the token may read (3, 10 and 200 to 299). Code 10 also says that too few people have seen a post to tell how
 * many; Meta gives no other sign of which it is.
 */
export const isAboutRights = ({ code }: MetaRefusal): boolean =>
  code === 3 || code === 10 || (code >= 200 && code <= 299);

/** What to do after a refusal. The code and subcode decide, never the words. */
export function metaOutcome(refusal: MetaRefusal, phase: Phase, now: number): Outcome {
  const { network, status, code, said, after } = refusal;
  const row = known(refusal) ?? byStatus(refusal);
  const words: Readonly<Record<string, string>> = { network, said: said || `status ${status}` };
  const message = row.says.replace(/\{(network|said)\}/g, (_, name: string) => words[name] ?? '');
  switch (row.ends) {
    case 'again':
      return { kind: phase === 'write' ? 'unknown' : 'retry', code: row.code, message };
    case 'later':
      return { kind: 'retry', code: row.code, message };
    case 'too-many':
      return tooMany({ code: row.code, what: message, after }, now, appCodes.has(code) ? 'app' : 'account');
    case 'day-quota':
      return { kind: 'parked', code: row.code, message, until: now + (after ?? quotaWait) };
    case 'reauthorise':
    case 'blocked':
      return { kind: row.ends, code: row.code, message };
    case 'duplicate':
    case 'rejected':
      return { kind: 'rejected', code: row.code, message };
    default:
      return row.ends satisfies never;
  }
}

function byStatus({ status, isTransient }: MetaRefusal): MetaRow {
  if (status === 429) return tooManyCalls;
  if (status >= 500 || isTransient) return failed;
  if (status === 401) return tokenOver;
  return status >= 300 && status <= 399 ? redirected : refused;
}

import { rateLimit } from '../../../../src/governance/signoff/limit';
import type { RefusalReason, SignOffFailures, SignOffLink } from '../../../../src/governance/signoff/schema';
import type { SignOffFailuresStore } from '../../../stores/signoff-failures';
import type { Audit } from '../../audit';

export interface SignOffRefusalsDeps {
  readonly store: SignOffFailuresStore;
  readonly audit: Pick<Audit, 'record'>;
  readonly now: () => number;
}

export type SignOffRefusals = ReturnType<typeof signOffRefusals>;

const window = 600_000;
const hour = 3_600_000;
/** Refused links are kept as numbers this long. */
const kept = 400 * 24 * hour;

/**
 * Counts links that were refused, and slows down who tries many. Who calls is a keyed hash whose key lives as long as the
 * process; nothing of it is stored. A flood fills neither the record nor the table: one row a link, reason and hour.
 */
export function signOffRefusals({ store, audit, now }: SignOffRefusalsDeps) {
  const visits = rateLimit({ times: 300, within: window });
  const failed = rateLimit({ times: 20, within: window });
  const presses = rateLimit({ times: 40, within: window });
  const told = rateLimit({ times: 1, within: hour });

  async function note(reason: RefusalReason, link: Pick<SignOffLink, 'key' | 'entry' | 'name'> | null) {
    if (!(await store.count(link?.key ?? '', reason, now()))) return;
    await audit.record({
      kind: 'signoff.refused',
      actor: { kind: 'system', name: 'Sign-off' },
      ...(link ? { entry: link.entry } : {}),
      details: { reason, ...(link ? { link: link.key, name: link.name } : {}) },
    });
  }

  /** Written down once an hour and caller: beyond that, a flood costs nothing but the answer. */
  async function turnAway(caller: string): Promise<false> {
    if (told.take(caller, now())) await note('limited', null);
    return false;
  }

  return {
    /** Whether this caller is let through at all. */
    async lets(caller: string): Promise<boolean> {
      const isCalm = visits.take(caller, now()) && failed.allows(caller, now());
      return isCalm || turnAway(caller);
    },

    /** Whether this link may be pressed once more. */
    async letsPress(link: string): Promise<boolean> {
      return presses.take(link, now()) || turnAway(link);
    },

    /** A link was refused. */
    async refused(
      reason: RefusalReason,
      link: Pick<SignOffLink, 'key' | 'entry' | 'name'> | null,
      caller: string,
    ): Promise<void> {
      failed.take(caller, now());
      await note(reason, link);
    },

    /** How often links were refused since a time. Says nothing of whose they were. */
    since: (time: number): Promise<SignOffFailures> => store.since(time),

    forget: (): Promise<void> => store.deleteBefore(now() - kept),
  };
}

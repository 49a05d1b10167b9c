import {
  canApprove,
  guestPrincipals,
  guestsOf,
  seatAddresses,
} from '../../../../src/governance/signoff/holder';
import { progressOf, stateOf } from '../../../../src/governance/signoff/link';
import type {
  AskRequest,
  LinkEnd,
  LinkView,
  SignOffLink,
  SignOffPanel,
  SignOffPerson,
} from '../../../../src/governance/signoff/schema';
import { entryIdOf, type EntryKey } from '../../../../src/shared/entry-key';
import { fail, ok, type Result } from '../../../../src/shared/result';
import { personOf } from '../../../actor';
import type { SignOffRow, SignOffsStore } from '../../../stores/signoffs';
import type { Audit } from '../../audit';
import type { Transaction } from '../../transaction';
import type { Review } from '../review-of';
import type { Reviewer, Reviews } from '../reviews';
import type { SignOffMails } from './mails';
import * as problems from './problems';

/** What the outside is told of links; nothing of the address. */
export type SignOffEvent = 'signoff.requested' | 'signoff.answered' | 'signoff.revoked';

export interface SignOffDeps {
  readonly store: SignOffsStore;
  readonly people: () => Promise<readonly SignOffPerson[]>;
  readonly reviews: Pick<Reviews, 'reviewOf'>;
  readonly isGoverned: (uid: string) => Promise<boolean>;
  readonly mails: Pick<SignOffMails, 'soon'>;
  /** What has to be set before a mail can go out. */
  readonly missing: () => Promise<SignOffPanel['missing']>;
  readonly addressOf: (email: string) => string | null;
  readonly audit: Pick<Audit, 'record'>;
  readonly emit: (type: SignOffEvent, link: SignOffLink, by: Reviewer['actor']) => Promise<void>;
  readonly transaction: Transaction;
  readonly now: () => number;
  readonly uuid: () => string;
}

export type SignOff = ReturnType<typeof signOff>;

const day = 86_400_000;
const mostOpen = 20;
const mostADay = 100;

const mayAsk = ({ can, actor }: Reviewer): boolean =>
  actor.kind === 'user' && ['review.assign', 'review.submit', 'review.approve'].some((right) => can(right));
const mayInvite = ({ can, actor }: Reviewer): boolean => actor.kind === 'user' && can('review.assign');

/** Asking people without a seat, and taking that back. The link itself never leaves the server but by mail. */
export function signOff(deps: SignOffDeps) {
  const { store, now } = deps;

  const viewOf = async (link: SignOffLink, review: Review): Promise<LinkView> => {
    const { key, name, language, askedBy, askedAt, expiresAt, mailError, email } = link;
    const counts = canApprove(guestPrincipals(email, await deps.people()), review.workflow.definition);
    return {
      key,
      name,
      email,
      language,
      askedBy,
      askedAt,
      expiresAt,
      mailError,
      counts,
      ...progressOf(link, now()),
    };
  };

  /** Those whose approval counts here: the list of the settings, and the guests that the workflow names. */
  async function peopleOf({ workflow }: Review): Promise<SignOffPerson[]> {
    const listed = await deps.people();
    const named = guestsOf(workflow.definition)
      .filter((email) => listed.every((one) => one.email !== email))
      .map((email) => ({ name: email.slice(0, email.indexOf('@')), email, language: 'en' as const }));
    return [...listed, ...named].filter(({ email }) =>
      canApprove(guestPrincipals(email, listed), workflow.definition),
    );
  }

  /** A link, and whether this person may take it back or send it again: who asked, or who may change the settings. */
  async function owned(key: string, by: Reviewer): Promise<Result<SignOffRow>> {
    const link = await store.byKey(key);
    if (!link) return fail(problems.notFound);
    const isAsker = by.actor.kind === 'user' && link.askedBy.id === by.actor.id;
    return isAsker || by.can('settings.manage') ? ok(link) : fail(problems.notYours(link.askedBy.name));
  }

  const service = {
    /** What the list and the dialog beside an entry show. */
    async panel(key: EntryKey, viewer: Reviewer): Promise<Result<SignOffPanel>> {
      const review = await deps.reviews.reviewOf(key);
      if (!review) return fail(problems.noEntry);
      const canAsk = mayAsk(viewer);
      const links = canAsk ? await store.ofEntry(entryIdOf(review.draft.key), 50) : [];
      return ok({
        people: canAsk ? await peopleOf(review) : [],
        links: await Promise.all(links.map((link) => viewOf(link, review))),
        canAsk,
        canInvite: mayInvite(viewer),
        missing: await deps.missing(),
      });
    },

    /** Asks somebody: the mail goes out by itself. */
    async ask({ entry: asked, ...wanted }: AskRequest, by: Reviewer): Promise<Result<SignOffPanel>> {
      if (!mayAsk(by)) return fail(problems.notAllowed);
      if (!(await deps.isGoverned(asked.uid))) return fail(problems.notGoverned);
      const missing = await deps.missing();
      if (missing) return fail(problems.missing[missing]);
      const email = deps.addressOf(wanted.email);
      if (email === null) return fail(problems.badAddress);
      if (seatAddresses(email).some((one) => by.principals.has(`user:${one}`)))
        return fail(problems.yourself);
      const review = await deps.reviews.reviewOf(asked);
      if (!review) return fail(problems.noEntry);
      const isKnown = canApprove(guestPrincipals(email, await deps.people()), review.workflow.definition);
      if (!isKnown && !mayInvite(by)) return fail(problems.notKnown);
      const entry = entryIdOf(review.draft.key);
      const askedBy = personOf(by.actor);
      const refusal = await tooMany(entry, email, JSON.stringify(askedBy));
      if (refusal) return fail(refusal);
      const link: SignOffLink = {
        ...blank,
        ...{ key: deps.uuid(), entry, email, askedBy, askedAt: now(), expiresAt: now() + wanted.days * day },
        ...{ name: wanted.name, language: wanted.language, message: wanted.message },
        seal: review.draft.seal,
      };
      await deps.transaction(async () => {
        await store.add(link, now());
        await deps.audit.record({
          kind: 'signoff.request',
          actor: by.actor,
          entry,
          seal: link.seal,
          details: { link: link.key, name: link.name, days: wanted.days, counts: isKnown },
        });
        await deps.emit('signoff.requested', link, by.actor);
      });
      deps.mails.soon(link.key);
      return service.panel(review.draft.key, by);
    },

    /** Whose entry a link is about; null where there is no such link. */
    entryOf: async (key: string): Promise<string | null> => (await store.byKey(key))?.entry ?? null,

    /** Takes a link back: it opens nothing from now on. */
    async revoke(key: string, by: Reviewer): Promise<Result<null>> {
      const link = await owned(key, by);
      if (!link.ok) return link;
      return deps.transaction(async () => {
        const ending = { end: 'revoked', at: now(), by: personOf(by.actor) } as const;
        if (stateOf(link.value, now()) !== 'open' || !(await store.close(key, ending)))
          return fail(problems.isOver);
        await tellRevoked(link.value, 'revoked', by.actor);
        return ok(null);
      });
    },

    /** Sends the mail once more, with a new link that works as long as the first was meant to; the older link ends. */
    async sendAgain(key: string, by: Reviewer): Promise<Result<null>> {
      const link = await owned(key, by);
      if (!link.ok) return link;
      const missing = await deps.missing();
      if (missing) return fail(problems.missing[missing]);
      const { askedAt, expiresAt, entry, name } = link.value;
      const until = now() + Math.min(60 * day, expiresAt - askedAt);
      if (stateOf(link.value, now()) !== 'open') return fail(problems.isOver);
      // What is on its way already needs no second mail.
      if (!(await store.again(key, now(), until))) return ok(null);
      await deps.audit.record({ kind: 'signoff.send', actor: by.actor, entry, details: { link: key, name } });
      deps.mails.soon(key);
      return ok(null);
    },

    /** The review went on without them: called in the transaction of the decision that did it. */
    async close(entry: string, why: Extract<LinkEnd, 'settled' | 'withdrawn'>): Promise<void> {
      const closed = await store.closeAll(entry, { end: why, at: now(), by: null });
      for (const link of closed) await tellRevoked(link, why, { kind: 'system', name: 'Presence' });
    },
  };
  return service;

  async function tellRevoked(link: SignOffLink, why: LinkEnd, actor: Reviewer['actor']): Promise<void> {
    const { key, entry, name } = link;
    await deps.audit.record({ kind: 'signoff.revoke', actor, entry, details: { link: key, name, why } });
    await deps.emit('signoff.revoked', link, actor);
  }

  async function tooMany(entry: string, email: string, askedBy: string) {
    const links = await store.ofEntry(entry, 100);
    const open = links.filter((link) => stateOf(link, now()) === 'open');
    const same = open.find((link) => link.email === email);
    if (same) return problems.askedAlready(same.name);
    const isTooMany = open.length >= mostOpen || (await store.countSince(now() - day, askedBy)) >= mostADay;
    return isTooMany ? problems.tooMany : null;
  }
}

/** A link to which nothing has happened yet. */
const blank = {
  openedAt: null,
  end: null,
  endedAt: null,
  endedBy: null,
  decidedSeal: null,
  comment: null,
  mail: 'queued',
  mailError: '',
} as const;

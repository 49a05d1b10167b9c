import { missingIn, type Missing, type Posted } from '../../../../src/governance/signoff/answer';
import { isAnswered, refusalOf, stateOf } from '../../../../src/governance/signoff/link';
import type { LinkEnd, SignOffLink } from '../../../../src/governance/signoff/schema';
import {
  isPressable,
  pageToken,
  readLinkToken,
  readPageToken,
  type ShownPage,
} from '../../../../src/governance/signoff/token';
import type { Tokens } from '../../../../src/shared/token';
import { entryKeyOf } from '../../../../src/shared/entry-key';
import type { Problem, Result } from '../../../../src/shared/result';
import { personOf } from '../../../actor';
import type { SignOffRow, SignOffsStore } from '../../../stores/signoffs';
import type { Audit } from '../../audit';
import type { Decide } from '../decide';
import type { Reviewer } from '../reviews';
import type { SignOffDeps } from './asking';
import type { SignOffRefusals } from './refusals';
import type { SignOffView, SignOffViews } from './view';

/** Who opens or presses; `id` is a keyed hash of the address that lives as long as the process. */
export interface Caller {
  readonly id: string;
  /** A person's browser as far as the request tells, not a scanner or a program that fetches ahead. */
  readonly isPerson: boolean;
}

/** What the holder still has to do, or why the press did not count. */
export type Trouble =
  | { readonly kind: 'missing'; readonly fields: readonly Missing[] }
  | { readonly kind: 'again' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** How a link ends without an answer of its holder, and what is no link at all. */
export type Closed =
  Exclude<LinkEnd, 'approve' | 'request-changes'> | 'unknown' | 'replaced' | 'gone' | 'limited';

/** What is answered to whoever opens or presses a link. */
export type Shown =
  | {
      readonly kind: 'page';
      readonly view: SignOffView;
      readonly token: string;
      readonly trouble: Trouble | null;
      readonly posted: Posted | null;
    }
  | {
      readonly kind: 'receipt';
      readonly link: SignOffLink;
      readonly title: string;
      readonly isReused: boolean;
    }
  | { readonly kind: 'closed'; readonly why: Closed; readonly language: string | null }
  /** The press counted: the page is to be opened anew. */
  | { readonly kind: 'done'; readonly what: 'decided' | 'commented' };

export interface SignOffDeskDeps {
  readonly store: SignOffsStore;
  readonly views: SignOffViews;
  readonly refusals: SignOffRefusals;
  readonly tokens: Tokens;
  readonly hash: (text: string) => string;
  readonly decide: Decide;
  /** Adds a comment of somebody without a seat. */
  readonly comment: (view: SignOffView, text: string, by: Reviewer['actor']) => Promise<Result<unknown>>;
  readonly titleOf: (entry: string) => Promise<string | null>;
  readonly onAnswered: (link: SignOffLink, posted: Posted, title: string) => Promise<void>;
  readonly audit: Pick<Audit, 'record'>;
  readonly emit: SignOffDeps['emit'];
  /** All of it or, where it comes to a refusal, nothing. */
  readonly inTransaction: <T>(work: () => Promise<Result<T>>) => Promise<Result<T>>;
  readonly now: () => number;
}

export type SignOffDesk = ReturnType<typeof signOffDesk>;

/** Where somebody without a seat is received. Opening decides nothing, whoever opens; a press decides once. */
export function signOffDesk(deps: SignOffDeskDeps) {
  const { store, views, refusals, tokens, now } = deps;

  /** The link behind an address; the same work for a forged one as for one of ours. */
  async function linkOf(
    token: string,
  ): Promise<{ readonly link: SignOffRow | null; readonly isNewest: boolean }> {
    const parts = readLinkToken(tokens, token) ?? { key: '-', secret: '' };
    const link = await store.byKey(parts.key);
    return { link, isNewest: link !== null && link.secretHash === deps.hash(parts.secret) };
  }

  const closed = (why: Closed, link: SignOffLink | null = null): Shown => ({
    kind: 'closed',
    why,
    language: link?.language ?? null,
  });

  async function receipt(link: SignOffLink, isReused: boolean): Promise<Shown> {
    return { kind: 'receipt', link, title: (await deps.titleOf(link.entry)) ?? '', isReused };
  }

  async function page(link: SignOffRow, trouble: Trouble | null, posted: Posted | null): Promise<Shown> {
    const view = await views.of(link);
    if (!view) return closed('gone', link);
    const copies = view.facts.map(({ key, seal }) => ({ key, seal }));
    const token = pageToken(tokens, { link: link.key, seal: view.seal, copies, at: now() });
    return { kind: 'page', view, token, trouble, posted };
  }

  /** Finds the link, or says what is answered in place of it. */
  async function received(
    token: string,
    caller: Caller,
    isPress: boolean,
  ): Promise<{ readonly link: SignOffRow } | { readonly answer: Shown }> {
    if (!(await refusals.lets(caller.id))) return { answer: closed('limited') };
    const { link, isNewest } = await linkOf(token);
    if (!link || !isNewest) {
      // Programs that look ahead are not somebody who tries a link.
      if (caller.isPerson || isPress) await refusals.refused(link ? 'replaced' : 'forged', link, caller.id);
      return { answer: closed(link ? 'replaced' : 'unknown', link) };
    }
    const state = stateOf(link, now());
    if (state === 'open') return { link };
    if (state === 'expired' && link.end === null) await store.expire(now());
    const reason = refusalOf(state);
    const isLooking = isAnswered(state) && !isPress;
    if (reason && !isLooking && (caller.isPerson || isPress)) await refusals.refused(reason, link, caller.id);
    return { answer: isAnswered(state) ? await receipt(link, isPress) : closed(state, link) };
  }

  return {
    /** Shows the page of a link. Changes nothing but the note that it was opened. */
    async open(token: string, caller: Caller): Promise<Shown> {
      const found = await received(token, caller, false);
      if ('answer' in found) return found.answer;
      const { link } = found;
      const isFirst = caller.isPerson && link.openedAt === null && (await store.opened(link.key, now()));
      if (isFirst)
        await deps.audit.record({
          kind: 'signoff.open',
          actor: guestOf(link),
          entry: link.entry,
          details: { link: link.key, name: link.name },
        });
      return page(link, null, null);
    },

    /** A press on a button of the page. */
    async press(token: string, posted: Posted, caller: Caller): Promise<Shown> {
      const found = await received(token, caller, true);
      if ('answer' in found) return found.answer;
      const { link } = found;
      if (!(await refusals.letsPress(link.key))) return closed('limited', link);
      const shown = readPageToken(tokens, posted.page);
      if (!isPressable(shown, link.key, now())) {
        await refusals.refused('hurried', link, caller.id);
        return page(link, { kind: 'again' }, posted);
      }
      const current = await page(link, null, posted);
      if (current.kind !== 'page') return current;
      const { view } = current;
      const action = posted.decision === 'request-changes' ? view.requestChanges : view.approve;
      const fields = missingIn(posted, action);
      if (fields.length > 0) return { ...current, trouble: { kind: 'missing', fields } };
      const result = await take(link, view, posted, shown);
      if (result.ok) return { kind: 'done', what: posted.decision === 'comment' ? 'commented' : 'decided' };
      // Somebody was faster: another press with the same link, or who took it back.
      const after = await received(token, caller, true);
      if ('answer' in after) return after.answer;
      const isChanged = result.error.code === 'review.changed-meanwhile';
      return page(link, isChanged ? { kind: 'changed' } : { kind: 'refused', problem: result.error }, posted);
    },
  };

  async function take(
    link: SignOffRow,
    view: SignOffView,
    posted: Posted,
    shown: ShownPage,
  ): Promise<Result<unknown>> {
    const holder = await views.holderOf(link);
    const { decision } = posted;
    if (decision === 'comment' || decision === null)
      return deps.inTransaction(() => deps.comment(view, posted.comment, holder.actor));
    const key = entryKeyOf(link.entry);
    if (!key) throw new Error(`The link ${link.key} is about no entry.`);
    const result = await deps.inTransaction(async () => {
      const by = personOf(holder.actor);
      const ending = { end: decision, at: now(), by, seal: shown.seal, comment: posted.comment || null };
      // First of all: of two presses one gets the link, and the other finds it used.
      if (!(await store.answer(link.key, ending))) return { ok: false, error: isOver } as const;
      const decided = await deps.decide(
        key,
        {
          kind: decision,
          seal: shown.seal,
          // Their names are those of now; what counts are the seals that were seen.
          copies: shown.copies.map((copy) => ({
            name: '',
            kind: '',
            ...view.facts.find((one) => one.key === copy.key),
            ...copy,
          })),
          comment: posted.comment || null,
          checklist: posted.checklist,
        },
        holder,
      );
      if (decided.ok) await deps.emit('signoff.answered', link, holder.actor);
      return decided;
    });
    if (result.ok) await deps.onAnswered(link, posted, view.title);
    return result;
  }
}

const guestOf = ({ key, name }: SignOffLink): Reviewer['actor'] => ({ kind: 'guest', id: key, name });

/** Never shown: the state of the link says it better. */
const isOver: Problem = { code: 'signoff.is-over', message: 'The link was used or taken back.' };

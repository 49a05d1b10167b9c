import type { Finding } from '../../../../src/brand/schema';
import type { Copy } from '../../../../src/channels/schema';
import type { EntryContent } from '../../../../src/content/schema';
import type { CopyDifference, FieldDifference } from '../../../../src/governance/difference/schema';
import { isSamePerson } from '../../../../src/governance/review/person';
import type { Action, CopyFacts, Decision, EntryPanel } from '../../../../src/governance/review/schema';
import { canApprove, guestPrincipals } from '../../../../src/governance/signoff/holder';
import type { SignOffLink, SignOffPerson } from '../../../../src/governance/signoff/schema';
import type { Workflow } from '../../../../src/governance/workflow/schema';
import { entryIdOf, entryKeyOf, type EntryKey } from '../../../../src/shared/entry-key';
import type { Entries, LoadedEntry } from '../../entries';
import type { Reviewer, Reviews } from '../reviews';

/** A copy as it waits to go out, with the account that it goes to. */
export interface ShownCopy {
  readonly key: string;
  readonly seal: string;
  readonly kind: string;
  readonly name: string;
  readonly copy: Copy;
}

/** What is different since the version that the person knows. */
export interface ShownChanges {
  readonly since: number;
  /** They decided about it themselves; otherwise it is what was approved last. */
  readonly isOwn: boolean;
  readonly fields: readonly FieldDifference[];
  readonly copies: readonly CopyDifference[];
}

/** Something that somebody said about it. */
export interface Said {
  readonly name: string;
  readonly at: number;
  readonly text: string;
}

/** Everything that the page of a link shows. */
export interface SignOffView {
  readonly link: SignOffLink;
  readonly title: string;
  readonly content: EntryContent;
  readonly pageUrl: string | null;
  /** What a press is bound to. */
  readonly seal: string;
  readonly facts: readonly CopyFacts[];
  readonly copies: readonly ShownCopy[];
  readonly findings: readonly Pick<Finding, 'severity' | 'message' | 'quote'>[];
  /** Null: there is no earlier version that the person could know. */
  readonly changes: ShownChanges | null;
  readonly said: readonly Said[];
  readonly approve: Action | null;
  readonly requestChanges: Action | null;
  /** Nobody let this person approve, whatever the stage. */
  readonly onlyComments: boolean;
}

export interface SignOffViewDeps {
  readonly reviews: Pick<Reviews, 'panel'>;
  readonly entries: Pick<Entries, 'load'>;
  readonly workflowOf: (ref: string) => Promise<Workflow | null>;
  readonly people: () => Promise<readonly SignOffPerson[]>;
  /** Admin user id behind an address; null where nobody has a seat with it. */
  readonly seatOf: (email: string) => Promise<string | null>;
  /** Keys of the links for this entry that went to this address. */
  readonly linksOf: (entry: string, email: string) => Promise<readonly string[]>;
  /** The copies of an entry that may still go out, whole. */
  readonly copiesOf: (entry: string) => Promise<readonly ShownCopy[]>;
  readonly findingsOf: (entry: LoadedEntry) => Promise<readonly Finding[]>;
  /** What changed from what a decision was about until now; null where that is not known any more. */
  readonly differenceSince: (
    key: EntryKey,
    decision: string,
  ) => Promise<Pick<ShownChanges, 'fields' | 'copies'> | null>;
  /** What was said in the threads that this address took part in, oldest first; what others say among themselves stays theirs. */
  readonly saidAbout: (entry: string, email: string) => Promise<readonly Said[]>;
}

export type SignOffViews = ReturnType<typeof signOffViews>;

/** Loads what the page of a link shows, and who its holder counts as. */
export function signOffViews(deps: SignOffViewDeps) {
  /** As whom the holder decides now: what the list and the workflow say at this moment counts, not what they said once. */
  async function holderOf({ key, name, email }: SignOffLink): Promise<Reviewer> {
    const owner = await deps.seatOf(email);
    return {
      actor: { kind: 'guest', id: key, name, ...(owner === null ? {} : { owner }) },
      can: () => false,
      principals: guestPrincipals(email, await deps.people()),
    };
  }

  /** The panel and the content of one and the same moment; null where the entry is gone. */
  async function loaded(key: EntryKey, holder: Reviewer) {
    for (let tries = 0; tries < 5; tries++) {
      const panel = await deps.reviews.panel(key, holder);
      const entry = panel.ok ? await deps.entries.load(panel.value, 'draft') : null;
      if (!panel.ok || !entry) return null;
      const copies = await deps.copiesOf(entryIdOf(panel.value));
      const isOne = entry.seal === panel.value.seal && isSame(copies, panel.value.copies);
      if (isOne) return { panel: panel.value, entry, copies };
    }
    throw new Error('The entry changes faster than it can be shown.');
  }

  return {
    holderOf,

    async of(link: SignOffLink): Promise<SignOffView | null> {
      const key = entryKeyOf(link.entry);
      const holder = await holderOf(link);
      const found = key && (await loaded(key, holder));
      if (!found) return null;
      const { panel, entry, copies } = found;
      const { content } = entry;
      const workflow = await deps.workflowOf(panel.workflow.ref);
      const findings = await deps.findingsOf(entry);
      return {
        link,
        title: content.roles.title ?? entry.model.displayName,
        content,
        pageUrl: entry.pageUrl,
        seal: panel.seal,
        facts: panel.copies,
        copies,
        findings: findings.map(({ severity, message, quote }) => ({ severity, message, quote })),
        changes: await changesFor(entry.key, panel, holder, link),
        said: await deps.saidAbout(link.entry, link.email),
        approve: panel.actions.find(({ decision }) => decision === 'approve') ?? null,
        requestChanges: panel.actions.find(({ decision }) => decision === 'request-changes') ?? null,
        onlyComments: workflow === null || !canApprove(holder.principals, workflow),
      };
    },
  };

  async function changesFor(
    key: EntryKey,
    panel: EntryPanel,
    holder: Reviewer,
    { entry, email }: SignOffLink,
  ): Promise<ShownChanges | null> {
    const known = knownVersion(panel.decisions, holder, await deps.linksOf(entry, email));
    if (!known) return null;
    const difference = await deps.differenceSince(key, known.decision.key);
    return difference && { since: known.decision.at, isOwn: known.isOwn, ...difference };
  }
}

const isSame = (copies: readonly ShownCopy[], facts: readonly CopyFacts[]): boolean =>
  copies.length === facts.length &&
  copies.every(({ key, seal }) => facts.some((one) => one.key === key && one.seal === seal));

/** The version that the person knows: of their own last decision, else what was approved last. `decisions` newest first. */
function knownVersion(
  decisions: readonly Decision[],
  { actor }: Reviewer,
  links: readonly string[],
): { readonly decision: Decision; readonly isOwn: boolean } | null {
  const seat = actor.kind === 'guest' ? (actor.owner ?? null) : null;
  const isMine = ({ by }: Decision): boolean =>
    (by.kind === 'guest' && links.includes(by.id)) ||
    (seat !== null && isSamePerson(by, { kind: 'user', id: seat, name: '' }));
  const own = decisions.find(isMine);
  if (own) return { decision: own, isOwn: true };
  const approved = decisions.find(({ kind, to }) => (kind === 'approve' || kind === 'adopt') && to !== null);
  return approved ? { decision: approved, isOwn: false } : null;
}

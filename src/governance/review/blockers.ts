import type { Finding } from '../../brand/schema';
import type { ToldValues } from '../../shared/told';
import type { Blocker, Person } from '../schema';
import { principalText } from '../workflow/principal';
import type { CopyFacts, Decision } from './schema';
import { unapprovedCopies, type Standing } from './standing';
import type { Tally } from './votes';

/** Who changed an entry last, and when (milliseconds since 1970). */
export interface LastEdit {
  readonly by: Person;
  readonly at: number;
}

/** What was found in the copy for one channel. */
export interface CopyFindings {
  /** Publication key. */
  readonly key: string;
  /** Name of the channel. */
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** Everything that decides whether an entry may go out. */
export interface GateFacts {
  readonly standing: Standing;
  readonly lastEdit: LastEdit | null;
  /** Findings of the brand check that nothing stands against. */
  readonly findings: readonly Finding[];
  /** The same of copies that are to go out with it. */
  readonly copyFindings: readonly CopyFindings[];
  /** Copies that are to go out with it; none when only the entry itself is published. */
  readonly copies: readonly CopyFacts[];
  /** How far the approval is that the entry's stage asks for; null where the stage asks for none. */
  readonly tally: Tally | null;
  /** Somebody whose approval counts although they had edited what they approved; null where four-eyes was kept. */
  readonly ownApproval: Person | null;
  /** IANA zone of the business, for times in sentences. */
  readonly zone: string;
}

/**
 * Why the entry may not go out; empty when it may. The order is the order in which a person solves them. An emergency
 * lets exactly this content of the entry out, and no copy.
 */
export const blockersOf = (facts: GateFacts): Blocker[] => [
  ...(facts.standing.emergency ? [] : entryBlockers(facts)),
  ...copyBlockers(facts),
  ...brandCopyBlockers(facts.copyFindings),
];

const entryBlockers = (facts: GateFacts): Blocker[] => [
  ...approvalBlockers(facts),
  ...fourEyesBlockers(facts),
  ...brandBlockers(facts.findings),
];

/** The errors of the brand check as blockers. Warnings and suggestions never stop anything. */
export const brandBlockers = (findings: readonly Finding[]): Blocker[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ message, words, place: { block, ...place } }) => ({
      code: 'brand.error',
      message,
      place: { ...place, ...(block ? { block: [...block] } : {}) },
      values: {},
      ...(words ? { words } : {}),
    }));

const brandCopyBlockers = (copies: readonly CopyFindings[]): Blocker[] =>
  copies.flatMap(({ key, name, findings }) =>
    brandBlockers(findings).map(({ message, words }) => ({
      code: 'brand.copy-error',
      message: `The text for ${name}: ${message}`,
      copy: key,
      values: { channel: name, finding: message },
      ...(words ? { words } : {}),
    })),
  );

function approvalBlockers({ standing, lastEdit, tally, zone }: GateFacts): Blocker[] {
  const { approval, last } = standing;
  if (approval?.valid) return [];
  if (approval)
    return [
      {
        code: 'review.changed-since-approval',
        message: changedSince(approval.decision, lastEdit, zone),
        values: changeValues(approval.decision, lastEdit, zone),
      },
    ];
  if (tally && tally.given > 0 && tally.missing.length > 0)
    return [
      {
        code: 'review.approvals-missing',
        message: stillMissing(tally),
        values: { given: tally.given, needed: tally.needed, whom: whomOf(tally) },
      },
    ];
  return [
    {
      code: 'review.not-approved',
      message: notApproved(last),
      values: {
        why: whyNot[last?.kind ?? 'none'] ?? 'none',
        by: last?.by.name ?? '',
        comment: last?.comment ?? '',
      },
    },
  ];
}

const stillMissing = ({ given, needed, missing }: Tally): string => {
  const whom = [...new Set(missing.map((of) => of.map(principalText).join(' or ')))].join('; and ');
  return `${given} of ${needed} approvals are given. It still needs: ${whom}.`;
};

/** Who is asked for: the places apart by `;`, and who may take each by `|`. */
const whomOf = ({ missing }: Tally): string => [...new Set(missing.map((of) => of.join('|')))].join(';');

/** Where it stands instead, by what was decided last. */
const whyNot: Readonly<Record<string, string>> = {
  submit: 'waits',
  approve: 'waits',
  migrate: 'waits',
  'request-changes': 'changes',
  withdraw: 'withdrawn',
  unlock: 'unlocked',
};

function notApproved(last: Decision | null): string {
  switch (last?.kind) {
    case 'submit':
    case 'approve':
    case 'migrate':
      return 'It waits for approval. Somebody who did not edit it has to approve it in the Presence panel.';
    case 'request-changes':
      return `${last.by.name} asked for changes: “${last.comment ?? ''}”. Make them and submit it for review again.`;
    case 'withdraw':
      return `${last.by.name} withdrew it. Submit it for review in the Presence panel.`;
    case 'unlock':
      return `${last.by.name} unlocked it for a change. Submit it for review again.`;
    default:
      return 'Nobody has approved it. Submit it for review in the Presence panel.';
  }
}

function changedSince(approval: Decision, lastEdit: LastEdit | null, zone: string): string {
  const approver = approval.by.name;
  const after = `after ${approver} approved it on ${shown(approval.at, zone)}`;
  const next = 'Submit it for review again.';
  return lastEdit && lastEdit.at >= approval.at
    ? `${lastEdit.by.name} changed it on ${shown(lastEdit.at, zone)}, ${after}. ${next}`
    : `Something that it shows was changed ${after}: a picture, its alt text, or an entry that it refers to. ${next}`;
}

const changeValues = (approval: Decision, lastEdit: LastEdit | null, zone: string): ToldValues => ({
  ...{ approver: approval.by.name, at: approval.at, zone },
  ...(lastEdit && lastEdit.at >= approval.at
    ? { what: 'entry', by: lastEdit.by.name, changedAt: lastEdit.at }
    : { what: 'shown', by: '', changedAt: approval.at }),
});

/** Decisions refuse this already; here it catches who was recorded as editor only after approving. */
const fourEyesBlockers = ({ standing, ownApproval }: GateFacts): Blocker[] =>
  standing.approval?.valid && ownApproval
    ? [
        {
          code: 'review.four-eyes',
          message: `${ownApproval.name} edited it and also approved it. Ask somebody else to approve it.`,
          values: { by: ownApproval.name },
        },
      ]
    : [];

const copyBlockers = ({ standing, copies }: GateFacts): Blocker[] =>
  unapprovedCopies(standing, copies).map(({ key, name }) => ({
    code: 'review.copy-not-approved',
    message:
      standing.last?.kind === 'submit'
        ? `The text for ${name} waits for approval together with the entry.`
        : `The text for ${name} is not approved as it is now. Submit the entry for review again.`,
    copy: key,
    values: { channel: name, state: standing.last?.kind === 'submit' ? 'waits' : 'changed' },
  }));

const shown = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);

import type { Finding } from '../brand/schema';
import type { Blocker, CopyFacts, Decision, Person } from './schema';
import { unapprovedCopies, type Standing } from './stage';

/** Who changed an entry last, and when (milliseconds since 1970). */
export interface LastEdit {
  readonly by: Person;
  readonly at: number;
}

/** Everything that decides whether an entry may go out. */
export interface GateFacts {
  readonly standing: Standing;
  readonly lastEdit: LastEdit | null;
  readonly findings: readonly Finding[];
  /** Copies that are to go out with it; none when only the entry itself is published. */
  readonly copies: readonly CopyFacts[];
  readonly fourEyes: boolean;
  /** IANA zone of the business, for times in sentences. */
  readonly zone: string;
}

/** Why the entry may not go out; empty when it may. The order is the order in which a person solves them. */
export const blockersOf = (facts: GateFacts): Blocker[] => [
  ...approvalBlockers(facts),
  ...fourEyesBlockers(facts),
  ...brandBlockers(facts.findings),
  ...copyBlockers(facts),
];

/** The errors of the brand check as blockers. Warnings and suggestions never stop anything. */
export const brandBlockers = (findings: readonly Finding[]): Blocker[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ message, place: { block, ...place } }) => ({
      code: 'brand.error',
      message,
      place: { ...place, ...(block ? { block: [...block] } : {}) },
    }));

function approvalBlockers({ standing, lastEdit, zone }: GateFacts): Blocker[] {
  const { approval, last } = standing;
  if (approval?.valid) return [];
  if (approval)
    return [
      { code: 'review.changed-since-approval', message: changedSince(approval.decision, lastEdit, zone) },
    ];
  return [{ code: 'review.not-approved', message: notApproved(last) }];
}

function notApproved(last: Decision | null): string {
  switch (last?.kind) {
    case 'submit':
      return 'It waits for approval. Somebody who did not edit it last has to approve it in the Presence panel.';
    case 'request-changes':
      return `${last.by.name} asked for changes: “${last.comment ?? ''}”. Make them and submit it for review again.`;
    case 'withdraw':
      return `${last.by.name} withdrew it. Submit it for review in the Presence panel.`;
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

/** Decisions refuse this already; here it catches who was recorded as editor only after approving. */
function fourEyesBlockers({ standing, lastEdit, fourEyes }: GateFacts): Blocker[] {
  const approver = standing.approval?.valid ? standing.approval.decision.by : null;
  if (!fourEyes || !approver || !lastEdit || !isSamePerson(approver, lastEdit.by)) return [];
  return [
    {
      code: 'review.four-eyes',
      message: `${approver.name} edited it last and also approved it. Ask somebody else to approve it.`,
    },
  ];
}

const copyBlockers = ({ standing, copies }: GateFacts): Blocker[] =>
  unapprovedCopies(standing, copies).map(({ key, name }) => ({
    code: 'review.copy-not-approved',
    message:
      standing.last?.kind === 'submit'
        ? `The text for ${name} waits for approval together with the entry.`
        : `The text for ${name} is not approved as it is now. Submit the entry for review again.`,
    copy: key,
  }));

/** Whether two acts were those of one admin user, be it through a token of theirs. Other machines are nobody. */
export const isSamePerson = (a: Person, b: Person): boolean => {
  const [one, other] = [userOf(a), userOf(b)];
  return one !== null && one === other;
};

const userOf = ({ kind, id, owner }: Person): string | null => (kind === 'user' ? id : (owner ?? null));

const shown = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);

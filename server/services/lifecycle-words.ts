import type { LifeStep } from '../../src/governance/lifecycle/due';
import type { LifeRow } from '../stores/life-row';
import type { NewNotice } from './notices';

/** Every code by which an owner is told about an entry; all are over when somebody looked at it. */
export const toldCodes = [
  'entry.review-soon',
  'entry.review-again',
  'entry.ends-soon',
  'entry.expired',
  'entry.not-ended',
] as const;

type Told = Pick<LifeRow, 'title' | 'reviewOn' | 'because' | 'expireOn' | 'then' | 'trend'>;
type Words = Pick<NewNotice, 'severity' | 'message' | 'topic' | 'link'> & {
  readonly code: (typeof toldCodes)[number];
};

const topic = 'deadlines';
const answers = 'Say that it is still right, change it, or snooze it.';

/** What its owner is told about one entry. */
export function wordsOf(kind: LifeStep['kind'], row: Told): Words {
  const name = `“${row.title}”`;
  switch (kind) {
    case 'remind':
      return {
        ...{ code: 'entry.review-soon', severity: 'info', topic },
        message: `${name} is to be looked at again on ${row.reviewOn}. ${answers}`,
      };
    case 'review':
      return {
        ...{ code: 'entry.review-again', severity: 'warning', topic },
        message: `${whyOf(row, name)} ${answers}`,
      };
    case 'expiring':
      return {
        ...{ code: 'entry.ends-soon', severity: 'info', topic },
        message: `${name} ends on ${row.expireOn}: ${endOf(row)}. Give it another day to keep it.`,
      };
    case 'expire':
      return {
        ...{ code: 'entry.expired', severity: 'warning', topic },
        message: `${name} reached its last day, ${row.expireOn}. Take it off the site, or say that it is still right.`,
      };
    default:
      return kind satisfies never;
  }
}

function whyOf({ because, reviewOn, trend }: Told, name: string): string {
  if (because === 'engagement' && trend && trend.kind !== 'unknown')
    return `Touches of ${name} fell from ${trend.base} to ${trend.last}: look at it again.`;
  return `${name} was to be looked at again on ${reviewOn}.`;
}

function endOf({ then }: Told): string {
  if (then === 'ask') return 'you will be asked';
  return then === 'archive' ? 'it is taken off the site and archived' : 'it is taken off the site';
}

const sums: Readonly<Record<(typeof toldCodes)[number], string>> = {
  'entry.review-soon': 'are to be looked at again soon',
  'entry.review-again': 'are to be looked at again',
  'entry.ends-soon': 'end soon',
  'entry.expired': 'reached their last day',
  'entry.not-ended': 'could not be taken off the site',
};

/** What is told once where many are due at once. */
export const manyWords = (count: number, { code, severity }: Words): Words => ({
  ...{ code, severity, topic },
  message: `${count} entries ${sums[code]}. Presence, Content life lists them.`,
  link: '/plugins/presence/life',
});

export const endedWords = ({ title, expireOn, then }: Told): Words => ({
  ...{ code: 'entry.expired', severity: 'info', topic },
  message: `“${title}” was taken off the site${then === 'archive' ? ' and archived' : ''}, because ${expireOn} was its last day.`,
});

export const notEndedWords = ({ title, expireOn }: Told, reason: string): Words => ({
  ...{ code: 'entry.not-ended', severity: 'error', topic },
  message: `“${title}” should have been taken off the site on ${expireOn}, and Strapi refused: ${reason} It is tried again every hour.`,
});

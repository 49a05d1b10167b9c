import { held } from '../gate';
import { pageMissing } from '../order';
import type { PreflightFacts } from './facts';
import { amber, red, type FixKey, type Found } from './finding';

/** What mends what the gate says; everything else is for an approval to solve. */
const fixOf: Readonly<Record<string, FixKey>> = {
  'brand.error': 'correct-entry',
  'brand.copy-error': 'correct-copy',
  'review.copy-not-approved': 'approve-copy',
};

/** What the gate would say: the entry, its approval, its page, and what it refers to. */
export function gateItems({ entry, publication }: PreflightFacts): Found[] {
  if (entry === null) return [red(held.deleted.code, held.deleted.message, 'restore', {})];
  const items = [
    ...(entry.isEdited ? editedItem() : []),
    ...entry.blockers.map(({ code, message, values, words }) =>
      red(code, message, fixOf[code] ?? 'approve', values, words),
    ),
    ...(entry.page === 'missing' && publication.kind !== 'website' ? pageItem() : []),
    ...entry.hidden.map(({ message, field, count }) =>
      amber('preflight.relation-unpublished', message, 'publish-relation', { field, count }),
    ),
  ];
  // Held for something that is over by now: it still waits for a person's word.
  const isStuck = publication.state === 'held' && !items.some(({ severity }) => severity === 'red');
  const { code, message } = publication.problem ?? { code: 'preflight.held', message: 'It is held.' };
  return isStuck ? [red(code, message, 'retry'), ...items] : items;
}

const editedItem = (): Found[] => [red(held.edited.code, held.edited.message, 'approve-or-retry', {})];

const pageItem = (): Found[] => [red(pageMissing.code, pageMissing.message, 'publish-entry', {})];

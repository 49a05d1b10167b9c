import { held } from '../gate';
import { pageMissing } from '../order';
import type { PreflightFacts } from './facts';
import { amber, red, type Found } from './finding';

/** What the gate would say: the entry, its approval, its page, and what it refers to. */
export function gateItems({ entry, publication }: PreflightFacts): Found[] {
  if (entry === null)
    return [
      red(held.deleted.code, held.deleted.message, 'Restore the entry, or cancel this publication', 'entry'),
    ];
  const items = [
    ...(entry.isEdited ? editedItem() : []),
    ...entry.blockers.map(({ code, message }) =>
      code === 'brand.copy-error' || code === 'review.copy-not-approved'
        ? red(
            code,
            message,
            code === 'brand.copy-error' ? 'Correct the copy' : 'Have the copy approved',
            'copy',
          )
        : red(code, message, code === 'brand.error' ? 'Correct the entry' : 'Have it approved', 'entry'),
    ),
    ...(entry.page === 'missing' && publication.kind !== 'website' ? pageItem() : []),
    ...entry.hidden.map((message) =>
      amber('preflight.relation-unpublished', message, 'Publish what it refers to', 'entry'),
    ),
  ];
  // Held for something that is over by now: it still waits for a person's word.
  const isStuck = publication.state === 'held' && !items.some(({ severity }) => severity === 'red');
  const { code, message } = publication.problem ?? { code: 'preflight.held', message: 'It is held.' };
  return isStuck ? [red(code, message, 'Retry to let it go on', 'publication'), ...items] : items;
}

const editedItem = (): Found[] => [
  red(
    held.edited.code,
    held.edited.message,
    'Have it approved again, or retry to send it as it is',
    'publication',
  ),
];

const pageItem = (): Found[] => [
  red(pageMissing.code, pageMissing.message, 'Publish the entry, or send it to the website too', 'entry'),
];

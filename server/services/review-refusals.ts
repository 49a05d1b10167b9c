import type { EntryKey } from '../../src/shared/entry-key';
import type { Problem } from '../../src/shared/result';

export const notFound = ({ uid, documentId, locale }: EntryKey): Problem => ({
  code: 'entry.not-found',
  message: `There is no entry ${documentId} of ${uid}${locale ? ` in ${locale}` : ''}. It may have been deleted: reload the page.`,
});

export const notGoverned = ({ uid }: EntryKey): Problem => ({
  code: 'review.not-governed',
  message: `Entries of ${uid} need no approval. Choose the governed types in the settings of Presence.`,
});

export const reasonMissing: Problem = {
  code: 'review.reason-missing',
  message: 'Write why it cannot wait for an approval. The owner reads it.',
  path: 'comment',
};

export const changedMeanwhile: Problem = {
  code: 'review.changed-meanwhile',
  message:
    'The entry was changed, or somebody else decided, while you were looking at it. Reload the page, look again and decide then.',
};

export const contentDiffers: Problem = {
  code: 'gate.content-differs',
  message:
    'What would be published differs from the approved draft: a lifecycle hook or another plugin changes it. Ask your developer.',
};

/** A hint, not a refusal: what a field refers to and visitors will not see. */
export const relationHidden = (field: string, count: number) => ({
  ...{ field, count },
  code: 'gate.relation-unpublished',
  message: `The field ${field} refers to ${count === 1 ? 'an entry' : `${count} entries`} that nobody can see yet, so visitors will not see ${count === 1 ? 'it' : 'them'} here. Publish ${count === 1 ? 'it' : 'them'} first, then publish this entry.`,
});

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

export const notAllowed: Problem = {
  code: 'review.not-allowed',
  message:
    'You do not have the permission for this decision. Ask an administrator for it, or ask somebody who has it.',
};

export const notPossible = (stage: string): Problem => ({
  code: 'review.not-possible',
  message: `This decision does not fit the stage “${stage}”. Reload the page: somebody else may have decided.`,
});

export const commentMissing: Problem = {
  code: 'review.comment-missing',
  message: 'Write in the comment what should change.',
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

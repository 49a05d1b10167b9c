import type { SignOffPanel } from '../../../../src/governance/signoff/schema';
import type { Problem } from '../../../../src/shared/result';

/** Refusals around links for people without a seat, as the admin shows them. */

export const notFound: Problem = {
  code: 'signoff.not-found',
  message: 'There is no such link. It may have been removed with its entry: reload the page.',
};

export const noEntry: Problem = {
  code: 'entry.not-found',
  message: 'The entry does not exist, or not in this language. It may have been deleted: reload the page.',
};

export const notAllowed: Problem = {
  code: 'review.not-allowed',
  message:
    'You may not ask people to sign off. An administrator grants it in Settings, Roles, Plugins, Presence: submit, approve or assign reviews.',
};

export const notGoverned: Problem = {
  code: 'review.not-governed',
  message: 'Entries of this type need no approval, so there is nothing to ask for.',
};

export const notKnown: Problem = {
  code: 'signoff.not-known',
  message:
    'Only people whom the workflow or the list “Sign-off by e-mail” names can approve. To ask somebody else to look and comment, you need the permission to assign reviews.',
  path: 'email',
};

export const yourself: Problem = {
  code: 'signoff.yourself',
  message: 'This is your own address. Somebody else has to sign it off.',
  path: 'email',
};

export const badAddress: Problem = {
  code: 'audience.address-invalid',
  message: 'This is not an e-mail address. Check it for typing errors.',
  path: 'email',
};

export const missing: Readonly<Record<NonNullable<SignOffPanel['missing']>, Problem>> = {
  'public-url': {
    code: 'signoff.no-public-url',
    message:
      'The mail would lead nowhere, because the public address of Strapi is not set. Enter it in Settings, Presence, Governance & content.',
  },
  mailer: {
    code: 'signoff.no-mailer',
    message: 'No mail can be sent, because there is no e-mail channel. Add one under Presence, Channels.',
  },
};

export const askedAlready = (name: string): Problem => ({
  code: 'signoff.asked-already',
  message: `${name} has an open link for this entry. Send it again, or take it back first.`,
  path: 'email',
});

export const tooMany: Problem = {
  code: 'signoff.too-many',
  message:
    'Too many links were given out: at most 20 open ones for an entry and 100 a day. Take some back, or wait.',
};

export const notYours = (asker: string): Problem => ({
  code: 'signoff.not-yours',
  message: `${asker} gave this link out. Only they, and people who may change the settings, can take it back or send it again.`,
});

export const isOver: Problem = {
  code: 'signoff.is-over',
  message:
    'The link was answered, taken back or its time is over, so nothing can be changed any more. Reload the list.',
};

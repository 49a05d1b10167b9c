/**
 * The networks that the bakery practises on, as they are from outside: whether a picture's alt text is shown, whether the post leads to
 * the page, whether words can be changed later, whether that makes a new post, and what is left of a post that is taken back.
 */
export const networks = [
  { kind: 'mastodon', name: 'Mastodon', settings: {}, edits: true },
  { kind: 'facebook', name: 'Facebook', settings: { pageId: '104857600000000' }, edits: true },
  {
    ...{ kind: 'instagram', name: 'Instagram', settings: { userId: '17841400000000000' } },
    ...{ hasLink: false, deletes: false },
  },
  { kind: 'x', name: 'X', settings: {}, edits: true, isNewByEdit: true },
  { kind: 'threads', name: 'Threads', settings: {} },
  { kind: 'linkedin', name: 'LinkedIn', settings: {}, edits: true },
  { kind: 'google-business', name: 'Google Business Profile', settings: {}, edits: true, hasAlt: false },
  { kind: 'pinterest', name: 'Pinterest', settings: {}, edits: true },
  { kind: 'discord', name: 'Discord', settings: {}, edits: true },
  { kind: 'slack', name: 'Slack', settings: {}, deletes: false },
  { kind: 'telegram', name: 'Telegram', settings: { chatId: '@lindner' }, edits: true, hasAlt: false },
].map((network) => ({
  hasAlt: true,
  hasLink: true,
  edits: false,
  isNewByEdit: false,
  deletes: true,
  ...network,
}));

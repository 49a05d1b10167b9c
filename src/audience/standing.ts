import type { Contact, ContactState, ContactView } from './schema';

/** Where a person stands: leaving counts above all, then a dead address, then their confirmation. */
export function stateOf(
  contact: Pick<Contact, 'confirmed_at' | 'unsubscribed_at' | 'bounced_at'>,
): ContactState {
  if (contact.unsubscribed_at !== null) return 'unsubscribed';
  if (contact.bounced_at !== null) return 'bounced';
  return contact.confirmed_at === null ? 'pending' : 'subscribed';
}

/** The contact as the admin sees it. */
export const contactViewOf = (contact: Contact): ContactView => ({
  key: contact.key,
  email: contact.email,
  name: contact.name,
  locale: contact.locale,
  source: contact.source,
  state: stateOf(contact),
  createdAt: contact.created_at,
  confirmedAt: contact.confirmed_at,
  unsubscribedAt: contact.unsubscribed_at,
  bouncedAt: contact.bounced_at,
  bounceReply: contact.bounce_reply,
});

/** A pending person gets one confirmation mail an hour at most, however often the form is sent. */
export const askAgainAfter = 3_600_000;

/** Whether signing up leads to a confirmation mail. Nobody who fills the form learns the answer. */
export function isToBeAsked(contact: Contact | null, now: number): boolean {
  if (contact === null) return true;
  if (stateOf(contact) === 'subscribed') return false;
  return contact.asked_at === null || contact.asked_at + askAgainAfter <= now;
}

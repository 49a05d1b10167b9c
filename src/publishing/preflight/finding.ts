import type { ToldValues, ToldWords } from '../../shared/told';
import type { FixPlace, PreflightItem } from './schema';

/** What a check found, before it is known about which publication. */
export type Found = Omit<PreflightItem, 'publication'>;

const found =
  (severity: Found['severity']) =>
  /** `values` are what the sentence names; a code that has words of its own in the admin needs all of them. */
  (code: string, message: string, fix: FixKey, values?: ToldValues, words?: ToldWords): Found => ({
    ...{ code, severity, message },
    ...(values ? { values } : {}),
    ...(words ? { words } : {}),
    fix: { key: fix, ...fixes[fix] },
  });

export const red = found('red');
export const amber = found('amber');

/** A time as sentences say it: `24 Dec 2026, 09:00`. */
export const shown = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);

interface Fix {
  readonly what: string;
  readonly where: FixPlace;
}

/** Everything that a person can be told to do, and where. The admin has words of its own for each key. */
export const fixes = {
  'choose-time': { what: 'Choose when it goes out', where: 'time' },
  'other-time': { what: 'Choose another time', where: 'time' },
  spread: { what: 'Spread them over more time', where: 'time' },
  wait: { what: 'Wait, or choose another time', where: 'publication' },
  'say-whether': { what: 'Say whether it still goes out', where: 'publication' },
  'look-there': { what: 'Look at the account and say whether it is there', where: 'publication' },
  'change-refused': { what: 'Change what was refused, then retry', where: 'copy' },
  'look-why': { what: 'Look why, then retry or cancel', where: 'publication' },
  'let-go-on': { what: 'Let it go on, once the reason is over', where: 'operations' },
  restore: { what: 'Restore the entry, or cancel this publication', where: 'entry' },
  'approve-or-retry': { what: 'Have it approved again, or retry to send it as it is', where: 'publication' },
  'correct-copy': { what: 'Correct the copy', where: 'copy' },
  'approve-copy': { what: 'Have the copy approved', where: 'copy' },
  'correct-entry': { what: 'Correct the entry', where: 'entry' },
  approve: { what: 'Have it approved', where: 'entry' },
  'publish-entry': { what: 'Publish the entry, or send it to the website too', where: 'entry' },
  'publish-relation': { what: 'Publish what it refers to', where: 'entry' },
  retry: { what: 'Retry to let it go on', where: 'publication' },
  'correct-link': { what: 'Correct the link, or take it out', where: 'copy' },
  'other-picture': { what: 'Choose another picture', where: 'copy' },
  'other-video': { what: 'Choose another video, or export it anew', where: 'copy' },
  'public-address': { what: 'Set the public address of this server in the settings', where: 'settings' },
  'cancel-or-new': {
    what: 'Cancel this publication, or make a campaign for another channel',
    where: 'publication',
  },
  'ask-network': { what: 'Talk to the network, then test the channel', where: 'channels' },
  renew: { what: 'Renew the credentials', where: 'channels' },
  'test-channel': { what: 'Test the channel', where: 'channels' },
  'raise-cap': { what: 'Raise the cap, or take posts out of the month', where: 'channels' },
  'look-at-month': { what: 'Look at what else is planned', where: 'channels' },
  'change-copy': { what: 'Change the copy', where: 'copy' },
  'say-new': { what: 'Say something new, or leave it out', where: 'copy' },
  'read-findings': { what: 'Read them beside the copy', where: 'copy' },
} as const satisfies Readonly<Record<string, Fix>>;

export type FixKey = keyof typeof fixes;

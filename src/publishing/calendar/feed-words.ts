import type { PublicationState } from '../schema';

interface FeedWords {
  readonly name: string;
  readonly states: Readonly<Record<PublicationState, string>>;
}

const english: FeedWords = {
  name: 'Publications',
  states: {
    draft: 'Draft',
    scheduled: 'Scheduled',
    running: 'Going out',
    delivered: 'Published',
    recalled: 'Taken back',
    parked: 'Waiting for the channel',
    held: 'Held',
    asking: 'Asks you',
    unknown: 'Look there',
    rejected: 'Refused',
    cancelled: 'Cancelled',
    skipped: 'Skipped',
  },
};

const german: FeedWords = {
  name: 'Veröffentlichungen',
  states: {
    draft: 'Entwurf',
    scheduled: 'Geplant',
    running: 'Geht hinaus',
    delivered: 'Veröffentlicht',
    recalled: 'Zurückgenommen',
    parked: 'Wartet auf den Kanal',
    held: 'Angehalten',
    asking: 'Fragt Sie',
    unknown: 'Bitte nachsehen',
    rejected: 'Abgelehnt',
    cancelled: 'Abgesagt',
    skipped: 'Übersprungen',
  },
};

/** The words of the feed in the language of its owner: German, else English. */
export const feedWords = (language: string): FeedWords & { readonly language: string } =>
  /^de\b/i.test(language) ? { ...german, language: 'de' } : { ...english, language: 'en' };

/** What the mails about notices say besides the notices themselves. */
export interface NoticeWords {
  readonly lang: string;
  readonly digestSubject: (count: number, brand: string) => string;
  readonly digestTitle: (count: number) => string;
  readonly more: (count: number) => string;
  readonly title: string;
  readonly open: string;
  readonly inbox: string;
  readonly why: string;
  readonly preferences: string;
}

const en: NoticeWords = {
  lang: 'en',
  digestSubject: (count, brand) =>
    `${count === 1 ? 'One notice waits' : `${count} notices wait`} for you${brand && ` · ${brand}`}`,
  digestTitle: (count) => (count === 1 ? 'One notice waits for you' : `${count} notices wait for you`),
  more: (count) => `… and ${count} more in your inbox.`,
  title: 'This waits for you',
  open: 'Open it',
  inbox: 'Open my notices',
  why: 'You get this mail because you work with Presence in Strapi.',
  preferences: 'Choose which mails you get',
};

const de: NoticeWords = {
  lang: 'de',
  digestSubject: (count, brand) =>
    `${count === 1 ? 'Eine Nachricht wartet' : `${count} Nachrichten warten`} auf Sie${brand && ` · ${brand}`}`,
  digestTitle: (count) =>
    count === 1 ? 'Eine Nachricht wartet auf Sie' : `${count} Nachrichten warten auf Sie`,
  more: (count) => `… und ${count} weitere in Ihrem Eingang.`,
  title: 'Das wartet auf Sie',
  open: 'Öffnen',
  inbox: 'Meine Nachrichten öffnen',
  why: 'Sie bekommen diese Mail, weil Sie in Strapi mit Presence arbeiten.',
  preferences: 'Auswählen, welche Mails Sie bekommen',
};

/** In the language of the person's admin panel; English where we do not speak it. */
export const noticeWords = (language: string): NoticeWords => (language.startsWith('de') ? de : en);

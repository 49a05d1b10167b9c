/** What subscribers read from us, in the languages that the plugin speaks. */
interface AudienceWords {
  readonly confirmSubject: (brand: string) => string;
  readonly confirmText: (brand: string, name: string) => string;
  readonly confirmIgnore: string;
  readonly confirmButton: string;
  readonly confirmTitle: string;
  readonly confirmAsk: (brand: string, email: string) => string;
  readonly confirmed: (brand: string) => string;
  readonly expired: string;
  readonly invalid: string;
  readonly leaveTitle: string;
  readonly leaveAsk: (brand: string) => string;
  readonly leaveButton: string;
  readonly left: (brand: string) => string;
  readonly received: string;
  readonly receivedTitle: string;
  readonly notAccepted: string;
  readonly greeting: (name: string) => string;
  readonly readOn: string;
  readonly unsubscribe: string;
  readonly why: (brand: string) => string;
  readonly back: string;
}

const en: AudienceWords = {
  confirmSubject: (brand) => `Please confirm your subscription to ${brand}`,
  confirmText: (brand, name) =>
    `${name === '' ? 'Hello' : `Hello ${name}`}, one click is missing: please confirm that you want to hear from ${brand} by e-mail.`,
  confirmIgnore: 'It was not you? Then do nothing: without the click you will not hear from us again.',
  confirmButton: 'Yes, I want to hear from you',
  confirmTitle: 'Confirm your subscription',
  confirmAsk: (brand, email) => `Do you want to receive e-mails from ${brand} at ${email}?`,
  confirmed: (brand) => `Thank you! From now on you will hear from ${brand}.`,
  expired: 'This link is too old. Please sign up once more; you will get a new one.',
  invalid: 'This link is not complete. Please open it from the mail once more, or copy the whole address.',
  leaveTitle: 'Unsubscribe',
  leaveAsk: (brand) => `Do you want to stop receiving e-mails from ${brand}?`,
  leaveButton: 'Unsubscribe',
  left: (brand) => `Done. You will receive no further e-mails from ${brand}.`,
  received: 'Thank you! Please look into your inbox: we sent you a mail with a link to confirm your address.',
  receivedTitle: 'Almost there',
  notAccepted: 'This did not work',
  greeting: (name) => (name === '' ? 'Hello,' : `Hello ${name},`),
  readOn: 'Read on our website',
  unsubscribe: 'Unsubscribe',
  why: (brand) => `You receive this e-mail because you subscribed to ${brand}.`,
  back: 'Back to the website',
};

const de: AudienceWords = {
  confirmSubject: (brand) => `Bitte bestätigen Sie Ihre Anmeldung bei ${brand}`,
  confirmText: (brand, name) =>
    `${name === '' ? 'Guten Tag' : `Guten Tag ${name}`}, ein Klick fehlt noch: Bitte bestätigen Sie, dass Sie E-Mails von ${brand} bekommen möchten.`,
  confirmIgnore:
    'Sie waren das nicht? Dann müssen Sie nichts tun: Ohne den Klick hören Sie nicht wieder von uns.',
  confirmButton: 'Ja, ich möchte von Ihnen hören',
  confirmTitle: 'Anmeldung bestätigen',
  confirmAsk: (brand, email) => `Möchten Sie E-Mails von ${brand} an ${email} bekommen?`,
  confirmed: (brand) => `Vielen Dank! Ab jetzt hören Sie von ${brand}.`,
  expired: 'Dieser Link ist zu alt. Bitte melden Sie sich noch einmal an; Sie bekommen einen neuen.',
  invalid:
    'Dieser Link ist nicht vollständig. Bitte öffnen Sie ihn noch einmal aus der E-Mail oder kopieren Sie die ganze Adresse.',
  leaveTitle: 'Abmelden',
  leaveAsk: (brand) => `Möchten Sie keine E-Mails von ${brand} mehr bekommen?`,
  leaveButton: 'Abmelden',
  left: (brand) => `Erledigt. Sie bekommen keine E-Mails von ${brand} mehr.`,
  received:
    'Vielen Dank! Bitte sehen Sie in Ihr Postfach: Wir haben Ihnen einen Link geschickt, mit dem Sie Ihre Adresse bestätigen.',
  receivedTitle: 'Fast geschafft',
  notAccepted: 'Das hat nicht geklappt',
  greeting: (name) => (name === '' ? 'Guten Tag,' : `Guten Tag ${name},`),
  readOn: 'Auf unserer Website lesen',
  unsubscribe: 'Abmelden',
  why: (brand) => `Sie bekommen diese E-Mail, weil Sie sich bei ${brand} angemeldet haben.`,
  back: 'Zurück zur Website',
};

/** The words for a language tag such as `de-AT`; English where we do not speak it. */
export const wordsFor = (locale: string): AudienceWords & { readonly lang: string } =>
  /^de\b/i.test(locale) ? { ...de, lang: 'de' } : { ...en, lang: 'en' };

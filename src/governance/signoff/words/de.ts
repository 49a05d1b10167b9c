import type { SignOffWords } from './shape';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const de: SignOffWords = {
  lang: 'de',
  subject: (title) => `Bitte ansehen: „${title}“`,
  mailIntro: (name, asker, brand, title) =>
    `Guten Tag ${name}, ${asker}${brand === '' ? '' : ` von ${brand}`} bittet Sie, „${title}“ anzusehen, bevor es erscheint. Sie brauchen kein Passwort: Der Knopf öffnet eine Seite nur für Sie.`,
  mailMessage: (asker) => `${asker} schreibt:`,
  mailButton: 'Ansehen und antworten',
  mailUntil: (when) => `Der Link gilt bis ${when} und für eine Antwort.`,
  mailOnlyYou:
    'Bitte leiten Sie diese E-Mail nicht weiter: Wer den Link öffnet, kann in Ihrem Namen antworten. Wenn Sie nicht wissen, worum es geht, müssen Sie nichts tun.',
  heading: (title) => `Bitte ansehen: „${title}“`,
  asks: (asker, name) => `${name}, ${asker} bittet Sie um Ihre Antwort.`,
  until: (when, left) => `Sie können bis ${when} antworten (noch ${left}).`,
  changedSinceMail:
    'Seit der E-Mail an Sie wurde etwas geändert. Sie sehen den Beitrag so, wie er jetzt ist.',
  changedWhileOpen:
    'Während Sie den Beitrag angesehen haben, wurde er geändert. Ihre Antwort wurde deshalb nicht übernommen. Bitte sehen Sie ihn noch einmal an und antworten Sie dann.',
  entry: 'Was erscheinen soll',
  entryHint: 'Mit Ihrer Freigabe erscheint es so auf der Website.',
  pageOnSite: 'Adresse auf der Website:',
  emptyEntry: 'Hier gibt es noch keinen Text und keine Bilder.',
  copies: 'Auf anderen Kanälen',
  copiesHint: 'Diese Texte gehen zusammen damit hinaus.',
  copyOf: (channel) => `Für ${channel}`,
  copyIsPage: 'Die Seite selbst, wie oben.',
  linkTo: 'Link zu',
  beneath: 'Darunter gepostet',
  subjectLine: 'Betreff:',
  noText: 'Kein Text.',
  findings: 'Was die Markenprüfung sagt',
  noFindings: 'Nichts zu beanstanden.',
  severity: { error: 'Muss geändert werden', warning: 'Warnung', suggestion: 'Vorschlag' },
  changes: 'Was anders ist',
  changesSince: (when, isOwn) =>
    isOwn ? `Seit Ihrer Antwort vom ${when}:` : `Seit der Freigabe vom ${when}:`,
  firstTime: 'Sie sehen das zum ersten Mal.',
  noChanges: 'Nichts hat sich geändert.',
  before: 'Vorher',
  after: 'Jetzt',
  added: 'Neu',
  removed: 'Entfernt',
  moved: 'Steht jetzt an anderer Stelle',
  formOnly: 'Die Wörter sind gleich; Links oder Hervorhebungen sind anders.',
  moreChanges: (count) => `und ${plural(count, 'weitere Änderung', 'weitere Änderungen')}`,
  copyChanged: (channel) => `Der Text für ${channel} ist neu oder wurde geändert.`,
  talk: 'Was gesagt wurde',
  answer: 'Ihre Antwort',
  votes: ({ given, needed }) => `${given} von ${needed} Personen haben freigegeben.`,
  onlyComment: 'Sie können kommentieren. Freigeben werden andere.',
  cannot: {
    'review.four-eyes':
      'Sie haben das selbst geändert, deshalb muss jemand anderes freigeben. Sie können kommentieren.',
    'review.not-possible': 'Im Moment gibt es nichts freizugeben. Sie können kommentieren.',
    'review.voted-already': 'Sie haben das schon freigegeben. Sie können kommentieren.',
  },
  checklist: 'Bitte bestätigen Sie jeden Punkt',
  confirm: 'Ich habe alles auf dieser Seite gelesen und gebe es so frei, wie es hier steht.',
  comment: 'Kommentar',
  commentHint: 'Nötig, wenn Sie Änderungen wünschen. Alle, die daran arbeiten, lesen ihn.',
  buttons: { approve: 'Freigeben', 'request-changes': 'Änderungen wünschen', comment: 'Nur kommentieren' },
  problems: 'Ihre Antwort wurde noch nicht abgeschickt',
  missing: {
    decision: 'Wählen Sie einen der Knöpfe am Ende.',
    confirm: 'Kreuzen Sie an, dass Sie alles gelesen haben und freigeben.',
    comment: 'Schreiben Sie, was sich ändern soll oder was Sie sagen möchten.',
    checklist: 'Kreuzen Sie jeden Punkt der Liste an.',
  },
  pressAgain: 'Die Seite war zu lange offen, oder die Antwort kam zu schnell. Bitte drücken Sie noch einmal.',
  commented:
    'Vielen Dank, Ihr Kommentar wurde weitergegeben. Sie können weiterhin freigeben oder Änderungen wünschen.',
  done: {
    approve: 'Vielen Dank, Sie haben freigegeben',
    'request-changes': 'Vielen Dank, Sie haben Änderungen gewünscht',
  },
  doneText: {
    approve: (title) =>
      `Ihre Freigabe von „${title}“ ist festgehalten. Sie gilt genau für das, was Sie gesehen haben.`,
    'request-changes': (title) => `Ihre Änderungswünsche zu „${title}“ wurden weitergegeben.`,
  },
  receipt: 'Beleg',
  receiptWhat: 'Antwort',
  receiptWhen: 'Zeit',
  receiptVersion: 'Fassung',
  receiptVersionHint:
    'Bezeichnet genau das, was Sie gesehen haben. Sie steht auch in den Aufzeichnungen des Betriebs.',
  receiptComment: 'Ihr Kommentar',
  receiptWaits: ({ given, needed }) =>
    `${given} von ${needed} Freigaben liegen vor; die anderen stehen noch aus.`,
  closeNow: 'Dieser Link ist verbraucht. Sie können die Seite schließen.',
  closedTitle: {
    expired: 'Dieser Link ist zu alt',
    revoked: 'Dieser Link wurde zurückgezogen',
    settled: 'Es ist schon entschieden',
    withdrawn: 'Daran wird gearbeitet',
    unknown: 'Dieser Link geht nicht',
    replaced: 'Es gibt einen neueren Link',
    gone: 'Es ist nicht mehr da',
    limited: 'Zu viele Versuche',
    refused: 'Ihre Antwort wurde nicht übernommen',
  },
  closed: {
    expired: 'Die Zeit für die Antwort ist vorbei. Bitten Sie den Absender der E-Mail um einen neuen Link.',
    revoked: 'Der Absender hat die Bitte zurückgezogen. Sie müssen nichts tun.',
    settled: 'Andere haben inzwischen entschieden, Ihre Antwort wird nicht mehr gebraucht. Vielen Dank!',
    withdrawn:
      'Der Beitrag wurde zurückgenommen, um daran zu arbeiten. Wenn er fertig ist, bekommen Sie eine neue E-Mail.',
    unknown:
      'Die Adresse ist nicht vollständig, oder sie ist nicht von uns. Öffnen Sie sie noch einmal aus der E-Mail oder kopieren Sie die ganze Adresse.',
    replaced: 'Sie haben dazu eine neuere E-Mail bekommen. Bitte nehmen Sie den Link aus der neuesten.',
    gone: 'Der Beitrag, um den es ging, wurde gelöscht. Sie müssen nichts tun.',
    limited: 'Bitte warten Sie zehn Minuten und öffnen Sie den Link dann noch einmal aus der E-Mail.',
  },
  lookAgain: 'Noch einmal ansehen',
  skip: 'Zu Ihrer Antwort',
  days: (count) => plural(count, 'Tag', 'Tage'),
  hours: (count) => plural(count, 'Stunde', 'Stunden'),
  lessThanAnHour: 'weniger als eine Stunde',
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, screen } from '@testing-library/react';
import { createIntl } from 'react-intl';
import de from '../../admin/translations/de.json';
import en from '../../admin/translations/en.json';
import { checkCopy } from '../../src/channels/check-copy';
import type { BuiltInKind, Copy } from '../../src/channels/schema';
import type { Finding } from '../../src/brand/schema';
import { blockersOf, type GateFacts } from '../../src/governance/review/blockers';
import { standingOf } from '../../src/governance/review/standing';
import { standardWorkflow } from '../../src/governance/workflow/standard';
import { gateItems } from '../../src/publishing/preflight/gate';
import type { PreflightFacts } from '../../src/publishing/preflight/facts';
import type { PreflightItem } from '../../src/publishing/preflight/schema';
import { wordingItems } from '../../src/publishing/preflight/wording';
import { at, copyOf, decided, emil, rosa, type Step } from '../unit/governance/review/facts';
import { showPreflight } from './show-preflight';

const standing = (...steps: Step[]) => standingOf(decided(...steps), 'B', standardWorkflow);
const finding: Finding = {
  ...{ rule: 'brand.cover', severity: 'error', quote: '', fix: null, words: { key: 'element.cover' } },
  ...{ message: 'This entry has no cover. Choose one.', place: { field: 'cover', start: 0, end: 0 } },
};
const { words: _ours, ...ofTheHouse } = { ...finding, message: 'Bei uns heißt es Semmel.' };

/** What the gate says of these facts, as the panel gets it. */
function gate(facts: Partial<GateFacts>): PreflightItem[] {
  const blockers = blockersOf({
    ...{ standing: standing(['approve', 'B']), lastEdit: null, findings: [], copyFindings: [], copies: [] },
    ...{ tally: null, ownApproval: null, zone: 'Europe/Berlin' },
    ...facts,
  });
  const entry = { isEdited: false, page: 'none', hidden: [], blockers } as const;
  const publication = { state: 'scheduled', problem: null } as PreflightFacts['publication'];
  return gateItems({ entry, publication } as unknown as PreflightFacts).map((item) => ({
    ...item,
    publication: 'p1',
  }));
}

function copy(kind: BuiltInKind, changes: Partial<Copy>): PreflightItem[] {
  const check = checkCopy(kind, { text: 'Fresh rolls', link: null, pictures: [], edited: false, ...changes });
  const facts = { copy: { check, findings: { warnings: 0, suggestions: 0 }, alike: null } };
  return wordingItems(facts as unknown as PreflightFacts).map((item) => ({ ...item, publication: 'p1' }));
}
const picture = (alt: string) => ({ hash: 'h', url: '/h.jpg', alt });
const tally = {
  needed: 2,
  given: 1,
  missing: [['role:owner', 'may:review.approve'], ['user:rosa@bakery.test']],
};

/** What stands there, by the facts that bring it about; in German. */
const cases: readonly (readonly [german: string, items: PreflightItem[]])[] = [
  ['Niemand hat ihn freigegeben. Reichen Sie ihn zur Freigabe ein.', gate({ standing: standing() })],
  [
    'Er wartet auf die Freigabe. Jemand, der ihn nicht bearbeitet hat, muss ihn freigeben.',
    gate({ standing: standing(['submit', 'B']) }),
  ],
  [
    'Rosa bittet um Änderungen: „Preis fehlt“. Setzen Sie sie um und reichen Sie den Eintrag noch einmal ein.',
    gate({ standing: standing(['submit', 'B'], ['request-changes', 'B', { comment: 'Preis fehlt' }]) }),
  ],
  [
    'Rosa hat ihn zurückgezogen. Reichen Sie ihn zur Freigabe ein.',
    gate({ standing: standing(['submit', 'B'], ['withdraw', 'B']) }),
  ],
  [
    'Rosa hat ihn für eine Änderung entsperrt. Reichen Sie ihn noch einmal zur Freigabe ein.',
    gate({ standing: standing(['approve', 'A'], ['unlock', 'A']) }),
  ],
  [
    'Emil hat ihn am 22.11.2026, 10:30 geändert, nachdem Rosa ihn am 22.11.2026, 10:01 freigegeben hatte. Reichen Sie ihn noch einmal zur Freigabe ein.',
    gate({ standing: standing(['approve', 'A']), lastEdit: { by: emil, at: at(30) } }),
  ],
  [
    'Seit der Freigabe durch Rosa am 22.11.2026, 10:01 wurde etwas geändert, das er zeigt: ein Bild, sein Alternativtext oder ein Eintrag, auf den er verweist. Reichen Sie ihn noch einmal zur Freigabe ein.',
    gate({ standing: standing(['approve', 'A']) }),
  ],
  [
    '1 von 2 Freigaben liegen vor. Es fehlt noch: die Rolle owner oder jemand, der freigeben darf und rosa@bakery.test.',
    gate({ standing: standing(['submit', 'B']), tally }),
  ],
  [
    'Rosa hat ihn bearbeitet und auch freigegeben. Bitten Sie jemand anderen um die Freigabe.',
    gate({ ownApproval: rosa }),
  ],
  [
    'Der Text für Sky ist so, wie er jetzt ist, nicht freigegeben. Reichen Sie den Eintrag noch einmal zur Freigabe ein.',
    gate({ copies: [copyOf('Sky', 'x')] }),
  ],
  ['Dieser Eintrag hat kein Titelbild. Wählen Sie eines.', gate({ findings: [finding] })],
  ['Bei uns heißt es Semmel.', gate({ findings: [ofTheHouse] })],
  [
    'Der Text für Sky: Dieser Eintrag hat kein Titelbild. Wählen Sie eines.',
    gate({ copyFindings: [{ key: 'p1', name: 'Sky', findings: [finding] }] }),
  ],
  [
    'Der Text für Sky: Bei uns heißt es Semmel.',
    gate({ copyFindings: [{ key: 'p1', name: 'Sky', findings: [ofTheHouse] }] }),
  ],
  [
    'Mit Bildern oder einem Video nimmt Telegram 1024 Zeichen Text, dieser hat 1100. Kürzen Sie ihn, oder nehmen Sie sie heraus: ohne sie sind 4096 erlaubt.',
    copy('telegram', { text: 'a'.repeat(1_100), pictures: [picture('Rolls on a tray')] }),
  ],
  ['Es gibt nichts zu veröffentlichen. Schreiben Sie einen Text für Bluesky.', copy('bluesky', { text: '' })],
  [
    'Der Text ist für Bluesky um 17 Zeichen zu lang: Es sind 317, erlaubt sind 300. Bitte kürzen.',
    copy('bluesky', { text: 'x'.repeat(317) }),
  ],
  [
    'Der Titel ist für Bluesky um ein Zeichen zu lang: Es sind 301, erlaubt sind 300. Bitte kürzen.',
    copy('bluesky', { title: 'x'.repeat(301) }),
  ],
  [
    'Bluesky zeigt eine Linkkarte oder Bilder, nicht beides: Zu sehen ist nur das erste Bild, auf der Karte. Sehen Sie nach, ob es das wichtige ist; um alle zu zeigen, muss ein Programm die Fassung ohne ihren Link schicken.',
    copy('bluesky', { pictures: [picture('a'), picture('b')], link: 'https://bakery.test' }),
  ],
  [
    'Bluesky nimmt 4 Bilder, dieser Text hat 5. Nehmen Sie 1 heraus.',
    copy('bluesky', { pictures: Array.from({ length: 5 }, () => picture('a')) }),
  ],
  [
    'Instagram nimmt Beiträge mit mindestens einem Bild, dieser Text hat kein einziges. Wählen Sie im Eintrag ein Titelbild, oder lassen Sie den Kanal weg.',
    copy('instagram', {}),
  ],
  [
    'Instagram nimmt 30 Hashtags, dieser Text hat 32. Nehmen Sie 2 heraus.',
    copy('instagram', { text: '#rye '.repeat(32), pictures: [picture('Rolls on a tray')] }),
  ],
  [
    'Instagram nimmt 20 Erwähnungen, dieser Text hat 22. Nehmen Sie 2 heraus.',
    copy('instagram', { text: '@mill '.repeat(22), pictures: [picture('Rolls on a tray')] }),
  ],
  [
    'Bild 1 hat keinen Alternativtext. Sagen Sie für Menschen, die es nicht sehen können, was es zeigt.',
    copy('bluesky', { pictures: [picture('')] }),
  ],
  [
    'Google Business Profile zeigt Beiträge nicht, in deren Text eine Telefonnummer steht, und 030 1234567 sieht wie eine aus. Nehmen Sie sie heraus: Das Profil hat eine Schaltfläche zum Anrufen.',
    copy('google-business', { text: 'Call 030 1234567' }),
  ],
  ['Die E-Mail hat keinen Betreff. Schreiben Sie einen.', copy('email', {})],
  ['Der Betreff hat einen Zeilenumbruch. Machen Sie eine Zeile daraus.', copy('email', { subject: 'a\nb' })],
  [
    'Der Betreff hat 61 Zeichen; viele Programme schneiden nach 60 ab. Stellen Sie das Wichtige an den Anfang.',
    copy('email', { subject: 'x'.repeat(61) }),
  ],
  [
    'Der Vorschautext hat 111 Zeichen; viele Programme schneiden nach 110 ab. Stellen Sie das Wichtige an den Anfang.',
    copy('email', { subject: 'x', preheader: 'x'.repeat(111) }),
  ],
];

describe('what the gate, the brand and the channel say in “Will it go out?”', () => {
  afterEach(cleanup);

  it.each(cases)('%s', async (german, items) => {
    expect(items).toHaveLength(1);
    showPreflight('de', items);
    expect((await screen.findByText(german)).textContent).toBe(german);
  });

  it('is all of what they can say: a new code has to find words', () => {
    const parts = ['mail', 'pictures', 'problem'].map((part) => `src/channels/checks/${part}.ts`);
    const said = ['src/governance/review/blockers.ts', 'src/channels/check-copy.ts', ...parts]
      .map((path) => readFileSync(join(__dirname, '../..', path), 'utf8'))
      .flatMap((text) =>
        [...text.matchAll(/'((?:review|brand|copy|gate)\.[a-z-]+)'/g)].map(([, code]) => code),
      );
    expect(new Set(cases.flatMap(([, items]) => items.map(({ code }) => code)))).toEqual(new Set(said));
  });

  it.each([
    ['en', en],
    ['de', de],
  ] as const)('has every value that the sentences in %s name', (locale, messages) => {
    const problems: string[] = [];
    const intl = createIntl({ locale, messages, onError: ({ message }) => void problems.push(message) });
    const written: Readonly<Record<string, string>> = messages;
    for (const { code, values, message } of cases.flatMap(([, items]) => items)) {
      const id = `presence.preflight.say.${code}`;
      expect([id, id in written]).toEqual([id, true]);
      expect(intl.formatMessage({ id }, { ...values, finding: message })).not.toMatch(/[{}]/);
    }
    expect(problems).toEqual([]);
  });
});

import { DesignSystemProvider } from '@strapi/design-system';
import { render, screen } from '@testing-library/react';
import { createIntl, IntlProvider } from 'react-intl';
import { MemoryRouter } from 'react-router-dom';
import { PreflightPanel } from '../../admin/pages/campaign/preflight-panel';
import de from '../../admin/translations/de.json';
import en from '../../admin/translations/en.json';
import { fixes } from '../../src/publishing/preflight/finding';
import { preflightOf, verdictOf } from '../../src/publishing/preflight/preflight';
import type { PreflightFacts } from '../../src/publishing/preflight/facts';
import type { PreflightItem, PreflightView } from '../../src/publishing/preflight/schema';
import type { CampaignView } from '../../src/publishing/schema';
import { preflightCodes } from '../../src/shared/codes/publishing/preflight';
import { serverThat } from './brand-server';

const now = Date.UTC(2026, 10, 26, 9);
const hour = 3_600_000;

/** A post with everything in its way that can stand there together. */
const bad: PreflightFacts = {
  now,
  zone: 'Europe/Berlin',
  publication: {
    ...{ key: 'p1', kind: 'bluesky', channelName: 'Sky', state: 'scheduled', dueAt: now + 24 * hour },
    problem: null,
  },
  channel: { state: 'ready', reason: '', validUntil: now + hour },
  entry: {
    ...{ isEdited: true, page: 'missing', blockers: [] },
    hidden: [{ field: 'author', count: 1, message: 'The field author refers to an entry.' }],
  },
  copy: {
    check: { count: 1, limit: null, unit: 'characters', problems: [] },
    ...{ findings: { warnings: 1, suggestions: 2 }, deadLinks: ['https://bakery.test/rey'] },
    ...{ lostPictures: ['loaf.jpg'], privatePictures: { names: ['rye.jpg'], by: 'network' } },
    alike: { label: '“Wheat”', percent: 92 },
  },
  clash: {
    ...{ distance: 2 * hour, others: [{ name: '“Wheat”', at: now + 23 * hour }] },
    ...{ blackouts: [{ name: 'Berlin', kind: 'holiday' }], quota: { posts: 1, within: 24 * hour } },
  },
  cost: { price: { perPost: 10, currency: 'USD' }, posts: 21, cap: 200 },
  hold: { by: 'Rosa', reason: 'Wrong price' },
};
const other: PreflightFacts = {
  ...bad,
  ...{ channel: { state: 'untested', reason: '' }, hold: null, entry: null },
  publication: { ...bad.publication, dueAt: now - hour },
  cost: { price: { perPost: 10, currency: 'USD' }, posts: 18, cap: 200 },
};
/** Each thing once. */
const items: readonly PreflightItem[] = [
  ...new Map(
    [...preflightOf(bad), ...preflightOf(other)].map((item) => [`${item.code} ${item.message}`, item]),
  ).values(),
];

const showIn = (locale: 'en' | 'de', list: readonly PreflightItem[]) => {
  const view: PreflightView = {
    ...{ verdict: verdictOf(list.map(({ severity }) => severity)), at: now, costs: [] },
    publications: [
      {
        ...{ publication: 'p1', campaign: 'c1', campaignName: 'Rye', channelName: 'Sky', dueAt: now },
        ...{ verdict: 'red', items: [...list] },
      },
    ],
  };
  serverThat({ 'GET /presence/campaigns/c1/preflight': view });
  const campaign = {
    key: 'c1',
    entry: { uid: 'api::article.article', documentId: 'd1', locale: 'en' },
    publications: [{ key: 'p1', channel: 'sky', state: 'scheduled', dueAt: now, copy: { text: '' } }],
  } as unknown as CampaignView;
  return render(
    <DesignSystemProvider locale={locale}>
      <IntlProvider locale={locale} messages={locale === 'de' ? de : en} timeZone="Europe/Berlin">
        <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
          <PreflightPanel campaign={campaign} />
        </MemoryRouter>
      </IntlProvider>
    </DesignSystemProvider>,
  );
};

describe('the words of “Will it go out?”', () => {
  const refused = ['preflight.rejected', 'preflight.held'];

  it.each(Object.keys(preflightCodes).filter((code) => !refused.includes(code)))(
    'has a sentence in both languages for %s',
    (code) => {
      for (const words of [en, de] as const)
        expect(Object.keys(words)).toContain(`presence.preflight.say.${code}`);
    },
  );

  it.each(Object.entries(fixes))('has words in both languages for the fix %s', (key, { what }) => {
    expect((en as Record<string, string>)[`presence.preflight.fix.${key}`]).toBe(what);
    expect(Object.keys(de)).toContain(`presence.preflight.fix.${key}`);
  });

  it('gets every value that a sentence names', () => {
    expect(new Set(items.map(({ code }) => code)).size).toBeGreaterThanOrEqual(15);
    for (const [locale, messages] of [
      ['en', en],
      ['de', de],
    ] as const) {
      const problems: string[] = [];
      const intl = createIntl({ locale, messages, onError: ({ message }) => void problems.push(message) });
      for (const { code, values } of items)
        if (values) intl.formatMessage({ id: `presence.preflight.say.${code}` }, values);
      expect(problems).toEqual([]);
    }
  });

  it('says it in German, with times, names and money', async () => {
    showIn('de', items);
    await screen.findByText('Die Zugangsdaten von „Sky“ enden am 26.11.2026, 11:00, bevor dies hinausgeht.');
    screen.getByText('Rosa hat das Veröffentlichen angehalten. Wrong price');
    screen.getByText(/^21 Beiträge dieses Monats kosten 2,10\s\$; die Obergrenze ist 2,00\s\$\.$/);
    screen.getAllByText(/mit weniger als 2 Stunden Abstand\.$/);
    screen.getAllByText('Seine Zeit fällt in den Feiertag von Berlin.');
    expect(screen.getAllByRole('link', { name: 'Eine andere Zeit wählen' }).length).toBeGreaterThan(0);
  });

  it('leaves what only the server knows in its words', async () => {
    const message = 'Rosa changed it after it was approved.';
    const fix = { key: 'approve', what: 'Have it approved', where: 'entry' } as const;
    showIn('de', [
      { code: 'review.changed-since-approval', severity: 'red', publication: 'p1', message, fix },
    ]);
    await screen.findByText(message);
    screen.getByRole('link', { name: 'Freigeben lassen' });
  });
});

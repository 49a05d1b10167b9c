import { screen } from '@testing-library/react';
import { createIntl } from 'react-intl';
import de from '../../admin/translations/de.json';
import en from '../../admin/translations/en.json';
import { fixes } from '../../src/publishing/preflight/finding';
import type { VideoRules } from '../../src/channels/rules/video/rules';
import type { VideoFacts } from '../../src/channels/video/facts';
import { videoProblems } from '../../src/channels/video/fits';
import { preflightOf } from '../../src/publishing/preflight/preflight';
import type { PreflightFacts } from '../../src/publishing/preflight/facts';
import type { PreflightItem } from '../../src/publishing/preflight/schema';
import { preflightCodes } from '../../src/shared/codes/publishing/preflight';
import { showPreflight as showIn } from './show-preflight';

const now = Date.UTC(2026, 10, 26, 9);
const hour = 3_600_000;

const odd: VideoFacts = {
  ...{ format: 'mp4', bytes: 2_000_000, seconds: 10, width: 100, height: 100, codec: 'h264', sound: null },
  isQuickToStart: true,
};
const strict: VideoRules = {
  formats: { names: ['mp4'], source: '' },
  codecs: { names: ['h264'], source: '' },
  bytes: { max: 1_000_000, source: '' },
  seconds: { min: 3, max: 90, source: '' },
  ratio: { min: 0.5, max: 2, source: '' },
  side: { max: 500, source: '' },
  alt: 'none',
};

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
    video: [
      {
        ...{ severity: 'error', code: 'preflight.video-private', message: 'At home.' },
        values: { name: 'rye.mp4', channel: 'Threads' },
      },
      { severity: 'error', code: 'preflight.video-lost', message: 'Lost.', values: { name: 'rye.mp4' } },
      {
        severity: 'error',
        code: 'preflight.video-unreadable',
        message: 'Broken.',
        values: { name: 'rye.mp4' },
      },
      {
        severity: 'warning',
        code: 'preflight.video-unavailable',
        message: 'Away.',
        values: { name: 'rye.mp4' },
      },
      ...videoProblems(
        { ...odd, format: 'webm', codec: 'vp8', seconds: 200, width: 900, height: 100 },
        { label: 'Sky', video: strict },
      ),
      ...videoProblems({ ...odd, seconds: 1 }, { label: 'Sky', video: strict }),
      ...videoProblems({ ...odd, seconds: null }, { label: 'Sky', video: strict }),
    ],
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

import { useState } from 'react';
import { fireEvent, screen, within } from '@testing-library/react';
import { AimsCard } from '../../admin/pages/campaign/aims-card';
import { EntrySearch } from '../../admin/pages/campaign/entry-search';
import { PreflightPanel } from '../../admin/pages/campaign/preflight-panel';
import { channelsOf, filledDraft, timesOf } from '../../admin/pages/campaign/template-draft';
import { lineOf, type Timed } from '../../admin/pages/campaign/timeline';
import { TimelineCard } from '../../admin/pages/campaign/timeline-card';
import { newDraft, type CampaignDraft } from '../../admin/pages/campaign/use-campaign';
import type { ChannelView } from '../../src/channels/schema';
import type { PreflightView } from '../../src/publishing/preflight/schema';
import type { CampaignView } from '../../src/publishing/schema';
import type { CampaignTemplateView } from '../../src/publishing/campaign/template';
import { show } from './stage';

const entry = { uid: 'api::article.article', documentId: 'd1', locale: 'en' };
const hour = 3_600_000;
const now = Date.UTC(2026, 10, 26, 9);

/** Answers each path with what is set for it, and writes down what was asked. */
function server(answers: Readonly<Record<string, () => unknown>>): string[] {
  const asked: string[] = [];
  globalThis.fetch = (async (url: unknown) => {
    const path = String(url).replace('http://cms.test/presence', '');
    asked.push(path);
    const answer = Object.entries(answers).find(([start]) => path.startsWith(start))?.[1];
    return { ok: true, status: 200, json: async () => answer?.() ?? [] } as Response;
  }) as typeof fetch;
  return asked;
}

const timed = (channelName: string, dueAt: number | null, part: Partial<Timed> = {}): Timed => ({
  ...{ key: channelName, kind: 'bluesky', channelName, state: 'scheduled', dueAt, deliveredAt: null },
  ...part,
});

describe('the line of times', () => {
  it.each<[string, Timed[], string[], number | null]>([
    ['nothing has a time', [timed('Sky', null)], [], null],
    ['one is to come', [timed('Sky', now + hour)], ['Sky 0.96'], 0.04],
    [
      'one went out and one is to come, with now between them',
      [timed('Letter', now + 3 * hour), timed('Site', now - hour, { deliveredAt: now - hour })],
      ['Site 0.04', 'Letter 0.96'],
      0.27,
    ],
    [
      'all went out at the same time',
      [timed('Site', now - hour, { deliveredAt: now - hour })],
      ['Site 0.50'],
      null,
    ],
  ])('where %s', (_what, list, points, marker) => {
    const line = lineOf(list, now);
    expect(line.points.map(({ of, share }) => `${of.channelName} ${share.toFixed(2)}`)).toEqual(points);
    if (marker === null) expect(line.now).toBeNull();
    else expect(line.now).toBeCloseTo(marker);
  });

  it('is read as a list in the order of the times, on the clock of the business', () => {
    show(
      <TimelineCard
        list={[timed('Letter', now + 3 * hour), timed('Sky', now + hour), timed('Partner', null)]}
        zone="America/New_York"
        now={now}
      />,
    );
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent);
    expect(rows[0]).toMatch(/^SkyScheduled.*Nov 26, 2026, 5:00 AM.*in 1 hour/);
    expect(rows[1]).toMatch(/^Letter/);
    expect(screen.getByText('Without a time: Partner')).toBeTruthy();
  });
});

describe('the panel “Will it go out?”', () => {
  const publication = '00000000-0000-4000-8000-000000000001';
  const campaign = {
    key: 'c1',
    entry,
    publications: [{ key: publication, channel: 'sky', state: 'scheduled', dueAt: now, copy: { text: '' } }],
  } as unknown as CampaignView;
  const view = (isFixed: boolean): PreflightView => ({
    verdict: isFixed ? 'green' : 'red',
    at: now,
    costs: [],
    publications: [
      {
        ...{ publication, campaign: 'c1', campaignName: 'Rye', channelName: 'Bluesky', dueAt: now },
        verdict: isFixed ? 'green' : 'red',
        items: [
          ...(isFixed
            ? []
            : ([
                {
                  ...{ code: 'copy.too-long', severity: 'red' as const, publication },
                  message: 'The text is 7 characters too long.',
                  fix: { key: 'change-copy', what: 'Change the copy', where: 'copy' },
                },
                {
                  ...{ code: 'review.not-approved', severity: 'red' as const, publication },
                  message: 'Nobody has approved it.',
                  fix: { key: 'approve', what: 'Have it approved', where: 'entry' },
                },
              ] as const)),
          {
            ...{ code: 'preflight.clash-fine', severity: 'green' as const, publication },
            ...{ message: 'Its time collides with nothing.', fix: null },
          },
        ],
      },
    ],
  });

  it('names what is in the way with the way to mend it, and turns green when it is looked at again', async () => {
    let isFixed = false;
    server({ '/campaigns/c1/preflight': () => view(isFixed) });
    show(<PreflightPanel campaign={campaign} />);
    await screen.findByText('Not everything goes out as it stands');
    expect(screen.getAllByRole('img', { name: 'In the way' })).toHaveLength(2);
    expect(screen.getByRole('link', { name: 'Change the copy' }).getAttribute('href')).toBe('#copy-sky');
    expect(screen.getByRole('link', { name: 'Have it approved' }).getAttribute('href')).toContain(
      '/content-manager/collection-types/api::article.article/d1',
    );
    isFixed = true;
    fireEvent.click(screen.getByRole('button', { name: 'Look again' }));
    await screen.findByText('Everything goes out');
    expect(screen.queryAllByRole('link')).toEqual([]);
    expect(screen.getByText('1 thing in order')).toBeTruthy();
  });

  it('says once what concerns all channels, and with each what is mended there', async () => {
    const { publications, ...rest } = view(false);
    const letter = '00000000-0000-4000-8000-000000000002';
    const also = publications.map((one) => ({ ...one, publication: letter, channelName: 'The letter' }));
    server({ '/campaigns/c1/preflight': () => ({ ...rest, publications: [...publications, ...also] }) });
    show(<PreflightPanel campaign={campaign} />);
    await screen.findByText('On every channel');
    expect(screen.getAllByText('Nobody has approved it.')).toHaveLength(1);
    expect(screen.getAllByText('The text is 7 characters too long.')).toHaveLength(2);
    expect(screen.getAllByText('Does not go out')).toHaveLength(2);
  });

  it('says when nothing waits any more', async () => {
    server({ '/campaigns/c1/preflight': () => ({ verdict: 'green', at: now, costs: [], publications: [] }) });
    show(<PreflightPanel campaign={campaign} />);
    await screen.findByText('Nothing waits to go out any more.');
  });
});

describe('what a template makes of a new campaign', () => {
  const channel = (key: string, kind: ChannelView['kind']) => ({ key, kind, name: key }) as ChannelView;
  const channels = [
    channel('letter', 'email'),
    channel('site', 'website'),
    channel('sky', 'bluesky'),
    channel('sky2', 'bluesky'),
  ];
  const template: CampaignTemplateView = {
    ...{ key: 'new-product', name: 'New product', description: '' },
    channels: [
      { kind: 'website', after: 'start', minutes: 0 },
      { kind: 'bluesky', after: 'website', minutes: 60 },
      { kind: 'webhook', after: 'website', minutes: 60 },
      { kind: 'email', after: 'start', minutes: 1_440 },
    ],
    goal: { measure: 'clicks', amount: 200, days: 30 },
    utm: { campaign: 'new-product', medium: '', term: '', content: '', sources: {} },
    checklist: [{ key: 'price', text: 'What it costs' }],
  };

  it('picks one channel of each kind that there is', () => {
    expect(channelsOf(template, channels).map(({ key }) => key)).toEqual(['site', 'sky', 'letter']);
  });

  it('keeps the time of day a day later, also where the clocks change in between', () => {
    const first = { kind: 'at', local: '2026-10-24T18:00', zone: 'Europe/Berlin' } as const;
    expect(timesOf(template, channels, first, now, 'Europe/Berlin')).toEqual({
      site: first,
      sky: { kind: 'after', minutes: 60 },
      letter: { ...first, local: '2026-10-25T18:00' },
    });
  });

  it('goes by the clock where there is no website to go by', () => {
    const first = { kind: 'at', local: '2026-10-24T18:00', zone: 'Europe/Berlin' } as const;
    const without = channels.filter(({ kind }) => kind !== 'website');
    expect(timesOf(template, without, first, now, 'Europe/Berlin')).toEqual({
      sky: { ...first, local: '2026-10-24T19:00' },
      letter: { ...first, local: '2026-10-25T18:00' },
    });
  });

  it('begins now where no time was given', () => {
    const times = timesOf(template, channels, { kind: 'now' }, now, 'Europe/Berlin');
    expect(times?.['site']).toEqual({ kind: 'now' });
    expect(times?.['sky']).toEqual({ kind: 'after', minutes: 60 });
    expect(times?.['letter']).toEqual({ kind: 'at', local: '2026-11-27T10:00', zone: 'Europe/Berlin' });
  });

  it('sets goal and parameters', () => {
    expect(filledDraft(newDraft(entry, 'ask'), template, now, 'Europe/Berlin')).toMatchObject({
      target: { measure: 'clicks', amount: 200, until: '2026-12-26' },
      utm: { campaign: 'new-product' },
      template: 'new-product',
    });
  });

  it('shows its checklist, and a goal whose number and day can be changed', () => {
    let shown: CampaignDraft = newDraft(entry, 'ask');
    function Stage() {
      const [draft, setDraft] = useState(filledDraft(newDraft(entry, 'ask'), template, now, 'Europe/Berlin'));
      shown = draft;
      return (
        <AimsCard
          draft={draft}
          change={(part) => setDraft((before) => ({ ...before, ...part }))}
          canManage
          refusal={undefined}
          template={template}
          zone="Europe/Berlin"
        />
      );
    }
    show(<Stage />);
    fireEvent.change(screen.getByLabelText('How many'), { target: { value: '250' } });
    fireEvent.change(screen.getByLabelText('Until'), { target: { value: '2026-12-24' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'What it costs' }));
    fireEvent.change(screen.getByLabelText('Source on Bluesky (utm_source)'), { target: { value: 'bsky' } });
    expect(shown).toMatchObject({
      target: { amount: 250, until: '2026-12-24' },
      checked: ['price'],
      utm: { campaign: 'new-product', sources: { bluesky: 'bsky' } },
    });
  });

  it.each([
    ['Pacific/Kiritimati', '2026-11-27'],
    ['America/Los_Angeles', '2026-11-26'],
  ])('begins with the day that it is in %s', (zone, day) => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 10, 26, 21));
    const change = jest.fn();
    show(
      <AimsCard
        {...{ change, zone, refusal: undefined, template: undefined }}
        draft={newDraft(entry, 'ask')}
        canManage
      />,
    );
    fireEvent.keyDown(screen.getByRole('combobox', { name: 'Counted' }), { key: 'ArrowDown' });
    fireEvent.keyDown(screen.getByRole('option', { name: 'Clicks on links' }), { key: 'Enter' });
    expect(change).toHaveBeenCalledWith({ target: { amount: 100, until: day, measure: 'clicks' } });
    jest.restoreAllMocks();
  });
});

describe('the search for an entry', () => {
  it('shows the newest first, searches by title and hands on what was picked', async () => {
    const found = (title: string) => ({ entry, title, typeName: 'article', updatedAt: now });
    const asked = server({
      '/campaigns/entries?q=rye': () => [found('Rye week')],
      '/campaigns/entries': () => [found('Wheat'), { ...found('Spelt'), entry: { ...entry, locale: 'de' } }],
    });
    const picked: string[] = [];
    show(<EntrySearch pick={({ title }) => picked.push(title)} />);
    await screen.findByText('Wheat');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'rye' } });
    await screen.findByText('Rye week');
    fireEvent.click(within(screen.getByRole('list')).getByRole('button', { name: 'Choose “Rye week”' }));
    expect(picked).toEqual(['Rye week']);
    expect(asked).toEqual(['/campaigns/entries', '/campaigns/entries?q=rye']);
  });

  it('says so where nothing fits', async () => {
    server({ '/campaigns/entries': () => [] });
    show(<EntrySearch pick={() => undefined} />);
    await screen.findByText(/^There are no entries yet/);
  });
});

import { useState } from 'react';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { BrandOfCopies } from '../../admin/pages/campaign/brand-of-copies';
import { CopyFindings } from '../../admin/pages/campaign/copy-findings';
import { disagreementsOf } from '../../admin/pages/campaign/disagreements-of';
import { ScoreMark } from '../../admin/pages/campaign/score-mark';
import { useCopiesBrand } from '../../admin/pages/campaign/use-copies-brand';
import type { Line } from '../../admin/pages/campaign/use-campaign';
import type { CheckCopiesAnswer, StandingFinding } from '../../src/brand/findings/schema';
import { scoreOf } from '../../src/brand/findings/score';
import type { Finding } from '../../src/brand/schema';
import type { Copy } from '../../src/channels/schema';
import { show } from './stage';

const entry = { uid: 'api::article.article', documentId: 'd1', locale: 'en' };
const copy = (text: string): Copy => ({ text, link: null, pictures: [], edited: false });
const line = (channel: string, kind: Line['kind'], text: string): Line => ({
  ...{ channel, kind, channelName: channel === 'mail' ? 'Newsletter' : 'Bluesky' },
  ...{ copy: copy(text), isChanged: false, publication: null },
});

const finding = (part: Partial<Finding> & Pick<Finding, 'quote'>, text: string): StandingFinding => {
  const start = text.indexOf(part.quote);
  const whole: Finding = {
    rule: 'brand.term/cheap',
    severity: 'error',
    message: 'Say “fair-priced”.',
    place: { field: 'text', start, end: start + part.quote.length },
    fix: null,
    ...part,
  };
  return {
    finding: whole,
    mark: { rule: whole.rule, field: 'text', quote: part.quote, before: '', after: '' },
    standing: null,
  };
};

const mail = 'Now 15 % off our cheap loaf.';
const post = 'Now 20 % off.';
const percent = { rule: 'fact.percent', message: '20 % on Bluesky, 15 % in the newsletter.' };
const there = { channel: 'sky', place: { field: 'text', start: 4, end: 8 }, quote: '20 %' };
const answer: CheckCopiesAnswer = {
  entry: [],
  copies: [
    {
      channel: 'mail',
      findings: [
        finding({ ...percent, quote: '15 %', channel: 'mail', other: there }, mail),
        finding({ quote: 'cheap', channel: 'mail', fix: { label: '', replacement: 'fair-priced' } }, mail),
      ],
      score: scoreOf([finding({ quote: 'cheap' }, mail), finding({ quote: '15 %' }, mail)]),
    },
    {
      channel: 'sky',
      findings: [finding({ ...percent, quote: '20 %', channel: 'sky' }, post)],
      score: scoreOf([finding({ quote: '20 %' }, post)]),
    },
  ],
};

function server(now: () => CheckCopiesAnswer = () => answer) {
  const asked: { path: string; body: unknown }[] = [];
  globalThis.fetch = (async (url: unknown, init?: RequestInit) => {
    const path = String(url).replace('http://cms.test/presence', '');
    asked.push({ path, body: JSON.parse(String(init?.body ?? 'null')) as unknown });
    const said =
      path === '/brand/check-copies' ? now() : path.startsWith('/content-types') ? [] : { items: [] };
    return { ok: true, status: 200, json: async () => said } as Response;
  }) as typeof fetch;
  return () => asked.filter(({ path }) => path === '/brand/check-copies').map(({ body }) => body);
}

function Campaign() {
  const [lines, setLines] = useState([line('mail', 'email', mail), line('sky', 'bluesky', post)]);
  const brand = useCopiesBrand(entry, lines, null);
  const write = (channel: string, part: Partial<Copy>) =>
    setLines((before) =>
      before.map((each) => (each.channel === channel ? { ...each, copy: { ...each.copy, ...part } } : each)),
    );
  return (
    <main>
      <BrandOfCopies brand={brand} lines={lines} entry={entry} />
      {lines.map((each) => (
        <div key={each.channel}>
          <ScoreMark brand={brand.copies.get(each.channel)} />
          <textarea
            name={`${each.channel}:text`}
            aria-label={each.channelName}
            value={each.copy.text}
            onChange={(event) => write(each.channel, { text: event.target.value })}
          />
          <CopyFindings
            line={each}
            brand={brand.copies.get(each.channel)}
            waivers={brand.waivers}
            entry={entry}
            reader={{ id: '1', mayWaive: true }}
            set={(part) => write(each.channel, part)}
            changed={brand.again}
          />
        </div>
      ))}
    </main>
  );
}

const textOf = (name: string) => screen.getByLabelText<HTMLTextAreaElement>(name);

describe('the copies of a campaign', () => {
  beforeEach(() => sessionStorage.clear());

  it('each show their score and findings, marked in their own text, and are fixed there', async () => {
    const asked = server();
    show(<Campaign />);
    expect(await screen.findByText('Score 60 of 100, Must be fixed')).toBeTruthy();
    await waitFor(() =>
      expect(
        [...textOf('Newsletter').parentElement!.querySelectorAll('mark')].map((mark) => mark.textContent),
      ).toEqual(['15 %', 'cheap']),
    );
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: /fair-priced/ })));
    expect(textOf('Newsletter').value).toBe('Now 15 % off our fair-priced loaf.');
    expect(textOf('Bluesky').value).toBe(post);
    // Only what still stands is shown until the server has looked again.
    expect(screen.queryByRole('button', { name: /fair-priced/ })).toBeNull();
    expect(asked()[0]).toMatchObject({ ...entry, copies: [{ channel: 'mail' }, { channel: 'sky' }] });
  });

  it('that say different things say so at the campaign, with the way to both places', async () => {
    server();
    show(<Campaign />);
    const way = await screen.findByRole('button', { name: 'Newsletter, Text: “15 %”' });
    await act(async () => void fireEvent.click(way));
    const text = textOf('Newsletter');
    expect(document.activeElement).toBe(text);
    expect(text.value.slice(text.selectionStart, text.selectionEnd)).toBe('15 %');
    await act(
      async () => void fireEvent.click(screen.getByRole('button', { name: 'Bluesky, Text: “20 %”' })),
    );
    expect(document.activeElement).toBe(textOf('Bluesky'));
  });
});

describe('an answer that says the same', () => {
  it('draws nothing anew, and one that says something else only what it is about', async () => {
    let said = answer;
    const asked = server(() => said);
    const seen: ReturnType<typeof useCopiesBrand>[] = [];
    const lines = [line('mail', 'email', mail), line('sky', 'bluesky', post)];
    function Watch() {
      seen.push(useCopiesBrand(entry, lines, null));
      return null;
    }
    show(<Watch />);
    await waitFor(() => expect(seen.at(-1)?.copies.size).toBe(2));
    const first = seen.at(-1)!;
    await act(async () => first.again());
    await waitFor(() => expect(asked()).toHaveLength(2));
    await waitFor(() => expect(seen.at(-1)?.isChecking).toBe(false));
    expect(seen.at(-1)!.copies).toBe(first.copies);

    const clean = { channel: 'sky', findings: [], score: scoreOf([]) };
    said = { ...answer, copies: answer.copies.map((one) => (one.channel === 'sky' ? clean : one)) };
    await act(async () => first.again());
    await waitFor(() => expect(seen.at(-1)?.copies.get('sky')?.lines).toEqual([]));
    expect(seen.at(-1)!.copies.get('mail')).toBe(first.copies.get('mail'));
  });
});

describe('what places say differently', () => {
  const [mails] = answer.copies;
  const of = (standing: StandingFinding['standing']) => {
    const lines = mails!.findings.map((each) => ({ ...each, standing }));
    return disagreementsOf({ entry: [], copies: new Map([['mail', { lines, score: mails!.score }]]) });
  };

  it('names both places, and nothing once it may stand', () => {
    expect(of(null).map(({ places }) => places.map(({ channel, quote }) => [channel, quote]))).toEqual([
      [
        ['mail', '15 %'],
        ['sky', '20 %'],
      ],
    ]);
    expect(of({ kind: 'baseline' })).toEqual([]);
  });
});

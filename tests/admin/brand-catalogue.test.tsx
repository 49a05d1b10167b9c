import { act, fireEvent, screen, within } from '@testing-library/react';
import { Packs } from '../../admin/pages/settings/brand/packs';
import { Proposing } from '../../admin/pages/settings/brand/proposal/dialog';
import { Rules } from '../../admin/pages/settings/brand/rules';
import type { PackView, Proposal, RuleView, Trial } from '../../src/brand/catalogue/schema';
import { brand, type BrandKit } from '../../src/brand/schema';
import { refused, serverThat } from './brand-server';
import { show } from './stage';

const rule = (part: Partial<RuleView>): RuleView => ({
  id: 'pattern/best',
  source: 'kit',
  severity: 'warning',
  enabled: false,
  fault: null,
  explanation: 'Say how good, not that it is the best.',
  link: 'https://example.com/best',
  examples: { fail: ['The best bread'], pass: ['Bread with walnuts'] },
  counts: { found: 4, dismissed: 9, falseAlarms: 1, waived: 2 },
  demote: true,
  ...part,
});

const trial = (part: Partial<Trial>): Trial => ({
  id: 't1',
  state: 'done',
  read: 40,
  total: 40,
  milliseconds: 1_240,
  found: 2,
  falseAlarms: 0,
  hits: [0, 1].map((index) => ({
    index,
    uid: 'api::article.article',
    documentId: `d${index}`,
    locale: 'en',
    title: `Rye ${index}`,
    field: 'body',
    before: 'This is the ',
    quote: 'best',
    after: ' rye in town',
    message: 'Say how.',
    falseAlarm: false,
  })),
  problem: null,
  ...part,
});

describe('the list of rules', () => {
  it('says what people did with the findings of a rule, and that it is in doubt', async () => {
    serverThat({ 'GET /presence/brand/rules': [rule({})] });
    show(<Rules />);
    const row = await screen.findByRole('listitem', { name: 'Pattern: best' });
    expect(within(row).getByText('4 findings now · 9 dismissed · 1 false alarm · 2 waived')).toBeTruthy();
    expect(within(row).getByText('People keep dismissing this')).toBeTruthy();
    fireEvent.click(within(row).getByRole('button', { name: 'Details' }));
    expect(within(row).getByText('The best bread')).toBeTruthy();
    expect(within(row).getByRole('link', { name: 'More about this rule' }).getAttribute('href')).toBe(
      'https://example.com/best',
    );
  });

  it('switches a rule on, and says in the row why the server does not', async () => {
    let isClosed = false;
    const calls = serverThat({
      'GET /presence/brand/rules': [rule({})],
      'PUT /presence/brand/rules/pattern%2Fbest': (sent: object) =>
        isClosed ? refused('Somebody else changed this rule.', { code: 'x' }, 409) : rule(sent),
    });
    show(<Rules />);
    const toggle = await screen.findByRole('checkbox', { name: 'Pattern: best on or off' });
    await act(async () => fireEvent.click(toggle));
    expect(calls.at(-1)).toMatchObject({ method: 'PUT', body: { enabled: true } });
    expect(screen.getByText('1 rule, 1 of them on')).toBeTruthy();
    isClosed = true;
    await act(async () => fireEvent.click(toggle));
    expect(screen.getByText('Somebody else changed this rule.')).toBeTruthy();
    expect(screen.getByText('1 rule, 1 of them on')).toBeTruthy();
  });

  it('says above all that a rule was stopped, and in its row why', async () => {
    serverThat({
      'GET /presence/brand/rules': [
        rule({ id: 'a' }),
        rule({ id: 'z', fault: { code: 'brand.rule-slow', message: 'It took more than 200 ms.' } }),
      ],
    });
    show(<Rules />);
    expect(await screen.findByText(/1 rule did not work and was switched off/)).toBeTruthy();
    const [first] = screen.getAllByRole('listitem', { name: /^[az]$/ });
    expect(first?.textContent).toContain('It took more than 200 ms.');
  });

  it('says what to do while there are none', async () => {
    serverThat({ 'GET /presence/brand/rules': [] });
    show(<Rules />);
    expect(await screen.findByText('Fill the brand kit, or upload a rule pack.')).toBeTruthy();
  });
});

describe('a trial', () => {
  const begin = async () => {
    show(<Rules />);
    fireEvent.click(await screen.findByRole('button', { name: 'Details' }));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Try on everything we have' })));
    return screen.getByRole('dialog');
  };

  it('shows how far it is, then each hit with its passage; hits are marked, and the rule is switched on', async () => {
    const calls = serverThat({
      'GET /presence/brand/rules': [rule({})],
      'GET /presence/content-types': [],
      'POST /presence/brand/trials': trial({ state: 'running', read: 10, found: 0, hits: [] }),
      'GET /presence/brand/trials/t1': trial({}),
      'POST /presence/brand/trials/t1/marks': trial({ falseAlarms: 1 }),
      'PUT /presence/brand/rules/pattern%2Fbest': rule({ enabled: true }),
    });
    const dialog = await begin();
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ kind: 'rule', id: 'pattern/best' });
    expect(within(dialog).getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    const enable = within(dialog).getByRole('button', { name: 'Switch the rule on' });
    expect(enable.getAttribute('aria-disabled')).toBe('true');
    expect(
      await within(dialog).findByText('40 of 40 entries read in 1.2 s: 2 places found', undefined, {
        timeout: 20_000,
      }),
    ).toBeTruthy();
    expect([...dialog.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
      'best',
      'best',
    ]);
    expect(within(dialog).getByRole('link', { name: 'Rye 1' }).getAttribute('href')).toContain('/d1?');
    await act(async () =>
      fireEvent.click(within(dialog).getAllByRole('checkbox', { name: 'False alarm' })[1]!),
    );
    expect(calls.at(-1)?.body).toEqual({ hit: 1, falseAlarm: true });
    expect(within(dialog).getByText(/^1 of 2 marked/)).toBeTruthy();
    await act(async () => fireEvent.click(enable));
    expect(calls.at(-1)).toMatchObject({ method: 'PUT', body: { enabled: true } });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says why it did not get through, and does not offer to switch on what failed', async () => {
    serverThat({
      'GET /presence/brand/rules': [rule({})],
      'POST /presence/brand/trials': trial({
        state: 'failed',
        found: 0,
        hits: [],
        problem: 'The rule was too slow.',
      }),
    });
    const dialog = await begin();
    expect(await within(dialog).findByText('The rule was too slow.')).toBeTruthy();
    expect(
      within(dialog).getByRole('button', { name: 'Switch the rule on' }).getAttribute('aria-disabled'),
    ).toBe('true');
  });
});

const pack = (part: Partial<PackView>): PackView => ({
  name: 'write-good',
  enabled: true,
  from: 'upload',
  rules: 10,
  locales: ['en'],
  problems: [],
  licence: 'MIT',
  importedAt: Date.UTC(2026, 10, 26),
  ...part,
});

describe('the packs', () => {
  const upload = (name: string, size = 3) =>
    act(async () => {
      const file = Object.assign(new File(['zip'], name), { arrayBuffer: async () => new ArrayBuffer(3) });
      Object.defineProperty(file, 'size', { value: size });
      fireEvent.change(screen.getByLabelText('Choose a pack', { selector: 'input' }), {
        target: { files: [file] },
      });
    });

  it('are uploaded as a zip and listed with what they bring', async () => {
    let all: PackView[] = [];
    const calls = serverThat({
      'GET /presence/brand/packs': () => ({ packs: all }),
      // The answer names what was uploaded, not what was there before.
      'POST /presence/brand/packs': () => {
        all = [pack({ name: 'Google' }), pack({})];
        return { packs: [pack({})] };
      },
    });
    show(<Packs />);
    expect(await screen.findByText('No packs yet')).toBeTruthy();
    await upload('write-good.zip');
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      name: 'write-good.zip',
      zip: 'AAAA',
    });
    expect(await screen.findByRole('heading', { name: 'Google' }, { timeout: 20_000 })).toBeTruthy();
    expect(screen.getByText(/^write-good is here with 10 rules/)).toBeTruthy();
    expect(screen.getAllByText('10 rules · Licence: MIT · Uploaded on Nov 26, 2026')).toHaveLength(2);
  });

  it('are not sent where they are no zip or too large', async () => {
    const calls = serverThat({ 'GET /presence/brand/packs': { packs: [] } });
    show(<Packs />);
    await screen.findByText('No packs yet');
    await upload('style.yml');
    expect(screen.getByText('This is no zip file.')).toBeTruthy();
    await upload('huge.zip', 7_000_000);
    expect(screen.getByText(/larger than 6 MB/)).toBeTruthy();
    expect(calls.some(({ method }) => method === 'POST')).toBe(false);
  });

  it('say of each file that was not taken which, where and why', async () => {
    const problem = { file: 'W/Bad.yml', line: 3, code: 'pack.yaml', message: 'This is no YAML.' };
    serverThat({
      'GET /presence/brand/packs': { packs: [pack({ problems: [problem] })] },
      'POST /presence/brand/packs': refused('No rule of the pack can be used.', {
        code: 'pack.empty',
        problems: [{ ...problem, file: 'X.yml', line: null }],
      }),
    });
    show(<Packs />);
    fireEvent.click(await screen.findByRole('button', { name: '1 file was not taken' }));
    expect(screen.getByText('W/Bad.yml, line 3')).toBeTruthy();
    await upload('other.zip');
    expect(screen.getByText('No rule of the pack can be used.')).toBeTruthy();
    expect(screen.getByText('X.yml')).toBeTruthy();
  });

  it('are switched off, and removed only after asking; those of a folder stay', async () => {
    const calls = serverThat({
      'GET /presence/brand/packs': {
        packs: [pack({}), pack({ name: 'Google', from: 'folder', importedAt: null })],
      },
      'PUT /presence/brand/packs/write-good': pack({ enabled: false }),
      'DELETE /presence/brand/packs/write-good': {},
    });
    show(<Packs />);
    const toggle = await screen.findByLabelText('write-good on or off', undefined, { timeout: 20_000 });
    await act(async () => fireEvent.click(toggle));
    expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ enabled: false });
    expect(screen.getAllByRole('button', { name: 'Remove' })).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(calls.some(({ method }) => method === 'DELETE')).toBe(false);
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Delete' })));
    expect(calls.some(({ method }) => method === 'DELETE')).toBe(true);
  });
});

describe('a proposal', () => {
  const proposal: Proposal = {
    entriesRead: 12,
    palette: [{ name: 'Crust', hex: '#c8553d', share: 0.3 }],
    names: [{ name: 'Lindner', count: 9, variants: [{ text: 'LINDNER', count: 2 }] }],
    terms: [{ avoid: 'e-mail', prefer: 'email', counts: [7, 1], locale: 'en' }],
    voice: {
      meanSentence: 12.3,
      longestSentence: null,
      readingGrade: null,
      passiveShare: 0.08,
      exclamations: null,
      person: 'we',
      formality: null,
    },
  };

  it('is shown with ticks, and only what is ticked goes into the form', async () => {
    serverThat({ 'POST /presence/brand/propose': proposal });
    const taken: BrandKit[] = [];
    show(
      <Proposing
        brand={brand.parse({ key: 'main', name: 'Lindner', uids: [], locales: [], kit: {} })}
        take={(kit) => taken.push(kit)}
        close={() => undefined}
      />,
    );
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Read and propose' })));
    expect(screen.getByText(/12 entries were read/)).toBeTruthy();
    expect(screen.getByText(/also written LINDNER \(2\)/)).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: /^e-mail → email/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'You speak as “we”' }));
    fireEvent.click(screen.getByRole('button', { name: 'Take 3 over' }));
    expect(taken[0]?.names.map(({ name }) => name)).toEqual(['Lindner']);
    expect(taken[0]?.palette).toEqual([{ name: 'Crust', hex: '#c8553d' }]);
    expect([taken[0]?.terms, taken[0]?.voice.person?.use, taken[0]?.voice.passive]).toEqual([[], 'we', null]);
  });
});

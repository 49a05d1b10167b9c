import { act, fireEvent, screen, within } from '@testing-library/react';
import { Kit } from '../../admin/pages/settings/brand/kit';
import type { BrandsView } from '../../src/brand/catalogue/schema';
import { brandKit } from '../../src/brand/schema';
import { refused, serverThat } from './brand-server';
import { show } from './stage';

const viewOf = (kit: object, from: 'admin' | 'file' = 'admin'): BrandsView => ({
  brands: [{ key: 'main', name: 'Lindner', uids: [], locales: [], kit: brandKit.parse(kit), from }],
});

/** Opens the page with this kit; `save` answers what is sent. */
async function open(start: BrandsView, save: unknown = (sent: unknown) => sent) {
  const calls = serverThat({
    'GET /presence/brand/brands': start,
    'PUT /presence/brand/brands': save,
    'GET /presence/content-types': [
      {
        uid: 'api::article.article',
        name: 'Article',
        kind: 'collectionType',
        draftAndPublish: true,
        localized: true,
        fields: [],
        guessed: {},
      },
    ],
    'GET /i18n/locales': [{ code: 'en', name: 'English', isDefault: true }],
  });
  show(<Kit />);
  await screen.findByRole('navigation', { name: 'Parts of the kit' });
  return calls;
}

const go = (section: string) =>
  fireEvent.click(
    within(screen.getByRole('navigation', { name: 'Parts of the kit' })).getByRole('button', {
      name: new RegExp(`^${section}`),
    }),
  );
const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const save = () => act(async () => click('Save'));

describe('the kit page', () => {
  it('keeps the accounts of a name, leaves out those that are emptied, and marks one that is none', async () => {
    const start = viewOf({ names: [{ name: 'Mill', accounts: { x: 'mill', linkedin: '2414183' } }] });
    const problem = { code: 'request.invalid', path: 'brands[0].kit.names[0].accounts.bluesky' };
    const calls = await open(start, refused('Must be an account such as mill.bsky.social.', problem));
    click('Open Mill');
    type('X', '');
    type('Bluesky', 'mill');
    type(/^Name on LinkedIn/, 'Mill Ltd');
    await save();
    expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({
      brands: [
        {
          kit: {
            names: [
              {
                accounts: {
                  bluesky: 'mill',
                  linkedin: 'urn:li:organization:2414183',
                  linkedinName: 'Mill Ltd',
                },
              },
            ],
          },
        },
      ],
    });
    expect(JSON.stringify(calls.find(({ method }) => method === 'PUT')?.body)).not.toContain('"x"');
    expect(screen.getByLabelText('Bluesky').getAttribute('aria-invalid')).toBe('true');
  });

  it('saves a name that was added, as it was written', async () => {
    const calls = await open(viewOf({}));
    expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true');
    click('Add a name');
    expect(document.activeElement).toBe(screen.getByLabelText('Right spelling'));
    type('Right spelling', 'Lindner & Daughters');
    type(/often written wrongly/, 'Lindner + Daughters\n');
    await save();
    expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({
      brands: [
        {
          key: 'main',
          kit: { names: [{ name: 'Lindner & Daughters', misspellings: ['Lindner + Daughters'] }] },
        },
      ],
    });
    expect(calls.find(({ method }) => method === 'PUT')?.body).not.toHaveProperty('brands[0].from');
  });

  it('says at its field what the server refuses, at its section and for the brand, and keeps what was written', async () => {
    const kit = viewOf({ patterns: [{ key: 'best', pattern: '(a+)+$', message: 'No.' }] });
    await open(
      kit,
      refused('The pattern takes too long on some texts.', {
        code: 'brand.pattern-too-slow',
        path: 'brands[0].kit.patterns[0].pattern',
      }),
    );
    go('Own patterns');
    click('Open No.');
    type('What to tell the writer', 'Never.');
    await save();
    expect(screen.getByText('The pattern takes too long on some texts.')).toBeTruthy();
    expect(screen.getByText('Nothing was saved: 1 place has to be mended. It is marked below.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Own patterns 1 to mend' })).toBeTruthy();
    expect(screen.getByDisplayValue('Never.')).toBeTruthy();
  });

  it('shows 5,000 words by the page, finds one of them, and changes that one', async () => {
    const terms = Array.from({ length: 5_000 }, (_, index) => ({ avoid: `word${index}x` }));
    const calls = await open(viewOf({ terms }));
    go('Words to avoid');
    expect(screen.getAllByRole('button', { name: /^Open / })).toHaveLength(20);
    fireEvent.change(screen.getByPlaceholderText('Search 5,000 entries'), {
      target: { value: 'word4321x' },
    });
    await screen.findByText('word4321x', undefined, { timeout: 20_000 });
    expect(screen.getAllByRole('button', { name: /^Open / })).toHaveLength(1);
    click('Open word4321x');
    type('Prefer', 'better');
    await save();
    const sent = calls.find(({ method }) => method === 'PUT')?.body as BrandsView;
    expect(sent.brands[0]?.kit.terms.filter(({ prefer }) => prefer !== null)).toMatchObject([
      { avoid: 'word4321x', prefer: 'better' },
    ]);
  });

  it('shows the forms of a word before they are saved', async () => {
    await open(viewOf({ terms: [{ avoid: 'cheap', inflect: true }] }));
    go('Words to avoid');
    click('Open cheap');
    const forms = screen.getByText('These forms are found too:').parentElement!;
    expect(within(forms).getByText('cheaper')).toBeTruthy();
  });

  it('takes a list that was pasted, after saying what becomes of it', async () => {
    await open(viewOf({ terms: [{ avoid: 'cheap' }] }));
    go('Words to avoid');
    click('Paste a list');
    const dialog = screen.getByRole('alertdialog');
    fireEvent.change(within(dialog).getByLabelText('Words'), {
      target: { value: 'cheap → low\nyummy → good\nnice' },
    });
    expect(within(dialog).getByText('2 words would be added.')).toBeTruthy();
    expect(within(dialog).getByText('cheap → low')).toBeTruthy();
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Add 2 words' })));
    expect(screen.getByText('yummy')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /^Open / })).toHaveLength(3);
  });

  it('tries a pattern on its examples and on a text while it is written', async () => {
    await open(
      viewOf({
        patterns: [
          {
            key: 'best',
            pattern: 'best',
            message: 'Say how.',
            replacement: 'good',
            examples: { fail: ['The best bread'], pass: ['The bestial bread'] },
          },
        ],
      }),
    );
    go('Own patterns');
    click('Open Say how.');
    expect(screen.getAllByRole('img', { name: 'As it should be' })).toHaveLength(1);
    expect(screen.getByText('It should find nothing here.')).toBeTruthy();
    type('Pattern', '\\bbest\\b');
    expect(screen.getAllByRole('img', { name: 'As it should be' })).toHaveLength(2);
    type('Try it on a text', 'Our best and best bread');
    expect(screen.getByText('2 places found')).toBeTruthy();
    expect(screen.getByText('The first would become “good”.')).toBeTruthy();
    type('Pattern', '(b+)+est');
    expect(screen.getByText(/The server judges it when you save/)).toBeTruthy();
  });

  it('switches a rule on with what it needs, and off again', async () => {
    const calls = await open(viewOf({}));
    go('Voice');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Limit the passive voice' }));
    const part = screen.getByRole('region', { name: 'Limit the passive voice' });
    fireEvent.change(within(part).getByLabelText('At most this share (%)'), { target: { value: '12.5' } });
    await save();
    expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({
      brands: [{ kit: { voice: { passive: { maxShare: 0.125, severity: 'suggestion' } } } }],
    });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Limit the passive voice' }));
    expect(within(part).queryByLabelText('At most this share (%)')).toBeNull();
  });

  it('says of two colours whether one can be read on the other', async () => {
    await open(
      viewOf({
        palette: [
          { name: 'Crust', hex: '#c8553d' },
          { name: 'Flour', hex: '#fdf6ec' },
        ],
      }),
    );
    go('Palette');
    const table = screen.getByRole('table');
    const row = within(table).getByRole('rowheader', { name: 'Crust' }).closest('tr')!;
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['', '4:1 large text', '4.3:1 large text', '4.8:1 any text']);
  });

  it('takes away the tick of a word that is right here', async () => {
    const calls = await open(viewOf({ inclusive: {} }));
    go('Inclusive language');
    fireEvent.click(screen.getByRole('checkbox', { name: /^chairman/ }));
    expect(screen.getByText(/1 word is not reported/)).toBeTruthy();
    await save();
    expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({
      brands: [{ kit: { inclusive: { except: ['chairman'] } } }],
    });
  });
});

describe('several brands', () => {
  it('are added with a name, moved, and taken away again', async () => {
    await open(viewOf({}));
    const brands = () =>
      within(screen.getByRole('navigation', { name: 'Brands' }))
        .getAllByRole('button')
        .map(({ textContent }) => textContent);
    const add = async (name: string) => {
      click('Add a brand');
      const dialog = screen.getByRole('alertdialog');
      fireEvent.change(within(dialog).getByLabelText('Name of the brand'), { target: { value: name } });
      await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Add a brand' })));
    };
    await add('Café');
    await add('Shop');
    expect(brands()).toEqual(['Café', 'Shop', 'Lindner', 'Add a brand']);
    expect(screen.getByRole('button', { name: 'Later' }).getAttribute('aria-disabled')).toBe('true');
    click('Earlier');
    expect(brands()).toEqual(['Shop', 'Café', 'Lindner', 'Add a brand']);
    click('Delete this brand');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Delete' })));
    expect(brands()).toEqual(['Café', 'Lindner', 'Add a brand']);
  });

  it('cannot be changed here where they stand in a file', async () => {
    const calls = await open(viewOf({ names: [{ name: 'Lindner' }] }, 'file'));
    expect(screen.getByText(/stands in a file of the app/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add a name' })).toBeNull();
    click('Open Lindner');
    type('Right spelling', 'Other');
    expect(screen.getByDisplayValue('Lindner')).toBeTruthy();
    expect(calls.some(({ method }) => method === 'PUT')).toBe(false);
  });
});

describe('a file with brands', () => {
  const fileOf = (text: string) =>
    Object.assign(new File([text], 'brands.json', { type: 'application/json' }), { text: async () => text });
  const choose = async (text: string) => {
    click('Import');
    await act(async () => {
      fireEvent.change(screen.getByLabelText('JSON file with a kit or with brands'), {
        target: { files: [fileOf(text)] },
      });
    });
  };

  it('is shown by what it would change before it comes into the form, and is not saved yet', async () => {
    const calls = await open(viewOf({ names: [{ name: 'Lindner' }] }));
    await choose(JSON.stringify({ names: [{ name: 'A' }, { name: 'B' }], longestSentence: { words: 20 } }));
    const dialog = screen.getByRole('alertdialog');
    expect(within(dialog).getByText('Names: 1 now, 2 then')).toBeTruthy();
    expect(within(dialog).getByText('Voice: different')).toBeTruthy();
    await act(async () =>
      fireEvent.click(within(dialog).getByRole('button', { name: 'Take into the form' })),
    );
    expect(screen.getByText('B')).toBeTruthy();
    expect(calls.some(({ method }) => method === 'PUT')).toBe(false);
    expect(screen.getByText('There are changes that are not saved yet.')).toBeTruthy();
  });

  it.each([
    ['{', /is no JSON/],
    ['{"names":[{"name":""}]}', /names\[0\]\.name/],
    ['{"nams":[]}', /nams: There is no such option/],
  ])('%s is refused with the reason', async (text, reason) => {
    await open(viewOf({}));
    await choose(text);
    const dialog = screen.getByRole('alertdialog');
    expect(within(dialog).getByText(reason)).toBeTruthy();
    expect(
      within(dialog).getByRole('button', { name: 'Take into the form' }).getAttribute('aria-disabled'),
    ).toBe('true');
  });
});

describe('the page while nothing is known', () => {
  it('says what went wrong and offers to try again', async () => {
    serverThat({});
    show(<Kit />);
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

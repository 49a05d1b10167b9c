import { letterOf, type LetterContent } from '../../../server/mail/letter';
import { htmlOfText, plainTextOf } from '../../../server/mail/plain-text';

const content = (change: Partial<LetterContent> = {}): LetterContent => ({
  locale: 'en',
  brand: 'Lindner & Daughters',
  subject: 'Rye is back',
  preheader: 'From Friday',
  title: 'Rye is back <script>',
  picture: { url: '/uploads/rye.jpg', alt: 'A loaf & a knife' },
  html: '<p>Come <a href="https://bakery.test/rye?a=1&amp;b=2">by</a> or <a href="mailto:a@b.test">write</a>.</p><img src="/uploads/x.jpg" alt="x">',
  pageUrl: 'https://bakery.test/en/rye',
  imprint: 'Lindner & Daughters\nMill Lane 1, 12345 Town',
  base: 'https://cms.bakery.test',
  ...change,
});
const values = {
  name: 'Emil <b>',
  unsubscribe: 'https://cms.bakery.test/u/1?x=1&y=2',
  pixel: 'https://cms.bakery.test/o/1',
  links: ['https://t.test/1?a&b', 'https://t.test/2'],
};

describe('a newsletter', () => {
  it('is rendered once and filled for each person', async () => {
    const letter = await letterOf(content());
    expect(letter.links).toEqual(['https://bakery.test/rye?a=1&b=2', 'https://bakery.test/en/rye']);
    const { html, text } = letter.fill(values);
    expect(html).toContain('Hello Emil &lt;b&gt;,');
    expect(html).toContain('href="https://t.test/1?a&amp;b"');
    expect(html).toContain('href="https://t.test/2"');
    expect(html).toContain('href="https://cms.bakery.test/u/1?x=1&amp;y=2"');
    expect(html).toContain('href="mailto:a@b.test"');
    expect(html).toContain('src="https://cms.bakery.test/uploads/rye.jpg"');
    expect(html).toContain('src="https://cms.bakery.test/uploads/x.jpg"');
    expect(html).toContain('src="https://cms.bakery.test/o/1"');
    expect(html).toContain('Rye is back &lt;script&gt;');
    expect(html).not.toMatch(/[\uE000\uE001]/);
    expect(html).not.toContain('fonts.googleapis');
    expect(text).toContain('Hello Emil <b>,');
    expect(text).toContain('https://t.test/2');
    expect(text).toContain('https://cms.bakery.test/u/1?x=1&y=2');
    expect(text).toContain('Mill Lane 1');
    expect(text).not.toMatch(/[\uE000\uE001<]{2}|&amp;/);
  });

  it('speaks German, and greets a person without a name', async () => {
    const { html } = (await letterOf(content({ locale: 'de-AT' }))).fill({ ...values, name: '' });
    expect(html).toContain('Guten Tag,');
    expect(html).toContain('lang="de"');
    expect(html).toContain('Abmelden');
  });

  it('shows no button where there is no page, and no picture to count where nothing counts', async () => {
    const letter = await letterOf(content({ pageUrl: null, picture: null, html: '<p>x</p>' }));
    expect(letter.links).toEqual([]);
    expect(letter.fill({ ...values, pixel: null, links: [] }).html).not.toContain('width="1"');
  });

  it('lets no article name a value of a person', async () => {
    const letter = await letterOf(
      content({ title: '\uE000unsubscribe\uE001', html: '<p>\uE000evil\uE001</p>' }),
    );
    expect(letter.fill({ ...values, links: ['https://t.test/2'] }).html).toContain('evil');
  });
});

it('plain text becomes paragraphs with links, and nothing else', () => {
  expect(htmlOfText('One\ntwo <b>\n\nSee https://bakery.test/x.')).toBe(
    '<p>One<br>two &lt;b&gt;</p>\n<p>See <a href="https://bakery.test/x">https://bakery.test/x</a>.</p>',
  );
});

it('the text part names where a link leads', async () => {
  expect(await plainTextOf('<p>Come <a href="https://bakery.test">by</a></p>')).toBe(
    'Come by [https://bakery.test]',
  );
});

import { fixedFields, withoutOverlaps } from '../../admin/components/fixing/fixing';
import { keptFindings, merged } from '../../admin/components/fixing/kept';
import { canFixIn, pictureIn } from '../../admin/panels/brand/in-content';
import { formCheckOf } from '../../admin/panels/check-entry';
import { follow } from '../../admin/components/marks/follow';
import type { Finding, Fix } from '../../src/brand/schema';
import { readContent } from '../../src/content/read';
import { context, misspelt } from './form-brand';

const emptyContent = readContent(context.model, {}, {}, context.roles);
const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });
const at = (start: number, end: number, field = 'title'): Finding['place'] => ({ field, start, end });
const chosen = (quote: string, place: Finding['place'], replacement: string) => ({
  finding: { ...misspelt(place.field, place.start, quote), place },
  fix: { label: '', replacement } satisfies Fix,
});

describe('several fixes at once', () => {
  it('each lands on its own passage, however long the others make the text', () => {
    const values = { title: 'aa bb cc' };
    const all = [chosen('aa', at(0, 2), 'a'), chosen('cc', at(6, 8), 'ccc'), chosen('bb', at(3, 5), '')];
    expect(fixedFields(values, all)).toEqual({ fields: { title: 'a  ccc' }, made: 3 });
  });

  it('of two that overlap the first is made', () => {
    const all = [chosen('bb cc', at(3, 8), 'x'), chosen('aa bb', at(0, 5), 'y')];
    expect(withoutOverlaps(all).map(({ fix }) => fix.replacement)).toEqual(['y']);
  });

  it('change only the block at fault, and nothing where the text has moved on', async () => {
    const first = paragraph('Fresh and good.');
    const values = { title: '', body: [first, paragraph('A cheap bun.')] };
    const [finding] = (await formCheckOf(context))(values, 'en').findings;
    const all = [{ finding: finding!, fix: finding!.fix! }];
    const { fields } = fixedFields(values, all);
    expect(fields).toEqual({ body: [first, paragraph('A fair-priced bun.')] });
    expect((fields['body'] as unknown[])[0]).toBe(first);
    const moved = { title: '', body: [first, paragraph('A dear bun.')] };
    expect(fixedFields(moved, all)).toEqual({ fields: {}, made: 0 });
  });

  it('are not offered where the form does not hold the text', () => {
    const content = {
      ...emptyContent,
      texts: [
        { field: 'cover.alternativeText', editable: false },
        { field: 'title', editable: true },
      ] as unknown as typeof emptyContent.texts,
    };
    expect(canFixIn(content, misspelt('cover.alternativeText', 0, 'laof'))).toBe(false);
    expect(canFixIn(content, misspelt('title', 0, 'laof'))).toBe(true);
  });
});

describe('a mark while the text is written', () => {
  it.each([
    ['before it', 'a cheap loaf', 'such a cheap loaf', [7, 12]],
    ['behind it', 'a cheap loaf', 'a cheap, good loaf', [2, 7]],
    ['in it', 'a cheap loaf', 'a cheXap loaf', null],
    ['over it', 'a cheap loaf', 'a loaf', null],
    ['nowhere', 'a cheap loaf', 'a cheap loaf', [2, 7]],
    ['at its end, as a new word', 'a cheap', 'a cheap ', [2, 7]],
  ])('written %s', (_, before, after, place) => {
    const [moved] = follow(before, after, [{ start: 2, end: 7 }]);
    expect(moved && [moved.start, moved.end]).toEqual(place);
  });
});

describe('what the server found, while the form goes on', () => {
  const before = { title: 'Our laof', body: [paragraph('A laof.')], cover: null };
  const inTitle = misspelt('title', 4, 'laof');
  const inBody: Finding = { ...misspelt('body', 2, 'laof'), place: { ...at(2, 6, 'body'), block: [0, 0] } };
  const missing: Finding = { ...misspelt('cover', 0, ''), rule: 'element.cover' };

  it('stays with a passage that moved, and goes with one that changed', () => {
    const now = { ...before, title: 'All our laof', body: [paragraph('A loaf.')] };
    expect(keptFindings([inTitle, inBody], before, now).map(({ place }) => place)).toEqual([at(8, 12)]);
    const inOther = { ...before, body: [paragraph('Well, a laof.')] };
    expect(keptFindings([inBody], before, inOther).map(({ place }) => place.start)).toEqual([8]);
  });

  it('what is about no text stays while its field holds the same', () => {
    expect(keptFindings([missing], before, { ...before, title: 'Other' })).toEqual([missing]);
    expect(keptFindings([missing], before, { ...before, cover: { id: 1 } })).toEqual([]);
  });

  it('is listed once where the browser found it too', () => {
    expect(merged([inTitle], [{ ...inTitle, message: 'Older.' }, inBody])).toEqual([inTitle, inBody]);
  });
});

describe('the picture of a finding', () => {
  const picture = (field: string, start: number, url: string) => ({
    ...{ field, place: at(start, start + 1, field), url, name: url.slice(1), id: start },
  });
  const content = {
    ...emptyContent,
    pictures: [
      picture('cover', 0, '/bread.jpg'),
      picture('body', 3, '/a.jpg'),
      picture('body', 9, '/b.jpg'),
    ] as unknown as typeof emptyContent.pictures,
  };

  it.each([
    ['cover', 0, '/bread.jpg'],
    ['cover.alternativeText', 5, '/bread.jpg'],
    ['body', 9, '/b.jpg'],
    ['body', 4, undefined],
    ['title', 0, undefined],
  ])('in %s at %d', (field, start, url) => {
    expect(pictureIn(content, misspelt(field, start, ''))?.url).toBe(url);
  });
});

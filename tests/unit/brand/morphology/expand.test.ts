import { expandKit } from '../../../../src/brand/morphology/expand';
import { brandKit } from '../../../../src/brand/schema';

const expanded = (terms: readonly object[], locale?: string) =>
  expandKit(brandKit.parse({ terms }), locale).terms.map((term) =>
    term.expanded.map(({ form, prefer }) => (prefer === null ? form : `${form} → ${prefer}`)),
  );

describe('saving a kit writes out the forms of its terms', () => {
  test('only of those that ask for it', () => {
    expect(expanded([{ avoid: 'cheap', prefer: 'fair' }])).toEqual([[]]);
    expect(expanded([{ avoid: 'cheap', prefer: 'fair', inflect: true }])).toEqual([
      ['cheaper → fairer', 'cheapest → fairest'],
    ]);
  });

  test('in the languages of the term, or the default one', () => {
    expect(expanded([{ avoid: 'Lösung', inflect: true, locales: ['de-AT', 'de'] }])).toEqual([['Lösungen']]);
    expect(expanded([{ avoid: 'client', inflect: true }], 'fr')).toEqual([['clients']]);
    expect(expanded([{ avoid: 'client', inflect: true, locales: ['ja'] }])).toEqual([[]]);
  });

  test('what another term says of a form counts', () => {
    const terms = [
      { avoid: 'cheap', prefer: 'fair', inflect: true },
      { avoid: 'Cheapest', prefer: null },
    ];
    expect(expanded(terms)).toEqual([['cheaper → fairer'], []]);
  });

  test('what a person named as a form stays theirs', () => {
    expect(expanded([{ avoid: 'cheap', inflect: true, forms: ['cheaper'] }])).toEqual([['cheapest']]);
  });

  test('switching it off takes them away again', () => {
    const [saved] = expandKit(brandKit.parse({ terms: [{ avoid: 'cheap', inflect: true }] })).terms;
    expect(saved?.expanded).toHaveLength(2);
    expect(expanded([{ ...saved, inflect: false }])).toEqual([[]]);
  });

  test('a saved kit is saved again as the same', () => {
    const kit = expandKit(brandKit.parse({ terms: [{ avoid: 'utilize', prefer: 'use', inflect: true }] }));
    expect(expandKit(brandKit.parse(kit))).toEqual(kit);
  });
});

import { act, fireEvent, screen } from '@testing-library/react';
import { BrandFindings } from '../../admin/panels/brand-findings';
import { fixedField, findingsOf } from '../../admin/panels/check-entry';
import { brandKit } from '../../src/brand/schema';
import type { BrandContext } from '../../src/governance/schema';
import { show } from './stage';

const context: BrandContext = {
  brand: 'main',
  kit: brandKit.parse({
    terms: [{ avoid: 'cheap', prefer: 'fair-priced', reason: 'People have wages.', severity: 'error' }],
  }),
  model: {
    uid: 'api::article.article',
    kind: 'collectionType',
    displayName: 'Article',
    draftAndPublish: true,
    localized: false,
    attributes: { title: { type: 'string' }, body: { type: 'blocks' } },
  },
  components: {},
  roles: { title: 'title', summary: null, body: 'body', cover: null, slug: null, canonicalUrl: null },
  governed: true,
};
const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

describe('the brand check of an unsaved form', () => {
  it('lists what it finds with its reason, and its fix goes into the form', async () => {
    const changes: unknown[] = [];
    const values = { title: 'Our cheap loaf', body: [] };
    show(
      <BrandFindings
        context={{ value: context }}
        values={values}
        locale="en"
        change={(...change) => changes.push(change)}
      />,
    );
    const fix = await screen.findByRole('button', { name: /Replace/ });
    expect(screen.getByText(/People have wages/)).toBeTruthy();
    act(() => void fireEvent.click(fix));
    expect(changes).toEqual([['title', 'Our fair-priced loaf']]);
  });

  it('says so when all is well', async () => {
    show(
      <BrandFindings context={{ value: context }} values={{ title: 'Our loaf' }} locale="en" change={null} />,
    );
    expect(await screen.findByText('All good.')).toBeTruthy();
  });

  it('changes only the block at fault, and nothing when the text has moved on', () => {
    const first = paragraph('Fresh and good.');
    const values = { title: '', body: [first, paragraph('A cheap bun.')] };
    const [finding] = findingsOf(context, values, 'en');
    const fixed = fixedField(values, finding!);
    expect(fixed).toEqual({ field: 'body', value: [first, paragraph('A fair-priced bun.')] });
    expect((fixed!.value as unknown[])[0]).toBe(first);
    expect(fixedField({ title: '', body: [first, paragraph('A dear bun.')] }, finding!)).toBeNull();
  });
});

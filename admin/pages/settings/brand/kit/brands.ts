import type { Brands, BrandsView, BrandView } from '../../../../../src/brand/catalogue/schema';
import { brandKit, type Brand } from '../../../../../src/brand/schema';
import type { FieldProblem } from '../../../../refusal';
import { keyFor } from '../../workflows/draft';

/** A new brand with an empty kit; it stands before the one that takes the rest. */
export function withNew(brands: readonly BrandView[], name: string): BrandView[] {
  const key = keyFor(
    name,
    brands.map((one) => one.key),
  );
  const fresh: BrandView = { key, name, uids: [], locales: [], kit: brandKit.parse({}), from: 'admin' };
  const rest = brands.findIndex((one) => one.key === 'main');
  return rest < 0 ? [...brands, fresh] : [...brands.slice(0, rest), fresh, ...brands.slice(rest)];
}

/** What goes to the server: every brand in its order, without where it comes from. */
export const toSave = ({ brands }: BrandsView): Brands => ({
  brands: brands.map(({ from: _, ...one }) => one),
});

/** The problems of one brand, by their path in it: `brands[1].kit.names[0].name` → `kit.names[0].name`. */
export function problemsOf(problems: readonly FieldProblem[], index: number): FieldProblem[] {
  const start = `brands[${index}].`;
  return problems
    .filter(({ path }) => path.startsWith(start))
    .map(({ path, message }) => ({ path: path.slice(start.length), message }));
}

/** What an imported file would do to the brands that are there. */
export interface BrandChange {
  readonly key: string;
  readonly name: string;
  readonly kind: 'new' | 'changed' | 'same';
  /** Parts of the brand that differ: `names`, `terms`, `palette`… with how many the list has now and then, where it is one. */
  readonly parts: readonly {
    readonly part: string;
    readonly before: number | null;
    readonly after: number | null;
  }[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const lengthOf = (value: unknown): number | null => (Array.isArray(value) ? value.length : null);

/** Compares brands by their keys; what is not in the file stays as it is. */
export function changesOf(now: readonly Brand[], then: readonly Brand[]): BrandChange[] {
  return then.map((brand) => {
    const old = now.find(({ key }) => key === brand.key);
    const before = old ? flat(old) : {};
    const after = flat(brand);
    const parts = Object.keys(after)
      .filter((part) => (old ? !same(before[part], after[part]) : (lengthOf(after[part]) ?? 0) > 0))
      .map((part) => ({ part, before: lengthOf(before[part]), after: lengthOf(after[part]) }));
    return {
      key: brand.key,
      name: brand.name,
      kind: !old ? 'new' : parts.length > 0 ? 'changed' : 'same',
      parts,
    };
  });
}

const flat = ({ name, uids, locales, kit }: Brand): Record<string, unknown> => ({
  name,
  uids,
  locales,
  ...kit,
});

/** The brands with those of a file in their places, new ones before the one that takes the rest. */
export function merged(now: readonly BrandView[], then: readonly Brand[]): BrandView[] {
  const replaced = now.map((brand) => {
    const next = then.find(({ key }) => key === brand.key);
    return next && brand.from === 'admin' ? { ...next, from: brand.from } : brand;
  });
  const added = then
    .filter(({ key }) => !now.some((brand) => brand.key === key))
    .map((brand) => ({ ...brand, from: 'admin' as const }));
  const rest = replaced.findIndex(({ key }) => key === 'main');
  return rest < 0 ? [...replaced, ...added] : [...replaced.slice(0, rest), ...added, ...replaced.slice(rest)];
}

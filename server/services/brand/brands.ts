import { brands as brandsSchema, type BrandsView, type BrandView } from '../../../src/brand/catalogue/schema';
import { mainKey, whichBrand } from '../../../src/brand/catalogue/brands/which-brand';
import { brandKit as kitSchema, type Brand, type BrandKit } from '../../../src/brand/schema';
import type { Actor } from '../../../src/shared/actor';
import { invalidRequest } from '../../../src/shared/issues';
import { fail, ok, type Problem, type Result } from '../../../src/shared/result';
import type { OptionsStore } from '../../stores/options';
import type { Audit } from '../audit';
import { cached } from '../cached';
import type { Transaction } from '../transaction';

const option = 'brands';
/** Where the one kit was before there were several brands. It is read until brands are saved. */
const oldOption = 'brand-kit';

export interface BrandsDeps {
  readonly options: OptionsStore;
  readonly audit: Audit;
  readonly transaction: Transaction;
  /** A kit as it is stored: forms written out, patterns judged; or why it cannot be. */
  readonly prepare: (kit: BrandKit) => Promise<Result<BrandKit>>;
  readonly now: () => number;
}

export type BrandsService = ReturnType<typeof brandsService>;

/** The brands of the business. An unchanged kit stays the same object, so that what was made of it can be kept by it. */
export function brandsService({ options, audit, transaction, prepare, now }: BrandsDeps) {
  const kept = new Map<string, { readonly text: string; readonly brand: BrandView }>();
  let fromFile: readonly Brand[] = [];
  let last: { readonly text: string; readonly all: readonly BrandView[] } | null = null;

  /** The same object for as long as a brand says the same. */
  function same(brand: Brand, from: BrandView['from']): BrandView {
    const text = `${from} ${JSON.stringify(brand)}`;
    const known = kept.get(brand.key);
    if (known?.text === text) return known.brand;
    const view = { ...brand, from };
    kept.set(brand.key, { text, brand: view });
    return view;
  }

  const held = cached(async () => {
    const [stored, old] = [await options.get(option), await options.get(oldOption)];
    const text = JSON.stringify([stored ?? null, stored ? null : (old ?? null)]);
    if (last?.text === text) return last.all;
    const own = stored ? brandsSchema.parse(stored).brands : [mainOf(kitSchema.parse(old ?? {}))];
    const filed = new Set(fromFile.map(({ key }) => key));
    const all = [
      ...fromFile.map((brand) => same(brand, 'file')),
      ...own.filter(({ key }) => !filed.has(key)).map((brand) => same(brand, 'admin')),
    ];
    last = { text, all };
    return all;
  }, now);

  const all = (): Promise<readonly BrandView[]> => held.get();
  return {
    all,
    view: async (): Promise<BrandsView> => ({ brands: await all() }),

    /** The brand of an entry; `main` where none other claims it. */
    of: async (uid: string | null, locale: string | null): Promise<BrandView> =>
      whichBrand(await all(), uid, locale),

    /** Brands that a file of the app holds. They stand before those of the admin, and in place of those with their keys. */
    setFiled(brands: readonly Brand[]): void {
      fromFile = brands;
      last = null;
      held.forget();
    },

    /** Saves all brands, in their order. */
    async save(next: unknown, actor: Actor): Promise<Result<BrandsView>> {
      const parsed = brandsSchema.safeParse(next);
      if (!parsed.success) return fail(invalidRequest(parsed.error));
      const filed = new Map(fromFile.map((brand) => [brand.key, JSON.stringify(brand)]));
      const brands: Brand[] = [];
      for (const [index, brand] of parsed.data.brands.entries()) {
        const file = filed.get(brand.key);
        if (file !== undefined && file !== JSON.stringify(brand)) return fail(readOnly(brand, index));
        const kit = file === undefined ? await prepare(brand.kit) : ok(brand.kit);
        if (!kit.ok) return fail(inBrand(kit.error, index));
        brands.push({ ...brand, kit: kit.value });
      }
      await transaction(async () => {
        await options.set(option, { brands });
        await options.remove(oldOption);
        await audit.record({ kind: 'brand-kit.save', actor, details: { brands: brands.map(countsOf) } });
      });
      last = null;
      held.forget();
      return ok({ brands: await all() });
    },
  };
}

const mainOf = (kit: BrandKit): Brand => ({
  key: mainKey,
  name: kit.names[0]?.name ?? 'Main brand',
  uids: [],
  locales: [],
  kit,
});

/** What the record says of a brand: which one, and how much stands in its kit. */
export function countsOf({ key, kit }: Brand): Readonly<Record<string, unknown>> {
  const { names, terms, patterns, forbiddenClaims, claims } = kit;
  const counts = { names, terms, patterns, forbiddenClaims, claims };
  return { key, ...Object.fromEntries(Object.entries(counts).map(([name, list]) => [name, list.length])) };
}

const inBrand = (problem: Problem, index: number): Problem => ({
  ...problem,
  path: `brands[${index}].kit${problem.path ? `.${problem.path}` : ''}`,
});

const readOnly = ({ name, key }: Brand, index: number): Problem => ({
  code: 'brand.read-only',
  message: `The brand “${name}” (${key}) comes from a file of the app. Change it there and restart Strapi, or leave it out here.`,
  path: `brands[${index}]`,
});

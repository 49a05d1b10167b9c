import { brandKit as kitSchema, emptyKit, type BrandKit } from '../../src/brand/schema';
import type { Actor } from '../../src/shared/actor';
import { invalidRequest } from '../../src/shared/issues';
import { fail, ok, type Result } from '../../src/shared/result';
import type { OptionsStore } from '../stores/options';
import type { Audit } from './audit';
import { cached } from './cached';
import type { Transaction } from './transaction';

const option = 'brand-kit';

export interface BrandKitDeps {
  readonly options: OptionsStore;
  readonly audit: Audit;
  readonly transaction: Transaction;
  readonly now: () => number;
}

export type BrandKitService = ReturnType<typeof brandKitService>;

/** The one brand kit of the business; the empty kit until somebody saves one. */
export function brandKitService({ options, audit, transaction, now }: BrandKitDeps) {
  // The check makes a kit ready once per object, so an unchanged kit stays the same object.
  let last = { text: '', kit: emptyKit };
  const held = cached(async () => {
    const stored = await options.get(option);
    const text = JSON.stringify(stored ?? {});
    if (text !== last.text) last = { text, kit: kitSchema.parse(stored ?? {}) };
    return last.kit;
  }, now);
  return {
    get: (): Promise<BrandKit> => held.get(),

    async save(next: unknown, actor: Actor): Promise<Result<BrandKit>> {
      const parsed = kitSchema.safeParse(next);
      if (!parsed.success) return fail(invalidRequest(parsed.error));
      const { names, terms, forbiddenClaims } = parsed.data;
      const counts = { names: names.length, terms: terms.length, forbiddenClaims: forbiddenClaims.length };
      await transaction(async () => {
        await options.set(option, parsed.data);
        await audit.record({ kind: 'brand-kit.save', actor, details: counts });
      });
      held.forget();
      return ok(parsed.data);
    },
  };
}

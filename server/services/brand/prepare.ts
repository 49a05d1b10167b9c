import type { BrandKit } from '../../../src/brand/schema';
import { ok, type Result } from '../../../src/shared/result';
import { making } from './making';
import type { Patterns } from './patterns';

export interface PrepareDeps {
  readonly patterns: Pick<Patterns, 'judged'>;
  /** The language that a term without one is inflected in. */
  readonly defaultLocale: () => Promise<string>;
}

/** A kit as it is stored: forms written out, patterns judged; or why it cannot be. */
export const prepareKit =
  ({ patterns, defaultLocale }: PrepareDeps) =>
  async (kit: BrandKit): Promise<Result<BrandKit>> => {
    const judged = await patterns.judged(kit.patterns);
    if (!judged.ok) return judged;
    const { expandKit } = await making();
    return ok(expandKit({ ...kit, patterns: judged.value }, await defaultLocale()));
  };

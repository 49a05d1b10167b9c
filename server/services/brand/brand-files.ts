import { readBrandFile } from '../../../src/brand/catalogue/brands/brand-file';
import type { Brand, BrandKit } from '../../../src/brand/schema';
import type { Result } from '../../../src/shared/result';
import type { OptionsStore } from '../../stores/options';
import type { TextFile } from '../../stores/text-file';
import type { Audit } from '../audit';
import type { Transaction } from '../transaction';
import { countsOf, type BrandsService } from './brands';

/** What the file said when it was last taken over, as a digest: a change is written into the record once. */
const option = 'brand-file';

export interface BrandFilesDeps {
  readonly brands: Pick<BrandsService, 'setFiled'>;
  readonly prepare: (kit: BrandKit) => Promise<Result<BrandKit>>;
  readonly options: OptionsStore;
  readonly audit: Audit;
  readonly transaction: Transaction;
  readonly digest: (text: string) => string;
}

/**
 * Takes the brands of the app's file over at start. Throws one message with every problem of the file, as the files of
 * workflows do: an app that starts with half a brand would let through what the other half forbids.
 */
export const loadBrandFile =
  ({ brands, prepare, options, audit, transaction, digest }: BrandFilesDeps) =>
  async ({ path, text, error }: TextFile): Promise<void> => {
    if (text === null) throw new Error(sentence(path, [`cannot be read: ${error}`]));
    const read = readBrandFile(text);
    const problems = [...read.problems];
    const filed: Brand[] = [];
    for (const [index, brand] of read.brands.entries()) {
      const kit = await prepare(brand.kit);
      if (kit.ok) filed.push({ ...brand, kit: kit.value });
      else problems.push(`brand ${index + 1} (${brand.key}): ${kit.error.path ?? ''} ${kit.error.message}`);
    }
    if (problems.length > 0) throw new Error(sentence(path, problems));
    brands.setFiled(filed);
    const now = digest(text);
    if ((await options.get(option)) === now) return;
    await transaction(async () => {
      await options.set(option, now);
      await audit.record({
        kind: 'brand-kit.save',
        actor: { kind: 'system', name: 'Brand file' },
        details: { brands: filed.map(countsOf) },
      });
    });
  };

const sentence = (path: string, problems: readonly string[]): string =>
  `The brand file of Presence (presence.brand.file in config/plugins), ${path}, has ${problems.length} problem(s):\n${problems.map((one) => `  - ${one}`).join('\n')}`;

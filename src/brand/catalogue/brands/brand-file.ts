import { z } from 'zod';
import { pathText } from '../../../shared/issues';
import { brand, brandKit, type Brand } from '../../schema';
import { mainKey } from './which-brand';

/** What a file with a brand says; with problems, `brands` is empty. */
export interface BrandFile {
  readonly brands: readonly Brand[];
  /** `terms[0].avoid: Write at least one character.` */
  readonly problems: readonly string[];
}

/**
 * Reads a brand from JSON: a kit alone (it becomes the brand `main`), a brand, or `{ "brands": […] }`. What no option of
 * ours reads is a problem too: a misspelt option would do nothing, and nobody would know.
 */
export function readBrandFile(text: string): BrandFile {
  let input: unknown;
  try {
    input = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return {
      brands: [],
      problems: [`is no JSON: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
  const form = formOf(input);
  const parsed = form.schema.safeParse(input);
  if (!parsed.success)
    return {
      brands: [],
      problems: parsed.error.issues.map(({ path, message }) =>
        path.length > 0 ? `${pathText(path)}: ${message}` : message,
      ),
    };
  const problems = [...unread(input, parsed.data, []), ...twice(form.brandsOf(parsed.data))];
  return { brands: problems.length > 0 ? [] : form.brandsOf(parsed.data), problems };
}

const list = z.object({ brands: z.array(brand).min(1).max(20) });

interface Form {
  readonly schema: z.ZodType;
  readonly brandsOf: (parsed: unknown) => readonly Brand[];
}

function formOf(input: unknown): Form {
  const has = (key: string) => typeof input === 'object' && input !== null && key in input;
  if (has('brands')) return { schema: list, brandsOf: (parsed) => list.parse(parsed).brands };
  if (has('kit')) return { schema: brand, brandsOf: (parsed) => [brand.parse(parsed)] };
  return {
    schema: brandKit,
    brandsOf: (parsed) => {
      const kit = brandKit.parse(parsed);
      return [{ key: mainKey, name: kit.names[0]?.name ?? 'Brand', uids: [], locales: [], kit }];
    },
  };
}

const twice = (brands: readonly Brand[]): string[] =>
  brands
    .filter(({ key }, index) => brands.findIndex((other) => other.key === key) !== index)
    .map(({ key }) => `brands: Two of them have the key “${key}”. Give one another key.`);

/** Keys that the parsed value did not keep. `$schema`, for editors of JSON, may stand at the top. */
function unread(input: unknown, kept: unknown, path: readonly PropertyKey[]): string[] {
  if (Array.isArray(input) && Array.isArray(kept))
    return input.flatMap((one, index) => unread(one, kept[index], [...path, index]));
  if (!isRecord(input) || !isRecord(kept)) return [];
  return Object.entries(input).flatMap(([key, value]) => {
    if (key in kept) return unread(value, kept[key], [...path, key]);
    if (path.length === 0 && key === '$schema') return [];
    return [`${pathText([...path, key])}: There is no such option. Check how it is spelt.`];
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

import { z } from 'zod';
import { packSetting } from '../../../src/brand/catalogue/schema';
import type { OptionsStore } from '../../stores/options';

const option = 'brand-packs';
const stored = z.record(z.string(), packSetting);

export type PackSettings = ReturnType<typeof packSettings>;

/** What people set for packs, by name; of those in a folder too. */
export const packSettings = (options: OptionsStore) => ({
  async all(): Promise<
    Readonly<Record<string, { readonly enabled?: boolean; readonly locales?: string[] }>>
  > {
    return withoutUndefined(stored.parse((await options.get(option)) ?? {}));
  },

  /** Changes one, as part of the transaction that is open; null forgets it. */
  async set(name: string, change: z.output<typeof packSetting> | null): Promise<void> {
    const { [name]: before, ...others } = stored.parse((await options.get(option)) ?? {});
    await options.set(option, change === null ? others : { ...others, [name]: { ...before, ...change } });
  },
});

const withoutUndefined = (all: z.output<typeof stored>) =>
  Object.fromEntries(
    Object.entries(all).map(([name, { enabled, locales }]) => [
      name,
      { ...(enabled === undefined ? {} : { enabled }), ...(locales === undefined ? {} : { locales }) },
    ]),
  );

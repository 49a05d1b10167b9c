import { z } from 'zod';
import { entryKeyOf } from '../../../src/shared/entry-key';
import type { OptionsStore } from '../../stores/options';
import type { ReviewsStore } from '../../stores/reviews';
import type { TouchedStore } from '../../stores/touched';
import type { Projection } from './projection';

const option = 'reviews-rebuild';
const atOnce = 50;

/** How far building the lists again has come. */
const place = z.object({ trace: z.enum(['edits', 'decisions']), after: z.number() });
const begin = { trace: 'edits', after: 0 } as const;

export interface RebuildingDeps {
  readonly options: Pick<OptionsStore, 'get' | 'set' | 'remove'>;
  readonly touched: TouchedStore;
  readonly rows: Pick<ReviewsStore, 'isEmpty'>;
  readonly projection: Pick<Projection, 'refresh'>;
}

export type Rebuilding = ReturnType<typeof rebuilding>;

/** Builds the lists of reviews again, piece by piece, after what they are made of was changed as a whole. */
export function rebuilding({ options, touched, rows, projection }: RebuildingDeps) {
  let isLooked = false;

  async function pending(): Promise<z.output<typeof place> | null> {
    const known = place.safeParse(await options.get(option));
    if (known.success) return known.data;
    // The first look of a process: lists that were never built, as after an update of the plugin.
    const isNew = !isLooked && (await rows.isEmpty());
    isLooked = true;
    return isNew ? begin : null;
  }

  return {
    /** After a change of settings or workflows: everything is looked at again, from the begin. */
    ask: (): Promise<void> => options.set(option, begin),

    /** One piece; false where nothing is left to do. Two instances doing the same do it twice, to the same end. */
    async step(): Promise<boolean> {
      const at = await pending();
      if (!at) return false;
      const entries = await touched.after(at.trace, at.after, atOnce);
      for (const { entry } of entries) {
        const key = entryKeyOf(entry);
        if (key) await projection.refresh(key);
      }
      const last = entries.at(-1);
      if (last && entries.length === atOnce) await options.set(option, { ...at, after: last.first });
      else if (at.trace === 'edits') await options.set(option, { trace: 'decisions', after: 0 });
      else await options.remove(option);
      return true;
    },
  };
}

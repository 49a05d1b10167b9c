import { z } from 'zod';
import type { LastLook } from '../../src/governance/oversight/facts';
import type { OptionsStore } from '../stores/options';
import type { Notices } from './notices';

const option = 'record-check';
const stored = z.object({ at: z.number(), found: z.number() });
/** So old, in milliseconds, is a check that is made anew; less than a day, so that it is daily by a round of an hour. */
const dueAfter = 23 * 3_600_000;

interface Deps {
  readonly options: OptionsStore;
  /** Walks the whole record; what is wrong with it, in a sentence, or null. */
  readonly verify: () => Promise<string | null>;
  readonly notices: Pick<Notices, 'raise' | 'settle'>;
  readonly now: () => number;
}

/** Checks once a day that every line of the record follows the one before, and remembers what came out. */
export function recordCheck({ options, verify, notices, now }: Deps) {
  const last = async (): Promise<LastLook> => {
    const known = stored.safeParse(await options.get(option));
    return known.success ? known.data : null;
  };
  return {
    last,

    async run(): Promise<void> {
      const before = await last();
      if (before && before.at <= now() && now() - before.at < dueAfter) return;
      const broken = await verify();
      await options.set(option, { at: now(), found: broken === null ? 0 : 1 });
      const audience = { kind: 'permission', permission: 'settings.manage' } as const;
      if (broken === null) await notices.settle({ code: 'audit.broken', audience });
      else
        await notices.raise({
          ...{ code: 'audit.broken', severity: 'error', message: broken, audience },
          link: '/plugins/presence/record',
        });
    },
  };
}

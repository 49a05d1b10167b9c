import { z } from 'zod';
import type { OptionsStore } from '../../stores/options';
import { cached } from '../cached';
import type { NewNotice } from '../notices';
import type { Transaction } from '../transaction';

const option = 'brand-rule-faults';

const fault = z.object({
  code: z.enum(['brand.rule-slow', 'brand.rule-failed']),
  message: z.string(),
  /** What of the rule was at fault, such as the pattern: another one is given another try. */
  about: z.string(),
  at: z.number(),
});
export type RuleFault = Readonly<z.output<typeof fault>>;
const stored = z.record(z.string(), fault);

export interface FaultsDeps {
  readonly options: OptionsStore;
  readonly transaction: Transaction;
  readonly raise: (notice: NewNotice) => Promise<unknown>;
  /** Told where a fault could not be written down. */
  readonly onFailure: (error: unknown) => void;
  readonly now: () => number;
}

export type Faults = ReturnType<typeof faults>;

/** Rules that we switched off because they were too slow or broke. At once in this process, and written down for the others. */
export function faults({ options, transaction, raise, onFailure, now }: FaultsDeps) {
  const here = new Map<string, RuleFault>();
  const writing = new Set<Promise<void>>();
  const read = async () => stored.parse((await options.get(option)) ?? {});
  let last: { readonly text: string; readonly all: ReadonlyMap<string, RuleFault> } | null = null;
  const held = cached(read, now);

  async function write(id: string, one: RuleFault): Promise<void> {
    await transaction(async () => options.set(option, { ...(await read()), [id]: one }));
    held.forget();
    const { code, message } = one;
    await raise({
      ...{ code, message, severity: 'warning', topic: 'system', about: id },
      audience: { kind: 'permission', permission: 'brand.manage' },
      link: '/settings/presence/brand',
    });
  }

  return {
    /** Whether a rule is switched off here; for what is asked in the middle of a check. */
    has: (id: string, about: string): boolean => here.get(id)?.about === about,

    /** Switches a rule off. Returns at once, because the check that found it goes on. */
    report(id: string, about: string, code: RuleFault['code'], message: string): void {
      if (here.get(id)?.about === about) return;
      const one = { code, message, about, at: now() };
      here.set(id, one);
      const written: Promise<void> = write(id, one)
        .catch(onFailure)
        .finally(() => writing.delete(written));
      writing.add(written);
    },

    /** All faults, those of other processes too. The same object while nothing changes. */
    async all(): Promise<ReadonlyMap<string, RuleFault>> {
      const list = [...Object.entries(await held.get()), ...here];
      const text = JSON.stringify(list.map(([id, { about }]) => [id, about]));
      if (last?.text !== text) last = { text, all: new Map(list) };
      return last.all;
    },

    /** Gives rules another try. */
    async clear(ids: readonly string[]): Promise<void> {
      await Promise.all(writing);
      for (const id of ids) here.delete(id);
      await transaction(async () => {
        const before = await read();
        const after = Object.fromEntries(Object.entries(before).filter(([id]) => !ids.includes(id)));
        if (Object.keys(after).length < Object.keys(before).length) await options.set(option, after);
      });
      held.forget();
    },

    /** When what was reported is written down. */
    idle: async (): Promise<void> => void (await Promise.all(writing)),
  };
}

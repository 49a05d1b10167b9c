import type { z } from 'zod';
import { shownQuote } from '../../../../src/brand/findings/mark';
import type { dismissalInput } from '../../../../src/brand/findings/schema';
import { canonicalJson, sha256 } from '../../../../src/content/canonical';
import type { Actor } from '../../../../src/shared/actor';
import { entryIdOf } from '../../../../src/shared/entry-key';
import { personOf } from '../../../actor';
import type { BrandDismissalsStore } from '../../../stores/brand-dismissals';
import type { BrandFindingsStore } from '../../../stores/brand-findings';
import type { BrandWaiversStore } from '../../../stores/brand-waivers';
import type { Audit } from '../../audit';
import type { Entries } from '../../entries';
import type { Transaction } from '../../transaction';
import type { RuleCounts } from '../rules';

export interface DismissalsDeps {
  readonly store: BrandDismissalsStore;
  readonly findings: Pick<BrandFindingsStore, 'perRule'>;
  readonly waivers: Pick<BrandWaiversStore, 'perRule'>;
  readonly entries: Pick<Entries, 'normalised'>;
  readonly audit: Pick<Audit, 'record'>;
  readonly transaction: Transaction;
  readonly now: () => number;
}

export type Dismissals = ReturnType<typeof dismissals>;

/** What people say of findings that do not help them, and how often each rule is told so. */
export const dismissals = ({
  store,
  findings,
  waivers,
  entries,
  audit,
  transaction,
  now,
}: DismissalsDeps) => ({
  /** Counts once for a person and a finding; the finding stays. */
  async add(input: z.output<typeof dismissalInput>, actor: Actor): Promise<void> {
    const entry = entryIdOf(await entries.normalised(input));
    const { channel, mark, kind } = input;
    const { id: by } = personOf(actor);
    const dims = sha256(canonicalJson([by, entry, channel, mark]));
    await transaction(async () => {
      await store.put({ dims, rule: mark.rule, entry, kind, by, at: now() });
      const details = {
        rule: mark.rule,
        field: mark.field,
        quote: shownQuote(mark),
        channel,
        dismissed: kind,
      };
      await audit.record({ kind: 'brand-finding.dismiss', actor, entry, details });
    });
  },

  /** Findings now, and what people did with them, by rule. */
  async perRule(): Promise<ReadonlyMap<string, RuleCounts>> {
    const [found, waived] = [await findings.perRule(), await waivers.perRule()];
    const counts = new Map<string, RuleCounts>();
    const of = (rule: string): RuleCounts =>
      counts.get(rule) ?? { found: 0, dismissed: 0, falseAlarms: 0, waived: 0 };
    for (const [rule, count] of found) counts.set(rule, { ...of(rule), found: count });
    for (const [rule, count] of waived) counts.set(rule, { ...of(rule), waived: count });
    for (const { rule, kind, count } of await store.perRule())
      counts.set(rule, { ...of(rule), [kind === 'dismissed' ? 'dismissed' : 'falseAlarms']: count });
    return counts;
  },
});

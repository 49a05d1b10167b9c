import { openFindings } from '../../../../src/brand/findings/standing';
import { scoreOf } from '../../../../src/brand/findings/score';
import type { Finding } from '../../../../src/brand/schema';
import type { Copy } from '../../../../src/channels/schema';
import type { RepeatedCopy } from '../../../../src/governance/review/schema';
import { entryIdOf } from '../../../../src/shared/entry-key';
import type { LoadedEntry } from '../../entries';
import type { BrandCheck } from './check';

/** A copy that is asked about; `copy` where it is about to say something else than what is stored. */
export type AskedCopy = RepeatedCopy & { readonly copy?: Copy };

/** What nothing stands against. */
export interface OpenFindings {
  readonly entry: readonly Finding[];
  readonly copies: readonly {
    readonly key: string;
    readonly name: string;
    readonly findings: readonly Finding[];
  }[];
}

export type BrandGate = ReturnType<typeof brandGate>;

/** What governance asks of the brand. */
export const brandGate = ({
  checkEntry,
  openCopies,
  whenMeasured,
}: Pick<BrandCheck, 'checkEntry' | 'openCopies' | 'whenMeasured'>) => ({
  /**
   * Findings of an entry and of the copies named that nothing stands against. Copies are compared with all that are to go out for the
   * entry; without copies the entry is looked at alone, so that the words of a copy never hold up the page.
   */
  async openIn(entry: LoadedEntry, named: readonly AskedCopy[] = []): Promise<OpenFindings> {
    const asked = new Map(named.map((one) => [one.key, one]));
    const stored = named.length === 0 ? [] : await openCopies(entryIdOf(entry.key), [...asked.keys()]);
    const copies = stored.map((one) => ({
      ...one,
      copy: asked.get(one.publication ?? '')?.copy ?? one.copy,
    }));
    const look = () => checkEntry(entry, { copies });
    // A copy is asked about before it is scheduled or sent, and that may wait for its pictures; a page is published in a transaction.
    const checked = await (copies.length === 0 ? look() : whenMeasured(look));
    return {
      entry: openFindings(checked.findings),
      copies: checked.copies.flatMap(({ copy, findings }) => {
        const one = asked.get(copy.publication ?? '');
        return one ? [{ key: one.key, name: one.name, findings: openFindings(findings) }] : [];
      }),
    };
  },

  /** How well an entry keeps to its brand. */
  scoreOf: async (entry: LoadedEntry): Promise<number> => scoreOf((await checkEntry(entry)).findings).score,
});

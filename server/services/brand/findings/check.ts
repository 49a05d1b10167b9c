import { checkerOf, type Checker } from '../../../../src/brand/engine/checker';
import { inReadingOrder } from '../../../../src/brand/engine/order/reading-order';
import type { RuleSet } from '../../../../src/brand/engine/rule-set';
import { marked, standingOf } from '../../../../src/brand/findings/standing';
import type { StandingFinding } from '../../../../src/brand/findings/schema';
import type { Finding } from '../../../../src/brand/schema';
import type { EntryContent } from '../../../../src/content/schema';
import { entryIdOf, type EntryKey } from '../../../../src/shared/entry-key';
import type { BaselineMark, BrandBaselineStore } from '../../../stores/brand-baseline';
import type { BrandWaiversStore, WaiverRow } from '../../../stores/brand-waivers';
import type { BrandOfEntry } from '../rule-sets';
import type { CopyToCheck, EntryToCheck, MakeSubjects, Subjects } from './subjects';
import { waiverOf } from './waiver-view';

/** An entry or a copy, with what was found in it and what stands against that. */
export interface Checked {
  readonly findings: readonly StandingFinding[];
}

export interface CheckedEntry extends Checked {
  readonly brand: BrandOfEntry;
  /** Addresses and hashes of pictures of which nothing is known yet: with them there may be more findings. */
  readonly missing: readonly string[];
  readonly copies: readonly (Checked & { readonly copy: CopyToCheck })[];
}

/** Findings as the rules give them. */
export interface Found {
  readonly entry: readonly Finding[];
  readonly copies: readonly {
    readonly copy: CopyToCheck;
    readonly content: EntryContent;
    readonly findings: readonly Finding[];
  }[];
}

/** What may stand against findings of an entry. */
export interface Against {
  readonly waivers: readonly WaiverRow[];
  readonly baseline: readonly BaselineMark[];
}

type Runs = 'everywhere' | 'server' | 'all';

export interface CheckDeps {
  readonly brandFor: (uid: string | null, locale: string | null) => Promise<BrandOfEntry>;
  readonly subjectsOf: MakeSubjects;
  readonly waivers: Pick<BrandWaiversStore, 'ofEntry'>;
  readonly baseline: Pick<BrandBaselineStore, 'ofEntry'>;
  /** The copies of an entry (`entryIdOf`) that are to go out; those named are among them whatever their state. */
  readonly openCopies: (entry: string, named?: readonly string[]) => Promise<readonly CopyToCheck[]>;
  /** When nothing of what is missing is being measured any more, or some seconds have passed. */
  readonly measured: (missing: readonly string[]) => Promise<void>;
}

export type BrandCheck = ReturnType<typeof brandCheck>;

/**
 * The one check of entries and copies on the server: the gate, the panel, the index and trials all ask here.
 *
 * By itself it never waits for the network and measures nothing. Rules that need more than the text (pictures, links, earlier posts) are told what
 * is known at this moment; what is not known yet is measured in the background and looked at again when a copy is scheduled and when it
 * is sent. Findings in blocks that did not change are kept with the rule set, so that a second look at the same text costs little.
 */
export function brandCheck({ brandFor, subjectsOf, waivers, baseline, openCopies, measured }: CheckDeps) {
  const kept = new WeakMap<RuleSet, Map<Runs, Checker>>();

  function checkerFor(ruleSet: RuleSet, runs: Runs = 'all'): Checker {
    const known = kept.get(ruleSet) ?? new Map<Runs, Checker>();
    const checker = known.get(runs) ?? checkerOf(ruleSet, { runs });
    kept.set(ruleSet, known.set(runs, checker));
    return checker;
  }

  /** What the rules say, before anything stands against it. */
  async function find(
    entry: EntryToCheck,
    copies: readonly CopyToCheck[],
    { ruleSet, kit }: BrandOfEntry,
    runs: Runs = 'all',
  ): Promise<Found & Pick<Subjects, 'today' | 'missing'>> {
    const subjects = await subjectsOf(entry, copies, kit);
    const checker = checkerFor(ruleSet, runs);
    const together = togetherOf(checker, subjects);
    const own = [...checker.check(subjects.entry), ...ownOf(together, null)];
    return {
      today: subjects.today,
      missing: subjects.missing,
      entry: inReadingOrder(own, entry.content),
      copies: subjects.copies.map(({ copy, input }) => ({
        copy,
        content: input.content,
        findings: [...checker.check(input), ...ownOf(together, copy)],
      })),
    };
  }

  return {
    brandFor,
    openCopies,
    find,

    /**
     * The same twice where pictures had to be measured for it first. For where somebody waits for the answer, or something is about
     * to go out; never inside a transaction.
     */
    async whenMeasured<T extends { readonly missing: readonly string[] }>(
      look: () => Promise<T>,
    ): Promise<T> {
      const first = await look();
      if (first.missing.length === 0) return first;
      await measured(first.missing);
      return look();
    },

    /** Findings of an entry of ours and of its copies, with what stands against each. Without `copies`, the entry alone. */
    async checkEntry(
      entry: EntryToCheck & { readonly key: EntryKey },
      {
        copies = [],
        against,
      }: {
        readonly copies?: readonly CopyToCheck[] | 'open';
        /** Where it was read before, for many entries at once. */
        readonly against?: Against;
      } = {},
    ): Promise<CheckedEntry> {
      const id = entryIdOf(entry.key);
      const brand = await brandFor(entry.key.uid, entry.key.locale);
      const list = copies === 'open' ? await openCopies(id) : copies;
      const found = await find(entry, list, brand);
      const stand = standingIn(against ?? (await againstOf(id)));
      return {
        brand,
        missing: found.missing,
        findings: stand(found.entry, entry.content, null, found.today),
        copies: found.copies.map(({ copy, content, findings }) => ({
          copy,
          findings: stand(findings, content, copy.channel.key, found.today),
        })),
      };
    },

    /** What stands against findings of an entry (`entryIdOf`) and of its copies. */
    standingFor: async (entry: string) => standingIn(await againstOf(entry)),
  };

  async function againstOf(entry: string): Promise<Against> {
    return { waivers: await waivers.ofEntry(entry), baseline: await baseline.ofEntry(entry) };
  }

  function standingIn({ waivers: rows, baseline: marks }: Against) {
    return (
      findings: readonly Finding[],
      content: EntryContent,
      channel: string | null,
      today: string,
    ): StandingFinding[] =>
      standingOf(
        marked(findings, content),
        rows.filter((row) => row.channel === channel).map((row) => waiverOf(row, today)),
        marks.filter((one) => one.channel === channel).map(({ mark }) => mark),
        today,
      );
  }
}

/** A finding of what does not agree, and the copy that it stands in; null for the entry. */
interface Disagreement {
  readonly finding: Finding;
  readonly copy: CopyToCheck | null;
}

/** Copies are compared with the entry and with the others of their campaign. */
function togetherOf(checker: Checker, { entry, copies }: Subjects): Disagreement[] {
  if (copies.length === 0) return checker.checkTogether([entry]).map((finding) => ({ finding, copy: null }));
  const campaigns = new Set(copies.map(({ copy }) => copy.campaign));
  const all = [...campaigns].flatMap((campaign) => {
    const own = copies.filter(({ copy }) => copy.campaign === campaign);
    return checker.checkTogether([entry, ...own.map(({ input }) => input)]).map((finding) => ({
      finding,
      copy: own.find(({ copy }) => copy.channel.key === finding.channel)?.copy ?? null,
    }));
  });
  return [...new Map(all.map((one) => [JSON.stringify([one.finding, one.copy?.publication]), one])).values()];
}

const ownOf = (all: readonly Disagreement[], copy: CopyToCheck | null): Finding[] =>
  all.filter((one) => one.copy === copy).map(({ finding }) => finding);

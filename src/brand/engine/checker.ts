import type { ChannelKind } from '../../channels/schema';
import type { EntryContent } from '../../content/schema';
import type { PictureFacts } from '../pictures/schema';
import { quoter } from '../place';
import type { Finding, Severity } from '../schema';
import { BlockChecker } from './block-checker';
import { inReadingOrder, withoutDoubles } from './order/reading-order';
import type { EarlierPost, LinkState, QuoteOf, Rule, Subject } from './rule';
import type { RuleSet } from './rule-set';
import { contextOf, isForSubject } from './scope';
import { languageOfTexts } from './text/language';

/** What is to be checked: an entry, or a copy made of it. */
export interface SubjectInput {
  readonly content: EntryContent;
  readonly uid?: string | null;
  /** Without it, the content's own; without that, the language that its small words tell, if they do. */
  readonly locale?: string | null;
  /** The channel that a copy is for; null or absent for the entry itself. */
  readonly channel?: Subject['channel'];
  readonly pictures?: ReadonlyMap<string, PictureFacts>;
  readonly today?: string | null;
  readonly earlier?: readonly EarlierPost[];
  readonly links?: ReadonlyMap<string, LinkState>;
  readonly tags?: Subject['tags'];
}

/** A rule that was switched off because it failed. */
export interface Fault {
  readonly rule: string;
  readonly message: string;
}

export interface Checker {
  /**
   * What is not as it should be in one subject, in reading order and without doubles. Findings of a copy carry the key of
   * its channel. Never throws for content.
   */
  check(input: SubjectInput): Finding[];
  /** What the entry (the first) and its copies do not agree on; nothing of what `check` says of each. */
  checkTogether(inputs: readonly SubjectInput[]): Finding[];
  /** Rules that threw: they are off in this checker, and the others go on. */
  faults(): readonly Fault[];
}

/** A checker for a rule set; keep it: it remembers what it found in each block. `everywhere` leaves out what only a server can tell, `server` is only that. */
export function checkerOf(
  set: RuleSet,
  { runs = 'all' }: { readonly runs?: 'everywhere' | 'server' | 'all' } = {},
): Checker {
  const rules = set.rules.filter((rule) => runs === 'all' || (rule.runs ?? 'everywhere') === runs);
  const faults = new Map<string, string>();
  const severityOf = ({ id, severity }: { readonly id: string; readonly severity: Severity }): Severity =>
    set.settings[id]?.severity ?? severity;
  const guard = <T>(rule: Rule, work: () => T, otherwise: T): T => {
    if (faults.has(rule.id)) return otherwise;
    try {
      return work();
    } catch (error) {
      faults.set(rule.id, error instanceof Error ? error.message : String(error));
      return otherwise;
    }
  };
  const blocks = new BlockChecker(rules, severityOf, guard);
  const subjectRules = rules.filter((rule) => rule.kind === 'subject');
  const togetherRules = rules.filter((rule) => rule.kind === 'together');

  /** As the business set the rule of a finding, and without those of rules that failed meanwhile. */
  const settled = (findings: readonly Finding[], channel: string | null): Finding[] =>
    findings.flatMap((finding) => {
      const setting = set.settings[finding.rule];
      if (setting?.enabled === false) return [];
      const severity = setting?.severity ?? finding.severity;
      const owned = channel === null || finding.channel !== undefined ? finding : { ...finding, channel };
      return severity === finding.severity ? owned : { ...owned, severity };
    });

  const inBlocks = (subject: Subject, quoteOf: QuoteOf): Finding[] => {
    // All blocks are read before anything is told: a rule may fail at the last one.
    const read = subject.blocks.map((block) => blocks.told(block, quoteOf));
    return read.flatMap((told) => told.flatMap(({ rule, finding }) => (faults.has(rule.id) ? [] : finding)));
  };

  return {
    check(input) {
      const subject = subjectOf(input, blocks);
      const quoteOf = quoter(subject.content);
      const asWhole = subjectRules
        .filter(({ scope }) => isForSubject(scope, contextOf(subject)))
        .flatMap((rule) => guard(rule, () => rule.find(subject, quoteOf), []));
      const all = settled([...inBlocks(subject, quoteOf), ...asWhole], subject.channel?.key ?? null);
      return inReadingOrder(withoutDoubles(all), subject.content);
    },
    checkTogether(inputs) {
      const subjects = inputs.map((input) => subjectOf(input, blocks));
      const entry = subjects[0];
      if (!entry) return [];
      const found = togetherRules
        .filter(({ scope }) => isForSubject(scope, contextOf(entry)))
        .flatMap((rule) => guard(rule, () => rule.find(subjects), []));
      const all = withoutDoubles(settled(found, null));
      return subjects.flatMap(({ content, channel }) =>
        inReadingOrder(
          all.filter((finding) => (finding.channel ?? null) === (channel?.key ?? null)),
          content,
        ),
      );
    },
    faults: () => [...faults].map(([rule, message]) => ({ rule, message })),
  };
}

function subjectOf(input: SubjectInput, { blocks }: BlockChecker): Subject {
  const { content, uid = null, channel = null } = input;
  const locale = input.locale ?? content.locale ?? languageOfTexts(content.texts.map(({ text }) => text));
  return {
    content,
    blocks: blocks(content, { uid, locale, channel: channelKindOf(channel) }),
    uid,
    locale,
    channel,
    pictures: input.pictures ?? new Map(),
    today: input.today ?? null,
    earlier: input.earlier ?? [],
    links: input.links ?? new Map(),
    tags: input.tags ?? null,
  };
}

const channelKindOf = (channel: Subject['channel']): ChannelKind | null => channel?.kind ?? null;

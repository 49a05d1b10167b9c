import { surroundingsOf } from '../../../src/brand/catalogue/texts/surroundings';
import type { TrialHit } from '../../../src/brand/catalogue/trial';
import { trialInput, trialMark, type Trial } from '../../../src/brand/catalogue/schema';
import type { Rule } from '../../../src/brand/engine/rule';
import { emptyKit, type Finding } from '../../../src/brand/schema';
import type { ContentModel, EntryContent } from '../../../src/content/schema';
import { entryIdOf } from '../../../src/shared/entry-key';
import { invalidRequest } from '../../../src/shared/issues';
import { fail, ok, type Problem, type Result } from '../../../src/shared/result';
import type { BrandDraftsStore } from '../../stores/brand-drafts';
import type { BrandTrialsStore, TrialRow } from '../../stores/brand-trials';
import type { Entries, LoadedEntry } from '../entries';
import type { BrandCheck } from './findings/check';
import type { RuleToTry } from './rule-to-try';

export interface TrialsDeps {
  readonly store: BrandTrialsStore;
  readonly drafts: Pick<BrandDraftsStore, 'after' | 'count'>;
  readonly entries: Pick<Entries, 'models' | 'load'>;
  readonly check: Pick<BrandCheck, 'find' | 'openCopies'>;
  readonly ruleToTry: RuleToTry;
  readonly onFailure: (error: unknown) => void;
  readonly now: () => number;
  readonly uuid: () => string;
}

const mostHits = 200;
const mostAtOnce = 2;
const keptTrials = 50;
const batch = 50;
/** Milliseconds without a word after which the process of a trial is dead. */
const silence = 60_000;

export type Trials = ReturnType<typeof trials>;

/** What a rule would find in everything that is stored, before anybody has to live with it. */
export function trials(deps: TrialsDeps) {
  const { store, drafts, entries, check, now } = deps;
  const running = new Map<string, Promise<void>>();
  let isStopped = false;

  async function run(first: TrialRow, rules: readonly Rule[]): Promise<void> {
    const from = now();
    let trial = first;
    // A rule set of its own: what is kept of it goes with the trial.
    const brand = { key: 'trial', kit: emptyKit(), ruleSet: { key: first.key, rules, settings: {} } };
    for (const model of entries.models()) {
      for await (const rows of rowsOf(model)) {
        const hits: TrialHit[] = [];
        for (const { key } of rows) {
          const entry = await entries.load(key, 'draft');
          if (entry) hits.push(...(await hitsIn(entry, brand)));
        }
        trial = withHits(trial, rows.length, hits);
        trial = { ...trial, took: now() - from, at: now() };
        await store.save(trial);
      }
    }
    const isWhole = !isStopped;
    await store.save({
      ...trial,
      state: isWhole ? 'done' : 'failed',
      problem: isWhole ? null : stopped,
      took: now() - from,
      at: now(),
    });
  }

  async function* rowsOf(model: ContentModel) {
    for (let last = 0; !isStopped;) {
      const rows = await drafts.after(model, last, batch);
      if (rows.length === 0) return;
      last = rows.at(-1)?.id ?? last;
      yield rows;
    }
  }

  async function hitsIn(entry: LoadedEntry, brand: Parameters<BrandCheck['find']>[2]): Promise<TrialHit[]> {
    const { key, content } = entry;
    const copies = await check.openCopies(entryIdOf(key));
    const found = await check.find(entry, copies, brand);
    const hitOf = (finding: Finding, where: EntryContent, channel: string | null): TrialHit => ({
      ...{ index: 0, ...key, title: content.roles.title ?? '', falseAlarm: false },
      field: channel === null ? finding.place.field : `${channel}: ${finding.place.field}`,
      ...surroundingsOf(finding, where),
      message: finding.message,
    });
    return [
      ...found.entry.map((finding) => hitOf(finding, content, null)),
      ...found.copies.flatMap(({ copy, content: own, findings }) =>
        findings.map((finding) => hitOf(finding, own, copy.channel.name)),
      ),
    ];
  }

  async function view(key: string): Promise<Trial | null> {
    const found = await store.find(key);
    if (!found) return null;
    const isDead = found.state === 'running' && !running.has(key) && now() - found.at > silence;
    return trialOf(isDead ? { ...found, state: 'failed', problem: stopped } : found);
  }

  return {
    /** Begins to try a rule; `view` says how far it is. */
    async start(input: unknown): Promise<Result<Trial>> {
      const parsed = trialInput.safeParse(input);
      if (!parsed.success) return fail(invalidRequest(parsed.error));
      if (running.size >= mostAtOnce) return fail(busy);
      const rules = await deps.ruleToTry(parsed.data);
      if (!rules.ok) return rules;
      const counts = await Promise.all(entries.models().map((model) => drafts.count(model)));
      const trial: TrialRow = {
        ...{ key: deps.uuid(), rule: rules.value[0]?.id ?? '', state: 'running', read: 0, took: 0, found: 0 },
        ...{ total: counts.reduce((sum, count) => sum + count, 0), hits: [], problem: null, at: now() },
      };
      await store.add(trial);
      await store.keepNewest(keptTrials);
      const done: Promise<void> = run(trial, rules.value)
        .catch(async (error: unknown) => {
          deps.onFailure(error);
          await store.save({ ...trial, state: 'failed', problem: broke, at: now() });
        })
        .catch(deps.onFailure)
        .finally(() => running.delete(trial.key));
      running.set(trial.key, done);
      return ok(trialOf(trial));
    },

    async view(key: string): Promise<Result<Trial>> {
      const found = await view(key);
      return found ? ok(found) : fail(notFound);
    },

    /** A person says that a hit is none, or is one after all. */
    async mark(key: string, input: unknown): Promise<Result<Trial>> {
      const parsed = trialMark.safeParse(input);
      if (!parsed.success) return fail(invalidRequest(parsed.error));
      const found = await store.find(key);
      if (!found) return fail(notFound);
      // While it runs, the run writes the hits.
      if (running.has(key)) return fail(stillRunning);
      const { hit, falseAlarm } = parsed.data;
      if (!found.hits[hit]) return fail(notFound);
      const hits = found.hits.map((one) => (one.index === hit ? { ...one, falseAlarm } : one));
      await store.setHits(key, hits);
      return ok(trialOf({ ...found, hits }));
    },

    /** When no trial runs. */
    idle: async (): Promise<void> => void (await Promise.all(running.values())),

    async stop(): Promise<void> {
      isStopped = true;
      await Promise.all(running.values());
    },
  };
}

const withHits = (trial: TrialRow, read: number, hits: readonly TrialHit[]): TrialRow => ({
  ...trial,
  read: trial.read + read,
  found: trial.found + hits.length,
  hits: [...trial.hits, ...hits].slice(0, mostHits).map((hit, index) => ({ ...hit, index })),
});

const trialOf = ({ key, took, rule: _, at: __, ...rest }: TrialRow): Trial => ({
  ...rest,
  id: key,
  milliseconds: took,
  falseAlarms: rest.hits.filter(({ falseAlarm }) => falseAlarm).length,
});

const stopped = 'Strapi was stopped before everything was read. Try the rule again.';
const broke = 'Something broke while the rule was tried; the log of Strapi says what. Try it again.';
const notFound: Problem = {
  code: 'brand.trial-not-found',
  message: 'There is no such trial, or no such hit in it. The newest fifty are kept: try the rule again.',
};
const busy: Problem = {
  code: 'brand.trial-busy',
  message: `${mostAtOnce} rules are being tried already. Wait until one of them is done.`,
};
const stillRunning: Problem = {
  code: 'brand.trial-busy',
  message: 'The rule is still being tried. Mark its false alarms when it is done.',
};

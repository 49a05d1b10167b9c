import { z } from 'zod';
import { checkText, type PlacedFinding } from '../../../src/brand/command/loose-check';
import { contentOfText, type LooseText } from '../../../src/brand/catalogue/texts/text-content';
import { checkerOf, type Checker } from '../../../src/brand/engine/checker';
import type { LinkState } from '../../../src/brand/engine/rule';
import type { RuleSet } from '../../../src/brand/engine/rule-set';
import { scoreOf } from '../../../src/brand/findings/score';
import type { Score, StandingFinding } from '../../../src/brand/findings/schema';
import type { Finding } from '../../../src/brand/schema';
import { channelKind } from '../../../src/channels/schema';
import type { EntryKey } from '../../../src/shared/entry-key';
import { invalidRequest } from '../../../src/shared/issues';
import { fail, ok, type Problem, type Result } from '../../../src/shared/result';
import type { Entries, LoadedEntry } from '../entries';
import type { BrandOfEntry } from './rule-sets';

/** Characters of one text. */
const longest = 500_000;

const key = z.strictObject({
  uid: z.string().min(1).max(200),
  documentId: z.string().min(1).max(100),
  locale: z.string().max(35).nullable().default(null),
});

const input = z
  .strictObject({
    text: z.string().optional(),
    markdown: z.string().optional(),
    html: z.string().optional(),
    blocks: z.array(z.unknown()).optional(),
    entry: key.optional(),
    locale: z.string().max(35).nullable().default(null),
    /** The kind of channel that the text is a copy for; left out: the entry itself. */
    channel: channelKind.optional(),
    uid: z.string().max(200).optional(),
    /** Key of the brand; left out: the one that the type and language belong to. */
    brand: z.string().max(40).optional(),
  })
  .refine(
    (body) =>
      [body.text, body.markdown, body.html, body.blocks, body.entry].filter((one) => one !== undefined)
        .length === 1,
    'Send exactly one of text, markdown, html, blocks and entry.',
  );
type Input = z.output<typeof input>;

export interface CheckAnswer {
  readonly brand: string;
  readonly findings: readonly (PlacedFinding | (Finding & { readonly waived: boolean }))[];
  readonly score: Score;
}

export interface CheckApiDeps {
  readonly brandFor: (uid: string | null, locale: string | null) => Promise<BrandOfEntry>;
  readonly eachBrand: () => Promise<readonly BrandOfEntry[]>;
  readonly entries: Pick<Entries, 'load' | 'normalised'>;
  readonly checkEntry: (entry: LoadedEntry) => Promise<{
    readonly brand: BrandOfEntry;
    readonly findings: readonly StandingFinding[];
  }>;
  /** What is known of addresses now; those that are missing are asked in the background. */
  readonly linksOf: (urls: readonly string[]) => Promise<ReadonlyMap<string, LinkState>>;
  /** Today in the zone of the business. */
  readonly today: () => Promise<string>;
}

export type CheckApi = ReturnType<typeof checkApi>;

/** Checks what a program sends, or names, and says where what stands. Nothing is stored. */
export function checkApi({ brandFor, eachBrand, entries, checkEntry, linksOf, today }: CheckApiDeps) {
  const kept = new WeakMap<RuleSet, Checker>();

  async function brandOf({ brand, uid, locale }: Input): Promise<Result<BrandOfEntry>> {
    if (brand === undefined) return ok(await brandFor(uid ?? null, locale));
    const all = await eachBrand();
    const found = all.find((one) => one.key === brand);
    return found ? ok(found) : fail(noBrand(brand, all));
  }

  async function ofText(text: LooseText, body: Input): Promise<Result<CheckAnswer>> {
    const brand = await brandOf(body);
    if (!brand.ok) return brand;
    const { key: name, kit, ruleSet } = brand.value;
    const checker = kept.get(ruleSet) ?? checkerOf(ruleSet);
    kept.set(ruleSet, checker);
    const { channel: kind, uid = null, locale } = body;
    const channel = kind ? { key: kind, kind, name: kind } : null;
    const hrefs = kit.links?.alive ? contentOfText(text).links.map(({ href }) => href) : [];
    const links = await linksOf(hrefs);
    const findings = checkText(checker, text, { uid, locale, channel, links, today: await today() });
    const score = scoreOf(findings.map((finding) => ({ finding, standing: null })));
    return ok({ brand: name, findings, score });
  }

  async function ofEntry(asked: EntryKey): Promise<Result<CheckAnswer>> {
    const entry = await entries.load(await entries.normalised(asked), 'draft');
    if (!entry)
      return fail({
        code: 'entry.not-found',
        message: `There is no entry ${asked.documentId} of ${asked.uid} in this language.`,
      });
    const { brand, findings } = await checkEntry(entry);
    return ok({
      brand: brand.key,
      findings: findings.map(({ finding, standing }) => ({ ...finding, waived: standing !== null })),
      score: scoreOf(findings),
    });
  }

  return {
    /** What a request is about, read; `entry` is asked for before anything of it is looked at. */
    read(body: unknown): Result<Input> {
      const parsed = input.safeParse(body ?? {});
      if (!parsed.success) return fail(invalidRequest(parsed.error));
      const length = lengthOf(parsed.data);
      return length > longest ? fail(tooLarge(length)) : ok(parsed.data);
    },

    check(body: Input): Promise<Result<CheckAnswer>> {
      if (body.entry) return ofEntry(body.entry);
      return ofText(looseOf(body), body);
    },
  };
}

function looseOf({ text, markdown, html, blocks }: Input): LooseText {
  if (text !== undefined) return { format: 'text', value: text };
  if (markdown !== undefined) return { format: 'markdown', value: markdown };
  if (html !== undefined) return { format: 'html', value: html };
  return { format: 'blocks', value: blocks ?? [] };
}

const lengthOf = ({ text, markdown, html, blocks }: Input): number =>
  (text ?? markdown ?? html)?.length ?? (blocks ? JSON.stringify(blocks).length : 0);

const tooLarge = (length: number): Problem => ({
  code: 'brand.too-large',
  message: `The text has ${length} characters; ${longest} can be checked at once. Send it in parts.`,
});

const noBrand = (brand: string, all: readonly BrandOfEntry[]): Problem => ({
  code: 'request.invalid',
  message: `There is no brand ${brand}. There ${all.length === 1 ? 'is' : 'are'} ${all.map(({ key: one }) => one).join(', ')}.`,
  path: 'brand',
});

import type { z } from 'zod';
import { copySchema } from '../../../../src/channels/schema';
import type { OfKind } from '../../../../src/channels/rules/own/rules-of';
import { scoreOf } from '../../../../src/brand/findings/score';
import type {
  checkCopiesInput,
  checkFormInput,
  CheckCopiesAnswer,
  CheckFormAnswer,
  EntryBrand,
} from '../../../../src/brand/findings/schema';
import { readContent } from '../../../../src/content/read';
import { entryIdOf, type EntryKey } from '../../../../src/shared/entry-key';
import { invalidRequest } from '../../../../src/shared/issues';
import { fail, ok, type Result } from '../../../../src/shared/result';
import type { BrandBaselineStore } from '../../../stores/brand-baseline';
import type { BrandWaiversStore } from '../../../stores/brand-waivers';
import type { Entries } from '../../entries';
import { notFound } from '../../review-refusals';
import type { BrandCheck } from './check';
import type { CopyToCheck } from './subjects';
import { waiverOf } from './waiver-view';

export interface ViewsDeps {
  readonly check: BrandCheck;
  readonly entries: Pick<Entries, 'load' | 'normalised' | 'model' | 'components' | 'roles'>;
  readonly channels: () => Promise<readonly (OfKind & { readonly key: string; readonly name: string })[]>;
  readonly waivers: Pick<BrandWaiversStore, 'ofEntry'>;
  readonly baseline: Pick<BrandBaselineStore, 'ofEntry'>;
  readonly today: () => Promise<string>;
}

export type FindingViews = ReturnType<typeof findingViews>;

/** What the panels of the admin show: the stored entry, a form and copies as they are being written. */
export const findingViews = ({ check, entries, channels, waivers, baseline, today }: ViewsDeps) => ({
  /** The stored draft and its copies, checked with every rule. */
  async entry(asked: EntryKey): Promise<Result<EntryBrand>> {
    const key = await entries.normalised(asked);
    const entry = await entries.load(key, 'draft');
    if (!entry) return fail(notFound(key));
    const { findings, copies } = await check.whenMeasured(() => check.checkEntry(entry, { copies: 'open' }));
    return ok({
      findings,
      score: scoreOf(findings),
      copies: copies.map((one) => ({
        publication: one.copy.publication,
        campaign: one.copy.campaign,
        channel: one.copy.channel.key,
        name: one.copy.channel.name,
        findings: one.findings,
        score: scoreOf(one.findings),
      })),
    });
  },

  /** What only the server can say of an unsaved form, with what may stand against the findings of the form itself. */
  async form({
    uid,
    documentId,
    locale,
    values,
  }: z.output<typeof checkFormInput>): Promise<Result<CheckFormAnswer>> {
    const model = entries.model(uid);
    const key = await entries.normalised({ uid, documentId: documentId ?? '', locale });
    if (!model) return fail(notFound(key));
    const content = readContent(model, entries.components(), values, await entries.roles(model));
    const id = documentId === null ? null : entryIdOf(key);
    const copies = id === null ? [] : await check.openCopies(id);
    const brand = await check.brandFor(uid, key.locale);
    const found = await check.whenMeasured(() => check.find({ key, content }, copies, brand, 'server'));
    const day = await today();
    const own = id === null ? [] : await waivers.ofEntry(id);
    const known = id === null ? [] : await baseline.ofEntry(id);
    return ok({
      findings: found.entry,
      waivers: own.filter(({ channel }) => channel === null).map((row) => waiverOf(row, day)),
      baseline: known.filter(({ channel }) => channel === null).map(({ mark }) => mark),
    });
  },

  /** Copies as they are in the editor, with the stored entry. */
  async copies(input: z.output<typeof checkCopiesInput>): Promise<Result<CheckCopiesAnswer>> {
    const key = await entries.normalised(input);
    const entry = await entries.load(key, 'draft');
    if (!entry) return fail(notFound(key));
    const known = new Map((await channels()).map((one) => [one.key, one]));
    const copies: CopyToCheck[] = [];
    for (const [index, one] of input.copies.entries()) {
      const channel = known.get(one.channel);
      const parsed = copySchema.safeParse(one.copy);
      if (!channel)
        return fail({
          code: 'campaign.channel-unknown',
          message: `The channel ${one.channel} does not exist any more. Reload the list of channels.`,
          path: `copies[${index}].channel`,
        });
      if (!parsed.success) {
        const problem = invalidRequest(parsed.error);
        const path = `copies[${index}].copy${problem.path ? `.${problem.path}` : ''}`;
        return fail({ ...problem, path, message: `${path}: ${problem.message}` });
      }
      copies.push({ publication: null, campaign: input.campaign ?? '', channel, copy: parsed.data });
    }
    const brand = await check.brandFor(key.uid, key.locale);
    const found = await check.whenMeasured(() => check.find(entry, copies, brand));
    const alone = await check.find(entry, [], brand);
    const stand = await check.standingFor(entryIdOf(key));
    const inEntry = new Set(alone.entry.map((finding) => JSON.stringify(finding)));
    const between = found.entry.filter((finding) => !inEntry.has(JSON.stringify(finding)));
    return ok({
      copies: found.copies.map(({ copy, content, findings }) => {
        const list = stand(findings, content, copy.channel.key, found.today);
        return { channel: copy.channel.key, findings: list, score: scoreOf(list) };
      }),
      entry: stand(between, entry.content, null, found.today),
    });
  },
});

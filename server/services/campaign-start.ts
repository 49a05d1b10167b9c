import { campaignTemplates } from '../../config/campaign-templates';
import type { CampaignView } from '../../src/publishing/schema';
import type { BulkAnswer, BulkView } from '../../src/publishing/calendar/bulk';
import type { DuplicateInput, DuplicatesInput, FoundEntry } from '../../src/publishing/campaign/start';
import type { CampaignTemplateView } from '../../src/publishing/campaign/template';
import type { Actor } from '../../src/shared/actor';
import { entryIdOf } from '../../src/shared/entry-key';
import type { Result } from '../../src/shared/result';
import type { ChannelView } from '../../src/channels/schema';
import type { ContentModel } from '../../src/content/schema';
import type { TitledRow } from '../stores/entry-search';
import type { Campaigns } from './campaigns';
import type { Entries } from './entries';

interface Deps {
  readonly campaigns: Pick<Campaigns, 'get' | 'create' | 'derive'>;
  readonly channels: () => Promise<readonly Pick<ChannelView, 'key'>[]>;
  readonly entries: Pick<Entries, 'models' | 'roles' | 'normalised'>;
  /** Entries of a type by words of a text field, the newest first. */
  readonly search: (model: ContentModel, field: string, q: string, limit: number) => Promise<TitledRow[]>;
}

const shown = 20;

export type CampaignStart = ReturnType<typeof campaignStart>;

/** How campaigns begin: from a template, from another campaign, from an entry that somebody looks for. */
export const campaignStart = ({ campaigns, channels, entries, search }: Deps) => ({
  templates: (language: 'en' | 'de'): CampaignTemplateView[] =>
    campaignTemplates.map(({ name, description, checklist, ...rest }) => ({
      ...rest,
      name: name[language],
      description: description[language],
      checklist: checklist.map(({ key, text }) => ({ key, text: text[language] })),
    })),

  /**
   * A new draft with the same copies; nothing has a time. Those that a person wrote stay as they are, for another entry but for their
   * link, and the others are made anew. Channels that were removed since are left out.
   */
  async duplicate(key: string, input: DuplicateInput, actor: Actor): Promise<Result<CampaignView>> {
    const found = await campaigns.get(key);
    if (!found.ok) return found;
    const { name, goal, target, utm, template, catchUp, entry: own, publications } = found.value;
    const entry = input.entry ? await entries.normalised(input.entry) : own;
    const isSame = entryIdOf(entry) === entryIdOf(own);
    const known = new Set((await channels()).map((channel) => channel.key));
    const kept = publications.filter(({ channel }) => known.has(channel));
    const edited = kept.filter(({ copy }) => copy.edited).map(({ channel }) => channel);
    const anew =
      isSame || edited.length === 0
        ? null
        : await campaigns.derive({ entry, channels: edited, campaign: null });
    if (anew && !anew.ok) return anew;
    const links = new Map(anew?.value.copies.map(({ channel, copy }) => [channel, copy.link]));
    const copies = kept.map(({ channel, copy }) => ({
      channel,
      ...(copy.edited ? { copy: isSame ? copy : { ...copy, link: links.get(channel) ?? null } } : {}),
    }));
    return campaigns.create(
      { ...{ entry, goal, target, utm, template, catchUp, copies }, name: input.name ?? name, checked: [] },
      actor,
    );
  },

  /** Several, one after the other: each is made whole or not at all, and one that is refused stops no other. */
  async duplicateAll({ campaigns: asked }: DuplicatesInput, actor: Actor): Promise<BulkView> {
    const answers: BulkAnswer[] = [];
    for (const { key, name } of asked) {
      const done = await this.duplicate(key, { name }, actor);
      const refusal = done.ok ? { code: null, message: null } : done.error;
      answers.push({ key, title: name, ok: done.ok, code: refusal.code, message: refusal.message });
    }
    return { answers };
  },

  /** Entries whose title has these words, of the types that somebody may read; the newest first. */
  async entries(q: string, mayRead: (uid: string) => boolean): Promise<FoundEntry[]> {
    const found: FoundEntry[] = [];
    for (const model of entries.models().filter(({ uid }) => mayRead(uid))) {
      const field = (await entries.roles(model)).title;
      if (!field || !Object.hasOwn(model.attributes, field)) continue;
      const rows = await search(model, field, q, shown);
      found.push(...rows.map((row) => ({ ...row, typeName: model.uid.split('.').at(-1) ?? model.uid })));
    }
    return found.sort((a, b) => b.updatedAt - a.updatedAt).slice(0, shown);
  },
});

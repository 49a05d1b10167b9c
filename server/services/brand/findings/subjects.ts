import type { EarlierPost, LinkState, LinkTags } from '../../../../src/brand/engine/rule';
import type { SubjectInput } from '../../../../src/brand/engine/checker';
import { contentOfCopy } from '../../../../src/brand/engine/copy-content';
import { pictureKeyOf, type PictureFacts } from '../../../../src/brand/pictures/schema';
import type { BrandKit } from '../../../../src/brand/schema';
import type { OfKind } from '../../../../src/channels/rules/own/rules-of';
import type { ChannelKind, Copy } from '../../../../src/channels/schema';
import type { ContentPicture, EntryContent } from '../../../../src/content/schema';
import type { EntryKey } from '../../../../src/shared/entry-key';

/** What is checked: an entry as it is stored, or as it stands in a form. */
export interface EntryToCheck {
  readonly key: Pick<EntryKey, 'uid' | 'locale'>;
  readonly content: EntryContent;
}

/** A copy that is to go out, with the channel that it goes to. */
export interface CopyToCheck {
  /** Key of the publication; null for one that is not stored. */
  readonly publication: string | null;
  /** Copies of one campaign are compared with each other. */
  readonly campaign: string;
  readonly channel: OfKind & { readonly key: string; readonly name: string };
  readonly copy: Copy;
  /** When it is to go out; left out where nobody knows. */
  readonly dueAt?: number | null;
}

export interface SubjectsDeps {
  /** What was measured in pictures, as far as it is known now; by the picture's hash. Never measures, never waits for the network. */
  readonly picturesOf: (
    pictures: readonly ContentPicture[],
    kit: BrandKit,
  ) => Promise<ReadonlyMap<string, PictureFacts>>;
  /** What is known of addresses now; those that are missing are asked in the background. */
  readonly linksOf: (urls: readonly string[]) => Promise<ReadonlyMap<string, LinkState>>;
  /** What went out on the channel of a copy lately, newest first; what it repeats by plan is left out. */
  readonly earlierThan: (copy: CopyToCheck, kit: BrandKit) => Promise<readonly EarlierPost[]>;
  /** What its campaign adds to links of a copy when it is sent. */
  readonly tagsOf: (campaign: string, kind: ChannelKind) => Promise<LinkTags | null>;
  /** Today in the zone of the business. */
  readonly today: () => Promise<string>;
}

/** An entry and its copies, as the checker takes them. */
export interface Subjects {
  readonly entry: SubjectInput;
  readonly copies: readonly { readonly copy: CopyToCheck; readonly input: SubjectInput }[];
  readonly today: string;
  /** Addresses and hashes of pictures of which nothing is known yet. */
  readonly missing: readonly string[];
}

export type MakeSubjects = ReturnType<typeof subjectsOf>;

/** Gathers what the rules of a kit look at. What no rule of the kit asks for is not looked up. */
export const subjectsOf =
  (deps: SubjectsDeps) =>
  async (
    { key: { uid, locale }, content }: EntryToCheck,
    copies: readonly CopyToCheck[],
    kit: BrandKit,
  ): Promise<Subjects> => {
    const today = await deps.today();
    const contents = copies.map(({ copy, channel }) => contentOfCopy(copy, channel.kind));
    const all = [content, ...contents];
    const shown = all.flatMap(({ pictures }) => pictures);
    const pictures: ReadonlyMap<string, PictureFacts> =
      shown.length > 0 && asksOfPictures(kit) ? await deps.picturesOf(shown, kit) : new Map();
    const addresses = kit.links?.alive ? all.flatMap(({ links }) => links.map(({ href }) => href)) : [];
    const links: ReadonlyMap<string, LinkState> =
      addresses.length > 0 ? await deps.linksOf(addresses) : new Map();
    const facts = { uid, locale, today, pictures, links };
    const inputs = [];
    for (const [index, copy] of copies.entries()) {
      const own = contents[index];
      if (!own) continue;
      const earlier = kit.nearDuplicate ? await deps.earlierThan(copy, kit) : [];
      const tags = kit.links ? await deps.tagsOf(copy.campaign, copy.channel.kind) : null;
      inputs.push({ copy, input: { ...facts, content: own, channel: copy.channel, earlier, tags } });
    }
    const missing = [
      ...(asksOfPictures(kit) ? shown.map(pictureKeyOf).filter((key) => !pictures.has(key)) : []),
      ...addresses.filter((address) => !links.has(address)),
    ];
    return { entry: { ...facts, content }, copies: inputs, today, missing: [...new Set(missing)] };
  };

const asksOfPictures = ({ facts, pictures }: BrandKit): boolean =>
  facts !== null || Object.values(pictures).some((policy) => policy !== null);

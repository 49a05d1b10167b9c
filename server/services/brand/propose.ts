import { proposeInput, type Proposal } from '../../../src/brand/catalogue/schema';
import { pictureKeyOf, type PictureFacts } from '../../../src/brand/pictures/schema';
import { brandKit, type BrandKit } from '../../../src/brand/schema';
import type { ContentModel, ContentPicture } from '../../../src/content/schema';
import { entryIdOf } from '../../../src/shared/entry-key';
import { invalidRequest } from '../../../src/shared/issues';
import { atFirstUse } from '../../../src/shared/at-first-use';
import { fail, ok, type Result } from '../../../src/shared/result';
import type { NewestStore } from '../../stores/newest';
import type { Entries } from '../entries';
import { making } from './making';

export interface ProposeDeps {
  readonly newest: NewestStore;
  readonly entries: Pick<Entries, 'models' | 'load'>;
  /** How entries (`entryIdOf`) scored in the brand check, as far as they were looked at. */
  readonly scores: (entries: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Measures pictures that nobody has measured yet, too. */
  readonly factsOf: (
    pictures: readonly ContentPicture[],
    kit: BrandKit,
    how: 'measure',
  ) => Promise<ReadonlyMap<string, PictureFacts>>;
}

/** Colours are measured where a kit asks for something of pictures. */
const asksForColours = atFirstUse(() => brandKit.parse({ pictures: { palette: {} } }));

/** Pictures that the colours are taken from: measuring one takes some hundred milliseconds. */
const mostPictures = 60;

export type Propose = ReturnType<typeof propose>;

/** What a kit could be, measured from what the business publishes. Nothing is saved. */
export const propose =
  ({ newest, entries, scores, factsOf }: ProposeDeps) =>
  async (input: unknown): Promise<Result<Proposal>> => {
    const parsed = proposeInput.safeParse(input ?? {});
    if (!parsed.success) return fail(invalidRequest(parsed.error));
    const { uids, entries: most } = parsed.data;
    const isAsked = ({ uid }: ContentModel) => uids.length === 0 || uids.includes(uid);
    const read = [];
    for (const model of entries.models().filter(isAsked)) {
      const keys = await newest.published(model, most);
      const known = await scores(keys.map(entryIdOf));
      for (const key of keys) {
        const entry = await entries.load(key, 'published');
        if (!entry) continue;
        const score = known.get(entryIdOf(key));
        const { content } = entry;
        read.push({ content, locale: key.locale, ...(score === undefined ? {} : { score }) });
      }
    }
    const shown = new Map(
      read.flatMap(({ content }) => content.pictures).map((picture) => [pictureKeyOf(picture), picture]),
    );
    const facts = await factsOf([...shown.values()].slice(0, mostPictures), asksForColours(), 'measure');
    const { proposeKit } = await making();
    return ok(
      proposeKit(
        read,
        [...facts.values()].flatMap(({ colours }) => (colours ? [colours] : [])),
      ),
    );
  };

import { lineOf } from '../../src/audience/address';
import type { Delivery } from '../../src/channels/channel';
import type { EmailSettings } from '../../src/channels/settings/email';
import { htmlOf } from '../../src/content/render';
import type { Settings } from '../../src/governance/settings';
import { letterOf, type Letter } from '../mail/letter';
import { htmlOfText } from '../mail/plain-text';
import type { Entries, LoadedEntry } from './entries';

interface LettersDeps {
  readonly entries: Pick<Entries, 'load'>;
  readonly settings: () => Promise<Pick<Settings, 'sites'>>;
  /** Address of Strapi, where its pictures lie. */
  readonly publicUrl: () => Promise<string>;
}

export type Letters = ReturnType<typeof letters>;

/** Renders what a publication by e-mail says: the approved copy and the approved version of the entry. */
export function letters({ entries, settings, publicUrl }: LettersDeps) {
  /** The version with the seal that was approved, wherever it stands now. */
  async function approved({ entry, seal }: Delivery): Promise<LoadedEntry | null> {
    for (const status of ['published', 'draft'] as const) {
      const loaded = await entries.load(entry, status);
      if (loaded?.seal === seal) return loaded;
    }
    return null;
  }

  return {
    /** Null where the approved version of the entry is not there any more. */
    async of(delivery: Delivery, channel: EmailSettings): Promise<Letter | null> {
      const entry = await approved(delivery);
      if (!entry) return null;
      const { copy } = delivery;
      const { roles } = entry.content;
      const base = await publicUrl();
      const site = (await settings()).sites.baseUrl || base;
      const [picture] = copy.pictures;
      const title = lineOf(copy.title ?? roles.title ?? copy.subject ?? '');
      // A text that nobody changed is the entry's own: then its markup and pictures come along.
      const body = htmlOf(entry.content, { wanted: ({ role }) => role === 'body' || role === 'summary' });
      return letterOf({
        locale: delivery.entry.locale ?? 'en',
        brand: channel.fromName,
        subject: lineOf(copy.subject ?? title),
        preheader: lineOf(copy.preheader ?? ''),
        title,
        picture: picture
          ? {
              ...picture,
              url: URL.canParse(picture.url, base) ? new URL(picture.url, base).href : picture.url,
            }
          : null,
        html: copy.edited || body === '' ? htmlOfText(copy.text) : body,
        pageUrl: copy.link ?? delivery.pageUrl,
        imprint: channel.imprint,
        base: site,
      });
    },
  };
}

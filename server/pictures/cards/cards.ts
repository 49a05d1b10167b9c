import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mainKey } from '../../../src/brand/catalogue/brands/which-brand';
import type { Brand } from '../../../src/brand/schema';
import type { CardInput, CardPreview } from '../../../src/channels/pictures/card';
import type { CopyPicture } from '../../../src/channels/schema';
import type { Actor } from '../../../src/shared/actor';
import { fail, ok, type Result } from '../../../src/shared/result';
import type { Audit } from '../../services/audit';
import type { MediaFile } from '../../stores/media-files';
import { atMost } from '../at-most';
import { isLoadable } from '../decode';
import { largest } from '../renditions/encode';
import { decoded } from '../renditions/renditions';
import { drawnCard, type Card, type CardParts } from './draw';
import { hasFonts } from './fonts';
import { currentLogo, type LogoSource } from './logo';

const atOnce = 2;

/** A file of the disk that is to become one of the media library. */
export interface NewFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly name: string;
  readonly alternativeText: string;
}

export interface CardDeps extends LogoSource {
  readonly brandOf: (uid: string, locale: string | null) => Promise<Brand>;
  /** Puts a file into the media library, as Strapi does it. */
  readonly upload: (file: NewFile, actor: Actor) => Promise<Pick<CopyPicture, 'hash' | 'url'>>;
  readonly audit: Audit;
  readonly fonts?: () => Promise<boolean>;
}

type Drawn = Card & { readonly brand: Brand; readonly file: MediaFile | null };

/** Cards that bear the brand of an entry: seen while they are made, then a file of the media library like any other. */
export function cards({ files, open, brandOf, upload, audit, fonts = hasFonts }: CardDeps) {
  const turn = atMost(atOnce);

  async function drawn(input: CardInput): Promise<Result<Drawn>> {
    const brand = await brandOf(input.uid, input.locale);
    const { kit } = brand;
    if (input.template !== 'badge' && !(await fonts()))
      return fail({
        code: 'picture.card-no-fonts',
        message:
          'This server has no fonts, so nothing can be written on a card. Ask whoever runs it to install some and to restart Strapi.',
      });
    const { file, picture } = await pictureOf(input);
    const parts: CardParts = {
      ...{ kit, picture },
      name: kit.names[0]?.name ?? (brand.key === mainKey ? null : brand.name),
      logo: await currentLogo(kit.logos, { files, open }),
      focus: ('focus' in input ? input.focus : undefined) ?? file?.focus ?? null,
    };
    const card = await drawnCard(input, parts);
    return card.ok ? ok({ ...card.value, brand, file }) : card;
  }

  async function pictureOf(
    input: CardInput,
  ): Promise<{ file: MediaFile | null } & Pick<CardParts, 'picture'>> {
    if (input.template === 'title') return { file: null, picture: null };
    const file = (await files.find([input.picture])).find(({ hash }) => hash === input.picture) ?? null;
    const loaded = file && isLoadable(file) ? await open(file.url) : null;
    return { file, picture: loaded?.kind === 'loaded' ? await decoded(loaded.bytes, largest) : null };
  }

  return {
    preview: async (input: CardInput): Promise<Result<CardPreview>> => {
      const card = await turn(() => drawn(input));
      if (!card.ok) return card;
      const { bytes, width, height } = card.value;
      return ok({ src: `data:image/jpeg;base64,${bytes.toString('base64')}`, width, height });
    },

    /** The picture for a copy. What it shows, in words, is the title; for a badge what the picture was said to show. */
    make: async (input: CardInput, actor: Actor): Promise<Result<CopyPicture>> => {
      const card = await turn(() => drawn(input));
      if (!card.ok) return card;
      const { bytes, brand, file } = card.value;
      const alt = input.template === 'badge' ? (file?.alternativeText ?? '') : input.title;
      const name = nameOf(input.template === 'badge' ? (file?.name ?? '') : input.title);
      const folder = await mkdtemp(join(tmpdir(), 'presence-card-'));
      try {
        const path = join(folder, 'card.jpg');
        await writeFile(path, bytes);
        const made = await upload({ path, size: bytes.length, name, alternativeText: alt }, actor);
        const details = { name, file: made.hash, template: input.template, brand: brand.key };
        await audit.record({ kind: 'picture.card', actor, details });
        return ok({ ...made, alt });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** What the file is called in the media library. */
const nameOf = (title: string): string => {
  const plain = title
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return `${[...plain].slice(0, 60).join('').trim() || 'card'} card.jpg`;
};

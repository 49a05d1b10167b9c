import type { ComponentType } from 'react';
import { useStrapiApp } from '@strapi/strapi/admin';
import { Typography } from '@strapi/design-system';
import { Ask } from '../../../../components/ask';
import { useWords } from '../../../../words';

/** What the media library hands over of a file. */
export interface MediaFile {
  readonly name: string;
  readonly hash: string;
  readonly url: string;
  readonly alternativeText?: string | null;
}

type Dialog = ComponentType<{
  allowedTypes: readonly string[];
  multiple: boolean;
  onClose: () => void;
  onSelectAssets: (files: readonly MediaFile[]) => void;
}>;

/** Strapi's own media library, to choose a picture or a video from. An app may run without it, and then this says so. */
export function MediaChoice({
  of = 'images',
  take,
  close,
}: {
  of?: 'images' | 'videos';
  take: (files: readonly MediaFile[]) => void;
  close: () => void;
}) {
  const t = useWords();
  const Library = useStrapiApp('Presence', (state) => state.components['media-library']) as
    Dialog | undefined;
  if (!Library)
    return (
      <Ask
        title={t(of === 'images' ? 'presence.kit.logos.add' : 'presence.video.choose')}
        confirm={t('presence.action.close')}
        act={async () => undefined}
        close={close}
      >
        <Typography>
          {t(of === 'images' ? 'presence.kit.logos.no-library' : 'presence.video.no-library')}
        </Typography>
      </Ask>
    );
  return <Library allowedTypes={[of]} multiple={false} onClose={close} onSelectAssets={take} />;
}

import { memo, useRef, useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { Copy, CopyPicture } from '../../../../src/channels/schema';
import type { VideoFacts } from '../../../../src/channels/video/facts';
import { videoProblems } from '../../../../src/channels/video/fits';
import { TextBox } from '../../../components/input';
import { Failed } from '../../../components/states';
import { useWords } from '../../../words';
import { MediaChoice } from '../../settings/brand/fields/media-choice';
import { copyPrefix } from '../copy-findings';
import { errorAt, type PartProps } from '../copy-part';
import { OtherProblems } from '../other-problems';
import { useSaidProblems } from '../use-said-problems';
import { useVideoFacts } from './use-video-facts';

/** The video of a copy: chosen from the media library in place of pictures, said in words, and held against what its channel takes. */
export function CopyVideo({
  line: { channel, copy },
  check,
  ...rest
}: PartProps & { readonly library?: typeof MediaChoice }) {
  const { video, pictures } = copy;
  if (!rest.rules.video && !video) return null;
  return <Video {...rest} {...{ channel, video, pictures }} error={errorAt(check, 'video.alt')} />;
}

/** Drawn anew when something of the video changes, and not with every key in the words. */
const Video = memo(function Video({
  channel,
  video,
  pictures,
  error,
  rules,
  canEdit,
  set,
  library: Library = MediaChoice,
}: Pick<PartProps, 'rules' | 'canEdit' | 'set'> & {
  readonly channel: string;
  readonly video: Copy['video'];
  readonly pictures: Copy['pictures'];
  readonly error: string | undefined;
  readonly library?: typeof MediaChoice;
}) {
  const t = useWords();
  const [isChoosing, setChoosing] = useState(false);
  const former = useRef<readonly CopyPicture[]>([]);
  const { facts, refusal } = useVideoFacts(video?.hash);
  const saidProblems = useSaidProblems();
  const put = (next: Copy['video'], beside: readonly CopyPicture[]) => {
    if (next && !video) former.current = pictures;
    set({ video: next, pictures: [...beside] });
  };
  return (
    <Flex
      tag="section"
      direction="column"
      alignItems="stretch"
      gap={3}
      aria-label={t('presence.video.title')}
    >
      {video && (
        <>
          <TextBox
            label={t('presence.video.alt')}
            name={`${copyPrefix(channel)}video.alt`}
            hint={t(rules.video?.alt === 'none' ? 'presence.campaign.alt.none' : 'presence.video.alt.hint')}
            rows={2}
            disabled={!canEdit}
            error={error}
            value={video.alt}
            change={(alt) => set({ video: { ...video, alt } })}
          />
          {facts && <Told facts={facts} />}
          {facts && <OtherProblems problems={saidProblems(videoProblems(facts, rules))} />}
          {refusal && <Failed refusal={refusal} small />}
        </>
      )}
      {canEdit && (
        <Flex gap={2} wrap="wrap">
          {rules.video && (
            <Button size="S" variant="tertiary" onClick={() => setChoosing(true)}>
              {t(video ? 'presence.video.other' : 'presence.video.choose')}
            </Button>
          )}
          {video && (
            <Button size="S" variant="tertiary" onClick={() => put(undefined, former.current)}>
              {t('presence.video.remove')}
            </Button>
          )}
        </Flex>
      )}
      {canEdit && !video && pictures.length > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {t('presence.video.instead')}
        </Typography>
      )}
      {isChoosing && (
        <Library
          of="videos"
          close={() => setChoosing(false)}
          take={([file]) => {
            setChoosing(false);
            if (file) put({ hash: file.hash, url: file.url, alt: file.alternativeText ?? '' }, []);
          }}
        />
      )}
    </Flex>
  );
});

/** What the file is, in one line. */
function Told({ facts: { format, seconds, width, height, bytes } }: { facts: VideoFacts }) {
  const t = useWords();
  const size = Math.ceil(bytes / 100_000) / 10;
  return (
    <Typography variant="pi" textColor="neutral600" tag="p">
      {t('presence.video.facts', { format: format.toUpperCase(), width, height, size })}
      {seconds !== null && ` · ${t('presence.video.seconds', { seconds: Math.round(seconds * 10) / 10 })}`}
    </Typography>
  );
}

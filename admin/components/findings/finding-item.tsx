import { useState } from 'react';
import { Flex, Link, Typography } from '@strapi/design-system';
import type { StandingFinding, Waiver } from '../../../src/brand/findings/schema';
import { useWords } from '../../words';
import { FindingMenu } from './finding-menu';
import type { FindingHome } from './finding-home';
import { PictureFigure, RemoveLocation, isAboutLocation, isAboutPicture } from './picture-figure';
import { SeverityMark } from './severity-mark';
import { SmallButton } from './small-button';
import { useFixLabel, useSentence } from './use-sentence';
import { WaiveDialog } from './waive-dialog';
import { WaiverNote } from './waiver-note';

const mostFixes = 4;

/** One finding: where, what, why, and everything that can be done about it. */
export function FindingItem({
  line,
  home,
  waiting,
  setAside,
}: {
  line: StandingFinding;
  home: FindingHome;
  /** A waiver of it that waits for somebody to agree. */
  waiting: Waiver | null;
  setAside: (line: StandingFinding, kind: 'dismissed' | 'false-alarm') => void;
}) {
  const { finding } = line;
  const t = useWords();
  const say = useSentence();
  const labelOf = useFixLabel();
  const [isWaiving, setWaiving] = useState(false);
  const { entry, channel, fix, show, reader } = home;
  const fixes = fix && home.canFix(finding) ? (finding.fixes ?? (finding.fix ? [finding.fix] : [])) : [];
  const sentence = say(finding);
  const picture = isAboutPicture(finding) ? home.pictureOf(finding) : null;

  return (
    <Flex tag="li" gap={2} alignItems="flex-start">
      <Flex paddingTop="3px">
        <SeverityMark severity={finding.severity} />
      </Flex>
      <Flex direction="column" alignItems="flex-start" gap={1} flex="1" minWidth={0}>
        <Typography variant="pi" textColor="neutral600" tag="p" fontWeight="semiBold">
          {home.nameOf(finding.place.field)}
        </Typography>
        {finding.quote !== '' && !sentence.includes(finding.quote) && (
          <Typography variant="pi" tag="p" fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
            {t('presence.find.quote', { quote: shortened(finding.quote) })}
          </Typography>
        )}
        <Typography variant="pi" textColor="neutral800" tag="p" style={{ overflowWrap: 'anywhere' }}>
          {sentence}
        </Typography>
        {picture && <PictureFigure picture={picture} region={finding.region} />}
        {waiting && <WaiverNote waiver={waiting} reader={reader} changed={home.changed} />}
        {fix &&
          fixes.slice(0, mostFixes).map((each) => (
            <SmallButton key={each.replacement} type="button" onClick={() => fix(finding, each)}>
              {labelOf(finding, each)}
            </SmallButton>
          ))}
        {picture !== null && picture.id !== null && isAboutLocation(finding) && (
          <RemoveLocation id={picture.id} done={home.changed} />
        )}
        <Flex gap={2} wrap="wrap">
          {show && (
            <SmallButton type="button" $isPlain onClick={() => show(finding)}>
              {t('presence.find.show')}
            </SmallButton>
          )}
          {reader.mayWaive && entry && !waiting && (
            <SmallButton type="button" $isPlain onClick={() => setWaiving(true)}>
              {t('presence.find.waive.ask')}
            </SmallButton>
          )}
          {finding.link && (
            <Link href={finding.link} isExternal>
              {t('presence.find.more')}
            </Link>
          )}
          <FindingMenu of={home.nameOf(finding.place.field)} choose={(kind) => setAside(line, kind)} />
        </Flex>
        {isWaiving && entry && (
          <WaiveDialog
            line={line}
            entry={entry}
            channel={channel}
            close={() => setWaiving(false)}
            done={home.changed}
          />
        )}
      </Flex>
    </Flex>
  );
}

const longest = 120;
const shortened = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;

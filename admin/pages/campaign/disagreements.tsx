import { Link as RouterLink } from 'react-router-dom';
import { Flex, Link, Typography } from '@strapi/design-system';
import type { OtherPlace } from '../../../src/brand/schema';
import type { EntryKey } from '../../../src/shared/entry-key';
import { Card } from '../../components/card';
import { useEditPath } from '../../components/entry-link';
import { PictureFigure } from '../../components/findings/picture-figure';
import { placeName } from '../../components/findings/place-name';
import { SeverityMark } from '../../components/findings/severity-mark';
import { SmallButton } from '../../components/findings/small-button';
import { useSentence } from '../../components/findings/use-sentence';
import { arrivalAt } from '../../components/marks/use-arrival';
import { showPassage } from '../../components/marks/use-marks';
import { useWords } from '../../words';
import { copyPrefix, pictureOf } from './copy-findings';
import { disagreementsOf } from './disagreements-of';
import type { Line } from './use-campaign';
import { useCopyFieldName } from './use-copy-field-name';
import type { CopiesBrand } from './use-copies-brand';

/** What the entry and its copies say differently, with the way to each of the places. */
export function Disagreements({
  brand,
  lines,
  entry,
}: {
  brand: CopiesBrand;
  lines: readonly Line[];
  entry: EntryKey;
}) {
  const t = useWords();
  const say = useSentence();
  const all = disagreementsOf(brand);
  if (all.length === 0) return null;
  return (
    <Card title={t('presence.find.disagree')} hint={t('presence.find.disagree.hint')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={5}>
        {all.map(({ finding, places }, index) => (
          <Flex tag="li" key={`${finding.rule} ${index}`} gap={2} alignItems="flex-start">
            <Flex paddingTop="3px">
              <SeverityMark severity={finding.severity} />
            </Flex>
            <Flex direction="column" alignItems="flex-start" gap={2} minWidth={0}>
              <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
                {say(finding)}
              </Typography>
              <Flex gap={4} wrap="wrap" alignItems="flex-start">
                {places.map((place, at) => (
                  <Way key={at} {...{ place, lines, entry }} />
                ))}
              </Flex>
            </Flex>
          </Flex>
        ))}
      </Flex>
    </Card>
  );
}

/** Leads to one of the places: in a copy on this page, or in the entry. A picture is shown. */
function Way({
  place: { channel, place, quote, region },
  lines,
  entry,
}: {
  place: OtherPlace;
  lines: readonly Line[];
  entry: EntryKey;
}) {
  const t = useWords();
  const editPath = useEditPath();
  const fieldName = useCopyFieldName();
  const line = lines.find((each) => each.channel === channel);
  const where = line ? line.channelName : t('presence.find.disagree.entry');
  const name = line ? fieldName(place.field) : placeName(place.field);
  const label =
    quote === ''
      ? t('presence.find.disagree.picture', { where, place: name })
      : t('presence.find.disagree.place', { where, place: name, quote });
  if (!line)
    return (
      <Link tag={RouterLink} to={editPath(entry)} state={arrivalAt({ place, quote })}>
        {label}
      </Link>
    );
  const picture = region ? pictureOf(line.copy, { place }) : null;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <SmallButton
        type="button"
        onClick={() => showPassage({ place, quote }, { ...line.copy }, copyPrefix(line.channel))}
      >
        {label}
      </SmallButton>
      {picture && <PictureFigure picture={picture} region={region} />}
    </Flex>
  );
}

import { Link as RouterLink } from 'react-router-dom';
import { Flex, Link, Typography } from '@strapi/design-system';
import type { StandingFinding } from '../../../src/brand/findings/schema';
import type { EntryKey } from '../../../src/shared/entry-key';
import { Card } from '../../components/card';
import { useEditPath } from '../../components/entry-link';
import { placeName } from '../../components/findings/place-name';
import { SeverityMark } from '../../components/findings/severity-mark';
import { SmallButton } from '../../components/findings/small-button';
import { useSentence } from '../../components/findings/use-sentence';
import { showPassage } from '../../components/marks/use-marks';
import { useWords } from '../../words';
import { copyPrefix } from './copy-findings';
import { disagreementsOf } from './disagreements-of';
import type { Line } from './use-campaign';
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
        {all.map(({ key, places }) => (
          <Flex tag="li" key={key} gap={2} alignItems="flex-start">
            <SeverityMark severity={places[0].finding.severity} />
            <Flex direction="column" alignItems="flex-start" gap={2} minWidth={0}>
              <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
                {say(places[0].finding)}
              </Typography>
              <Flex gap={3} wrap="wrap">
                {places.map((line) => (
                  <Way
                    key={`${line.finding.channel ?? ''} ${line.finding.place.field} ${line.finding.place.start}`}
                    {...{ line, lines, entry }}
                  />
                ))}
              </Flex>
            </Flex>
          </Flex>
        ))}
      </Flex>
    </Card>
  );
}

/** Leads to one of the places: in a copy on this page, or in the entry. */
function Way({
  line: { finding },
  lines,
  entry,
}: {
  line: StandingFinding;
  lines: readonly Line[];
  entry: EntryKey;
}) {
  const t = useWords();
  const editPath = useEditPath();
  const copy = lines.find(({ channel }) => channel === finding.channel);
  const place = placeName(finding.place.field);
  if (copy)
    return (
      <SmallButton
        type="button"
        onClick={() => showPassage(finding, { ...copy.copy }, copyPrefix(copy.channel))}
      >
        {t('presence.find.disagree.place', { where: copy.channelName, place, quote: finding.quote })}
      </SmallButton>
    );
  return (
    <Link tag={RouterLink} to={editPath(entry)}>
      {t('presence.find.disagree.place', {
        where: t('presence.find.disagree.entry'),
        place,
        quote: finding.quote,
      })}
    </Link>
  );
}

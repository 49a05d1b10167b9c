import { Flex, Typography } from '@strapi/design-system';
import type { StandingFinding } from '../../../src/brand/findings/schema';
import { useWords } from '../../words';
import type { FindingHome } from './finding-home';
import { SmallButton } from './small-button';
import { useSentence } from './use-sentence';
import { WaiverNote } from './waiver-note';

/** A finding that may stand: what it says, and why it may. */
export function WaivedItem({
  line: { finding, standing },
  home: { nameOf, show, changed, reader },
}: {
  line: StandingFinding;
  home: FindingHome;
}) {
  const t = useWords();
  const say = useSentence();
  return (
    <Flex tag="li" direction="column" alignItems="flex-start" gap={1}>
      <Typography variant="pi" textColor="neutral600" tag="p" fontWeight="semiBold">
        {nameOf(finding.place.field)}
      </Typography>
      <Typography variant="pi" tag="p" style={{ overflowWrap: 'anywhere' }}>
        {finding.quote && `${t('presence.find.quote', { quote: finding.quote })} · `}
        {say(finding)}
      </Typography>
      {show && (
        <SmallButton type="button" $isPlain onClick={() => show(finding)}>
          {t('presence.find.show')}
        </SmallButton>
      )}
      {standing?.kind === 'waived' ? (
        <WaiverNote waiver={standing.waiver} reader={reader} changed={changed} />
      ) : (
        <Typography variant="pi" tag="p" textColor="neutral700">
          {t('presence.find.baseline')}
        </Typography>
      )}
    </Flex>
  );
}

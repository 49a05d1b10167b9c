import { useState } from 'react';
import { Box, Button } from '@strapi/design-system';
import { useApi } from '../../../api';
import { Failed } from '../../../components/states';
import { refusalOf, type Refusal } from '../../../refusal';
import { useWords } from '../../../words';

/** Leads to the network at once, where what is missing can be allowed. */
export function ConnectAgain({
  channel,
  go = (address) => window.location.assign(address),
}: {
  /** Key of the channel. */
  channel: string;
  go?: (address: string) => void;
}) {
  const t = useWords();
  const api = useApi();
  const [refusal, setRefusal] = useState<Refusal>();
  const begin = () =>
    api.beginConnect(channel).then(
      ({ address }) => go(address),
      (error: unknown) => setRefusal(refusalOf(error)),
    );
  return (
    <Box paddingTop={1}>
      <Button size="S" variant="tertiary" onClick={() => void begin()}>
        {t('presence.health.connect')}
      </Button>
      {refusal && <Failed refusal={refusal} small />}
    </Box>
  );
}

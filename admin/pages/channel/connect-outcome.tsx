import { useEffect, useRef, useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { ChannelTested, ChannelView } from '../../../src/channels/schema';
import { useApi } from '../../api';
import { Failed, Waiting } from '../../components/states';
import { refusalOf, type Refusal } from '../../refusal';
import { useWords, type WordId } from '../../words';
import { useConnectedWords } from './connect-field';
import { leadsTo } from './leads-to';
import { hasPlaces } from './place/has-places';
import { PlacePicker } from './place/place-picker';

/** Refusals that are said in the reader's own language; others come with the server's sentence, which has the network's words. */
const said: Readonly<Record<string, WordId>> = {
  'connect.unknown': 'presence.connect.say.unknown',
  'connect.expired': 'presence.connect.say.expired',
  'connect.used': 'presence.connect.say.used',
  'connect.unanswered': 'presence.connect.say.unanswered',
  'connect.other-person': 'presence.connect.say.other-person',
  'connect.channel-changed': 'presence.connect.say.channel-changed',
  'connect.denied': 'presence.connect.say.denied',
  'connect.scopes': 'presence.connect.say.scopes',
  'connect.not-lasting': 'presence.connect.say.not-lasting',
  'connect.no-place': 'presence.connect.say.no-place',
  'connect.other-account': 'presence.connect.say.other-account',
  'connect.wrong-app': 'presence.connect.say.wrong-app',
};

/** Somebody came back from a network: fetches what they allowed there, once, and says what came of it. */
export function ConnectOutcome({
  attempt,
  changed,
  close,
}: {
  attempt: string;
  changed: (channel: ChannelView) => void;
  close: () => void;
}) {
  const t = useWords();
  const api = useApi();
  const connectedWords = useConnectedWords();
  const [tested, setTested] = useState<ChannelTested>();
  const [refusal, setRefusal] = useState<Refusal>();
  const begun = useRef('');
  const done = useRef(changed);
  done.current = changed;

  useEffect(() => {
    // It counts once, and React may run this twice.
    if (begun.current === attempt) return;
    begun.current = attempt;
    api.finishConnect(attempt).then(
      (value) => {
        setTested(value);
        done.current(value.channel);
      },
      (error: unknown) => setRefusal(refusalOf(error)),
    );
  }, [api, attempt]);

  const own = refusal?.code ? said[refusal.code] : undefined;
  const missing = refusal?.details['missing'];
  const isGood = tested?.report.state === 'ready';
  return (
    <Box paddingBottom={5} role="status" aria-live="polite">
      {!tested && !refusal && <Waiting small />}
      {refusal && (
        <Failed
          refusal={
            own
              ? {
                  ...refusal,
                  message: t(own, {
                    missing: Array.isArray(missing) ? missing.join(', ') : '',
                    name: String(refusal.details['name'] ?? ''),
                  }),
                }
              : refusal
          }
          small
        />
      )}
      {tested && (
        <Flex
          gap={4}
          padding={4}
          hasRadius
          background={isGood ? 'success100' : 'warning100'}
          justifyContent="space-between"
          wrap="wrap"
        >
          <Flex direction="column" alignItems="flex-start" gap={1}>
            <Typography fontWeight="semiBold">{connectedWords(tested.channel)}</Typography>
            <Typography variant="pi">{tested.report.message}</Typography>
          </Flex>
          {hasPlaces(tested.channel) && leadsTo(tested.channel) === '' && (
            <Box width="100%">
              <PlacePicker
                channel={tested.channel}
                picked={(value) => {
                  setTested(value);
                  done.current(value.channel);
                }}
              />
            </Box>
          )}
          <Button variant="tertiary" size="S" onClick={close}>
            {t('presence.action.close')}
          </Button>
        </Flex>
      )}
    </Box>
  );
}

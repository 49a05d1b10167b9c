import { useState } from 'react';
import { Box, Button, Flex } from '@strapi/design-system';
import type { ChannelTested, ChannelView } from '../../../../src/channels/schema';
import { useWords } from '../../../words';
import { hasPlaces } from './has-places';
import { PlacePicker } from './place-picker';

/** Opens the choice of the account as which a connected channel posts. */
export function PlaceField({
  channel,
  picked,
}: {
  channel: ChannelView;
  picked: (tested: ChannelTested) => void;
}) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  if (!hasPlaces(channel)) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex>
        <Button size="S" variant="tertiary" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('presence.place.change', { kind: channel.kind })}
        </Button>
      </Flex>
      {isOpen && (
        <Box padding={4} background="neutral100" hasRadius>
          <PlacePicker
            channel={channel}
            picked={(tested) => {
              setOpen(false);
              picked(tested);
            }}
          />
        </Box>
      )}
    </Flex>
  );
}

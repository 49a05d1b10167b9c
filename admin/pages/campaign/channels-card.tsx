import { memo } from 'react';
import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import type { ChannelView } from '../../../src/channels/schema';
import { Card } from '../../components/card';
import { TextLine } from '../../components/input';
import { ChannelName, inKindOrder } from '../../components/publication-state';
import { useWords } from '../../words';
import { ScoreMark } from './score-mark';
import { isEditable, type Line } from './use-campaign';
import type { CopiesBrand } from './use-copies-brand';

/** What the campaign is called, and which channels it goes to. */
export const ChannelsCard = memo(function ChannelsCard({
  name,
  lines,
  channels,
  scores,
  canManage,
  toggle,
  rename,
}: {
  name: string;
  /** The channels that are ticked; of their copies only how they stand counts. */
  lines: readonly Line[];
  channels: readonly ChannelView[];
  scores: CopiesBrand['copies'];
  canManage: boolean;
  toggle: (channel: ChannelView, isTicked: boolean) => void;
  rename: (name: string) => void;
}) {
  const t = useWords();
  return (
    <Card title={t('presence.campaign.channels')} hint={t('presence.campaign.channels.hint')}>
      {channels.length === 0 && <Typography>{t('presence.channels.none.text')}</Typography>}
      <Flex gap={5} wrap="wrap">
        {inKindOrder(channels).map((channel) => {
          const line = lines.find((each) => each.channel === channel.key);
          const isFixed = line
            ? !isEditable(line) || (line.publication?.state ?? 'draft') !== 'draft'
            : false;
          return (
            <Checkbox
              key={channel.key}
              checked={Boolean(line)}
              disabled={!canManage || isFixed}
              onCheckedChange={(isTicked) => toggle(channel, isTicked === true)}
            >
              <Flex tag="span" gap={2}>
                <ChannelName kind={channel.kind} name={channel.name} />
                <ScoreMark brand={scores.get(channel.key)} />
              </Flex>
            </Checkbox>
          );
        })}
      </Flex>
      <Box paddingTop={5} maxWidth="60rem">
        <TextLine
          label={t('presence.campaign.name')}
          hint={t('presence.campaign.name.hint')}
          disabled={!canManage}
          value={name}
          change={rename}
        />
      </Box>
    </Card>
  );
});

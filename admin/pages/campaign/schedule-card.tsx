import { memo } from 'react';
import { Box, Button, Flex, Radio } from '@strapi/design-system';
import type { CatchUpPolicy } from '../../../src/publishing/schema';
import type { When } from '../../../src/publishing/time/when';
import { Card } from '../../components/card';
import { Choice } from '../../components/input';
import { ChannelName, inKindOrder } from '../../components/publication-state';
import { TimeChoice } from '../../components/time-choice';
import type { Refusal } from '../../refusal';
import { useWords } from '../../words';
import { useApi } from '../../api';
import type { ChannelTimes } from './channel-times';
import { LookAhead, useLookAhead } from './look-ahead';
import type { Line } from './use-campaign';

const policies = ['ask', 'late', 'skip'] as const satisfies CatchUpPolicy[];

/** When the copies go out that have no time yet, and what happens should that time be missed. */
export const ScheduleCard = memo(function ScheduleCard({
  when,
  zone,
  change,
  lines,
  times,
  changeTimes,
  refusal,
  catchUp,
  changeCatchUp,
  isBusy,
  send,
}: {
  when: When;
  /** Of the business: where a time starts out to be meant. */
  zone: string;
  change: (when: When) => void;
  /** The copies it is about. */
  lines: readonly Line[];
  times: ChannelTimes;
  /** `isAnswer`: to the question about a time, which stays in sight. */
  changeTimes: (times: ChannelTimes, isAnswer?: boolean) => void;
  refusal: Refusal | undefined;
  catchUp: CatchUpPolicy;
  changeCatchUp: (policy: CatchUpPolicy) => void;
  isBusy: boolean;
  send: () => void;
}) {
  const t = useWords();
  const api = useApi();
  const isEach = times !== null && lines.length > 1;
  const isNow = isEach
    ? lines.every(({ channel }) => (times[channel] ?? when).kind === 'now')
    : when.kind === 'now';
  const views = useLookAhead(lines, (channel) => (isEach ? (times[channel] ?? when) : when), api.lookAhead);
  return (
    <Card title={t('presence.campaign.when')} hint={t('presence.campaign.when.hint')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        {lines.length > 1 && (
          <Radio.Group
            value={times ? 'each' : 'same'}
            onValueChange={(mode) =>
              changeTimes(
                mode === 'each' ? Object.fromEntries(lines.map(({ channel }) => [channel, when])) : null,
              )
            }
            aria-label={t('presence.campaign.times')}
          >
            <Flex gap={5} wrap="wrap">
              <Radio.Item value="same">{t('presence.campaign.times.same')}</Radio.Item>
              <Radio.Item value="each">{t('presence.campaign.times.each')}</Radio.Item>
            </Flex>
          </Radio.Group>
        )}
        {isEach ? (
          inKindOrder(lines).map(({ channel, kind, channelName, publication }) => (
            <Box key={channel} role="group" aria-label={channelName}>
              <Box paddingBottom={2}>
                <ChannelName kind={kind} name={channelName} />
              </Box>
              <TimeChoice
                value={times[channel] ?? when}
                change={(next) =>
                  changeTimes({ ...times, [channel]: next }, next.kind === 'at' && next.choice !== undefined)
                }
                refusal={publication && refusal?.path === `times.${publication.key}` ? refusal : undefined}
                zone={zone}
                isSite={kind === 'website'}
              />
            </Box>
          ))
        ) : (
          // What all share cannot be "after the website" where one of them is it.
          <TimeChoice
            value={when}
            change={change}
            refusal={refusal}
            zone={zone}
            isSite={lines.some(({ kind }) => kind === 'website')}
          />
        )}
        <LookAhead views={views} lines={lines} zone={zone} />
        <Choice
          label={t('presence.campaign.catch-up')}
          hint={t(`presence.campaign.catch-up.${catchUp}.hint`)}
          value={catchUp}
          options={policies.map((value) => ({ value, label: t(`presence.campaign.catch-up.${value}`) }))}
          change={changeCatchUp}
        />
        <Flex justifyContent="flex-end">
          <Button size="L" loading={isBusy} onClick={send}>
            {t(isNow ? 'presence.campaign.send' : 'presence.campaign.schedule', { count: lines.length })}
          </Button>
        </Flex>
      </Flex>
    </Card>
  );
});

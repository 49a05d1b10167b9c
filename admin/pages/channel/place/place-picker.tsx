import { useCallback, useState } from 'react';
import { Box, Button, Flex, Radio, Typography } from '@strapi/design-system';
import type { Place } from '../../../../src/channels/connect/places';
import type { ChannelTested, ChannelView } from '../../../../src/channels/schema';
import { useApi } from '../../../api';
import { TextLine } from '../../../components/input';
import { Failed, Loaded } from '../../../components/states';
import { refusalOf, type Refusal } from '../../../refusal';
import { useLoad } from '../../../use-load';
import { useWords } from '../../../words';

/** So many accounts are seen at a glance; of more, one is searched for. */
const few = 7;

/** As which of several accounts a channel posts: those that cannot be posted to are there with the reason. */
export function PlacePicker({
  channel,
  picked,
}: {
  channel: ChannelView;
  picked: (tested: ChannelTested) => void;
}) {
  const t = useWords();
  const api = useApi();
  const load = useLoad(useCallback(() => api.channelPlaces(channel.key), [api, channel.key]));
  const [choice, setChoice] = useState<string>();
  const [search, setSearch] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);

  const pick = async (place: string) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      picked(await api.pickPlace(channel.key, place));
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(false);
  };
  const isFound = ({ name, about }: Place) =>
    `${name} ${about}`.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());

  return (
    <Loaded load={load}>
      {({ chosen, places }) => {
        const value = choice ?? chosen ?? undefined;
        const shown = places.filter(isFound);
        return (
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Typography fontWeight="semiBold">{t('presence.place.title', { kind: channel.kind })}</Typography>
            {places.length === 0 && (
              <Typography>{t('presence.place.none', { kind: channel.kind })}</Typography>
            )}
            {places.length > few && (
              <TextLine
                label={t('presence.place.search', { kind: channel.kind })}
                value={search}
                change={setSearch}
              />
            )}
            {places.length > 0 && shown.length === 0 && (
              <Typography role="status">{t('presence.place.not-found', { kind: channel.kind })}</Typography>
            )}
            <Box style={{ maxHeight: '40rem', overflowY: 'auto' }}>
              <Radio.Group
                aria-label={t('presence.place.title', { kind: channel.kind })}
                value={value ?? ''}
                onValueChange={(next: string) => setChoice(next)}
              >
                {shown.map(({ id, name, about, problem }) => (
                  <Radio.Item key={id} value={id} disabled={problem !== null}>
                    {[
                      name,
                      about === name ? '' : about,
                      problem ? t(`presence.place.problem.${problem}`) : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Radio.Item>
                ))}
              </Radio.Group>
            </Box>
            {refusal && <Failed refusal={refusal} small />}
            {places.length > 0 && (
              <Flex>
                <Button
                  size="S"
                  loading={isBusy}
                  disabled={value === undefined || value === chosen}
                  onClick={() => value !== undefined && void pick(value)}
                >
                  {t('presence.place.pick', { kind: channel.kind })}
                </Button>
              </Flex>
            )}
          </Flex>
        );
      }}
    </Loaded>
  );
}

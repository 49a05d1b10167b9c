import { useCallback, useState } from 'react';
import { Flex, Grid, Menu } from '@strapi/design-system';
import { Earth, Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { ChannelView } from '../../src/channels/schema';
import { useApi } from '../api';
import { PageFrame } from '../components/page-frame';
import { inKindOrder, kindOrder } from '../components/publication-state';
import { Loaded, Nothing } from '../components/states';
import { useLoad } from '../use-load';
import { useWords } from '../words';
import { ChannelCard } from './channel/channel-card';
import { draftOf, newDraft, type ChannelDraft } from './channel/draft';
import { ChannelForm } from './channel/form';

/** The accounts that the business publishes to. */
export default function Channels() {
  const t = useWords();
  const api = useApi();
  const { toggleNotification } = useNotification();
  const load = useLoad(useCallback(() => api.channels(), [api]));
  const [open, setOpen] = useState<{ start: ChannelDraft; channel: ChannelView | null }>();

  const keep = (channel: ChannelView) => {
    const list = load.value ?? [];
    const isKnown = list.some(({ key }) => key === channel.key);
    load.put(isKnown ? list.map((each) => (each.key === channel.key ? channel : each)) : [...list, channel]);
  };

  const add = (
    <Menu.Root>
      <Menu.Trigger variant="default" startIcon={<Plus />} size="M">
        {t('presence.channels.add')}
      </Menu.Trigger>
      <Menu.Content popoverPlacement="bottom-end">
        {kindOrder.map((kind) => (
          <Menu.Item key={kind} onSelect={() => setOpen({ start: newDraft(kind), channel: null })}>
            {t(`presence.channel.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Root>
  );

  return (
    <PageFrame
      title={t('presence.channels.title')}
      subtitle={t('presence.channels.subtitle')}
      action={load.value && load.value.length > 0 ? add : null}
    >
      <Loaded load={load}>
        {(channels) =>
          channels.length === 0 ? (
            <Nothing
              icon={<Earth width="2.4rem" height="2.4rem" />}
              title={t('presence.channels.none')}
              action={add}
            >
              {t('presence.channels.none.text')}
            </Nothing>
          ) : (
            <Grid.Root gap={5} tag="ul">
              {inKindOrder(channels).map((channel) => (
                <Grid.Item
                  key={channel.key}
                  col={6}
                  s={12}
                  xs={12}
                  direction="column"
                  alignItems="stretch"
                  tag="li"
                >
                  <ChannelCard
                    channel={channel}
                    edit={() => setOpen({ start: draftOf(channel), channel })}
                    changed={keep}
                    removed={() => load.put(channels.filter(({ key }) => key !== channel.key))}
                  />
                </Grid.Item>
              ))}
            </Grid.Root>
          )
        }
      </Loaded>
      <Flex>
        {open && (
          <ChannelForm
            {...open}
            close={() => setOpen(undefined)}
            saved={(channel) => {
              keep(channel);
              toggleNotification({ type: 'success', message: t('presence.channels.saved') });
            }}
          />
        )}
      </Flex>
    </PageFrame>
  );
}

import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Flex, Grid, Menu } from '@strapi/design-system';
import { Earth, Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { AccessEnd } from '../../src/channels/connect/access';
import type { ChannelView } from '../../src/channels/schema';
import { useApi } from '../api';
import { PageFrame } from '../components/page-frame';
import { builtInKinds } from '../../src/channels/rules/kinds';
import { inKindOrder } from '../components/publication-state';
import { Failed, Loaded, Nothing } from '../components/states';
import { useLoad } from '../use-load';
import { useWords } from '../words';
import { ChannelCard } from './channel/channel-card';
import { ConnectOutcome } from './channel/connect-outcome';
import { draftOf, newDraft, newOwnDraft, type ChannelDraft } from './channel/draft';
import { ChannelForm } from './channel/form';
import { AccessOutcome } from './channel/place/access-outcome';

/** The accounts that the business publishes to. */
export default function Channels() {
  const t = useWords();
  const api = useApi();
  const { toggleNotification } = useNotification();
  const load = useLoad(useCallback(() => api.channels(), [api]));
  const types = useLoad(useCallback(() => api.channelTypes(), [api]));
  const health = useLoad(useCallback(() => api.channelsHealth(), [api]));
  const [query, setQuery] = useSearchParams();
  const attempt = query.get('connect');
  const [open, setOpen] = useState<{ start: ChannelDraft; channel: ChannelView | null }>();

  const [ended, setEnded] = useState<{ name: string; access: AccessEnd }>();

  const keep = (channel: ChannelView) => {
    health.reload();
    const list = load.value ?? [];
    const isKnown = list.some(({ key }) => key === channel.key);
    load.put(isKnown ? list.map((each) => (each.key === channel.key ? channel : each)) : [...list, channel]);
  };

  const add = (
    <Menu.Root>
      <Menu.Trigger variant="default" startIcon={<Plus />} size="M">
        {t('presence.channels.add')}
      </Menu.Trigger>
      <Menu.Content popoverPlacement="bottom-end" maxHeight="70vh">
        {builtInKinds.map((kind) => (
          <Menu.Item key={kind} onSelect={() => setOpen({ start: newDraft(kind), channel: null })}>
            {t(`presence.channel.${kind}`)}
          </Menu.Item>
        ))}
        {(types.value ?? []).map((type) => (
          <Menu.Item key={type.type} onSelect={() => setOpen({ start: newOwnDraft(type), channel: null })}>
            {type.label}
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
      {attempt && (
        <ConnectOutcome
          attempt={attempt}
          changed={() => {
            load.reload();
            health.reload();
          }}
          close={() => setQuery({})}
        />
      )}
      {ended && <AccessOutcome {...ended} close={() => setEnded(undefined)} />}
      {health.refusal && <Failed refusal={health.refusal} small />}
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
                    health={health.value?.find((one) => one.channel === channel.key)?.items}
                    isWanted={query.get('channel') === channel.key}
                    edit={() => setOpen({ start: draftOf(channel), channel })}
                    changed={keep}
                    removed={(access) => {
                      load.put(channels.filter(({ key }) => key !== channel.key));
                      setEnded({ name: channel.name, access });
                    }}
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
            saved={(channel, then) => {
              keep(channel);
              if (then === 'save')
                toggleNotification({ type: 'success', message: t('presence.channels.saved') });
            }}
          />
        )}
      </Flex>
    </PageFrame>
  );
}

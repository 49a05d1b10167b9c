import { useCallback } from 'react';
import { Typography } from '@strapi/design-system';
import type { PublicationView } from '../../../src/publishing/schema';
import { useApi } from '../../api';
import { Card } from '../../components/card';
import { isCounted, NetworkFigures } from '../../components/network-figures';
import { Loaded } from '../../components/states';
import { useLoad } from '../../use-load';
import { useRights } from '../../use-rights';
import { useWords } from '../../words';

interface Props {
  readonly campaign: string;
  readonly publications: readonly PublicationView[];
}

/** What the networks count of what went out, by channel; nothing for whoever may not see insights. */
export const NetworkResults = (props: Props) =>
  useRights()('insights.read') ? <Counted {...props} /> : null;

/** Nothing where no network counts anything of it; what is in practice mode has nobody who could have seen it. */
export function Counted(props: Props) {
  const isAnyOut = props.publications.some(
    ({ state, kind, practice }) => state === 'delivered' && !practice && isCounted(kind),
  );
  return isAnyOut ? <Loading {...props} /> : null;
}

function Loading({ campaign, publications }: Props) {
  const t = useWords();
  const api = useApi();
  const load = useLoad(
    useCallback(() => api.funnel(campaign), [api, campaign]),
    () => 60_000,
  );
  const title = t('presence.counted.title');
  return (
    <Card title={title} hint={t('presence.counted.hint')}>
      <Loaded load={load} small>
        {({ networks }) =>
          networks.length === 0 ? (
            <Typography tag="p">{t('presence.counted.none')}</Typography>
          ) : (
            <NetworkFigures
              caption={title}
              unknown="presence.counted.not-yet"
              rows={networks.map(({ channel, kind, posts, counts }) => ({
                ...{ key: channel, kind, posts, counts },
                name: publications.find((one) => one.channel === channel)?.channelName ?? kind,
              }))}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

import { useCallback, useState } from 'react';
import { Flex, Radio, Typography } from '@strapi/design-system';
import type { HoldInput, HoldView } from '../../src/publishing/operations/hold';
import { useApi } from '../api';
import { useOperationsApi } from '../operations-api';
import { useLoad } from '../use-load';
import { useWords } from '../words';
import { Ask } from './ask';
import { TextBox } from './input';
import { Loaded } from './states';

/** Asks what is to stop and why. What is stopped already is not offered again. */
export function StopPublishing({
  standing,
  campaign,
  close,
  done,
}: {
  standing: readonly HoldView[];
  /** Key of the campaign on whose page it is asked. */
  campaign: string | undefined;
  close: () => void;
  done: (hold: HoldView) => void;
}) {
  const t = useWords();
  const api = useOperationsApi();
  const channelsApi = useApi();
  const channels = useLoad(useCallback(() => channelsApi.channels(), [channelsApi]));
  const isFree = (key: string | null) => !standing.some(({ target }) => target === key);
  const near = campaign !== undefined && isFree(campaign) ? campaign : null;
  /** Key of a channel or of the campaign; null for everything, undefined while nothing is chosen. */
  const [target, setTarget] = useState(near ?? (isFree(null) ? null : undefined));
  const [reason, setReason] = useState('');
  const request = (): HoldInput =>
    target === null || target === undefined
      ? { scope: 'all', reason }
      : { scope: target === campaign ? 'campaign' : 'channel', target, reason };

  return (
    <Ask
      title={t('presence.holds.stop.title')}
      confirm={t('presence.holds.stop.confirm')}
      variant="danger"
      isConfirmDisabled={target === undefined}
      close={close}
      act={async () => done(await api.stop(request()))}
    >
      <Radio.Group
        value={target === null ? everything : (target ?? '')}
        onValueChange={(next) => setTarget(next === everything ? null : next)}
        aria-label={t('presence.holds.what')}
      >
        <Flex direction="column" alignItems="flex-start" gap={3}>
          {near !== null && <Radio.Item value={near}>{t('presence.holds.what.campaign')}</Radio.Item>}
          {isFree(null) && <Radio.Item value={everything}>{t('presence.holds.what.all')}</Radio.Item>}
          <Loaded load={channels} small>
            {(list) =>
              list
                .filter(({ key }) => isFree(key))
                .map(({ key, name }) => (
                  <Radio.Item key={key} value={key}>
                    {t('presence.holds.what.channel', { name })}
                  </Radio.Item>
                ))
            }
          </Loaded>
        </Flex>
      </Radio.Group>
      <TextBox label={t('presence.holds.reason')} value={reason} change={setReason} rows={2} />
      <Typography tag="p">{t('presence.holds.stop.sending')}</Typography>
      <Typography tag="p">{t('presence.holds.stop.kept')}</Typography>
    </Ask>
  );
}

const everything = 'all';

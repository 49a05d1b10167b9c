import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { useIntl } from 'react-intl';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { HoldView } from '../../src/publishing/operations/hold';
import type { CampaignView } from '../../src/publishing/schema';
import { useOperationsApi } from '../operations-api';
import { useLoad } from '../use-load';
import { useWords } from '../words';
import { Ask } from './ask';
import { Loaded } from './states';
import { StopPublishing } from './stop-publishing';

/** A campaign, as far as it matters what is stopped of it. */
export type HeldCampaign = Pick<CampaignView, 'key'> & {
  readonly publications: readonly Pick<CampaignView['publications'][number], 'channel'>[];
};

interface HoldsProps {
  readonly canManage: boolean;
  readonly campaign?: HeldCampaign;
  readonly changed: () => void;
}

/** The button that stops publishing, for the head of a page, and what is stopped with the way to let it go on. On a campaign's page, what concerns it. */
export function useHolds({ canManage, campaign, changed }: HoldsProps): {
  readonly stop: ReactNode;
  readonly standing: ReactNode;
} {
  const t = useWords();
  const api = useOperationsApi();
  // Somebody else may stop it, or let it go on.
  const load = useLoad(
    useCallback(() => api.holds(), [api]),
    () => 30_000,
  );
  const [asked, setAsked] = useState<'stop' | HoldView>();
  const opener = useRef<HTMLElement | null>(null);
  const stopButton = useRef<HTMLButtonElement>(null);
  const isAsked = asked !== undefined;
  // The button that asked may be gone with what it lifted.
  useEffect(() => {
    if (isAsked || !opener.current) return;
    const target = opener.current.isConnected ? opener.current : stopButton.current;
    target?.focus();
    opener.current = null;
  }, [isAsked]);
  const ask = useCallback(
    (what: 'stop' | HoldView) => (event: MouseEvent<HTMLElement>) => {
      opener.current = event.currentTarget;
      setAsked(what);
    },
    [],
  );
  const close = () => setAsked(undefined);

  const put = (key: string, fresh: readonly HoldView[]) => {
    if (load.value) load.put([...load.value.filter((hold) => hold.key !== key), ...fresh]);
    else load.reload();
    changed();
  };
  const lift = async ({ key }: HoldView) => {
    try {
      await api.lift(key);
    } catch (error) {
      load.reload();
      throw error;
    }
    put(key, []);
  };

  const stop = useMemo(
    () =>
      canManage && (
        <Button ref={stopButton} variant="danger-light" onClick={ask('stop')}>
          {t('presence.holds.stop')}
        </Button>
      ),
    [canManage, ask, t],
  );
  const standing = (
    <>
      <div role="status">
        <Loaded load={load} small>
          {(holds) => (
            <Flex
              direction="column"
              alignItems="stretch"
              gap={2}
              paddingBottom={holds.length > 0 && !campaign ? 4 : 0}
            >
              {holds
                .filter((hold) => !campaign || isOf(hold, campaign))
                .map((hold) => (
                  <Stopped
                    key={hold.key}
                    hold={hold}
                    isThis={hold.target === campaign?.key}
                    goOn={canManage ? ask(hold) : undefined}
                  />
                ))}
            </Flex>
          )}
        </Loaded>
      </div>
      {asked === 'stop' && (
        <StopPublishing
          standing={load.value ?? []}
          campaign={campaign?.key}
          close={close}
          done={(hold) => put(hold.key, [hold])}
        />
      )}
      {asked && asked !== 'stop' && (
        <Ask
          title={t('presence.holds.lift.title')}
          confirm={t('presence.holds.go-on')}
          close={close}
          act={() => lift(asked)}
        >
          <Typography tag="p" fontWeight="semiBold">
            <What hold={asked} isThis={asked.target === campaign?.key} />
          </Typography>
          <Typography tag="p">{t('presence.holds.lift.text')}</Typography>
        </Ask>
      )}
    </>
  );
  return { stop, standing };
}

const isOf = ({ scope, target }: HoldView, { key, publications }: HeldCampaign): boolean =>
  scope === 'all' || target === key || publications.some(({ channel }) => channel === target);

const titles = {
  all: 'presence.holds.all',
  channel: 'presence.holds.channel',
  campaign: 'presence.holds.campaign',
} as const;

function What({ hold: { scope, name }, isThis }: { hold: HoldView; isThis: boolean }) {
  const t = useWords();
  return <>{isThis ? t('presence.holds.this') : t(titles[scope], { name })}</>;
}

function Stopped({
  hold,
  isThis,
  goOn,
}: {
  hold: HoldView;
  isThis: boolean;
  goOn: ((event: MouseEvent<HTMLElement>) => void) | undefined;
}) {
  const t = useWords();
  const intl = useIntl();
  const id = useId();
  const { by, reason } = hold;
  const at = intl.formatDate(hold.at, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Flex
      gap={3}
      padding={4}
      hasRadius
      background="danger100"
      borderColor="danger200"
      justifyContent="space-between"
      wrap="wrap"
    >
      <Flex gap={3} alignItems="flex-start" flex="1 1 24rem" minWidth={0}>
        <Box flex="none" paddingTop="2px">
          <WarningCircle aria-hidden fill="danger600" />
        </Box>
        <Box minWidth={0} style={{ overflowWrap: 'anywhere' }}>
          <Typography id={id} tag="p" fontWeight="semiBold" textColor="neutral800">
            <What hold={hold} isThis={isThis} />
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral800">
            {reason ? t('presence.holds.by-because', { by, at, reason }) : t('presence.holds.by', { by, at })}
          </Typography>
        </Box>
      </Flex>
      {goOn && (
        <Button size="S" variant="secondary" aria-describedby={id} onClick={goOn}>
          {t('presence.holds.go-on')}
        </Button>
      )}
    </Flex>
  );
}

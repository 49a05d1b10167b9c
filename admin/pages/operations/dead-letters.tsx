import { useCallback, useEffect, useRef, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import type { CauseView, RetryCauseView } from '../../../src/publishing/running/dead-letters';
import { Ask } from '../../components/ask';
import { Card } from '../../components/card';
import { Loaded } from '../../components/states';
import { useOperationsApi } from '../../operations-api';
import { pluginId } from '../../plugin';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';

/** What failed for good, by its cause, with the way to try a whole cause again. `dead`: how many there are by now. */
export function DeadLetters({
  dead,
  canAct,
  changed,
}: {
  dead: number;
  canAct: boolean;
  changed: () => void;
}) {
  const t = useWords();
  const api = useOperationsApi();
  const load = useLoad(useCallback(() => api.dead(), [api]));
  const { reload } = load;
  const [asked, setAsked] = useState<CauseView>();
  const [done, setDone] = useState<RetryCauseView>();
  // The page counts them every few seconds; the list comes again when their number is another one.
  const listed = useRef(dead);
  useEffect(() => {
    if (listed.current === dead) return;
    listed.current = dead;
    reload();
  }, [dead, reload]);

  const retry = async ({ channel, code }: CauseView, seenAt: number) => {
    let sum: RetryCauseView = { retried: 0, held: 0, refused: [], next: 0 };
    try {
      while (sum.next !== null) {
        const part = await api.retryDead({ channel, code, seenAt, after: sum.next });
        sum = {
          retried: sum.retried + part.retried,
          held: sum.held + part.held,
          refused: together(sum.refused, part.refused),
          next: part.next,
        };
      }
    } finally {
      setDone(sum);
      reload();
      changed();
    }
  };

  return (
    <Card title={t('presence.operations.dead')} hint={t('presence.operations.dead.hint')}>
      <div role="status">{done && <Done of={done} />}</div>
      <Loaded load={load} small>
        {({ causes, seenAt }) =>
          causes.length === 0 ? (
            <Typography tag="p" textColor="neutral600">
              {t('presence.operations.dead.none')}
            </Typography>
          ) : (
            <>
              <Flex tag="ul" direction="column" alignItems="stretch" gap={5}>
                {causes.map((cause) => (
                  <Cause
                    key={`${cause.channel} ${cause.code}`}
                    cause={cause}
                    ask={canAct ? () => setAsked(cause) : undefined}
                  />
                ))}
              </Flex>
              {asked && (
                <Ask
                  title={t('presence.operations.dead.ask')}
                  confirm={t('presence.operations.dead.retry')}
                  close={() => setAsked(undefined)}
                  act={() => retry(asked, seenAt)}
                >
                  <Typography tag="p" fontWeight="semiBold">
                    {t('presence.operations.dead.count', { name: asked.name, count: asked.count })}
                  </Typography>
                  <Typography tag="p">{t('presence.operations.dead.ask.text')}</Typography>
                </Ask>
              )}
            </>
          )
        }
      </Loaded>
    </Card>
  );
}

/** Reasons of two portions, each once. */
function together(
  before: RetryCauseView['refused'],
  more: RetryCauseView['refused'],
): RetryCauseView['refused'] {
  const known = new Map(before.map((one) => [one.code, one]));
  for (const one of more)
    known.set(one.code, { ...one, count: one.count + (known.get(one.code)?.count ?? 0) });
  return [...known.values()];
}

function Cause({
  cause: { code, name, count, message, means, samples },
  ask,
}: {
  cause: CauseView;
  ask: (() => void) | undefined;
}) {
  const t = useWords();
  return (
    <Flex tag="li" gap={3} alignItems="flex-start" justifyContent="space-between" wrap="wrap">
      <Box flex="1 1 28rem" minWidth={0} style={{ overflowWrap: 'anywhere' }}>
        <Typography tag="p" fontWeight="semiBold">
          {t('presence.operations.dead.count', { name, count })}
        </Typography>
        <Typography tag="p">{message || means}</Typography>
        {means !== '' && means !== message && message !== '' && (
          <Typography tag="p" variant="pi" textColor="neutral700">
            {means}
          </Typography>
        )}
        <Flex tag="ul" gap={3} wrap="wrap" paddingTop={1}>
          {samples.map(({ key, campaign, campaignName }) => (
            <li key={key}>
              <Link tag={RouterLink} to={`/plugins/${pluginId}/campaigns/${campaign}`}>
                {campaignName || t('presence.operations.dead.campaign')}
              </Link>
            </li>
          ))}
        </Flex>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {code}
        </Typography>
      </Box>
      {ask && (
        <Button
          size="S"
          variant="secondary"
          aria-label={t('presence.operations.dead.retry-of', { name, code })}
          onClick={ask}
        >
          {t('presence.operations.dead.retry')}
        </Button>
      )}
    </Flex>
  );
}

function Done({ of: { retried, held, refused } }: { of: RetryCauseView }) {
  const t = useWords();
  return (
    <Box paddingBottom={4}>
      <Typography tag="p">{t('presence.operations.dead.done', { count: retried })}</Typography>
      {held > 0 && (
        <Typography tag="p">{t('presence.operations.dead.done.held', { count: held })}</Typography>
      )}
      {refused.map(({ code, message, count }) => (
        <Typography key={code} tag="p" textColor="danger700">
          {t('presence.operations.dead.done.refused', { count, message })}
        </Typography>
      ))}
    </Box>
  );
}

import { useCallback, useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Box, Flex, LinkButton, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Bell, Cog } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useApi } from '../../api';
import { setUnread } from '../../bell/unread';
import { Notices } from '../../components/notices';
import { PageFrame } from '../../components/page-frame';
import { Pager } from '../../components/pager';
import { Loaded, Nothing } from '../../components/states';
import { refusalOf } from '../../refusal';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';

/** Everything that I was told, what waits first. */
export function Inbox() {
  const t = useWords();
  const api = useApi();
  const { toggleNotification } = useNotification();
  const [isAll, setAll] = useState(false);
  const [page, setPage] = useState(1);
  const load = useLoad(
    useCallback(() => api.inbox({ unread: !isAll, page }), [api, isAll, page]),
    () => 30_000,
  );
  const waiting = isAll ? undefined : load.value?.total;
  useEffect(() => {
    if (waiting !== undefined) setUnread(waiting);
  }, [waiting]);

  const read = (keys: readonly string[]) => {
    api.markRead(keys).then(
      ({ total }) => {
        setUnread(total);
        setPage(1);
        load.reload();
      },
      (error: unknown) => toggleNotification({ type: 'danger', message: refusalOf(error).message }),
    );
  };

  return (
    <PageFrame
      title={t('presence.inbox.title')}
      subtitle={t('presence.inbox.subtitle')}
      action={
        <LinkButton
          tag={RouterLink}
          to="/plugins/presence-notices/preferences"
          variant="secondary"
          startIcon={<Cog />}
        >
          {t('presence.inbox.preferences')}
        </LinkButton>
      }
    >
      <Box paddingBottom={4} maxWidth="24rem">
        <SingleSelect
          size="S"
          aria-label={t('presence.inbox.which')}
          value={isAll ? 'all' : 'unread'}
          onChange={(value) => {
            setAll(value === 'all');
            setPage(1);
          }}
        >
          <SingleSelectOption value="unread">{t('presence.inbox.unread')}</SingleSelectOption>
          <SingleSelectOption value="all">{t('presence.inbox.all')}</SingleSelectOption>
        </SingleSelect>
      </Box>
      <Loaded load={load}>
        {(list) =>
          list.items.length === 0 ? (
            <Nothing
              icon={<Bell width="2.4rem" height="2.4rem" />}
              title={t(isAll ? 'presence.inbox.none' : 'presence.notices.none')}
            >
              {t('presence.inbox.none.text')}
            </Nothing>
          ) : (
            <Flex
              direction="column"
              alignItems="stretch"
              padding={{ initial: 4, medium: 6 }}
              background="neutral0"
              hasRadius
              shadow="tableShadow"
            >
              <Notices notices={list.items} read={read} />
              <Pager of={list} go={setPage} />
            </Flex>
          )
        }
      </Loaded>
    </PageFrame>
  );
}

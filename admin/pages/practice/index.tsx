import { useCallback, useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import { Play, Trash } from '@strapi/icons';
import { useApi } from '../../api';
import { Ask } from '../../components/ask';
import { PageFrame } from '../../components/page-frame';
import { Pager } from '../../components/pager';
import { Loaded, Nothing } from '../../components/states';
import { useLoad } from '../../use-load';
import { useRights } from '../../use-rights';
import { useWords } from '../../words';
import { PracticePosts } from './posts';

/** What channels in practice mode posted, as people would see it. */
export default function Practice() {
  const t = useWords();
  const api = useApi();
  const canManage = useRights()('channels.manage');
  const [page, setPage] = useState(1);
  const [isClearing, setClearing] = useState(false);
  const load = useLoad(useCallback(() => api.practicePosts(page), [api, page]));
  const hasPosts = load.value !== undefined && load.value.total > 0;
  return (
    <PageFrame
      title={t('presence.practice.title')}
      subtitle={t('presence.practice.subtitle')}
      action={
        canManage && hasPosts ? (
          <Button variant="danger-light" startIcon={<Trash />} onClick={() => setClearing(true)}>
            {t('presence.practice.clear')}
          </Button>
        ) : null
      }
    >
      <Loaded load={load}>
        {(posts) =>
          posts.items.length === 0 ? (
            <Nothing icon={<Play width="2.4rem" height="2.4rem" />} title={t('presence.practice.none')}>
              {t('presence.practice.none.text')}
            </Nothing>
          ) : (
            <>
              <PracticePosts posts={posts.items} canManage={canManage} removed={load.reload} />
              <Pager of={posts} go={setPage} />
            </>
          )
        }
      </Loaded>
      {isClearing && (
        <Ask
          title={t('presence.practice.clear')}
          confirm={t('presence.action.delete')}
          variant="danger"
          close={() => setClearing(false)}
          act={async () => {
            await api.clearPractice();
            setPage(1);
            load.reload();
          }}
        >
          <Typography>{t('presence.practice.clear.text')}</Typography>
        </Ask>
      )}
    </PageFrame>
  );
}

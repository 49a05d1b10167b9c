import { useState } from 'react';
import { Button, Flex, IconButton, Menu, Typography } from '@strapi/design-system';
import { More } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { LifeView } from '../../../src/governance/lifecycle/schema';
import { useLifeApi } from '../../life-api';
import { Ask } from '../../components/ask';
import { dayHere, useDayText } from '../../components/day';
import { useEditPath } from '../../components/entry-link';
import { TextLine } from '../../components/input';
import { refusalOf } from '../../refusal';
import { useContentRights } from '../../use-rights';
import { useWords } from '../../words';

const month = 30 * 86_400_000;

/** Still right, look later, off the site: what this person may say about one entry. */
export function LifeActions({ row, changed }: { row: LifeView; changed: () => void }) {
  const t = useWords();
  const api = useLifeApi();
  const may = useContentRights();
  const editPath = useEditPath();
  const dayText = useDayText();
  const { toggleNotification } = useNotification();
  const [asking, setAsking] = useState<'snooze' | 'unpublish'>();
  const [isBusy, setBusy] = useState(false);
  const [until, setUntil] = useState(() => dayHere(Date.now() + month));
  const { uid, documentId, locale, title } = row;
  const entry = { uid, documentId, locale };
  if (row.standing === 'archived' || !may('update', uid)) return null;

  const tell = (message: string) => {
    toggleNotification({ type: 'success', message });
    changed();
  };
  const confirm = async () => {
    setBusy(true);
    try {
      await api.stillRight([entry]);
      tell(t('presence.life.said'));
    } catch (error) {
      toggleNotification({ type: 'danger', message: refusalOf(error).message });
    }
    setBusy(false);
  };

  return (
    <Flex gap={2} justifyContent={{ initial: 'flex-start', medium: 'flex-end' }}>
      <Button
        size="S"
        variant="secondary"
        loading={isBusy}
        style={{ whiteSpace: 'nowrap' }}
        onClick={() => void confirm()}
      >
        {t('presence.life.still-right')}
      </Button>
      <Menu.Root>
        <Menu.Trigger
          tag={IconButton}
          label={t('presence.life.more', { title })}
          icon={<More />}
          endIcon={null}
        />
        <Menu.Content popoverPlacement="bottom-end">
          <Menu.Item onSelect={() => setAsking('snooze')}>{t('presence.life.snooze')}</Menu.Item>
          {may('publish', uid) && (
            <Menu.Item variant="danger" onSelect={() => setAsking('unpublish')}>
              {t('presence.life.unpublish')}
            </Menu.Item>
          )}
        </Menu.Content>
      </Menu.Root>
      {asking === 'snooze' && (
        <Ask
          title={t('presence.life.snooze.title')}
          confirm={t('presence.life.snooze')}
          isConfirmDisabled={until === ''}
          close={() => setAsking(undefined)}
          act={async () => {
            await api.snooze(entry, until);
            tell(t('presence.life.snoozed', { day: dayText(until) }));
          }}
        >
          <Typography>{t('presence.life.snooze.text', { title })}</Typography>
          <TextLine type="date" label={t('presence.life.snooze.until')} value={until} change={setUntil} />
        </Ask>
      )}
      {asking === 'unpublish' && (
        <Ask
          title={t('presence.life.unpublish.title')}
          confirm={t('presence.life.unpublish')}
          variant="danger"
          close={() => setAsking(undefined)}
          act={async () => {
            await api.unpublish(editPath(entry), locale);
            tell(t('presence.life.unpublished'));
          }}
        >
          <Typography>{t('presence.life.unpublish.text', { title })}</Typography>
        </Ask>
      )}
    </Flex>
  );
}

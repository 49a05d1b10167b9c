import { useCallback, useState } from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { FeedView } from '../../../src/publishing/calendar/views';
import { useCalendarApi } from '../../calendar-api';
import { Ask } from '../../components/ask';
import { TextLine } from '../../components/input';
import { Loaded } from '../../components/states';
import { When } from '../../components/when';
import { refusalOf } from '../../refusal';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';

/** The secret link for calendar programs: make it, copy it, renew it, end it. */
export function SubscribeDialog({ close }: { close: () => void }) {
  const t = useWords();
  const api = useCalendarApi();
  const load = useLoad(useCallback(() => api.feed(), [api]));
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && close()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('presence.calendar.subscribe')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography tag="p">{t('presence.calendar.subscribe.text')}</Typography>
            <Loaded load={load} small>
              {(view) => <Link view={view} put={load.put} />}
            </Loaded>
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Link({ view: { link }, put }: { view: FeedView; put: (view: FeedView) => void }) {
  const t = useWords();
  const api = useCalendarApi();
  const { toggleNotification } = useNotification();
  const [isBusy, setBusy] = useState(false);
  const [asked, setAsked] = useState<'renew' | 'revoke'>();

  const make = async () => {
    setBusy(true);
    try {
      put(await api.renewFeed());
    } catch (error) {
      toggleNotification({ type: 'danger', message: refusalOf(error).message });
    }
    setBusy(false);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link?.url ?? '');
      toggleNotification({ type: 'success', message: t('presence.calendar.subscribe.copied') });
    } catch {
      // Without https a page may not write there: the address stands in the field.
      toggleNotification({ type: 'warning', message: t('presence.calendar.subscribe.not-copied') });
    }
  };

  if (!link)
    return (
      <Flex>
        <Button loading={isBusy} onClick={() => void make()}>
          {t('presence.calendar.subscribe.make')}
        </Button>
      </Flex>
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <TextLine label={t('presence.calendar.subscribe.link')} value={link.url} change={() => undefined} />
      <Typography variant="pi" textColor="neutral600" tag="p">
        {link.usedAt === null ? (
          t('presence.calendar.subscribe.unused')
        ) : (
          <>
            {t('presence.calendar.subscribe.used')} <When at={link.usedAt} isSmall />
          </>
        )}
      </Typography>
      <Flex gap={2} wrap="wrap">
        <Button onClick={() => void copy()}>{t('presence.calendar.subscribe.copy')}</Button>
        <Button variant="tertiary" onClick={() => setAsked('renew')}>
          {t('presence.calendar.subscribe.renew')}
        </Button>
        <Button variant="danger-light" onClick={() => setAsked('revoke')}>
          {t('presence.calendar.subscribe.revoke')}
        </Button>
      </Flex>
      {asked && (
        <Ask
          title={t(`presence.calendar.subscribe.${asked}`)}
          confirm={t(`presence.calendar.subscribe.${asked}`)}
          variant={asked === 'revoke' ? 'danger-light' : 'default'}
          close={() => setAsked(undefined)}
          act={async () => put(asked === 'renew' ? await api.renewFeed() : await api.revokeFeed())}
        >
          <Typography>{t(`presence.calendar.subscribe.${asked}.text`)}</Typography>
        </Ask>
      )}
    </Flex>
  );
}

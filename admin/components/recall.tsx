import { Flex, Typography } from '@strapi/design-system';
import { recallWays } from '../../src/publishing/operations/recall-ways';
import type { PublicationView } from '../../src/publishing/schema';
import { useOperationsApi } from '../operations-api';
import { useWords } from '../words';
import { Ask } from './ask';

/** Asks before one is taken back, and says what that means on its channel. */
export function RecallOne({
  publication,
  close,
  done,
}: {
  publication: PublicationView;
  close: () => void;
  done: (publication: PublicationView) => void;
}) {
  const t = useWords();
  const api = useOperationsApi();
  const isKept = recallWays[publication.kind] === 'keeps';
  return (
    <Ask
      title={t('presence.publication.recall.title')}
      confirm={t('presence.publication.action.recall')}
      variant="danger-light"
      isConfirmDisabled={isKept}
      close={close}
      act={async () => done(await api.recall(publication.key))}
    >
      <RecallMeaning rows={[publication]} />
    </Ask>
  );
}

/** What taking back means on each channel. */
function RecallMeaning({ rows }: { rows: readonly Pick<PublicationView, 'key' | 'kind' | 'channelName'>[] }) {
  const t = useWords();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {rows.map(({ key, kind, channelName }) => (
        <Typography key={key} tag="li">
          {t(`presence.publication.recall.${recallWays[kind]}`, { channel: channelName })}
        </Typography>
      ))}
    </Flex>
  );
}

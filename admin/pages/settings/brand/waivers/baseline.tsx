import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { BaselineView } from '../../../../../src/brand/findings/schema';
import { Ask } from '../../../../components/ask';
import { Card } from '../../../../components/card';
import { Loaded } from '../../../../components/states';
import { useKitApi } from '../../../../kit-api';
import { useLoad } from '../../../../use-load';
import { useWords } from '../../../../words';

/** What was there before anybody checked: it is shown and does not block. */
export function Baseline({ isOpen }: { isOpen: boolean }) {
  const t = useWords();
  const api = useKitApi();
  const load = useLoad(useCallback(() => api.baseline(), [api]));
  return (
    <Card title={t('presence.baseline.title')} hint={t('presence.baseline.hint')}>
      <Loaded load={load} small>
        {({ baseline }) => <Standing baseline={baseline} isOpen={isOpen} changed={load.reload} />}
      </Loaded>
    </Card>
  );
}

function Standing({
  baseline,
  isOpen,
  changed,
}: {
  baseline: BaselineView | null;
  isOpen: boolean;
  changed: () => void;
}) {
  const t = useWords();
  const intl = useIntl();
  const api = useKitApi();
  const [asked, setAsked] = useState<'take' | 'end'>();
  return (
    <Flex direction="column" alignItems="flex-start" gap={4}>
      <Typography tag="p" role="status">
        {baseline
          ? t('presence.baseline.taken', {
              name: baseline.by,
              day: intl.formatDate(baseline.at, { dateStyle: 'medium' }),
              findings: baseline.findings,
              entries: baseline.entries,
            })
          : t('presence.baseline.none')}
      </Typography>
      {isOpen && (
        <Flex gap={2} wrap="wrap">
          <Button variant="secondary" onClick={() => setAsked('take')}>
            {t(baseline ? 'presence.baseline.again' : 'presence.baseline.take')}
          </Button>
          {baseline && (
            <Button variant="danger-light" onClick={() => setAsked('end')}>
              {t('presence.baseline.end')}
            </Button>
          )}
        </Flex>
      )}
      {asked && (
        <Ask
          title={t(`presence.baseline.${asked}`)}
          confirm={t(`presence.baseline.${asked}`)}
          variant={asked === 'end' ? 'danger' : 'default'}
          close={() => setAsked(undefined)}
          act={async () => {
            await (asked === 'take' ? api.takeBaseline() : api.endBaseline());
            changed();
          }}
        >
          <Box>
            <Typography>{t(`presence.baseline.${asked}.text`)}</Typography>
          </Box>
        </Ask>
      )}
    </Flex>
  );
}

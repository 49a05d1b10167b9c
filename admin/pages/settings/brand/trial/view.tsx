import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Box, Checkbox, Flex, ProgressBar, Typography } from '@strapi/design-system';
import type { Trial } from '../../../../../src/brand/catalogue/schema';
import { EntryLink } from '../../../../components/entry-link';
import { Pager } from '../../../../components/pager';
import { useWords } from '../../../../words';
import { Marked } from '../fields/marked';

const pageSize = 10;

/** What a trial has read and found so far; each hit can be called a false alarm. */
export function TrialView({
  trial,
  mark,
}: {
  trial: Trial;
  mark: (hit: number, falseAlarm: boolean) => void;
}) {
  const t = useWords();
  const [page, setPage] = useState(1);
  const { hits } = trial;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Progress trial={trial} />
      {trial.state === 'done' && trial.found === 0 && (
        <Typography tag="p">{t('presence.trial.nothing')}</Typography>
      )}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {hits.slice((page - 1) * pageSize, page * pageSize).map((hit) => (
          <Hit key={hit.index} hit={hit} mark={(falseAlarm) => mark(hit.index, falseAlarm)} />
        ))}
      </Flex>
      <Pager of={{ items: [], page, pageSize, total: hits.length }} go={setPage} />
      {trial.found > hits.length && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('presence.trial.shown', { shown: hits.length, found: trial.found })}
        </Typography>
      )}
    </Flex>
  );
}

function Progress({
  trial: { state, read, total, milliseconds, found, falseAlarms, problem },
}: {
  trial: Trial;
}) {
  const t = useWords();
  const intl = useIntl();
  const percent = total > 0 ? Math.round((100 * read) / total) : 0;
  const seconds = intl.formatNumber(milliseconds / 1000, { maximumFractionDigits: 1 });
  return (
    <Box>
      {state === 'running' && (
        <Box paddingBottom={3}>
          <ProgressBar
            value={percent}
            // The design system draws the value and does not say it.
            aria-valuenow={percent}
            aria-label={t('presence.trial.progress')}
          />
        </Box>
      )}
      <Box role="status">
        <Typography tag="p" fontWeight="semiBold">
          {state === 'failed'
            ? t('presence.trial.failed')
            : t(state === 'running' ? 'presence.trial.running' : 'presence.trial.done', {
                read,
                total,
                found,
                seconds,
              })}
        </Typography>
        {problem && (
          <Typography tag="p" textColor="danger600">
            {problem}
          </Typography>
        )}
        {found > 0 && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('presence.trial.false-alarms', { count: falseAlarms, found })}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

function Hit({ hit, mark }: { hit: Trial['hits'][number]; mark: (falseAlarm: boolean) => void }) {
  const t = useWords();
  const { before, quote, after } = hit;
  return (
    <Box tag="li" padding={3} background="neutral100" hasRadius>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
        <Box minWidth={0} flex="1 1 24rem">
          <Flex gap={2} wrap="wrap">
            <EntryLink entry={hit} title={hit.title} />
            <Typography variant="pi" textColor="neutral600">
              {hit.locale === null ? hit.field : `${hit.field} · ${hit.locale}`}
            </Typography>
          </Flex>
          <Box paddingTop={1}>
            <Marked
              text={`${before}${quote}${after}`}
              stretches={[{ start: before.length, end: before.length + quote.length }]}
            />
          </Box>
          <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
            {hit.message}
          </Typography>
        </Box>
        <Checkbox checked={hit.falseAlarm} onCheckedChange={(isTicked) => mark(isTicked === true)}>
          {t('presence.trial.false-alarm')}
        </Checkbox>
      </Flex>
    </Box>
  );
}

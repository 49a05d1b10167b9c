import { useCallback, useState } from 'react';
import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, CheckCircle } from '@strapi/icons';
import type { Drift, DriftOutcome } from '../../src/governance/drift/schema';
import { useApi } from '../api';
import { Ask } from '../components/ask';
import { EntryLink } from '../components/entry-link';
import { TextBox } from '../components/input';
import { Listing, type Column } from '../components/listing';
import { PageFrame } from '../components/page-frame';
import { Pager } from '../components/pager';
import { Failed, Loaded, Nothing } from '../components/states';
import { When } from '../components/when';
import { refusalOf, type Refusal } from '../refusal';
import { useLoad } from '../use-load';
import { useRights } from '../use-rights';
import { useWords } from '../words';

type Answer = 'adopt' | 'take-down';

/** What visitors see and nobody approved: each entry is approved as it stands, or taken off the site. */
export default function Uncovered() {
  const t = useWords();
  const api = useApi();
  const may = useRights();
  const [page, setPage] = useState(1);
  const load = useLoad(useCallback(() => api.drift(page), [api, page]));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<Answer>();
  const [refused, setRefused] = useState<readonly DriftOutcome[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  const scan = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await api.scanDrift();
      load.reload();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(false);
  };
  const rows = load.value?.items ?? [];
  const picked = rows.filter(({ entry }) => chosen.has(entry));
  const answer = async (how: Answer, comment: string) => {
    const entries = picked.map(({ entry, seal }) => ({ entry, seal }));
    const { outcomes } = await api.answerDrift(how, { entries, comment });
    setRefused(outcomes.filter(({ ok }) => !ok));
    setChosen(new Set());
    load.reload();
  };

  return (
    <PageFrame
      title={t('presence.uncovered.title')}
      subtitle={t('presence.uncovered.subtitle')}
      action={
        <Button startIcon={<ArrowClockwise />} loading={isBusy} onClick={() => void scan()}>
          {t('presence.uncovered.scan')}
        </Button>
      }
    >
      {refusal && (
        <Box paddingBottom={4}>
          <Failed refusal={refusal} small />
        </Box>
      )}
      {refused.length > 0 && <Refused outcomes={refused} rows={rows} />}
      <Loaded load={load}>
        {(found) => (
          <>
            <Box paddingBottom={4} aria-live="polite">
              <Typography tag="p" textColor="neutral600">
                {found.scan
                  ? t('presence.uncovered.scanned', { checked: found.scan.checked, by: found.scan.by })
                  : t('presence.uncovered.never')}{' '}
                {found.scan && <When at={found.scan.at} isSmall />}
              </Typography>
            </Box>
            {found.items.length === 0 ? (
              <Nothing icon={<CheckCircle />} title={t('presence.uncovered.none')}>
                {t('presence.uncovered.none.hint')}
              </Nothing>
            ) : (
              <>
                <Flex
                  gap={2}
                  paddingBottom={4}
                  wrap="wrap"
                  role="group"
                  aria-label={t('presence.uncovered.answer')}
                >
                  <Button
                    size="S"
                    disabled={picked.length === 0 || !may('review.approve')}
                    onClick={() => setAsking('adopt')}
                  >
                    {t('presence.uncovered.adopt', { count: picked.length })}
                  </Button>
                  <Button
                    size="S"
                    variant="danger-light"
                    disabled={picked.length === 0}
                    onClick={() => setAsking('take-down')}
                  >
                    {t('presence.uncovered.take-down', { count: picked.length })}
                  </Button>
                </Flex>
                <Listing
                  caption={t('presence.uncovered.title')}
                  columns={columnsOf(t, chosen, setChosen)}
                  rows={found.items}
                  keyOf={({ entry }) => entry}
                />
                <Pager of={found} go={setPage} />
              </>
            )}
          </>
        )}
      </Loaded>
      {asking && (
        <AnswerDialog
          how={asking}
          count={picked.length}
          close={() => setAsking(undefined)}
          send={(comment) => answer(asking, comment)}
        />
      )}
    </PageFrame>
  );
}

const columnsOf = (
  t: ReturnType<typeof useWords>,
  chosen: ReadonlySet<string>,
  choose: (chosen: ReadonlySet<string>) => void,
): readonly Column<Drift>[] => [
  {
    id: 'choose',
    label: t('presence.uncovered.choose'),
    isLabelHidden: true,
    width: '4rem',
    cell: ({ entry, title }) => (
      <Checkbox
        aria-label={t('presence.uncovered.choose.one', { title })}
        checked={chosen.has(entry)}
        onCheckedChange={(value) => {
          const next = new Set(chosen);
          if (value === true) next.add(entry);
          else next.delete(entry);
          choose(next);
        }}
      />
    ),
  },
  {
    id: 'entry',
    label: t('presence.uncovered.entry'),
    cell: ({ uid, documentId, locale, title }) => (
      <EntryLink entry={{ uid, documentId, locale }} title={title} />
    ),
  },
  { id: 'locale', label: t('presence.uncovered.locale'), cell: ({ locale }) => locale ?? '–' },
  {
    id: 'reason',
    label: t('presence.uncovered.reason'),
    cell: ({ reason }) => t(`presence.uncovered.reason.${reason}`),
  },
  { id: 'found', label: t('presence.uncovered.found'), cell: ({ foundAt }) => <When at={foundAt} isSmall /> },
];

/** Which of the chosen could not be done, and why. */
function Refused({ outcomes, rows }: { outcomes: readonly DriftOutcome[]; rows: readonly Drift[] }) {
  const t = useWords();
  return (
    <Box background="warning100" borderColor="warning200" hasRadius padding={4} marginBottom={4} role="alert">
      <Typography fontWeight="bold" tag="p">
        {t('presence.uncovered.refused')}
      </Typography>
      <Box tag="ul" paddingTop={1}>
        {outcomes.map(({ entry, message }) => (
          <Typography key={entry} tag="li" variant="pi">
            {rows.find((row) => row.entry === entry)?.title ?? entry}: {message}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}

function AnswerDialog({
  how,
  count,
  close,
  send,
}: {
  how: Answer;
  count: number;
  close: () => void;
  send: (comment: string) => Promise<void>;
}) {
  const t = useWords();
  const [text, setText] = useState('');
  return (
    <Ask
      title={t(`presence.uncovered.${how}`, { count })}
      confirm={t('presence.action.send')}
      {...(how === 'take-down' ? { variant: 'danger' as const } : {})}
      isConfirmDisabled={text.trim() === ''}
      close={close}
      act={() => send(text.trim())}
    >
      <Typography tag="p">{t(`presence.uncovered.${how}.hint`)}</Typography>
      <TextBox
        label={t('presence.panel.comment')}
        hint={t('presence.uncovered.why')}
        required
        rows={3}
        value={text}
        change={setText}
      />
    </Ask>
  );
}

import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Box, Button, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { CheckCircle, Shield, WarningCircle } from '@strapi/icons';
import type { AuditReport } from '../../../src/governance/audit/schema';
import { Card } from '../../components/card';
import { TextLine } from '../../components/input';
import { Failed } from '../../components/states';
import { When } from '../../components/when';
import { useWords } from '../../words';
import { useKindWords } from './kind-words';
import { useVerify } from './use-verify';

/** Looks whether every row is as it was written, and names the first that is not. */
export function VerifyCard() {
  const t = useWords();
  const intl = useIntl();
  const [kept, setKept] = useState('');
  const { progress, report, refusal, look } = useVerify();
  const count = (value: number) => intl.formatNumber(value);
  return (
    <Card
      title={t('presence.record.verify.title')}
      hint={t('presence.record.verify.hint')}
      action={
        <Button startIcon={<Shield />} loading={Boolean(progress)} onClick={() => void look(kept.trim())}>
          {t('presence.record.verify')}
        </Button>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <TextLine
          label={t('presence.record.kept')}
          hint={t('presence.record.kept.hint')}
          error={refusal?.path === 'kept' ? refusal.message : undefined}
          value={kept}
          change={setKept}
        />
        <Box aria-live="polite">
          {progress && (
            <Flex direction="column" alignItems="stretch" gap={2}>
              <Typography>
                {progress.of === 0
                  ? t('presence.state.loading')
                  : t('presence.record.progress', { at: count(progress.at), of: count(progress.of) })}
              </Typography>
              <ProgressBar
                value={progress.of === 0 ? 0 : (100 * progress.at) / progress.of}
                aria-label={t('presence.record.verify.title')}
              />
            </Flex>
          )}
          {refusal && refusal.path !== 'kept' && <Failed refusal={refusal} small />}
          {report && (report.broken ? <Broken broken={report.broken} /> : <Whole report={report} />)}
        </Box>
      </Flex>
    </Card>
  );
}

function Whole({ report: { head, checkpoint, publicKey } }: { report: AuditReport }) {
  const t = useWords();
  const intl = useIntl();
  const first = (checkpoint?.number ?? 0) + 1;
  return (
    <Result tone="success">
      <Typography fontWeight="semiBold">
        {head && head.number > 0
          ? t('presence.record.whole', {
              first: intl.formatNumber(first),
              last: intl.formatNumber(head.number),
            })
          : t('presence.record.none')}
      </Typography>
      {checkpoint && (
        <Typography>
          {t('presence.record.cut', {
            number: intl.formatNumber(checkpoint.number),
            date: intl.formatDate(checkpoint.at, { dateStyle: 'medium' }),
          })}
        </Typography>
      )}
      {publicKey && head ? (
        <>
          <Fact label={t('presence.record.head')} value={`${head.number}:${head.hash}`} />
          <Fact label={t('presence.record.key')} value={publicKey} />
        </>
      ) : (
        <Typography>{t('presence.record.unsigned')}</Typography>
      )}
    </Result>
  );
}

function Broken({ broken }: { broken: NonNullable<AuditReport['broken']> }) {
  const t = useWords();
  const wordOf = useKindWords();
  const { message, row } = broken;
  return (
    <Result tone="danger">
      <Typography fontWeight="semiBold">{t('presence.record.broken')}</Typography>
      <Typography>{message}</Typography>
      {row && (
        <Typography>
          {wordOf(row.kind)} · {row.person}
          {row.entry && ` · ${row.entry}`} · <When at={row.at} isSmall />
        </Typography>
      )}
    </Result>
  );
}

function Result({ tone, children }: { tone: 'success' | 'danger'; children: React.ReactNode }) {
  const Icon = tone === 'success' ? CheckCircle : WarningCircle;
  return (
    <Flex
      gap={3}
      alignItems="flex-start"
      padding={4}
      hasRadius
      background={`${tone}100`}
      borderColor={`${tone}200`}
      {...(tone === 'danger' ? { role: 'alert' } : {})}
    >
      <Box flex="none" paddingTop="2px">
        <Icon aria-hidden fill={`${tone}600`} width="1.6rem" height="1.6rem" />
      </Box>
      <Flex direction="column" alignItems="stretch" gap={2} minWidth={0} flex="1">
        {children}
      </Flex>
    </Flex>
  );
}

/** Something to copy and keep elsewhere. */
function Fact({ label, value }: { label: string; value: string }) {
  return (
    <Box minWidth={0}>
      <Typography variant="pi" textColor="neutral600" tag="p">
        {label}
      </Typography>
      <Typography tag="code" variant="pi" style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Typography>
    </Box>
  );
}

import { Flex, Typography } from '@strapi/design-system';
import type { Report, ReportRow } from '../../../src/brand/findings/schema';
import { EntryLink } from '../../components/entry-link';
import { placeName } from '../../components/findings/place-name';
import { SeverityMark } from '../../components/findings/severity-mark';
import { useSentence } from '../../components/findings/use-sentence';
import { Listing } from '../../components/listing';
import { useAgo } from '../../components/when';
import { useWords } from '../../words';

/** Entries with their scores and their gravest findings; each leads to where it is mended. */
export function Rows({ report }: { report: Report }) {
  const t = useWords();
  const ago = useAgo();
  const typeName = (uid: string) => report.uids.find((each) => each.uid === uid)?.name ?? uid;
  return (
    <Listing
      caption={t('presence.report.entries')}
      columns={[
        {
          id: 'entry',
          label: t('presence.column.entry'),
          width: '24rem',
          cell: (row) => (
            <Flex direction="column" alignItems="flex-start" gap={1}>
              <EntryLink entry={row} title={row.title} />
              <Typography variant="pi" textColor="neutral600">
                {[typeName(row.uid), row.locale].filter(Boolean).join(' · ')}
              </Typography>
            </Flex>
          ),
        },
        {
          id: 'score',
          label: t('presence.report.score'),
          align: 'end',
          cell: ({ score }) => <Typography fontWeight="bold">{score}</Typography>,
        },
        { id: 'findings', label: t('presence.report.gravest'), cell: (row) => <Gravest row={row} /> },
        {
          id: 'checked',
          label: t('presence.report.checked'),
          cell: ({ checkedAt }) => (
            <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
              {ago(checkedAt, Date.now())}
            </Typography>
          ),
        },
      ]}
      rows={report.rows}
      keyOf={({ uid, documentId, locale }) => `${uid} ${documentId} ${locale ?? ''}`}
    />
  );
}

function Gravest({ row }: { row: ReportRow }) {
  const t = useWords();
  const say = useSentence();
  const { findings, errors, warnings, suggestions, waived } = row;
  const rest = errors + warnings + suggestions - findings.length;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {findings.map((finding, index) => (
          <Flex tag="li" key={index} gap={2} alignItems="flex-start">
            <Flex paddingTop="3px">
              <SeverityMark severity={finding.severity} />
            </Flex>
            <Typography variant="pi" tag="p" style={{ overflowWrap: 'anywhere' }}>
              <Typography variant="pi" textColor="neutral600" tag="span">
                {[finding.channel, placeName(finding.field)].filter(Boolean).join(' › ')}
                {': '}
              </Typography>
              {say(finding)}
            </Typography>
          </Flex>
        ))}
      </Flex>
      {(rest > 0 || waived > 0) && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {[
            rest > 0 && t('presence.report.rest', { count: rest }),
            waived > 0 && t('presence.report.waived', { count: waived }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      )}
    </Flex>
  );
}

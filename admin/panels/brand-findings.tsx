import { useMemo } from 'react';
import { Badge, Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import type { StandingFinding } from '../../src/brand/findings/schema';
import type { Finding } from '../../src/brand/schema';
import type { BrandContext } from '../../src/governance/schema';
import type { EntryDocument } from '../../src/content/schema';
import type { EntryKey } from '../../src/shared/entry-key';
import type { FormOf } from '../brand-api';
import type { FindingHome, FindingReader } from '../components/findings/finding-home';
import { FindingList } from '../components/findings/finding-list';
import { placeName } from '../components/findings/place-name';
import { ScoreLine } from '../components/findings/score-line';
import { SmallButton } from '../components/findings/small-button';
import { Failed, Waiting } from '../components/states';
import { useWords } from '../words';
import type { Known } from '../shelf';
import { FixAll } from '../components/fixing/fix-all';
import { canFixIn, pictureIn } from './brand/in-content';
import type { Fields } from '../components/fixing/fixing';
import { useFixing } from '../components/fixing/use-fixing';
import { useFormBrand } from './brand/use-form-brand';
import { MarkStyle } from '../components/marks/mark-style';
import { useArrival } from '../components/marks/use-arrival';
import { useMarks } from '../components/marks/use-marks';
import { Section } from './section';

interface Props {
  readonly context: Known<BrandContext>;
  readonly reader: FindingReader;
  /** The form's entry; `documentId` is null before the first save. */
  readonly form: Omit<FormOf, 'values'>;
  readonly values: EntryDocument;
  /** Changes with each save. */
  readonly version: string;
  /** Null where nobody may change the form. */
  readonly change: ((path: string, value?: unknown) => void) | null;
}

/** What the brand check says about the form as it is, and everything that can be done about it. */
export function BrandFindings(props: Props) {
  const t = useWords();
  const { refusal } = props.context;
  if (!refusal) return <Findings {...props} />;
  return refusal.status === 403 ? null : (
    <Section title={t('presence.panel.brand')}>
      <Failed refusal={refusal} small />
    </Section>
  );
}

const none: readonly StandingFinding[] = [];

function Findings({ context, reader, form, values, version, change }: Props) {
  const t = useWords();
  const { lines = none, score, content, server } = useFormBrand(context.value, form, values, version);
  const open = useMemo(
    () => lines.filter(({ standing }) => standing === null).map(({ finding }) => finding),
    [lines],
  );
  const show = useMarks(open, values);
  const put = useMemo(
    () =>
      change &&
      ((fields: Fields) => Object.entries(fields).forEach(([field, value]) => change(field, value))),
    [change],
  );
  useArrival(score !== undefined, show);
  const fixing = useFixing(values, put);
  const { make } = fixing;
  const entry = useEntry(form);
  const { again } = server;
  const home = useMemo<FindingHome>(
    () => ({
      ...{ reader, entry, channel: null, show, changed: again, nameOf: placeName },
      fix: change && ((finding, fix) => make([{ finding, fix }])),
      canFix: (finding: Finding) => canFixIn(content, finding),
      pictureOf: (finding: Finding) => pictureIn(content, finding),
      waivers: (server.answer?.waivers ?? []).filter(({ channel }) => channel === null),
    }),
    [reader, entry, show, again, change, make, content, server.answer],
  );

  return (
    <Section title={t('presence.panel.brand')} aside={score && <Count findings={open} />}>
      {!score && <Waiting small />}
      {open.length > 0 && <MarkStyle />}
      {score && open.length === 0 && server.answer !== null && (
        <Flex gap={2}>
          <CheckCircle aria-hidden fill="success600" />
          <Typography variant="pi" textColor="neutral700">
            {t('presence.panel.brand.clean')}
          </Typography>
        </Flex>
      )}
      {score && change && <FixAll findings={open} values={values} canFix={home.canFix} fixing={fixing} />}
      {lines.length > 0 && <FindingList lines={lines} home={home} />}
      {score && lines.length > 0 && <ScoreLine score={score} />}
      <Server asking={server.isAsking} failed={server.refusal !== null} again={again} />
    </Section>
  );
}

const useEntry = ({ uid, documentId, locale }: Omit<FormOf, 'values'>): EntryKey | null =>
  useMemo(() => (documentId ? { uid, documentId, locale } : null), [uid, documentId, locale]);

/** Whether the server has had its say: spelling, links, pictures and the copies are its part. */
function Server({ asking, failed, again }: { asking: boolean; failed: boolean; again: () => void }) {
  const t = useWords();
  return (
    <>
      {asking && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('presence.find.server.asking')}
        </Typography>
      )}
      {/* Only what went wrong is read out: the rest comes and goes with every pause in typing. */}
      <Flex role="status" gap={2} wrap="wrap">
        {failed && !asking && (
          <>
            <Typography variant="pi" textColor="neutral600" tag="p">
              {t('presence.find.server.failed')}
            </Typography>
            <SmallButton type="button" $isPlain onClick={again}>
              {t('presence.state.retry')}
            </SmallButton>
          </>
        )}
      </Flex>
    </>
  );
}

function Count({ findings }: { findings: readonly Finding[] }) {
  const t = useWords();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (findings.length === 0) return null;
  return (
    <Badge
      size="S"
      backgroundColor={errors > 0 ? 'danger100' : 'neutral150'}
      textColor={errors > 0 ? 'danger700' : 'neutral700'}
      role="img"
      aria-label={t('presence.panel.brand.count', { count: findings.length, errors })}
    >
      {findings.length}
    </Badge>
  );
}

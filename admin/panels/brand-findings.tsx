import { useState } from 'react';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Finding, Severity } from '../../src/brand/schema';
import type { BrandContext } from '../../src/governance/schema';
import type { EntryDocument } from '../../src/content/schema';
import { Failed, Waiting } from '../components/states';
import { useWords } from '../words';
import type { Known } from '../shelf';
import { goToField } from './go-to-field';
import { Section } from './section';
import { useFindings } from './use-findings';

const shown = 8;

/** What the brand check says about the form as it is, with its fixes. */
export function BrandFindings({
  context,
  values,
  locale,
  change,
}: {
  context: Known<BrandContext>;
  values: EntryDocument;
  locale: string | null;
  change: ((path: string, value?: unknown) => void) | null;
}) {
  const t = useWords();
  const { findings, check } = useFindings(context.value, values, locale);
  const [isWhole, setWhole] = useState(false);
  const fix = (finding: Finding) => {
    const fixed = check?.fixedField(values, finding);
    if (fixed) change?.(fixed.field, fixed.value);
  };

  if (context.refusal) {
    return context.refusal.status === 403 ? null : (
      <Section title={t('presence.panel.brand')}>
        <Failed refusal={context.refusal} small />
      </Section>
    );
  }
  return (
    <Section title={t('presence.panel.brand')} aside={findings && <Count findings={findings} />}>
      {!findings && <Waiting small />}
      {findings?.length === 0 && (
        <Flex gap={2}>
          <CheckCircle aria-hidden fill="success600" />
          <Typography variant="pi" textColor="neutral700">
            {t('presence.panel.brand.clean')}
          </Typography>
        </Flex>
      )}
      {findings && findings.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4} aria-live="polite">
          {(isWhole ? findings : findings.slice(0, shown)).map((finding, index) => (
            <FindingLine
              key={`${finding.rule} ${index}`}
              finding={finding}
              fix={change && finding.fix ? fix : null}
            />
          ))}
        </Flex>
      )}
      {findings && findings.length > shown && !isWhole && (
        <Button size="S" variant="tertiary" onClick={() => setWhole(true)}>
          {t('presence.panel.brand.more', { count: findings.length - shown })}
        </Button>
      )}
    </Section>
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
      aria-label={t('presence.panel.brand.count', { count: findings.length, errors })}
    >
      {findings.length}
    </Badge>
  );
}

const looks = {
  error: { Icon: WarningCircle, fill: 'danger600' },
  warning: { Icon: WarningCircle, fill: 'warning600' },
  suggestion: { Icon: Information, fill: 'primary600' },
} as const satisfies Record<Severity, unknown>;

const Place = styled.button`
  display: block;
  width: 100%;
  padding: 0;
  border: 0;
  background: none;
  text-align: start;
  cursor: pointer;
  color: inherit;
  overflow-wrap: anywhere;

  &:hover strong {
    text-decoration: underline;
  }
`;

/** How a place is called: `sections[1].text` → “sections 2 › text”. */
const placeName = (field: string): string =>
  field
    .split('.')
    .map((step) => step.replace(/\[(\d+)\]/g, (_, index: string) => ` ${Number(index) + 1}`))
    .join(' › ');

function FindingLine({ finding, fix }: { finding: Finding; fix: ((finding: Finding) => void) | null }) {
  const t = useWords();
  const { Icon, fill } = looks[finding.severity];
  return (
    <Flex tag="li" gap={2} alignItems="flex-start">
      <Box flex="none" paddingTop="2px">
        <Icon
          fill={fill}
          width="1.4rem"
          height="1.4rem"
          role="img"
          aria-label={t(`presence.severity.${finding.severity}`)}
        />
      </Box>
      <Flex direction="column" alignItems="flex-start" gap={2} flex="1" minWidth={0}>
        <Place type="button" onClick={() => goToField(finding.place.field)}>
          <Typography variant="pi" textColor="neutral600" tag="strong" fontWeight="semiBold">
            {placeName(finding.place.field)}
          </Typography>
          <Typography variant="pi" textColor="neutral800" tag="p">
            {finding.message}
          </Typography>
        </Place>
        {fix && finding.fix && (
          <Button size="S" variant="secondary" onClick={() => fix(finding)}>
            {finding.fix.label}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}

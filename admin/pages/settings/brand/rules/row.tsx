import { useId, useState } from 'react';
import { Box, Button, Flex, Link, Toggle, Typography } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import type { RuleView } from '../../../../../src/brand/catalogue/schema';
import { Pill } from '../../../../components/pill';
import { Failed } from '../../../../components/states';
import { useRuleName } from '../../../../components/findings/use-rule-name';
import { refusalOf, type Refusal } from '../../../../refusal';
import { useWords } from '../../../../words';
import { SeverityChoice } from '../../severity-choice';
import { SeverityPill } from '../fields/severity-pill';
import { Cell, Cells } from '../fields/switched';
import { useSourceName } from './source-name';

/** One rule: what it looks for, how grave it is, what it found and what people did with that, and a switch. */
export function RuleRow({
  rule,
  set,
  tryOut,
}: {
  rule: RuleView;
  set: (setting: Partial<Pick<RuleView, 'enabled' | 'severity'>>) => Promise<void>;
  tryOut: () => void;
}) {
  const t = useWords();
  const nameOf = useSourceName();
  const name = useRuleName()(rule.id);
  const details = useId();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const send = async (setting: Partial<Pick<RuleView, 'enabled' | 'severity'>>) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await set(setting);
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(false);
  };
  return (
    <Box
      tag="li"
      padding={4}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      aria-busy={isBusy}
      aria-label={name}
    >
      <Flex gap={4} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
        <Box flex="1 1 28rem" minWidth={0}>
          <Flex gap={2} wrap="wrap">
            <Typography tag="h2" fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Typography>
            <SeverityPill severity={rule.severity} />
            <Pill tone="neutral">{nameOf(rule.source)}</Pill>
            {rule.demote && <Pill tone="warning">{t('presence.rules.doubted')}</Pill>}
            {rule.fault && <Pill tone="danger">{t('presence.rules.fault')}</Pill>}
          </Flex>
          <Typography tag="p" textColor="neutral700" paddingTop={1}>
            {rule.explanation}
          </Typography>
          {rule.fault && (
            <Typography tag="p" textColor="danger600" paddingTop={1}>
              {rule.fault.message}
            </Typography>
          )}
          <Counts rule={rule} />
          {refusal && <Failed refusal={refusal} small />}
        </Box>
        <Flex gap={3} alignItems="center" flex="none">
          <Button
            size="S"
            variant="tertiary"
            aria-expanded={isOpen}
            aria-controls={details}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'presence.rules.less' : 'presence.rules.more')}
          </Button>
          <Box width="14rem">
            <Toggle
              checked={rule.enabled}
              aria-label={t('presence.packs.switch', { name })}
              onLabel={t('presence.kit.on')}
              offLabel={t('presence.kit.off')}
              onChange={(event) => void send({ enabled: event.target.checked })}
            />
          </Box>
        </Flex>
      </Flex>
      <Box id={details} hidden={!isOpen} paddingTop={4}>
        {isOpen && (
          <Details rule={rule} setSeverity={(severity) => void send({ severity })} tryOut={tryOut} />
        )}
      </Box>
    </Box>
  );
}

function Counts({ rule: { counts } }: { rule: RuleView }) {
  const t = useWords();
  const parts = (['found', 'dismissed', 'falseAlarms', 'waived'] as const).filter(
    (part) => part === 'found' || counts[part] > 0,
  );
  return (
    <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
      {parts.map((part) => t(`presence.rules.counts.${part}`, { count: counts[part] })).join(' · ')}
    </Typography>
  );
}

function Details({
  rule,
  setSeverity,
  tryOut,
}: {
  rule: RuleView;
  setSeverity: (severity: RuleView['severity']) => void;
  tryOut: () => void;
}) {
  const t = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Cells>
        <Cell col={4}>
          <SeverityChoice value={rule.severity} change={setSeverity} />
        </Cell>
        <Cell col={8}>
          <Examples label={t('presence.kit.examples.fail')} texts={rule.examples.fail} />
          <Examples label={t('presence.kit.examples.pass')} texts={rule.examples.pass} />
          {rule.demote && (
            <Typography tag="p" variant="pi" textColor="neutral700">
              {t('presence.rules.doubted.text')}
            </Typography>
          )}
        </Cell>
      </Cells>
      <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        {t('presence.rules.id', { id: rule.id })}
      </Typography>
      <Flex gap={4} wrap="wrap">
        <Button variant="secondary" size="S" startIcon={<Play />} onClick={tryOut}>
          {t('presence.trial.try')}
        </Button>
        {rule.link && (
          <Link href={rule.link} isExternal>
            {t('presence.rules.more-about')}
          </Link>
        )}
      </Flex>
    </Flex>
  );
}

function Examples({ label, texts }: { label: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <Box paddingBottom={2}>
      <Typography tag="p" variant="pi" fontWeight="semiBold">
        {label}
      </Typography>
      <Box tag="ul">
        {texts.map((text, index) => (
          <Typography
            key={index}
            tag="li"
            variant="pi"
            textColor="neutral700"
            style={{ overflowWrap: 'anywhere' }}
          >
            {text}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}

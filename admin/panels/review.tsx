import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';
import type { EntryPanel } from '../../src/governance/review/schema';
import type { Blocker } from '../../src/governance/schema';
import { keyOf, tellingBlockers } from '../components/blockers';
import { useReasonWords } from '../components/use-reason-words';
import { When } from '../components/when';
import { useWords } from '../words';
import { Decisions } from './decisions';
import { showPanel } from './entry-store';
import { goToField } from '../components/marks/go-to-field';
import { Section } from './section';
import { Stages } from './stages';

/** Stage, what is in the way, and the decisions that this person may take. */
export function Review({ panel, isChanged }: { panel: EntryPanel | null; isChanged: boolean }) {
  const t = useWords();
  if (!panel) {
    return (
      <Section title={t('presence.panel.review')}>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('presence.panel.not-saved')}
        </Typography>
      </Section>
    );
  }
  // Findings of the brand check are listed below, for the form as it is now.
  const blockers = tellingBlockers(panel.blockers).filter(({ code }) => !code.startsWith('brand.'));
  return (
    <Section title={t('presence.panel.review')}>
      <Stages {...panel} />
      {blockers.length > 0 && <Blockers label={t('presence.panel.blockers')} blockers={blockers} />}
      {panel.hints.length > 0 && <Blockers label={t('presence.panel.hints')} blockers={panel.hints} />}
      <Decisions panel={panel} isChanged={isChanged} show={showPanel} />
      <History panel={panel} />
    </Section>
  );
}

function Blockers({ label, blockers }: { label: string; blockers: readonly Blocker[] }) {
  const { sentence } = useReasonWords();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-label={label}>
      {blockers.map((blocker) => (
        <Flex tag="li" key={keyOf(blocker)} gap={2} alignItems="flex-start">
          <Box flex="none" paddingTop="2px">
            <WarningCircle aria-hidden fill="warning600" width="1.4rem" height="1.4rem" />
          </Box>
          <Typography variant="pi" tag="p" textColor="neutral800" {...goTo(blocker)}>
            {sentence(blocker)}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
}

const goTo = ({ place }: Blocker) => (place ? { onClick: () => goToField(place.field) } : {});

const Folded = styled.details`
  summary {
    cursor: pointer;
    color: ${({ theme }) => theme.colors.primary600};
    font-size: ${({ theme }) => theme.fontSizes[1]};
  }
`;

function History({ panel }: { panel: EntryPanel }) {
  const t = useWords();
  const { decisions, lastEditor } = panel;
  if (decisions.length === 0 && !lastEditor) return null;
  return (
    <Folded>
      <summary>{t('presence.panel.history')}</summary>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={3}>
        {lastEditor && (
          <Box tag="li">
            <Typography variant="pi" tag="p">
              {t(lastEditor.by.kind === 'user' ? 'presence.panel.edited' : 'presence.panel.edited.machine', {
                name: lastEditor.by.name,
              })}
            </Typography>
            <When at={lastEditor.at} isSmall />
          </Box>
        )}
        {decisions.map(({ key, kind, by, at, comment }) => (
          <Box tag="li" key={key}>
            <Typography variant="pi" tag="p">
              {t(`presence.decided.${kind}`, { name: by.name })}
            </Typography>
            {comment && (
              <Typography variant="pi" tag="p" textColor="neutral800" style={{ fontStyle: 'italic' }}>
                “{comment}”
              </Typography>
            )}
            <When at={at} isSmall />
          </Box>
        ))}
      </Flex>
    </Folded>
  );
}

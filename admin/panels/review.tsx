import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Action, Blocker, DecisionKind, EntryPanel } from '../../src/governance/schema';
import { useApi } from '../api';
import { tellingBlockers } from '../components/blockers';
import { Failed } from '../components/states';
import { When } from '../components/when';
import { refusalOf, type Refusal } from '../refusal';
import { useWords } from '../words';
import { Comment } from './comment';
import { showPanel } from './entry-store';
import { goToField } from './go-to-field';
import { Section } from './section';
import { Stages } from './stages';

const primary: ReadonlySet<DecisionKind> = new Set(['submit', 'approve']);

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
      <Stages stages={panel.stages} stage={panel.stage} />
      {blockers.length > 0 && <Blockers blockers={blockers} />}
      <Decisions panel={panel} isChanged={isChanged} />
      <History panel={panel} />
    </Section>
  );
}

function Blockers({ blockers }: { blockers: readonly Blocker[] }) {
  const t = useWords();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-label={t('presence.panel.blockers')}>
      {blockers.map(({ code, message, place, copy }) => (
        <Flex tag="li" key={`${code} ${copy ?? ''} ${message}`} gap={2} alignItems="flex-start">
          <Box flex="none" paddingTop="2px">
            <WarningCircle aria-hidden fill="warning600" width="1.4rem" height="1.4rem" />
          </Box>
          <Typography
            variant="pi"
            tag="p"
            textColor="neutral800"
            {...(place ? { onClick: () => goToField(place.field) } : {})}
          >
            {message}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
}

function Decisions({ panel, isChanged }: { panel: EntryPanel; isChanged: boolean }) {
  const t = useWords();
  const api = useApi();
  const [asking, setAsking] = useState<Action>();
  const [busy, setBusy] = useState<DecisionKind>();
  const [refusal, setRefusal] = useState<Refusal>();

  const decide = async (kind: DecisionKind, comment: string | null) => {
    const { uid, documentId, locale, seal, copies } = panel;
    setRefusal(undefined);
    showPanel(await api.decide({ entry: { uid, documentId, locale }, kind, seal, copies, comment }));
  };
  const press = async (action: Action) => {
    if (action.comment === 'required') return setAsking(action);
    setBusy(action.decision);
    try {
      await decide(action.decision, null);
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(undefined);
  };

  if (panel.actions.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {isChanged && (
        <Typography variant="pi" textColor="neutral800" tag="p" id="presence-unsaved">
          {t('presence.panel.unsaved')}
        </Typography>
      )}
      {panel.actions.map((action) => (
        <Decision
          key={action.decision}
          action={action}
          isChanged={isChanged}
          isBusy={busy === action.decision}
          press={() => void press(action)}
        />
      ))}
      {refusal && <Failed refusal={refusal} small />}
      {asking && (
        <Comment
          kind={asking.decision}
          close={() => setAsking(undefined)}
          send={(comment) => decide(asking.decision, comment)}
        />
      )}
    </Flex>
  );
}

/** One decision as a button; a grey one says why. */
function Decision({
  action: { decision, disabledReason },
  isChanged,
  isBusy,
  press,
}: {
  action: Action;
  isChanged: boolean;
  isBusy: boolean;
  press: () => void;
}) {
  const t = useWords();
  // A comment says nothing about the saved text, so it may be given at any time.
  const isWaiting = isChanged && decision !== 'comment';
  const reason = isWaiting ? null : disabledReason;
  const why = `presence-why-${decision}`;
  return (
    <>
      <Button
        size="S"
        fullWidth
        variant={primary.has(decision) ? 'default' : decision === 'comment' ? 'ghost' : 'tertiary'}
        loading={isBusy}
        disabled={isWaiting || reason !== null}
        {...(reason
          ? { 'aria-describedby': why }
          : isWaiting
            ? { 'aria-describedby': 'presence-unsaved' }
            : {})}
        onClick={press}
      >
        {t(`presence.decision.${decision}`)}
      </Button>
      {reason && (
        <Typography variant="pi" textColor="neutral600" tag="p" id={why}>
          {reason}
        </Typography>
      )}
    </>
  );
}

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
              {t('presence.panel.edited', { name: lastEditor.by.name })}
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

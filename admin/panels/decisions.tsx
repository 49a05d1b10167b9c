import { useState } from 'react';
import { Button, Flex, Typography, type ButtonProps } from '@strapi/design-system';
import type { Action, DecisionRequest, EntryPanel } from '../../src/governance/review/schema';
import { useApi } from '../api';
import { Failed } from '../components/states';
import { refusalOf, type Refusal } from '../refusal';
import { useWords } from '../words';
import { DecisionDialog, type Said } from './decision-dialog';

type Kind = DecisionRequest['kind'];

const emergency = { decision: 'emergency', comment: 'required', checklist: [] } as const;

const variants: Readonly<Partial<Record<Kind, ButtonProps['variant']>>> = {
  submit: 'default',
  approve: 'default',
  emergency: 'danger-light',
};

/** The decisions that this person may take, as buttons; `show` gets the panel as it is afterwards. */
export function Decisions({
  panel,
  isChanged,
  show,
}: {
  panel: EntryPanel;
  isChanged: boolean;
  show: (panel: EntryPanel) => void;
}) {
  const t = useWords();
  const api = useApi();
  const [asking, setAsking] = useState<Pick<Action, 'comment' | 'checklist'> & { decision: Kind }>();
  const [busy, setBusy] = useState<Kind>();
  const [refusal, setRefusal] = useState<Refusal>();

  const decide = async (kind: Kind, said: Partial<Said>) => {
    const { uid, documentId, locale, seal, copies } = panel;
    setRefusal(undefined);
    show(await api.decide({ entry: { uid, documentId, locale }, kind, seal, copies, ...said }));
  };
  const press = async (action: Action) => {
    if (action.comment === 'required' || action.checklist.length > 0) return setAsking(action);
    setBusy(action.decision);
    try {
      await decide(action.decision, {});
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(undefined);
  };

  const hasEmergency = panel.emergency && panel.blockers.length > 0;
  if (panel.actions.length === 0 && !hasEmergency) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {isChanged && (
        <Typography variant="pi" textColor="neutral800" tag="p" id="presence-unsaved">
          {t('presence.panel.unsaved')}
        </Typography>
      )}
      {panel.actions.map((action) => (
        <Decision
          key={action.transition}
          kind={action.decision}
          reason={action.disabledReason}
          votes={action.votes}
          isChanged={isChanged}
          isBusy={busy === action.decision}
          press={() => void press(action)}
        />
      ))}
      {hasEmergency && (
        <Decision
          kind="emergency"
          isChanged={isChanged}
          press={() => setAsking({ ...emergency, checklist: [] })}
        />
      )}
      {refusal && <Failed refusal={refusal} small />}
      {asking && (
        <DecisionDialog
          kind={asking.decision}
          isCommentRequired={asking.comment === 'required'}
          checklist={asking.checklist}
          close={() => setAsking(undefined)}
          send={(said) => decide(asking.decision, said)}
        />
      )}
    </Flex>
  );
}

/** One decision as a button; a grey one says why, and an approval of several says how many are given. */
function Decision({
  kind,
  reason: refused = null,
  votes = null,
  isChanged,
  isBusy = false,
  press,
}: {
  kind: Kind;
  reason?: string | null;
  votes?: Action['votes'];
  isChanged: boolean;
  isBusy?: boolean;
  press: () => void;
}) {
  const t = useWords();
  const reason = isChanged ? null : refused;
  const why = `presence-why-${kind}`;
  const describedBy = reason ? why : isChanged ? 'presence-unsaved' : null;
  return (
    <>
      <Button
        size="S"
        fullWidth
        variant={variants[kind] ?? 'tertiary'}
        loading={isBusy}
        disabled={isChanged || reason !== null}
        {...(describedBy ? { 'aria-describedby': describedBy } : {})}
        onClick={press}
      >
        {t(`presence.decision.${kind}`)}
      </Button>
      {votes && votes.needed > 1 && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('presence.panel.votes', { given: votes.given, needed: votes.needed })}
        </Typography>
      )}
      {reason && (
        <Typography variant="pi" textColor="neutral600" tag="p" id={why}>
          {reason}
        </Typography>
      )}
    </>
  );
}

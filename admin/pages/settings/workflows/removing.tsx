import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import type { WorkflowLine } from '../../../../src/governance/workflow/views';
import { useApi } from '../../../api';
import { Ask } from '../../../components/ask';
import { Choice } from '../../../components/input';
import { useWords } from '../../../words';

/** Removes a workflow; where it is in use, another one takes its place. */
export function Removing({
  line,
  others,
  close,
  done,
}: {
  line: WorkflowLine;
  others: readonly WorkflowLine[];
  close: () => void;
  done: () => void;
}) {
  const t = useWords();
  const api = useApi();
  const isUsed = line.applies || line.underWay > 0;
  const [replacement, setReplacement] = useState(others[0]?.key ?? '');
  return (
    <Ask
      title={t('presence.workflows.remove', { name: line.name })}
      confirm={t('presence.action.delete')}
      variant="danger"
      act={async () => {
        await api.removeWorkflow(line.key, isUsed ? replacement : null);
        done();
      }}
      close={close}
    >
      <Typography>
        {t(isUsed ? 'presence.workflows.remove.used' : 'presence.workflows.remove.unused', {
          count: line.underWay,
        })}
      </Typography>
      {isUsed && (
        <Choice
          label={t('presence.workflows.replacement')}
          value={replacement}
          options={others.map(({ key, name }) => ({ value: key, label: name }))}
          change={setReplacement}
        />
      )}
    </Ask>
  );
}

import { useState } from 'react';
import { Box, Typography } from '@strapi/design-system';
import type { CheckView } from '../../../../src/governance/workflow/views';
import { useApi } from '../../../api';
import { Ask } from '../../../components/ask';
import { Labelled } from '../../../components/input';
import { refusalOf } from '../../../refusal';
import { useWords } from '../../../words';
import { Changes } from './changes';
import { DryRun } from './saving';
import { Wrong } from './wrong';

interface Read {
  readonly definition: unknown;
  readonly base: number;
  readonly checked: CheckView;
}

/** Takes a workflow from a JSON file: shows what is wrong or different before anything is saved. */
export function Import({ close, done }: { close: () => void; done: () => void }) {
  const t = useWords();
  const api = useApi();
  const [read, setRead] = useState<Read>();
  const [error, setError] = useState<string>();

  const take = async (file: File | undefined) => {
    setRead(undefined);
    setError(undefined);
    if (!file) return;
    try {
      const definition: unknown = JSON.parse(await file.text());
      const { workflows } = await api.workflows();
      const key = (definition as { key?: unknown } | null)?.key;
      const base = workflows.find((line) => line.key === key && line.source === 'admin')?.version ?? 0;
      setRead({ definition, base, checked: await api.checkWorkflow({ definition, base }) });
    } catch (problem) {
      setError(
        problem instanceof SyntaxError ? t('presence.workflows.import.no-json') : refusalOf(problem).message,
      );
    }
  };

  return (
    <Ask
      title={t('presence.workflows.import')}
      confirm={t('presence.action.save')}
      isConfirmDisabled={!read || read.checked.problems.length > 0}
      act={async () => {
        if (!read) return;
        await api.saveWorkflow({ definition: read.definition, base: read.base, migrate: [] });
        done();
      }}
      close={close}
    >
      <Labelled label={t('presence.workflows.import.file')} error={error}>
        <input
          type="file"
          accept="application/json,.json"
          aria-label={t('presence.workflows.import.file')}
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </Labelled>
      {read && (
        <Box>
          {read.checked.problems.map(({ path, message }) => (
            <Wrong key={`${path} ${message}`}>{path ? `${path}: ${message}` : message}</Wrong>
          ))}
          {read.checked.problems.length === 0 && (
            <>
              {read.base > 0 ? (
                <Changes differences={read.checked.differences} />
              ) : (
                <Typography>{t('presence.workflows.import.new')}</Typography>
              )}
              <DryRun of={read.checked.dryRun} />
            </>
          )}
        </Box>
      )}
    </Ask>
  );
}

import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router-dom';
import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { Plus, Trash, Upload } from '@strapi/icons';
import type { NamesView, WorkflowLine, WorkflowsView } from '../../../../src/governance/workflow/views';
import { useApi } from '../../../api';
import { Listing, type Column } from '../../../components/listing';
import { PageFrame } from '../../../components/page-frame';
import { Pill } from '../../../components/pill';
import { Loaded } from '../../../components/states';
import { useLoad } from '../../../use-load';
import { useWords } from '../../../words';
import { Gone } from './gone';
import { Import } from './import';
import { Policies } from './policies';
import { Removing } from './removing';
import { Start } from './start';

/** All workflows, which of them applies where, and what has stopped working since it was saved. */
export function Overview() {
  const t = useWords();
  const api = useApi();
  const load = useLoad(
    useCallback(async () => {
      const [view, names] = await Promise.all([api.workflows(), api.workflowNames()]);
      return { view, names };
    }, [api]),
  );
  const [open, setOpen] = useState<'start' | 'import'>();
  return (
    <PageFrame
      title={t('presence.workflows.title')}
      subtitle={t('presence.workflows.subtitle')}
      action={
        <Flex gap={2} wrap="wrap">
          <Button variant="tertiary" startIcon={<Upload />} onClick={() => setOpen('import')}>
            {t('presence.workflows.import')}
          </Button>
          <Button startIcon={<Plus />} onClick={() => setOpen('start')}>
            {t('presence.workflows.new')}
          </Button>
        </Flex>
      }
    >
      <Loaded load={load}>
        {({ view, names }) => <All view={view} names={names} reload={load.reload} />}
      </Loaded>
      {open === 'start' && <Start close={() => setOpen(undefined)} />}
      {open === 'import' && <Import close={() => setOpen(undefined)} done={load.reload} />}
    </PageFrame>
  );
}

function All({ view, names, reload }: { view: WorkflowsView; names: NamesView; reload: () => void }) {
  const t = useWords();
  const [removing, setRemoving] = useState<WorkflowLine>();
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {view.gone.map((gone) => (
        <Gone key={gone.principal} gone={gone} names={names} done={reload} />
      ))}
      <Listing
        caption={t('presence.workflows.title')}
        columns={useColumns(view, setRemoving)}
        rows={view.workflows}
        keyOf={({ key }) => key}
      />
      <Policies key={JSON.stringify(view.policies)} view={view} names={names} done={reload} />
      {removing && (
        <Removing
          line={removing}
          others={view.workflows.filter(({ key }) => key !== removing.key)}
          close={() => setRemoving(undefined)}
          done={reload}
        />
      )}
    </Flex>
  );
}

function useColumns(view: WorkflowsView, remove: (line: WorkflowLine) => void): Column<WorkflowLine>[] {
  const t = useWords();
  const intl = useIntl();
  const [, go] = useSearchParams();
  return [
    {
      id: 'name',
      label: t('presence.workflows.name'),
      cell: ({ key, name, problems }) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Link tag="button" style={{ textAlign: 'start' }} onClick={() => go({ key })}>
            {name}
          </Link>
          {problems.length > 0 && (
            <Pill tone="danger">{t('presence.workflows.wrong', { count: problems.length })}</Pill>
          )}
        </Flex>
      ),
    },
    {
      id: 'source',
      label: t('presence.workflows.source'),
      cell: ({ source, version, by, at }) => (
        <Box>
          <Typography>
            {source === 'built-in'
              ? t('presence.workflows.source.built-in')
              : t('presence.workflows.version', { version })}
          </Typography>
          {source === 'file' && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {t('presence.workflows.source.file')}
            </Typography>
          )}
          {source === 'admin' && at !== null && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {t('presence.workflows.by', {
                name: by?.name,
                time: intl.formatDate(at, { dateStyle: 'medium' }),
              })}
            </Typography>
          )}
        </Box>
      ),
    },
    {
      id: 'applies',
      label: t('presence.workflows.applies'),
      cell: ({ key, applies }) => {
        const count = view.policies.filter(({ workflow }) => workflow === key).length;
        return (
          <Typography textColor={applies ? 'neutral800' : 'neutral600'}>
            {key === 'standard'
              ? t('presence.workflows.applies.rest')
              : t('presence.workflows.applies.rules', { count })}
          </Typography>
        );
      },
    },
    {
      id: 'under-way',
      label: t('presence.workflows.under-way'),
      align: 'end',
      cell: ({ underWay }) => intl.formatNumber(underWay),
    },
    {
      id: 'act',
      label: t('presence.column.actions'),
      isLabelHidden: true,
      align: 'end',
      cell: (line) =>
        line.source === 'admin' ? (
          <Button
            variant="danger-light"
            size="S"
            startIcon={<Trash />}
            onClick={() => remove(line)}
            aria-label={t('presence.brand.remove', { name: line.name })}
          >
            {t('presence.action.delete')}
          </Button>
        ) : (
          <Button variant="tertiary" size="S" onClick={() => go({ from: `copy:${line.key}` })}>
            {t('presence.workflows.copy')}
          </Button>
        ),
    },
  ];
}

import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Box, Button, Flex, Grid, Link, Typography } from '@strapi/design-system';
import { ArrowLeft, Check, Download } from '@strapi/icons';
import type { Workflow } from '../../../../src/governance/workflow/schema';
import type { CheckView, NamesView, WorkflowView } from '../../../../src/governance/workflow/views';
import { useApi } from '../../../api';
import { Card } from '../../../components/card';
import { TextLine, YesNo } from '../../../components/input';
import { PageFrame } from '../../../components/page-frame';
import { Failed } from '../../../components/states';
import { useDownload } from '../../../components/use-download';
import { refusalOf, type Refusal } from '../../../refusal';
import { useWords } from '../../../words';
import { History } from './history';
import { Picture } from './picture';
import { placesOf } from './places';
import { Saving } from './saving';
import { Stages } from './stages';
import { Transitions } from './transitions';

/** One workflow: its stages, its ways, a picture, and what saving would change. */
export function Editor({
  start,
  base,
  view,
  names,
  reload,
}: {
  start: Workflow;
  /** Version that this is a change of; 0 for a new one. */
  base: number;
  view: WorkflowView | null;
  names: NamesView;
  reload: () => void;
}) {
  const t = useWords();
  const download = useDownload();
  const [, go] = useSearchParams();
  const [draft, setDraft] = useState(start);
  const [isSaving, setSaving] = useState(false);
  const { checked, refusal } = useCheck(draft, base);
  const places = useMemo(() => placesOf(checked?.problems ?? view?.problems ?? []), [checked, view]);
  const isFixed = view !== null && view.source !== 'admin';
  const isChanged = base === 0 || draft !== start;
  const broken = checked?.problems.length ?? 0;
  return (
    <PageFrame
      title={draft.name || t('presence.workflows.title')}
      subtitle={
        isFixed
          ? t(`presence.workflows.fixed.${view.source === 'file' ? 'file' : 'built-in'}`)
          : t('presence.workflows.editor.subtitle')
      }
      back={
        <Link tag="button" startIcon={<ArrowLeft />} onClick={() => go({})}>
          {t('presence.workflows.back')}
        </Link>
      }
      action={
        <Flex gap={2} wrap="wrap">
          <Button
            variant="tertiary"
            startIcon={<Download />}
            onClick={() => void download(() => Promise.resolve(draft), `${draft.key}.json`)}
          >
            {t('presence.workflows.export')}
          </Button>
          {isFixed ? (
            <Button variant="secondary" onClick={() => go({ from: `copy:${draft.key}` })}>
              {t('presence.workflows.copy')}
            </Button>
          ) : (
            <Button
              startIcon={<Check />}
              disabled={!isChanged || broken > 0 || checked === undefined}
              onClick={() => setSaving(true)}
            >
              {t('presence.action.save')}
            </Button>
          )}
        </Flex>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        {refusal && <Failed refusal={refusal} small />}
        <Box aria-live="polite">
          {!isFixed && broken > 0 && (
            <Typography textColor="danger600" fontWeight="bold">
              {t('presence.workflows.wrong', { count: broken })}
            </Typography>
          )}
        </Box>
        <Picture of={draft} names={names} />
        <Card title={t('presence.workflows.general')}>
          <Grid.Root gap={5}>
            <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
              <TextLine
                label={t('presence.workflows.name')}
                error={places.at('name')}
                disabled={isFixed}
                value={draft.name}
                change={(name) => setDraft({ ...draft, name })}
              />
            </Grid.Item>
            <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
              <TextLine
                label={t('presence.workflows.key')}
                hint={t('presence.workflows.key.hint')}
                error={places.at('key')}
                disabled={base > 0}
                value={draft.key}
                change={(key) => setDraft({ ...draft, key })}
              />
            </Grid.Item>
            <Grid.Item col={12} direction="column" alignItems="stretch">
              <YesNo
                label={t('presence.workflows.guard')}
                hint={t('presence.workflows.guard.hint')}
                disabled={isFixed}
                value={draft.guardUnpublish}
                change={(guardUnpublish) => setDraft({ ...draft, guardUnpublish })}
              />
            </Grid.Item>
          </Grid.Root>
        </Card>
        {/* What comes from a file or is built in is shown by the picture; a copy can be changed. */}
        {!isFixed && (
          <>
            <Stages draft={draft} set={setDraft} places={places} names={names} />
            <Transitions draft={draft} set={setDraft} places={places} names={names} />
          </>
        )}
        {view && view.versions.length > 0 && <History versions={view.versions} />}
      </Flex>
      {isSaving && checked && (
        <Saving
          draft={draft}
          base={base}
          checked={checked}
          close={() => setSaving(false)}
          saved={(key) => (base > 0 ? reload() : go({ key }))}
        />
      )}
    </PageFrame>
  );
}

/** What the server says about the draft, a moment after the last keystroke. */
function useCheck(draft: Workflow, base: number): { checked?: CheckView; refusal?: Refusal } {
  const api = useApi();
  const [state, setState] = useState<{ checked?: CheckView; refusal?: Refusal }>({});
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      api.checkWorkflow({ definition: draft, base }).then(
        (checked) => isCurrent && setState({ checked }),
        (error: unknown) => isCurrent && setState({ refusal: refusalOf(error) }),
      );
    }, 400);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, draft, base]);
  return state;
}

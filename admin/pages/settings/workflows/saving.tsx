import { useEffect, useMemo, useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import type { Workflow } from '../../../../src/governance/workflow/schema';
import type { CheckView, UnderWay } from '../../../../src/governance/workflow/views';
import { useApi } from '../../../api';
import { Choice } from '../../../components/input';
import { Failed } from '../../../components/states';
import { refusalOf, type Refusal } from '../../../refusal';
import { useWords } from '../../../words';
import { Changes } from './changes';

const stay = '';
const idOf = ({ ref, stage }: Pick<UnderWay, 'ref' | 'stage'>): string => `${ref}|${stage}`;

/** Before saving: what is different, which entries it touches, and where reviews under way go. */
export function Saving({
  draft,
  base,
  checked,
  close,
  saved,
}: {
  draft: Workflow;
  base: number;
  checked: CheckView;
  close: () => void;
  saved: (key: string) => void;
}) {
  const t = useWords();
  const api = useApi();
  const { toggleNotification } = useNotification();
  const [targets, setTargets] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const open = draft.stages.filter(({ meaning }) => meaning !== 'approved');

  const migrate = useMemo(() => migrationsOf(checked, targets), [checked, targets]);
  const [dryRun, setDryRun] = useState(checked.dryRun);
  useEffect(() => {
    if (migrate.length === 0) return setDryRun(checked.dryRun);
    let isCurrent = true;
    api.checkWorkflow({ definition: draft, base, migrate }).then(
      (next) => isCurrent && setDryRun(next.dryRun),
      (error: unknown) => isCurrent && setRefusal(refusalOf(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, draft, base, checked, migrate]);

  const save = async () => {
    setBusy(true);
    try {
      const done = await api.saveWorkflow({ definition: draft, base, migrate });
      toggleNotification({
        type: 'success',
        message: t('presence.workflows.saved', { version: done.version, count: done.migrated }),
      });
      close();
      saved(done.key);
    } catch (error) {
      setRefusal(refusalOf(error));
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('presence.workflows.saving')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {refusal && <Failed refusal={refusal} small />}
            {base > 0 && <Changes differences={checked.differences} />}
            {checked.underWay.map((one) => (
              <Choice
                key={idOf(one)}
                label={t('presence.workflows.under-way-in', {
                  stage: one.name,
                  count: one.count,
                  version: one.ref.split('@')[1],
                })}
                hint={t('presence.workflows.votes-lost')}
                value={targets[idOf(one)] ?? stay}
                options={[
                  { value: stay, label: t('presence.workflows.stay') },
                  ...open.map(({ key, name }) => ({
                    value: key,
                    label: t(
                      key === one.to ? 'presence.workflows.take-to-same' : 'presence.workflows.take-to',
                      {
                        stage: name,
                      },
                    ),
                  })),
                ]}
                change={(to) => setTargets({ ...targets, [idOf(one)]: to })}
              />
            ))}
            <DryRun of={dryRun} />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('presence.action.cancel')}</Button>
          </Modal.Close>
          <Button loading={isBusy} onClick={() => void save()}>
            {t('presence.action.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Which entries a change touches: how many, and the first of them by name. */
export function DryRun({ of }: { of: CheckView['dryRun'] }) {
  const t = useWords();
  return (
    <Box>
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {t('presence.workflows.dry-run', { count: of.total })}
      </Typography>
      {of.keep > 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('presence.workflows.keep', { count: of.keep })}
        </Typography>
      )}
      <Box tag="ul" paddingTop={2} maxHeight="24rem" overflow="auto">
        {of.items.map(({ entry, title, how, from, to }) => (
          <Typography key={entry} tag="li" variant="pi">
            {t(`presence.workflows.change.${how}`, { title, from: from.workflow, to: to.workflow })}
          </Typography>
        ))}
        {of.total > of.items.length && (
          <Typography tag="li" variant="pi" textColor="neutral600">
            {t('presence.widget.rest', { count: of.total - of.items.length })}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

/** One mapping a version; stages whose reviews stay are left out. */
function migrationsOf(
  { underWay }: CheckView,
  targets: Readonly<Record<string, string>>,
): { from: string; mapping: Record<string, string> }[] {
  const mappings = new Map<string, Record<string, string>>();
  for (const one of underWay) {
    const to = targets[idOf(one)] ?? stay;
    if (to !== stay) mappings.set(one.ref, { ...mappings.get(one.ref), [one.stage]: to });
  }
  return [...mappings].map(([from, mapping]) => ({ from, mapping }));
}

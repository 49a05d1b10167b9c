import { useCallback } from 'react';
import { Box, Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import type { WaiverPolicy } from '../../../../../src/brand/findings/schema';
import { Card } from '../../../../components/card';
import { TextLine } from '../../../../components/input';
import { Failed, Loaded } from '../../../../components/states';
import { Unsaved } from '../../../../components/unsaved';
import { useKitApi } from '../../../../kit-api';
import { useLoad } from '../../../../use-load';
import { useWords } from '../../../../words';
import { useForm } from '../../use-form';
import { Cell, Cells, Ticked } from '../fields/switched';

/** Who may make an exception, and for how long. */
export function Policy({ isOpen }: { isOpen: boolean }) {
  const t = useWords();
  const api = useKitApi();
  const load = useLoad(useCallback(() => api.waiverPolicy(), [api]));
  return (
    <Card title={t('presence.waivers.policy')} hint={t('presence.waivers.policy.hint')}>
      <Loaded load={load} small>
        {(policy) => <PolicyForm policy={policy} isOpen={isOpen} />}
      </Loaded>
    </Card>
  );
}

function PolicyForm({ policy, isOpen }: { policy: WaiverPolicy; isOpen: boolean }) {
  const t = useWords();
  const api = useKitApi();
  const form = useForm<WaiverPolicy>(policy, api.saveWaiverPolicy);
  const { value, change, errorAt } = form;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Unsaved when={form.isChanged} />
      {form.refusal && <Failed refusal={form.refusal} small />}
      <Cells>
        <Cell>
          <Ticked
            label={t('presence.waivers.policy.approve')}
            hint={t('presence.waivers.policy.approve.hint')}
            value={value.approveErrors}
            change={(approveErrors) => isOpen && change({ approveErrors })}
          />
        </Cell>
        <Cell>
          <TextLine
            type="number"
            label={t('presence.waivers.policy.days')}
            hint={t('presence.waivers.policy.days.hint')}
            error={errorAt('longestDays')}
            disabled={!isOpen}
            value={value.longestDays === null ? '' : String(value.longestDays)}
            change={(text) => change({ longestDays: text.trim() === '' ? null : Number(text) })}
          />
        </Cell>
      </Cells>
      {isOpen && (
        <Box>
          <Button
            startIcon={<Check />}
            disabled={!form.isChanged}
            loading={form.isBusy}
            onClick={() => void form.save()}
          >
            {t('presence.waivers.policy.save')}
          </Button>
        </Box>
      )}
    </Flex>
  );
}

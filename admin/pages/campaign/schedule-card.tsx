import { Button, Flex } from '@strapi/design-system';
import type { CatchUpPolicy, When } from '../../../src/publishing/schema';
import { Card } from '../../components/card';
import { Choice } from '../../components/input';
import { TimeChoice } from '../../components/time-choice';
import type { Refusal } from '../../refusal';
import { useWords } from '../../words';

const policies = ['ask', 'late', 'skip'] as const satisfies CatchUpPolicy[];

/** When the copies go out that have no time yet, and what happens should that time be missed. */
export function ScheduleCard({
  when,
  zone,
  change,
  refusal,
  catchUp,
  changeCatchUp,
  count,
  isBusy,
  send,
}: {
  when: When;
  /** Of the business: where a time starts out to be meant. */
  zone: string;
  change: (when: When) => void;
  refusal: Refusal | undefined;
  catchUp: CatchUpPolicy;
  changeCatchUp: (policy: CatchUpPolicy) => void;
  /** How many copies it is about. */
  count: number;
  isBusy: boolean;
  send: () => void;
}) {
  const t = useWords();
  return (
    <Card title={t('presence.campaign.when')} hint={t('presence.campaign.when.hint')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <TimeChoice value={when} change={change} refusal={refusal} zone={zone} />
        <Choice
          label={t('presence.campaign.catch-up')}
          hint={t(`presence.campaign.catch-up.${catchUp}.hint`)}
          value={catchUp}
          options={policies.map((value) => ({ value, label: t(`presence.campaign.catch-up.${value}`) }))}
          change={changeCatchUp}
        />
        <Flex justifyContent="flex-end">
          <Button size="L" loading={isBusy} onClick={send}>
            {t(when.kind === 'now' ? 'presence.campaign.send' : 'presence.campaign.schedule', { count })}
          </Button>
        </Flex>
      </Flex>
    </Card>
  );
}

import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, CrossCircle, Question } from '@strapi/icons';
import type { PolicyState } from '../../../src/governance/oversight/schema';
import { useWords } from '../../words';

const looks = {
  kept: { Icon: CheckCircle, fill: 'success600' },
  broken: { Icon: CrossCircle, fill: 'danger600' },
  unknown: { Icon: Question, fill: 'neutral600' },
} as const;

/** Whether a policy is kept, as a picture and a word; the colour only repeats it. */
export function StateMark({ state }: { state: PolicyState }) {
  const t = useWords();
  const { Icon, fill } = looks[state];
  return (
    <Flex tag="span" display="inline-flex" gap={2} flex="none">
      <Icon aria-hidden fill={fill} width="1.6rem" height="1.6rem" />
      <Typography tag="span" fontWeight="semiBold">
        {t(`presence.oversight.state.${state}`)}
      </Typography>
    </Flex>
  );
}

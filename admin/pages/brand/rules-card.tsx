import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Report } from '../../../src/brand/findings/schema';
import { Card } from '../../components/card';
import { useRuleName } from '../../components/findings/use-rule-name';
import { useWords } from '../../words';

const shown = 10;

const Row = styled.button<{ $share: number }>`
  display: flex;
  justify-content: space-between;
  gap: 1.2rem;
  width: 100%;
  min-height: 3.2rem;
  padding: 0.6rem 0.8rem;
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: linear-gradient(
    to right,
    ${({ theme }) => theme.colors.primary200} ${({ $share }) => $share * 100}%,
    transparent 0
  );
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  text-align: start;
  overflow-wrap: anywhere;
  cursor: pointer;

  &:hover span:first-child {
    text-decoration: underline;
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
  &[aria-pressed='true'] {
    font-weight: ${({ theme }) => theme.fontWeights.bold};
  }
`;

/** Which rules find most; pressed, only what they found is listed. */
export function RulesCard({
  rules,
  only,
  choose,
}: {
  rules: Report['rules'];
  only: string | undefined;
  choose: (rule: string) => void;
}) {
  const t = useWords();
  const ruleName = useRuleName();
  const top = Math.max(1, ...rules.map(({ count }) => count));
  return (
    <Card title={t('presence.report.rules')} hint={t('presence.report.rules.hint')}>
      {rules.length === 0 ? (
        <Typography textColor="neutral600">{t('presence.report.rules.none')}</Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
          {rules.slice(0, shown).map(({ rule, count, explanation }) => (
            <li key={rule}>
              <Row
                type="button"
                $share={count / top}
                aria-pressed={rule === only}
                {...(explanation === null ? {} : { title: explanation })}
                onClick={() => choose(rule === only ? '' : rule)}
              >
                <span>{ruleName(rule)}</span>
                <span>{count}</span>
              </Row>
            </li>
          ))}
        </Flex>
      )}
    </Card>
  );
}

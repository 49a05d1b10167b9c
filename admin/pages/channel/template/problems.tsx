import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { TemplateProblem } from '../../../../src/channels/templates/problem';
import { SmallButton } from '../../../components/findings/small-button';
import { useWords } from '../../../words';
import { useProblemSentence } from './use-problem-sentence';

const Passage = styled.code`
  display: block;
  padding: 0.4rem 0.8rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[1]};
  overflow-wrap: anywhere;
  white-space: pre-wrap;

  mark {
    background: ${({ theme }) => theme.colors.danger100};
    color: ${({ theme }) => theme.colors.danger700};
    text-decoration: underline wavy;
  }
`;

/** Characters shown before and behind a mistake. */
const around = 30;

/** Where the template is wrong, and what to do; spoken when it changes. */
export function Problems({
  text,
  problems,
  go,
}: {
  text: string;
  problems: readonly TemplateProblem[];
  /** Selects the place in the field. */
  go: (problem: TemplateProblem) => void;
}) {
  const t = useWords();
  const sentence = useProblemSentence();
  return (
    <div role="status" aria-live="polite">
      {problems.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {problems.map((problem) => {
            const { code, start, line, column } = problem;
            const end = Math.min(problem.end, start + 200);
            const [from, to] = [Math.max(0, start - around), end + around];
            return (
              <Flex key={`${code} ${start}`} tag="li" direction="column" alignItems="stretch" gap={1}>
                <Typography variant="pi" textColor="danger600" tag="p">
                  {sentence(problem)}
                </Typography>
                <Passage>
                  {from > 0 && '…'}
                  {text.slice(from, start)}
                  <mark>{text.slice(start, end)}</mark>
                  {text.slice(end, to)}
                  {to < text.length && '…'}
                </Passage>
                <Flex>
                  <SmallButton onClick={() => go(problem)}>
                    {t('presence.template.go-to', { line, column })}
                  </SmallButton>
                </Flex>
              </Flex>
            );
          })}
        </Flex>
      )}
    </div>
  );
}

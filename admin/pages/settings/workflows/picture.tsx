import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Workflow } from '../../../../src/governance/workflow/schema';
import { Card } from '../../../components/card';
import { useWords } from '../../../words';
import { arcsOf, layout } from './layout';
import { usePrincipalNames } from './principals';
import type { NamesView } from '../../../../src/governance/workflow/views';
import { useSummary } from './transitions';

const Drawing = styled.svg`
  display: block;
  min-width: 48rem;
  height: auto;

  text {
    font-size: 13px;
    fill: ${({ theme }) => theme.colors.neutral800};
  }
  .way {
    font-size: 11px;
    paint-order: stroke;
    stroke: ${({ theme }) => theme.colors.neutral0};
    stroke-width: 5px;
    fill: ${({ theme }) => theme.colors.neutral600};
  }
  path {
    fill: none;
    stroke: ${({ theme }) => theme.colors.neutral500};
    stroke-width: 1.5;
  }
  .back {
    stroke-dasharray: 4 4;
  }
  marker path {
    fill: ${({ theme }) => theme.colors.neutral500};
    stroke: none;
  }
`;

const Stage = styled.rect<{ $tone: Workflow['stages'][number]['colour'] }>`
  fill: ${({ theme, $tone }) => theme.colors[`${$tone}100`]};
  stroke: ${({ theme, $tone }) => theme.colors[`${$tone}500`]};
`;

/** The workflow as a picture, and the same as a list for whoever does not see it. */
export function Picture({ of, names }: { of: Workflow; names: NamesView }) {
  const t = useWords();
  const { boxes, lines, width, height, top } = layout(of.stages.length, arcsOf(of));
  const nameOf = usePrincipalNames(names);
  const summaryOf = useSummary(of);
  return (
    <Card title={t('presence.workflows.picture')}>
      <Box overflow="auto" tabIndex={0} role="group" aria-label={t('presence.workflows.picture')}>
        <Drawing
          viewBox={`0 0 ${width} ${height}`}
          style={{ width: '100%', maxWidth: `${width * 1.2}px` }}
          aria-hidden
          focusable="false"
        >
          <defs>
            <marker
              id="presence-tip"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0 0 L8 4 L0 8 z" />
            </marker>
          </defs>
          {lines.map(({ id, back, path }) => (
            <path key={id} className={back ? 'back' : ''} d={path} markerEnd="url(#presence-tip)" />
          ))}
          {lines.map(({ id, decisions, x, y }) => (
            <text key={id} className="way" x={x} y={y} textAnchor="middle">
              {decisions.map((decision) => t(`presence.workflows.decision.${decision}`)).join(' · ')}
            </text>
          ))}
          {of.stages.map((stage, index) => {
            const box = boxes[index];
            return (
              box && (
                <g key={stage.key}>
                  <Stage $tone={stage.colour} x={box.x} y={top} width={box.width} height={44} rx={6} />
                  <text x={box.x + box.width / 2} y={top + 27} textAnchor="middle">
                    {short(stage.name || stage.key)}
                  </text>
                </g>
              )
            );
          })}
        </Drawing>
      </Box>
      <Box tag="ul" paddingTop={4} aria-label={t('presence.workflows.picture.list')}>
        {of.transitions.map((one) => (
          <Typography key={one.key} tag="li" variant="pi" textColor="neutral600">
            {t('presence.workflows.picture.line', {
              way: summaryOf(one),
              decision: t(`presence.workflows.decision.${one.decision}`),
              who: one.who.map(nameOf).join(', '),
              count: one.when.length,
            })}
          </Typography>
        ))}
      </Box>
    </Card>
  );
}

const short = (name: string): string => (name.length > 20 ? `${name.slice(0, 19)}…` : name);

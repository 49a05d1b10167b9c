import type { Stage } from '../../../../src/governance/workflow/schema';
import { Pill } from '../../../components/pill';

/** A stage in its colour. */
export const StagePill = ({ stage }: { stage: Pick<Stage, 'name' | 'key' | 'colour'> }) => (
  <Pill tone={stage.colour}>{stage.name || stage.key}</Pill>
);

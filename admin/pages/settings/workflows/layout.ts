import type { TransitionKind, Workflow } from '../../../../src/governance/workflow/schema';

/** A line of the picture: every decision that leads from one stage to another. */
export interface Arc {
  readonly id: string;
  /** Places of the stages in their list. */
  readonly from: number;
  readonly to: number;
  readonly decisions: readonly TransitionKind[];
  /** Drawn below, because it leads back. */
  readonly back: boolean;
  /** How many places it spans: longer lines stand further out. */
  readonly level: number;
}

export interface Layout {
  readonly boxes: readonly { readonly x: number; readonly width: number }[];
  readonly width: number;
  readonly height: number;
  /** Upper edge of the stages. */
  readonly top: number;
}

const box = 150;
const gap = 56;
const lift = 20;

/** One line for each two stages; a decision that stays where it is draws nothing. */
export function arcsOf({ stages, transitions }: Pick<Workflow, 'stages' | 'transitions'>): Arc[] {
  const place = new Map(stages.map(({ key }, index) => [key, index]));
  const arcs = new Map<string, { from: number; to: number; decisions: Set<TransitionKind> }>();
  for (const { from, to, decision } of transitions)
    for (const start of from) {
      const [a, b] = [place.get(start), place.get(to)];
      if (a === undefined || b === undefined || a === b) continue;
      const id = `${a}-${b}`;
      const arc = arcs.get(id) ?? { from: a, to: b, decisions: new Set<TransitionKind>() };
      arc.decisions.add(decision);
      arcs.set(id, arc);
    }
  return [...arcs].map(([id, { from, to, decisions }]) => ({
    id,
    from,
    to,
    decisions: [...decisions],
    back: to < from,
    level: Math.abs(to - from) - 1,
  }));
}

/** Stages beside each other, with room above for the ways on and below for the ways back. */
export function layout(stages: number, arcs: readonly Arc[]): Layout {
  const highest = (back: boolean) =>
    Math.max(0, ...arcs.filter((arc) => arc.back === back).map(({ level }) => 40 + lift * level));
  const top = highest(false) + 14;
  return {
    boxes: Array.from({ length: stages }, (_, index) => ({ x: 4 + index * (box + gap), width: box })),
    width: 8 + stages * box + (stages - 1) * gap,
    height: top + 44 + highest(true) + 18,
    top,
  };
}

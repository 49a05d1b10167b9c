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

/** A line as it is drawn, with the place of its words. */
export interface Line extends Arc {
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly boxes: readonly { readonly x: number; readonly width: number }[];
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
  /** Upper edge of the stages. */
  readonly top: number;
}

const box = 150;
const boxHeight = 44;
const gap = 56;
const rise = (level: number): number => 46 + 40 * level;

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
  // A curve reaches three quarters of the way to the points that pull it.
  const highest = (back: boolean) =>
    Math.max(0, ...arcs.filter((arc) => arc.back === back).map(({ level }) => rise(level) * 0.75));
  const top = highest(false) + 18;
  const xOf = (place: number) => 4 + place * (box + gap);
  return {
    boxes: Array.from({ length: stages }, (_, place) => ({ x: xOf(place), width: box })),
    lines: arcs.map((arc) => lineOf(arc, top, (place) => xOf(place) + box / 2)),
    width: 8 + stages * box + (stages - 1) * gap,
    height: top + boxHeight + highest(true) + 22,
    top,
  };
}

function lineOf(arc: Arc, top: number, middle: (place: number) => number): Line {
  // Ways on and ways back meet a stage beside each other.
  const aside = arc.back ? -8 : 8;
  const [start, end] = [middle(arc.from) + aside, middle(arc.to) - aside];
  const edge = arc.back ? top + boxHeight : top;
  const pull = arc.back ? edge + rise(arc.level) : edge - rise(arc.level);
  return {
    ...arc,
    path: `M${start} ${edge} C${start} ${pull} ${end} ${pull} ${end} ${edge}`,
    x: (start + end) / 2,
    y: (edge + 3 * pull) / 4 + (arc.back ? 13 : -5),
  };
}

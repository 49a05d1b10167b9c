import { metrics, type Counts } from '../schema';
import type { Told } from './told';

/** What a network may say in place of a count: nothing of that is one. */
const countOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.round(value) : undefined;

/**
 * Counts out of what a network answered, by its own names. A name that is missing, or says something that is no count, is left out: it is
 * not known, and not 0. Names that nobody asked for change nothing.
 */
export function countsOf(called: Told, figures: Readonly<Record<string, unknown>>): Counts {
  const known = metrics.flatMap((metric) => {
    const name = called[metric];
    const count = name !== undefined && Object.hasOwn(figures, name) ? countOf(figures[name]) : undefined;
    return count === undefined ? [] : [[metric, count] as const];
  });
  return Object.fromEntries(known);
}

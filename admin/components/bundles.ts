import type { PublicationView } from '../../src/publishing/schema';
import { inKindOrder } from './publication-state';

/** Publications of one campaign that stand at the same place for the same reason: one thing to a person. */
export interface Bundle {
  readonly first: PublicationView;
  readonly rows: readonly PublicationView[];
}

/** Put together what belongs together, in the order in which each bundle begins. */
export function bundlesOf(rows: readonly PublicationView[]): Bundle[] {
  const bundles = new Map<string, PublicationView[]>();
  for (const row of rows) {
    const key = [row.campaign, row.state, row.dueAt, row.problem?.message].join('|');
    bundles.set(key, [...(bundles.get(key) ?? []), row]);
  }
  return [...bundles.values()].flatMap((list) =>
    list[0] ? { first: list[0], rows: inKindOrder(list) } : [],
  );
}

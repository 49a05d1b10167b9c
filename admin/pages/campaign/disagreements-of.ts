import type { StandingFinding } from '../../../src/brand/findings/schema';
import type { Finding, OtherPlace } from '../../../src/brand/schema';
import type { CopiesBrand } from './use-copies-brand';

/** One thing that two places say differently. */
export interface Disagreement {
  readonly finding: Finding;
  readonly places: readonly [OtherPlace, OtherPlace];
}

const ownPlace = ({ channel, place, quote, region }: Finding): OtherPlace => ({
  ...{ channel: channel ?? null, place, quote },
  ...(region ? { region } : {}),
});

const isOpenPair = ({ finding, standing }: StandingFinding): boolean =>
  standing === null && finding.other !== undefined;

/** What the entry and its copies say differently, without what may stand. */
export function disagreementsOf({ entry, copies }: Pick<CopiesBrand, 'entry' | 'copies'>): Disagreement[] {
  return [...entry, ...[...copies.values()].flatMap(({ lines }) => lines)]
    .filter(isOpenPair)
    .flatMap(({ finding }) =>
      finding.other ? [{ finding, places: [ownPlace(finding), finding.other] as const }] : [],
    );
}

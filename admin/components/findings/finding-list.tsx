import { useMemo, useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { StandingFinding, Waiver } from '../../../src/brand/findings/schema';
import { matchOf } from '../../../src/brand/findings/match';
import type { Severity } from '../../../src/brand/schema';
import { useWords } from '../../words';
import type { FindingHome } from './finding-home';
import { FindingItem } from './finding-item';
import { Fold } from './fold';
import { SeverityChips } from './severity-chips';
import { SeverityMark, gravest } from './severity-mark';
import { SmallButton } from './small-button';
import { useRuleName } from './use-rule-name';
import { useSetAside } from './use-set-aside';
import { WaivedItem } from './waived-item';

/** So many are shown at once; of more than `grouped` those of one rule stand together. */
const shown = 8;
const grouped = 16;

/** Findings, the gravest rules first to be seen: what is open, and folded away what somebody decided about. */
export function FindingList({ lines, home }: { lines: readonly StandingFinding[]; home: FindingHome }) {
  const t = useWords();
  const [only, setOnly] = useState<Severity | null>(null);
  const { marks, setAside, bringBack } = useSetAside(home);
  const { open, aside, stood } = useMemo(() => parted(lines, marks), [lines, marks]);
  const waitingOf = useMemo(() => waitingWaivers(open, home.waivers), [open, home.waivers]);
  // A severity that is gone no longer narrows.
  const isNarrowed = only !== null && open.some(({ finding }) => finding.severity === only);
  const listed = isNarrowed ? open.filter(({ finding }) => finding.severity === only) : open;

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <SeverityChips of={open} only={isNarrowed ? only : null} choose={setOnly} />
      <Lines lines={listed} home={home} waitingOf={waitingOf} setAside={setAside} />
      {stood.length > 0 && (
        <Fold title={t('presence.find.stood', { count: stood.length })}>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
            {stood.map((line, index) => (
              <WaivedItem key={`${line.mark.rule} ${index}`} line={line} home={home} />
            ))}
          </Flex>
        </Fold>
      )}
      {aside.length > 0 && (
        <Flex gap={2} wrap="wrap">
          <Typography variant="pi" textColor="neutral600">
            {t('presence.find.aside', { count: aside.length })}
          </Typography>
          <SmallButton type="button" $isPlain onClick={bringBack}>
            {t('presence.find.aside.back')}
          </SmallButton>
        </Flex>
      )}
    </Flex>
  );
}

interface LinesProps {
  readonly lines: readonly StandingFinding[];
  readonly home: FindingHome;
  readonly waitingOf: ReadonlyMap<StandingFinding, Waiver>;
  readonly setAside: (line: StandingFinding, kind: 'dismissed' | 'false-alarm') => void;
}

function Lines(props: LinesProps) {
  const { lines } = props;
  const t = useWords();
  const ruleName = useRuleName();
  const [isWhole, setWhole] = useState(false);
  if (lines.length > grouped)
    return (
      <Flex direction="column" alignItems="stretch" gap={2}>
        {byRule(lines).map(({ rule, of }) => (
          <Fold
            key={rule}
            title={t('presence.find.group', { name: ruleName(rule), count: of.length })}
            mark={
              <SeverityMark severity={gravest(of.map(({ finding }) => finding.severity)) ?? 'suggestion'} />
            }
          >
            <Items {...props} lines={of} />
          </Fold>
        ))}
      </Flex>
    );
  return (
    <>
      {lines.length > 0 && <Items {...props} lines={isWhole ? lines : lines.slice(0, shown)} />}
      {lines.length > shown && !isWhole && (
        <Button size="S" variant="tertiary" onClick={() => setWhole(true)}>
          {t('presence.panel.brand.more', { count: lines.length - shown })}
        </Button>
      )}
    </>
  );
}

const Items = ({ lines, home, waitingOf, setAside }: LinesProps) => (
  <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
    {lines.map((line) => (
      <FindingItem
        key={keyOf(line)}
        line={line}
        home={home}
        waiting={waitingOf.get(line) ?? null}
        setAside={setAside}
      />
    ))}
  </Flex>
);

const keyOf = ({ finding: { rule, place, channel } }: StandingFinding): string =>
  `${rule} ${channel ?? ''} ${place.field} ${place.block?.join('.') ?? ''} ${place.start} ${place.end}`;

/** What is open, what this person set aside, and what stands with a reason. */
function parted(lines: readonly StandingFinding[], marks: Parameters<typeof matchOf>[0]) {
  const free = lines.filter(({ standing }) => standing === null);
  const pairs = matchOf(
    marks,
    free.map(({ mark }) => mark),
  );
  return {
    open: free.filter((_, index) => !pairs.has(index)),
    aside: free.filter((_, index) => pairs.has(index)),
    stood: lines.filter(({ standing }) => standing !== null),
  };
}

function waitingWaivers(
  lines: readonly StandingFinding[],
  waivers: readonly Waiver[],
): ReadonlyMap<StandingFinding, Waiver> {
  const waiting = waivers.filter(({ approvedBy }) => approvedBy === null);
  const pairs = matchOf(
    waiting.map(({ mark }) => mark),
    lines.map(({ mark }) => mark),
  );
  return new Map(
    lines.flatMap((line, index) => {
      const waiver = waiting[pairs.get(index) ?? -1];
      return waiver ? [[line, waiver] as const] : [];
    }),
  );
}

/** The findings of one rule together, in the order in which each rule is first met. */
function byRule(lines: readonly StandingFinding[]) {
  const groups = new Map<string, StandingFinding[]>();
  for (const line of lines) groups.set(line.finding.rule, [...(groups.get(line.finding.rule) ?? []), line]);
  return [...groups].map(([rule, of]) => ({ rule, of }));
}

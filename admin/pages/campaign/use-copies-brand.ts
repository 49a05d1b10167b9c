import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { scoreOf } from '../../../src/brand/findings/score';
import type { CheckCopiesAnswer, Score, StandingFinding, Waiver } from '../../../src/brand/findings/schema';
import type { CampaignView } from '../../../src/publishing/schema';
import type { EntryKey } from '../../../src/shared/entry-key';
import { useFindingsApi } from '../../brand-api';
import { keptFindings } from '../../components/fixing/kept';
import { refusalOf, type Refusal } from '../../refusal';
import { isSameList, useKept } from '../../use-steady';
import type { Line } from './use-campaign';

/** How long a person has to stop typing before the copies are checked, in milliseconds. */
const pause = 600;

/** What the brand check says of one copy. */
export interface CopyBrand {
  readonly lines: readonly StandingFinding[];
  readonly score: Score;
}

export interface CopiesBrand {
  /** By the key of the channel; a copy that was never checked has none. */
  readonly copies: ReadonlyMap<string, CopyBrand>;
  /** What the entry and its copies do not agree on. */
  readonly entry: readonly StandingFinding[];
  /** Waivers that wait for somebody to agree. */
  readonly waivers: readonly Waiver[];
  readonly isChecking: boolean;
  readonly refusal: Refusal | null;
  readonly again: () => void;
}

interface Answered {
  readonly answer: CheckCopiesAnswer;
  /** The copies that it is about. */
  readonly of: ReadonlyMap<string, Line['copy']>;
  /** What it says of each of them. */
  readonly said: ReadonlyMap<string, CopyBrand>;
}

const copiesOf = (lines: readonly Line[]) => new Map(lines.map(({ channel, copy }) => [channel, copy]));

/** Checks the copies of a campaign while they are written. A newer question ends the older one. */
export function useCopiesBrand(
  entry: EntryKey,
  lines: readonly Line[],
  /** As it is stored; what it adds to links counts. */
  campaign: Pick<CampaignView, 'key' | 'utm'> | null,
): CopiesBrand {
  const api = useFindingsApi();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [isChecking, setChecking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [turn, setTurn] = useState(0);
  const quick = useRef('');
  const { uid, documentId, locale } = entry;
  const stored = campaign?.key ?? null;
  const utm = JSON.stringify(campaign?.utm ?? null);
  const [waivers, setWaivers] = useState<readonly Waiver[]>([]);
  useEffect(() => {
    let isCurrent = true;
    api.openWaivers({ uid, documentId, locale }).then(
      (open) => isCurrent && setWaivers(open),
      // Without them a finding only looks as if nobody had asked yet.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [api, uid, documentId, locale, turn]);

  useEffect(() => {
    if (lines.length === 0) {
      setAnswered(null);
      return undefined;
    }
    let abort: AbortController | undefined;
    // The first question, and one after a decision or another choice of channels, does not wait.
    const name = `${turn} ${lines.map(({ channel }) => channel).join()}`;
    const wait = quick.current === name ? pause : 0;
    quick.current = name;
    const timer = setTimeout(() => {
      const { signal } = (abort = new AbortController());
      setChecking(true);
      const of = copiesOf(lines);
      const copies = lines.map(({ channel, copy }) => ({ channel, copy }));
      api.checkCopies({ uid, documentId, locale }, copies, stored, signal).then(
        (answer) => {
          if (signal.aborted) return;
          setAnswered((before) => ({ answer, of, said: saidOf(answer, before?.said) }));
          setRefusal(null);
          setChecking(false);
        },
        (error: unknown) => {
          if (signal.aborted) return;
          setRefusal(refusalOf(error));
          setChecking(false);
        },
      );
    }, wait);
    return () => {
      clearTimeout(timer);
      abort?.abort();
    };
  }, [api, uid, documentId, locale, lines, turn, stored, utm]);

  const right = useMemo(
    () => (answered ? stillRight(answered, lines) : new Map<string, CopyBrand>()),
    [answered, lines],
  );
  const copies = useKept(right, saysSame);
  return {
    copies,
    entry: answered?.answer.entry ?? [],
    waivers,
    isChecking,
    refusal,
    again: useCallback(() => setTurn((before) => before + 1), []),
  };
}

const saysSame = (before: CopiesBrand['copies'], now: CopiesBrand['copies']): boolean =>
  before.size === now.size && [...now].every(([channel, brand]) => before.get(channel) === brand);

/** What an answer says of each copy; where that is what was said before it is the same object, so that nothing is drawn anew for it. */
function saidOf({ copies }: CheckCopiesAnswer, before?: Answered['said']): Answered['said'] {
  return new Map(
    copies.map(({ channel, findings, score }) => {
      const brand = { lines: findings, score };
      const known = before?.get(channel);
      return [channel, known && JSON.stringify(known) === JSON.stringify(brand) ? known : brand];
    }),
  );
}

/** The last answer, as far as it still stands in the copies as they are now. */
function stillRight({ said, of }: Answered, lines: readonly Line[]): ReadonlyMap<string, CopyBrand> {
  const now = copiesOf(lines);
  return new Map(
    [...said].flatMap(([channel, brand]) => {
      const [before, copy] = [of.get(channel), now.get(channel)];
      if (!before || !copy) return [];
      // What says the same is the same object: nothing is drawn anew for it.
      if (before === copy || brand.lines.length === 0) return [[channel, brand]];
      const kept = brand.lines.flatMap((line) =>
        keptFindings([line.finding], { ...before }, { ...copy }).map((finding) => ({ ...line, finding })),
      );
      const isSame = isSameList(
        kept.map(({ finding }) => finding),
        brand.lines.map(({ finding }) => finding),
      );
      return [[channel, isSame ? brand : { lines: kept, score: scoreOf(kept) }]];
    }),
  );
}

import { memo, useMemo } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import type { StandingFinding, Waiver } from '../../../src/brand/findings/schema';
import type { Finding } from '../../../src/brand/schema';
import type { Copy } from '../../../src/channels/schema';
import type { EntryKey } from '../../../src/shared/entry-key';
import type { FindingHome, FindingReader, ShownPicture } from '../../components/findings/finding-home';
import { FindingList } from '../../components/findings/finding-list';
import { ScoreLine } from '../../components/findings/score-line';
import { FixAll } from '../../components/fixing/fix-all';
import type { Fields } from '../../components/fixing/fixing';
import { useFixing } from '../../components/fixing/use-fixing';
import { useMarks } from '../../components/marks/use-marks';
import { useSteady } from '../../use-steady';
import { useWords } from '../../words';
import type { Line } from './use-campaign';
import { useCopyFieldName } from './use-copy-field-name';
import type { CopyBrand } from './use-copies-brand';

/** What the inputs of a copy are called: the same fields stand once for each channel. */
export const copyPrefix = (channel: string): string => `${channel}:`;

/** The picture of a copy that a finding is about. */
export function pictureOf(
  { pictures }: Pick<Copy, 'pictures'>,
  { place }: Pick<Finding, 'place'>,
): ShownPicture | null {
  const picture = pictures[Number(/^pictures\[(\d+)\]/.exec(place.field)?.[1] ?? -1)];
  return picture ? { url: picture.url, name: picture.alt || nameIn(picture.url), id: null } : null;
}

const nameIn = (url: string): string => url.split('/').at(-1) ?? url;
const noLines: readonly StandingFinding[] = [];

/** What the brand check says of the copy of one channel, with everything that can be done about it. */
export function CopyFindings({
  line: { channel, copy },
  brand,
  waivers,
  entry,
  reader,
  set,
  changed,
}: {
  line: Line;
  brand: CopyBrand | undefined;
  /** Of the entry and its copies: those that wait for somebody to agree. */
  waivers: readonly Waiver[];
  entry: EntryKey;
  reader: FindingReader;
  /** Null where nobody may change the copy. */
  set: ((part: Partial<Copy>) => void) | null;
  changed: () => void;
}) {
  const t = useWords();
  const nameOf = useCopyFieldName();
  const lines = brand?.lines ?? noLines;
  const values = useMemo(() => ({ ...copy }), [copy]);
  const open = useMemo(
    () => lines.filter(({ standing }) => standing === null).map(({ finding }) => finding),
    [lines],
  );
  const show = useMarks(open, values, copyPrefix(channel));
  const fixing = useFixing(values, set && ((fields: Fields) => set(fields as Partial<Copy>)));
  const make = useSteady(fixing.make);
  const { pictures } = copy;
  const canFix = set !== null;
  const home: FindingHome = useMemo(
    () => ({
      ...{ reader, entry, channel, show, changed, nameOf },
      waivers: waivers.filter((waiver) => waiver.channel === channel),
      fix: canFix ? (finding, fix) => make([{ finding, fix }]) : null,
      canFix: always,
      pictureOf: (finding) => pictureOf({ pictures }, finding),
    }),
    [reader, entry, channel, show, changed, nameOf, waivers, canFix, make, pictures],
  );
  if (!brand) return null;
  return (
    <Flex
      tag="section"
      direction="column"
      alignItems="stretch"
      gap={3}
      aria-label={t('presence.find.copy', { score: brand.score.score })}
    >
      <Heading isClean={open.length === 0} />
      {set && <FixAll findings={open} values={values} canFix={home.canFix} fixing={fixing} />}
      {lines.length > 0 && <Found {...{ lines, home }} score={brand.score} />}
    </Flex>
  );
}

const always = (): boolean => true;

const Heading = memo(function Heading({ isClean }: { isClean: boolean }) {
  const t = useWords();
  return (
    <>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {t('presence.panel.brand')}
      </Typography>
      {isClean && (
        <Flex gap={2}>
          <CheckCircle aria-hidden fill="success600" />
          <Typography variant="pi" textColor="neutral700">
            {t('presence.panel.brand.clean')}
          </Typography>
        </Flex>
      )}
    </>
  );
});

/** Drawn anew when something else is found, and not with every key. */
const Found = memo(function Found({
  lines,
  home,
  score,
}: {
  lines: readonly StandingFinding[];
  home: FindingHome;
  score: CopyBrand['score'];
}) {
  return (
    <>
      <FindingList lines={lines} home={home} />
      <ScoreLine score={score} />
    </>
  );
});

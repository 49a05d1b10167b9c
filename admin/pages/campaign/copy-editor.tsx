import { memo, useMemo, type ComponentProps, type ReactNode } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { checkCopy } from '../../../src/channels/check-copy';
import { rulesFor } from '../../../src/channels/rules/own/rules-of';
import type { ChannelView, Copy } from '../../../src/channels/schema';
import type { Waiver } from '../../../src/brand/findings/schema';
import type { Mentionable } from '../../../src/shared/accounts';
import type { EntryKey } from '../../../src/shared/entry-key';
import { Card } from '../../components/card';
import type { FindingReader } from '../../components/findings/finding-home';
import { useKindWords } from '../../components/publication-state';
import { useSteady } from '../../use-steady';
import { useWords } from '../../words';
import { CopyColumn, CopySides } from './copies-grid';
import { CopyFields } from './copy-fields';
import { CopyFindings } from './copy-findings';
import { CopyHead } from './copy-head';
import { useWritten, WrittenCopy } from './copy-part';
import { OtherProblems } from './other-problems';
import { CopyPictures } from './pictures/copy-pictures';
import { Preview } from './preview';
import { Replies } from './replies/replies';
import { CopyVideo } from './video/copy-video';
import { isEditable, type Line } from './use-campaign';
import { useSaidProblems } from './use-said-problems';
import type { CopyBrand } from './use-copies-brand';

interface Around {
  channel: ChannelView | undefined;
  pageUrl: string | null;
  /** Whom the copy can name by their account. */
  names: readonly Mentionable[];
  /** What has to be decided about it first. */
  notice?: ReactNode;
  brand: CopyBrand | undefined;
  waivers: readonly Waiver[];
  entry: EntryKey;
  reader: FindingReader;
  /** Something was decided about a finding: check again. */
  checkAgain: () => void;
}

/** The copy of one channel: written on the left, seen on the right. */
export function CopyEditor({
  line,
  canManage,
  write,
  reset,
  ...around
}: Around & {
  line: Line;
  canManage: boolean;
  write: (copy: Copy) => void;
  reset: () => Promise<void>;
}) {
  const kindWords = useKindWords();
  const { channel } = around;
  const own = ownOf(channel, line);
  const rules = useMemo(() => rulesFor({ kind: line.kind, own }), [line.kind, own]);
  const saidProblems = useSaidProblems();
  const check = useMemo(() => {
    const found = checkCopy(rules, line.copy);
    return { ...found, problems: saidProblems(found.problems) };
  }, [rules, line.copy, saidProblems]);
  const canEdit = canManage && isEditable(line);
  const resetNow = useSteady(reset);
  const set = useSteady((part: Partial<Copy>) => write({ ...line.copy, ...part, edited: true }));
  const written = useMemo(() => ({ line, rules, check, canEdit, set }), [line, rules, check, canEdit, set]);
  return (
    <WrittenCopy value={written}>
      <CopyCard
        {...around}
        title={line.channelName}
        hint={kindWords({ kind: line.kind, own })}
        isPractice={
          line.publication?.practice ??
          ((channel?.practice ?? false) && line.publication?.state !== 'delivered')
        }
        state={line.publication?.state}
        canReset={canEdit && line.copy.edited}
        reset={resetNow}
      />
    </WrittenCopy>
  );
}

/** The type of a channel of an app: as it is now, or as it was told with what went there. */
const ownOf = (channel: ChannelView | undefined, { publication }: Line) =>
  channel?.kind === 'own' ? channel.own : publication?.own;

/** What stands around the words, and does not change with them. */
const CopyCard = memo(function CopyCard({
  title,
  hint,
  notice,
  channel,
  pageUrl,
  names,
  waivers,
  entry,
  reader,
  checkAgain,
  ...head
}: Around & ComponentProps<typeof CopyHead> & { title: string; hint: string }) {
  const t = useWords();
  const { brand } = head;
  return (
    <Card title={title} hint={hint} action={<CopyHead {...head} />}>
      {notice}
      <CopySides>
        <Parts {...{ names, brand, waivers, entry, reader, checkAgain }} />
        <Box>
          <Typography variant="sigma" textColor="neutral600" tag="h3" paddingBottom={2}>
            {t('presence.campaign.preview')}
          </Typography>
          <Seen channel={channel} pageUrl={pageUrl} />
        </Box>
      </CopySides>
    </Card>
  );
});

/** What is written, and what is said of it. */
function Parts({
  names,
  brand,
  waivers,
  entry,
  reader,
  checkAgain,
}: Omit<Around, 'channel' | 'pageUrl' | 'notice'>) {
  const t = useWords();
  const part = useWritten();
  const { line, check, canEdit, set } = part;
  return (
    <CopyColumn>
      {line.kind === 'website' ? (
        <Typography textColor="neutral700" tag="p">
          {t('presence.campaign.website')}
        </Typography>
      ) : (
        <CopyFields {...part} names={names} />
      )}
      <CopyPictures {...part} entry={entry} />
      <CopyVideo {...part} />
      <Replies {...part} locale={entry.locale} />
      <OtherProblems problems={check.problems} />
      <CopyFindings
        {...{ line, brand, waivers, entry, reader }}
        set={canEdit ? set : null}
        changed={checkAgain}
      />
    </CopyColumn>
  );
}

/** How it looks there. */
function Seen({ channel, pageUrl }: Pick<Around, 'channel' | 'pageUrl'>) {
  const { line } = useWritten();
  return <Preview copy={line.copy} kind={line.kind} channel={channel} pageUrl={pageUrl} />;
}

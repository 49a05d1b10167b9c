import { useMemo, type ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
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
import { CopySides } from './copies-grid';
import { CopyFields } from './copy-fields';
import { CopyFindings } from './copy-findings';
import { CopyHead } from './copy-head';
import { OtherProblems } from './other-problems';
import { CopyPictures } from './pictures/copy-pictures';
import { LatePreview } from './preview';
import { Replies } from './replies/replies';
import { CopyVideo } from './video/copy-video';
import { isEditable, type Line } from './use-campaign';
import { useSaidProblems } from './use-said-problems';
import type { CopyBrand } from './use-copies-brand';

/** The copy of one channel: written on the left, seen on the right. */
export function CopyEditor({
  line,
  canManage,
  channel,
  pageUrl,
  names,
  write,
  reset,
  notice,
  brand,
  waivers,
  entry,
  reader,
  checkAgain,
}: {
  line: Line;
  canManage: boolean;
  channel: ChannelView | undefined;
  pageUrl: string | null;
  /** Whom the copy can name by their account. */
  names: readonly Mentionable[];
  write: (copy: Copy) => void;
  reset: () => Promise<void>;
  /** What has to be decided about it first. */
  notice?: ReactNode;
  brand: CopyBrand | undefined;
  waivers: readonly Waiver[];
  entry: EntryKey;
  reader: FindingReader;
  /** Something was decided about a finding: check again. */
  checkAgain: () => void;
}) {
  const t = useWords();
  const kindWords = useKindWords();
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

  return (
    <Card
      title={line.channelName}
      hint={kindWords({ kind: line.kind, own })}
      action={
        <CopyHead
          isPractice={
            line.publication?.practice ??
            ((channel?.practice ?? false) && line.publication?.state !== 'delivered')
          }
          state={line.publication?.state}
          brand={brand}
          canReset={canEdit && line.copy.edited}
          reset={resetNow}
        />
      }
    >
      {notice}
      <CopySides>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {line.kind === 'website' ? (
            <Typography textColor="neutral700" tag="p">
              {t('presence.campaign.website')}
            </Typography>
          ) : (
            <CopyFields {...{ line, rules, check, canEdit, set, names }} />
          )}
          <CopyPictures {...{ line, rules, check, canEdit, set, entry }} />
          <CopyVideo {...{ line, rules, check, canEdit, set }} />
          <Replies {...{ line, rules, check, canEdit, set }} locale={entry.locale} />
          <OtherProblems problems={check.problems} />
          <CopyFindings
            {...{ line, brand, waivers, entry, reader }}
            set={canEdit ? set : null}
            changed={checkAgain}
          />
        </Flex>
        <Box>
          <Typography variant="sigma" textColor="neutral600" tag="h3" paddingBottom={2}>
            {t('presence.campaign.preview')}
          </Typography>
          <LatePreview copy={line.copy} kind={line.kind} channel={channel} pageUrl={pageUrl} />
        </Box>
      </CopySides>
    </Card>
  );
}

/** The type of a channel of an app: as it is now, or as it was told with what went there. */
const ownOf = (channel: ChannelView | undefined, { publication }: Line) =>
  channel?.kind === 'own' ? channel.own : publication?.own;

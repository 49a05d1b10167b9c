import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { checkCopy } from '../../../src/channels/check-copy';
import { utf8BytesOf } from '../../../src/channels/count';
import { rulesFor } from '../../../src/channels/rules/own/rules-of';
import type { ChannelRules } from '../../../src/channels/rules/rules';
import type { ChannelView, Copy, CopyCheck } from '../../../src/channels/schema';
import { socialKinds } from '../../../src/channels/rules/kinds';
import type { Waiver } from '../../../src/brand/findings/schema';
import type { Mentionable } from '../../../src/shared/accounts';
import type { EntryKey } from '../../../src/shared/entry-key';
import { Card } from '../../components/card';
import type { FindingReader } from '../../components/findings/finding-home';
import { TextBox, TextLine } from '../../components/input';
import { Pill } from '../../components/pill';
import { PublicationStateBadge, useKindWords } from '../../components/publication-state';
import { useWords } from '../../words';
import { CopySides } from './copies-grid';
import { MentionMenu } from './mention-menu';
import { OtherProblems } from './other-problems';
import { CopyFindings, copyPrefix } from './copy-findings';
import { errorAt, type PartProps } from './copy-part';
import { CopyPictures } from './pictures/copy-pictures';
import { Preview } from './preview';
import { Replies } from './replies/replies';
import { ScoreMark } from './score-mark';
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
  const [isBusy, setBusy] = useState(false);
  const canEdit = canManage && isEditable(line);
  // What is written and how long it is comes first; how it looks follows as soon as no key waits.
  const seen = useDeferredValue(line.copy);
  const set = (part: Partial<Copy>) => write({ ...line.copy, ...part, edited: true });

  return (
    <Card
      title={line.channelName}
      hint={kindWords({ kind: line.kind, own })}
      action={
        <Flex gap={3} wrap="wrap">
          {(line.publication?.practice ?? (channel?.practice && line.publication?.state !== 'delivered')) && (
            <Pill tone="alternative">{t('presence.practice.mark')}</Pill>
          )}
          <ScoreMark brand={brand} />
          {line.publication && <PublicationStateBadge state={line.publication.state} />}
          {canEdit && line.copy.edited && (
            <Button
              size="S"
              variant="tertiary"
              loading={isBusy}
              onClick={() => {
                setBusy(true);
                void reset().finally(() => setBusy(false));
              }}
            >
              {t('presence.campaign.reset')}
            </Button>
          )}
        </Flex>
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
            <Fields {...{ line, rules, check, canEdit, set, names }} />
          )}
          <CopyPictures {...{ line, rules, check, canEdit, set, entry }} />
          <CopyVideo {...{ line, rules, check, canEdit, set }} />
          <Replies {...{ line, rules, check, canEdit, set }} locale={entry.locale} />
          <OtherProblems check={check} />
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
          <Preview copy={seen} kind={line.kind} channel={channel} pageUrl={pageUrl} />
        </Box>
      </CopySides>
    </Card>
  );
}

/** The type of a channel of an app: as it is now, or as it was told with what went there. */
const ownOf = (channel: ChannelView | undefined, { publication }: Line) =>
  channel?.kind === 'own' ? channel.own : publication?.own;

function Fields({
  line: { channel, kind, copy },
  rules,
  check,
  canEdit,
  set,
  names,
}: PartProps & { names: readonly Mentionable[] }) {
  const t = useWords();
  const nameOf = (field: string) => `${copyPrefix(channel)}${field}`;
  return (
    <>
      {kind === 'email' && (
        <>
          <TextLine
            label={t('presence.campaign.subject')}
            name={nameOf('subject')}
            required
            disabled={!canEdit}
            error={errorAt(check, 'subject')}
            value={copy.subject ?? ''}
            change={(subject) => set({ subject })}
          />
          <TextLine
            label={t('presence.campaign.preheader')}
            name={nameOf('preheader')}
            hint={t('presence.campaign.preheader.hint')}
            disabled={!canEdit}
            error={errorAt(check, 'preheader')}
            value={copy.preheader ?? ''}
            change={(preheader) => set({ preheader })}
          />
        </>
      )}
      <TextBox
        label={t('presence.campaign.text')}
        name={nameOf('text')}
        rows={socialKinds.some((one) => one === kind) ? 6 : 10}
        disabled={!canEdit}
        error={errorAt(check, 'text')}
        action={
          <Flex gap={3} alignItems="center" wrap="wrap" justifyContent="flex-end">
            {canEdit && (
              <MentionMenu
                {...{ kind, names }}
                text={copy.text}
                field={nameOf('text')}
                change={(text) => set({ text })}
              />
            )}
            <Counter rules={rules} copy={copy} check={check} />
          </Flex>
        }
        value={copy.text}
        change={(text) => set({ text })}
      />
      {copy.title !== undefined && (
        <TextLine
          label={t('presence.campaign.card-title')}
          name={nameOf('title')}
          disabled={!canEdit}
          error={errorAt(check, 'title')}
          value={copy.title}
          change={(title) => set({ title })}
        />
      )}
      {copy.description !== undefined && (
        <TextBox
          label={t('presence.campaign.card-description')}
          name={nameOf('description')}
          rows={2}
          disabled={!canEdit}
          error={errorAt(check, 'description')}
          value={copy.description}
          change={(description) => set({ description })}
        />
      )}
    </>
  );
}

/** What is used of what the channel takes, counted as the channel counts. */
function Counter({ rules, copy, check }: { rules: ChannelRules; copy: Copy; check: CopyCheck }) {
  const t = useWords();
  const bytes = utf8BytesOf(copy.text);
  const maxBytes = rules.text.utf8Bytes?.max;
  const isOver =
    (check.limit !== null && check.count > check.limit) || (maxBytes !== undefined && bytes > maxBytes);
  return (
    <Typography variant="pi" textColor={isOver ? 'danger600' : 'neutral600'} tag="output" aria-live="polite">
      {check.limit === null
        ? t('presence.campaign.count', { count: check.count })
        : t('presence.campaign.count-of', { count: check.count, limit: check.limit })}
      {maxBytes !== undefined && ` · ${t('presence.campaign.bytes', { bytes, limit: maxBytes })}`}
    </Typography>
  );
}

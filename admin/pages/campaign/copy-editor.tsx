import { useMemo, useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { checkCopy } from '../../../src/channels/check-copy';
import { utf8BytesOf } from '../../../src/channels/count';
import { channelRules } from '../../../src/channels/rules';
import type { ChannelView, Copy, CopyCheck } from '../../../src/channels/schema';
import type { Waiver } from '../../../src/brand/findings/schema';
import type { EntryKey } from '../../../src/shared/entry-key';
import { Card } from '../../components/card';
import type { FindingReader } from '../../components/findings/finding-home';
import { TextBox, TextLine } from '../../components/input';
import { Pill } from '../../components/pill';
import { PublicationStateBadge } from '../../components/publication-state';
import { useWords } from '../../words';
import { CopySides } from './copies-grid';
import { CopyFindings, copyPrefix } from './copy-findings';
import { Preview } from './preview';
import { ScoreMark } from './score-mark';
import { isEditable, type Line } from './use-campaign';
import type { CopyBrand } from './use-copies-brand';

/** The copy of one channel: written on the left, seen on the right. */
export function CopyEditor({
  line,
  canManage,
  channel,
  pageUrl,
  write,
  reset,
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
  write: (copy: Copy) => void;
  reset: () => Promise<void>;
  brand: CopyBrand | undefined;
  waivers: readonly Waiver[];
  entry: EntryKey;
  reader: FindingReader;
  /** Something was decided about a finding: check again. */
  checkAgain: () => void;
}) {
  const t = useWords();
  const check = useMemo(() => checkCopy(line.kind, line.copy), [line.kind, line.copy]);
  const [isBusy, setBusy] = useState(false);
  const canEdit = canManage && isEditable(line);
  const set = (part: Partial<Copy>) => write({ ...line.copy, ...part, edited: true });

  return (
    <Card
      title={line.channelName}
      hint={t(`presence.channel.${line.kind}`)}
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
      <CopySides>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {line.kind === 'website' ? (
            <Typography textColor="neutral700" tag="p">
              {t('presence.campaign.website')}
            </Typography>
          ) : (
            <Fields line={line} check={check} canEdit={canEdit} set={set} />
          )}
          <AltTexts line={line} check={check} canEdit={canEdit} set={set} />
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
          <Preview copy={line.copy} kind={line.kind} channel={channel} pageUrl={pageUrl} />
        </Box>
      </CopySides>
    </Card>
  );
}

interface PartProps {
  readonly line: Line;
  readonly check: CopyCheck;
  readonly canEdit: boolean;
  readonly set: (part: Partial<Copy>) => void;
}

const errorAt = (check: CopyCheck, path: string) =>
  check.problems.find((problem) => problem.path === path && problem.severity === 'error')?.message;

function Fields({ line: { channel, kind, copy }, check, canEdit, set }: PartProps) {
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
        rows={kind === 'bluesky' || kind === 'mastodon' ? 6 : 10}
        disabled={!canEdit}
        error={errorAt(check, 'text')}
        action={<Counter kind={kind} copy={copy} check={check} />}
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
function Counter({ kind, copy, check }: { kind: Line['kind']; copy: Copy; check: CopyCheck }) {
  const t = useWords();
  const bytes = utf8BytesOf(copy.text);
  const maxBytes = channelRules[kind].text.utf8Bytes?.max;
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

function AltTexts({ line: { channel, copy }, check, canEdit, set }: PartProps) {
  const t = useWords();
  return (
    <>
      {copy.pictures.map((picture, index) => (
        <TextBox
          key={picture.hash}
          label={t('presence.campaign.alt', { number: index + 1 })}
          name={`${copyPrefix(channel)}pictures.${index}.alt`}
          hint={t('presence.campaign.alt.hint')}
          rows={2}
          disabled={!canEdit}
          error={errorAt(check, `pictures[${index}].alt`)}
          value={picture.alt}
          change={(alt) =>
            set({ pictures: copy.pictures.map((each, at) => (at === index ? { ...each, alt } : each)) })
          }
        />
      ))}
    </>
  );
}

/** Warnings, and errors about what has no field of its own here. */
function OtherProblems({ check }: { check: CopyCheck }) {
  const shownAtField = /^(text|title|description|subject|preheader|pictures\[\d+\]\.alt)$/;
  const rest = check.problems.filter(
    ({ severity, path }) => severity === 'warning' || !shownAtField.test(path),
  );
  if (rest.length === 0) return null;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {rest.map(({ code, path, message, severity }) => (
        <Box
          tag="li"
          key={`${code} ${path}`}
          padding={3}
          hasRadius
          background={severity === 'error' ? 'danger100' : 'warning100'}
        >
          <Typography variant="pi" textColor={severity === 'error' ? 'danger700' : 'neutral800'}>
            {message}
          </Typography>
        </Box>
      ))}
    </Flex>
  );
}

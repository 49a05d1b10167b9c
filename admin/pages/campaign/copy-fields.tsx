import { memo } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { utf8BytesOf } from '../../../src/channels/count';
import { socialKinds } from '../../../src/channels/rules/kinds';
import type { ChannelRules } from '../../../src/channels/rules/rules';
import type { Copy, CopyCheck } from '../../../src/channels/schema';
import type { Mentionable } from '../../../src/shared/accounts';
import { TextBox, TextLine } from '../../components/input';
import { useWords } from '../../words';
import { copyPrefix } from './copy-findings';
import { errorAt, type PartProps } from './copy-part';
import { MentionMenu } from './mention-menu';

/** The words of a copy. */
export function CopyFields({
  line: { channel, kind, copy },
  rules,
  check,
  canEdit,
  set,
  names,
}: PartProps & { names: readonly Mentionable[] }) {
  const t = useWords();
  const nameOf = (field: string) => `${copyPrefix(channel)}${field}`;
  const common = (field: Words) => ({
    ...{ field, set, name: nameOf(field), disabled: !canEdit },
    ...{ error: errorAt(check, field), value: copy[field] ?? '' },
  });
  return (
    <>
      {kind === 'email' && (
        <>
          <WordsField {...common('subject')} label={t('presence.campaign.subject')} required />
          <WordsField
            {...common('preheader')}
            label={t('presence.campaign.preheader')}
            hint={t('presence.campaign.preheader.hint')}
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
            {canEdit && <MentionMenu {...{ kind, names, set }} field={nameOf('text')} />}
            <Counter rules={rules} copy={copy} check={check} />
          </Flex>
        }
        value={copy.text}
        change={(text) => set({ text })}
      />
      {copy.title !== undefined && (
        <WordsField {...common('title')} label={t('presence.campaign.card-title')} />
      )}
      {copy.description !== undefined && (
        <WordsField {...common('description')} label={t('presence.campaign.card-description')} rows={2} />
      )}
    </>
  );
}

type Words = 'subject' | 'preheader' | 'title' | 'description';

/** Words beside the text, drawn anew when it is they that change. */
const WordsField = memo(function WordsField({
  field,
  set,
  rows = 1,
  ...input
}: {
  field: Words;
  set: (part: Partial<Copy>) => void;
  rows?: number;
  label: string;
  name: string;
  hint?: string;
  required?: boolean;
  disabled: boolean;
  error: string | undefined;
  value: string;
}) {
  const change = (value: string) => set({ [field]: value });
  return rows > 1 ? (
    <TextBox {...input} rows={rows} change={change} />
  ) : (
    <TextLine {...input} change={change} />
  );
});

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

import { memo, useEffect, useRef, useState } from 'react';
import { Box, Button, Flex, IconButton, Typography, VisuallyHidden } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Plus, Trash } from '@strapi/icons';
import { utf8BytesOf } from '../../../../src/channels/count';
import { replyText } from '../../../../src/channels/replies/check';
import { asThread, canBeThread } from '../../../../src/channels/replies/as-thread';
import type { ChannelRules } from '../../../../src/channels/rules/rules';
import type { Copy } from '../../../../src/channels/schema';
import { TextBox } from '../../../components/input';
import { isSameList, useKept, useSteady } from '../../../use-steady';
import { useWords } from '../../../words';
import { copyPrefix } from '../copy-findings';
import { errorAt, type PartProps } from '../copy-part';

/** What the same account posts beneath the copy: the rest of a thread, or the first comment. */
export function Replies({
  line: { channel, copy },
  check,
  locale,
  ...rest
}: PartProps & { readonly locale: string | null }) {
  const { rules, canEdit } = rest;
  const { replies = none } = copy;
  const errors = replies.map((_, index) => errorAt(check, `replies[${index}].text`));
  const kept = useKept(errors, isSameList);
  const thread = useSteady(() => asThread(rules, copy, locale));
  if (replies.length === 0 && !(rules.replies && canEdit)) return null;
  return (
    <Parts {...rest} {...{ channel, replies, thread }} errors={kept} canSplit={canBeThread(rules, copy)} />
  );
}

const none: NonNullable<Copy['replies']> = [];

/** Drawn anew when something beneath the post changes, and not with every key in its own words. */
const Parts = memo(function Parts({
  channel,
  replies,
  errors,
  canSplit,
  thread: threadNow,
  rules,
  canEdit,
  set,
}: Pick<PartProps, 'rules' | 'canEdit' | 'set'> & {
  readonly channel: string;
  readonly replies: NonNullable<Copy['replies']>;
  /** What is wrong with each text. */
  readonly errors: readonly (string | undefined)[];
  readonly canSplit: boolean;
  /** The copy as a thread, as it is now. */
  readonly thread: () => ReturnType<typeof asThread>;
}) {
  const t = useWords();
  const parts = useRef<HTMLOListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState('');
  /** The part that is written in next; -1: none, so the button that adds one. */
  const [next, setNext] = useState<{ readonly index: number } | null>(null);
  useEffect(() => {
    if (!next) return;
    const boxes = parts.current?.querySelectorAll('textarea');
    (boxes?.[next.index] ?? addButton.current)?.focus();
  }, [next]);

  const isThread = rules.replies?.kind !== 'comment';
  const most = rules.replies?.most.max ?? 0;
  const put = (list: typeof replies, index: number) => {
    set({ replies: list });
    setNext({ index });
  };
  const moved = (from: number, to: number) => {
    const list = replies.filter((_, at) => at !== from);
    const [one] = replies.slice(from, from + 1);
    if (!one) return;
    put([...list.slice(0, to), one, ...list.slice(to)], to);
    setSaid(t('presence.replies.moved', { number: to + 2 }));
  };
  const split = () => {
    const thread = threadNow();
    set(thread);
    setSaid(t('presence.replies.split.done', { count: 1 + thread.replies.length }));
    setNext({ index: 0 });
  };

  return (
    <Flex
      tag="section"
      direction="column"
      alignItems="stretch"
      gap={3}
      aria-label={t(isThread ? 'presence.replies.thread' : 'presence.replies.comment')}
    >
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Typography variant="sigma" textColor="neutral600" tag="h3">
          {t(isThread ? 'presence.replies.thread' : 'presence.replies.comment')}
        </Typography>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t(isThread ? 'presence.replies.thread.hint' : 'presence.replies.comment.hint')}
        </Typography>
      </Flex>
      {replies.length > 0 && (
        <Flex tag="ol" ref={parts} direction="column" alignItems="stretch" gap={4}>
          {replies.map(({ text }, index) => {
            const number = index + 2;
            const last = replies.length - 1;
            return (
              <li key={index}>
                <TextBox
                  label={
                    isThread ? t('presence.replies.part', { number }) : t('presence.replies.comment.text')
                  }
                  name={`${copyPrefix(channel)}replies.${index}.text`}
                  rows={3}
                  disabled={!canEdit}
                  error={errors[index]}
                  action={<Counter rules={rules} text={text} />}
                  value={text}
                  change={(written) =>
                    set({ replies: replies.map((one, at) => (at === index ? { text: written } : one)) })
                  }
                />
                {canEdit && (
                  <Flex gap={1} paddingTop={1} justifyContent="flex-end">
                    {replies.length > 1 && (
                      <>
                        <IconButton
                          size="S"
                          label={t('presence.replies.up', { number })}
                          disabled={index === 0}
                          onClick={() => moved(index, index - 1)}
                        >
                          <ArrowUp />
                        </IconButton>
                        <IconButton
                          size="S"
                          label={t('presence.replies.down', { number })}
                          disabled={index === last}
                          onClick={() => moved(index, index + 1)}
                        >
                          <ArrowDown />
                        </IconButton>
                      </>
                    )}
                    <IconButton
                      size="S"
                      label={
                        isThread
                          ? t('presence.replies.remove', { number })
                          : t('presence.replies.comment.remove')
                      }
                      onClick={() => {
                        put(
                          replies.filter((_, at) => at !== index),
                          Math.min(index, last - 1),
                        );
                        setSaid(t('presence.replies.removed'));
                      }}
                    >
                      <Trash />
                    </IconButton>
                  </Flex>
                )}
              </li>
            );
          })}
        </Flex>
      )}
      {canEdit && rules.replies && (
        <Flex gap={2} wrap="wrap">
          {replies.length < most && (
            <Button
              ref={addButton}
              size="S"
              variant="tertiary"
              startIcon={<Plus />}
              onClick={() => put([...replies, { text: '' }], replies.length)}
            >
              {t(isThread ? 'presence.replies.add' : 'presence.replies.comment.add')}
            </Button>
          )}
          {canSplit && (
            <Button size="S" variant="secondary" onClick={split}>
              {t('presence.replies.split')}
            </Button>
          )}
        </Flex>
      )}
      <Box role="status">
        <VisuallyHidden>{said}</VisuallyHidden>
      </Box>
    </Flex>
  );
});

/** What is used of what the channel takes in one text, counted as the channel counts. */
function Counter({ rules, text }: { rules: ChannelRules; text: string }) {
  const t = useWords();
  const { limit, bytes, measure } = replyText(rules);
  const count = measure(text);
  const weight = utf8BytesOf(text);
  const isOver = (limit && count > limit.max) || (bytes && weight > bytes.max);
  return (
    <Typography variant="pi" textColor={isOver ? 'danger600' : 'neutral600'} tag="output" aria-live="polite">
      {limit
        ? t('presence.campaign.count-of', { count, limit: limit.max })
        : t('presence.campaign.count', { count })}
      {bytes && ` · ${t('presence.campaign.bytes', { bytes: weight, limit: bytes.max })}`}
    </Typography>
  );
}

import { useState } from 'react';
import { Box, Button, Flex, Textarea, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { Anchor, ThreadsView } from '../../../src/governance/threads/schema';
import type { EntryKey } from '../../../src/shared/entry-key';
import { useApi } from '../../api';
import { Labelled } from '../../components/input';
import { useWords } from '../../words';
import { CommentBox } from './comment-box';
import { Pick } from './filters';
import { fieldLabel } from './words-of';

const around = 40;

/** The passage between two places of a text, with what stands around it; null where nothing is chosen. */
export function quoteOf(text: string, from: number, to: number): Anchor['quote'] {
  const chosen = text.slice(from, Math.min(to, from + 1_000));
  if (chosen.trim() === '') return null;
  const start = from + chosen.length - chosen.trimStart().length;
  const words = chosen.trim();
  return {
    text: words,
    start,
    prefix: text.slice(Math.max(0, start - around), start),
    suffix: text.slice(start + words.length, start + words.length + around),
  };
}

/** Begins to talk: about the entry, a field, or a passage that is marked in the field's text. */
export function NewThread({
  entry,
  fields,
  put,
}: {
  entry: EntryKey;
  fields: ThreadsView['fields'];
  put: (view: ThreadsView) => void;
}) {
  const t = useWords();
  const api = useApi();
  const [isOpen, setOpen] = useState(false);
  const [field, setField] = useState<string>();
  const [quote, setQuote] = useState<Anchor['quote']>(null);
  const text = fields.find((one) => one.field === field)?.text ?? '';
  const close = () => {
    setOpen(false);
    setField(undefined);
    setQuote(null);
  };
  if (!isOpen)
    return (
      <Box>
        <Button size="S" variant="secondary" startIcon={<Plus />} onClick={() => setOpen(true)}>
          {t('presence.threads.begin')}
        </Button>
      </Box>
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={3} padding={3} background="neutral100" hasRadius>
      <Pick
        label={t('presence.threads.field')}
        value={field}
        choices={fields.map((one) => ({ value: one.field, label: fieldLabel(one.field) }))}
        pick={(next) => {
          setField(next);
          setQuote(null);
        }}
      />
      {field && (
        <Labelled label={t('presence.threads.text')} hint={t('presence.threads.text.hint')}>
          <Textarea
            readOnly
            rows={5}
            value={text}
            onSelect={({ currentTarget }) =>
              setQuote(quoteOf(text, currentTarget.selectionStart, currentTarget.selectionEnd))
            }
          />
        </Labelled>
      )}
      {quote && (
        <Typography tag="p" variant="pi" style={{ fontStyle: 'italic' }}>
          “{quote.text}”
        </Typography>
      )}
      <CommentBox
        label={t('presence.threads.comment')}
        cancel={close}
        send={async (said) => {
          put(await api.beginThread(entry, field === undefined ? null : { field, quote }, said));
          close();
        }}
      />
    </Flex>
  );
}

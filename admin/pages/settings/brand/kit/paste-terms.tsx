import { useMemo, useState } from 'react';
import { Box, Typography } from '@strapi/design-system';
import type { BrandTerm } from '../../../../../src/brand/schema';
import { Ask } from '../../../../components/ask';
import { TextBox } from '../../../../components/input';
import { useWords } from '../../../../words';
import { SeverityChoice } from '../../severity-choice';
import { Languages } from '../fields/several';
import { Stack, Ticked } from '../fields/switched';
import { termsFrom } from './term-lines';

/** Many terms at once, as lines or as columns of a spreadsheet. Says what becomes of each line before it is taken. */
export function PasteTerms({
  known,
  take,
  close,
}: {
  known: readonly BrandTerm[];
  take: (terms: readonly BrandTerm[]) => void;
  close: () => void;
}) {
  const t = useWords();
  const [text, setText] = useState('');
  const [severity, setSeverity] = useState<BrandTerm['severity']>('warning');
  const [locales, setLocales] = useState<string[]>([]);
  const [inflect, setInflect] = useState(true);
  const read = useMemo(
    () => termsFrom(text, known, { severity, locales, inflect }),
    [text, known, severity, locales, inflect],
  );
  return (
    <Ask
      title={t('presence.kit.paste')}
      confirm={t('presence.kit.paste.take', { count: read.added.length })}
      isConfirmDisabled={read.added.length === 0}
      act={async () => take(read.added)}
      close={close}
    >
      <Stack>
        <TextBox
          label={t('presence.kit.paste.lines')}
          hint={t('presence.kit.paste.lines.hint')}
          rows={8}
          value={text}
          change={setText}
        />
        <SeverityChoice value={severity} change={setSeverity} />
        <Languages value={locales} change={setLocales} />
        <Ticked label={t('presence.kit.inflect')} value={inflect} change={setInflect} />
        <Box aria-live="polite">
          <Typography tag="p" fontWeight="semiBold">
            {t('presence.kit.paste.added', { count: read.added.length })}
          </Typography>
          <Left label={t('presence.kit.paste.known', { count: read.known.length })} lines={read.known} />
          <Left label={t('presence.kit.paste.wrong', { count: read.wrong.length })} lines={read.wrong} />
        </Box>
      </Stack>
    </Ask>
  );
}

/** Lines that are not taken: the first few of them. */
function Left({ label, lines }: { label: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Box paddingTop={2}>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {label}
      </Typography>
      <Box tag="ul">
        {lines.slice(0, 5).map((line, index) => (
          <Typography key={index} tag="li" variant="pi" style={{ overflowWrap: 'anywhere' }}>
            {line}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}

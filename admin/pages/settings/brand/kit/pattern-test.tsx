import { useMemo, useState } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, CrossCircle } from '@strapi/icons';
import type { BrandPattern } from '../../../../../src/brand/schema';
import { TextBox } from '../../../../components/input';
import { useWords } from '../../../../words';
import { Marked } from '../fields/marked';
import { Stack } from '../fields/switched';
import { replaced, tryPattern, type Tried } from './pattern-try';

/** Holds a pattern against its examples and against a text of one's own, while it is written. */
export function PatternTest({ row }: { row: BrandPattern }) {
  const t = useWords();
  const [sample, setSample] = useState('');
  const { pattern, ignoreCase, examples } = row;
  const tried = useMemo(() => tryPattern({ pattern, ignoreCase }), [pattern, ignoreCase]);
  if (tried.kind !== 'ready')
    return (
      <Typography tag="p" role="status" textColor={tried.kind === 'broken' ? 'danger600' : 'neutral800'}>
        {tried.kind === 'broken'
          ? t('presence.kit.pattern.broken', { message: tried.message })
          : t('presence.kit.pattern.risky')}
      </Typography>
    );
  const hits = tried.hits(sample);
  const first = hits[0];
  const instead = first && replaced(row, sample.slice(first.start, first.end));
  return (
    <Stack>
      {(examples.fail.length > 0 || examples.pass.length > 0) && (
        <Box tag="ul" aria-label={t('presence.kit.pattern.examples')}>
          {examples.fail.map((text, index) => (
            <Example key={`fail ${index}`} text={text} tried={tried} isWanted />
          ))}
          {examples.pass.map((text, index) => (
            <Example key={`pass ${index}`} text={text} tried={tried} isWanted={false} />
          ))}
        </Box>
      )}
      <TextBox
        label={t('presence.kit.pattern.sample')}
        hint={t('presence.kit.pattern.sample.hint')}
        value={sample}
        change={setSample}
      />
      {sample !== '' && (
        <Box role="status">
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('presence.kit.pattern.hits', { count: hits.length })}
          </Typography>
          <Marked text={sample} stretches={hits} />
          {sample.length > tried.most && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {t('presence.kit.pattern.cut', { most: tried.most })}
            </Typography>
          )}
          {typeof instead === 'string' && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {t('presence.kit.pattern.instead', { text: instead })}
            </Typography>
          )}
        </Box>
      )}
    </Stack>
  );
}

/** One example, and whether the pattern does with it what it should. */
function Example({
  text,
  tried,
  isWanted,
}: {
  text: string;
  tried: Extract<Tried, { kind: 'ready' }>;
  isWanted: boolean;
}) {
  const t = useWords();
  const hits = tried.hits(text);
  if (hits.length === 0 && text.length > tried.most)
    return (
      <Typography tag="li" variant="pi" textColor="neutral600">
        {t('presence.kit.pattern.cut', { most: tried.most })}
      </Typography>
    );
  const isRight = hits.length > 0 === isWanted;
  const Icon = isRight ? CheckCircle : CrossCircle;
  return (
    <Flex tag="li" gap={2} alignItems="flex-start" paddingBottom={1}>
      <Box flex="none" paddingTop="3px">
        <Icon
          fill={isRight ? 'success600' : 'danger600'}
          width="1.6rem"
          height="1.6rem"
          role="img"
          aria-label={t(isRight ? 'presence.kit.pattern.right' : 'presence.kit.pattern.wrong')}
        />
      </Box>
      <Box minWidth={0}>
        <Marked text={text} stretches={hits} />
        {!isRight && (
          <Typography tag="p" variant="pi" textColor="danger600">
            {t(isWanted ? 'presence.kit.pattern.missed' : 'presence.kit.pattern.too-much')}
          </Typography>
        )}
      </Box>
    </Flex>
  );
}

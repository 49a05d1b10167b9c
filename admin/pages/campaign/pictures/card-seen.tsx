import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { CardPreview } from '../../../../src/channels/pictures/card';
import type { Refusal } from '../../../refusal';
import { Failed, Waiting } from '../../../components/states';
import { useWords } from '../../../words';

const Picture = styled.img<{ $isOld: boolean }>`
  display: block;
  max-width: 100%;
  max-height: 36rem;
  margin: 0 auto;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  opacity: ${({ $isOld }) => ($isOld ? 0.5 : 1)};
`;

/** Refusals that have words of their own. */
const said = [
  'picture.card-no-fonts',
  'picture.card-title-too-long',
  'picture.card-no-logo',
  'picture.card-logo-too-large',
  'picture.card-not-allowed',
  'picture.not-found',
] as const;

/** Why there is no card, in the language of the admin. */
export function CardRefused({ refusal }: { refusal: Refusal }) {
  const t = useWords();
  const code = said.find((one) => one === refusal.code);
  const own = code ? { ...refusal, status: null, message: t(`presence.card.refused.${code}`) } : refusal;
  return <Failed refusal={own} small />;
}

/** The card as it would be, or why there is none. */
export function CardSeen({
  preview,
  refusal,
  isDrawing,
  alt,
}: {
  preview?: CardPreview;
  refusal?: Refusal;
  isDrawing: boolean;
  alt: string;
}) {
  const t = useWords();
  return (
    <Box aria-busy={isDrawing}>
      {preview && (
        <Picture
          src={preview.src}
          width={preview.width}
          height={preview.height}
          style={{ width: 'auto', height: 'auto' }}
          alt={alt}
          $isOld={isDrawing}
        />
      )}
      {!preview && isDrawing && <Waiting small />}
      {refusal && <CardRefused refusal={refusal} />}
      <Typography tag="p" role="status" variant="pi" textColor="neutral600" paddingTop={1}>
        {isDrawing ? t('presence.card.drawing') : ''}
      </Typography>
    </Box>
  );
}

import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { SeverityDot, gravest } from '../../components/findings/severity-mark';
import { useWords } from '../../words';
import type { CopyBrand } from './use-copies-brand';

/** How a copy stands with the brand, beside its name: the score, and a dot for the gravest finding. */
export function ScoreMark({ brand }: { brand: CopyBrand | undefined }) {
  const t = useWords();
  if (!brand) return null;
  const severity = gravest(
    brand.lines.filter(({ standing }) => standing === null).map(({ finding }) => finding.severity),
  );
  return (
    <Flex tag="span" display="inline-flex" gap={2}>
      {severity && <SeverityDot severity={severity} />}
      <Typography variant="pi" textColor="neutral700" aria-hidden>
        {brand.score.score}
      </Typography>
      <VisuallyHidden>
        {t('presence.find.score', { score: brand.score.score })}
        {severity && `, ${t(`presence.severity.${severity}`)}`}
      </VisuallyHidden>
    </Flex>
  );
}

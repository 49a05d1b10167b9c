import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useFindingsApi } from '../brand-api';
import { useLoad } from '../use-load';
import { WithWords, useWords } from '../words';

/** On the home page: how all content keeps to the brand now. */
export default function BrandWidget() {
  return (
    <WithWords fallback={<Widget.Loading />}>
      <Content />
    </WithWords>
  );
}

const everything = {};

function Content() {
  const t = useWords();
  const intl = useIntl();
  const api = useFindingsApi();
  const load = useLoad(useCallback(() => api.report(everything, 1), [api]));
  if (!load.value)
    return load.refusal ? <Widget.Error>{load.refusal.message}</Widget.Error> : <Widget.Loading />;
  const { meanScore, counts, waiting } = load.value;
  if (meanScore === null) return <Widget.NoData>{t('presence.report.none.unchecked')}</Widget.NoData>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} padding={2}>
      <Flex tag="dl" gap={4} alignItems="stretch">
        <Figure
          word={t('presence.report.mean')}
          value={intl.formatNumber(meanScore, { maximumFractionDigits: 1 })}
        />
        <Figure word={t('presence.report.errors')} value={intl.formatNumber(counts.error)} />
      </Flex>
      {waiting > 0 && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('presence.report.waiting', { count: waiting })}
        </Typography>
      )}
    </Flex>
  );
}

const Figure = ({ word, value }: { word: string; value: string }) => (
  <Box flex="1" padding={3} background="neutral100" hasRadius>
    <Typography tag="dt" variant="pi" textColor="neutral600">
      {word}
    </Typography>
    <Typography tag="dd" variant="alpha" textColor="neutral800">
      {value}
    </Typography>
  </Box>
);

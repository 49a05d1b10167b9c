import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import type { Proposal } from '../../../../../src/brand/catalogue/schema';
import { useWords } from '../../../../words';
import { Swatch } from '../fields/colour';
import { Stack } from '../fields/switched';
import { measured, type Tick } from './taken';

/** What was measured, part by part, each with its tick. */
export function Found({
  proposal,
  ticks,
  toggle,
}: {
  proposal: Proposal;
  ticks: ReadonlySet<Tick>;
  toggle: (tick: Tick) => void;
}) {
  const t = useWords();
  const intl = useIntl();
  const { palette, names, terms, voice, entriesRead } = proposal;
  const traits = measured(voice);
  const isEmpty = palette.length + names.length + terms.length + traits.length === 0;
  const percent = (share: number) => intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 1 });
  const sentenceOf = (trait: keyof Proposal['voice']): string => {
    if (trait === 'person') return t(`presence.proposal.person.${voice.person ?? 'we'}`);
    if (trait === 'formality') return t(`presence.proposal.formality.${voice.formality ?? 'informal'}`);
    const value = voice[trait] ?? 0;
    const text =
      trait === 'passiveShare' ? percent(value) : intl.formatNumber(value, { maximumFractionDigits: 1 });
    return t(`presence.proposal.${trait}`, { value: text });
  };
  const one = (tick: Tick, content: ReactNode) => (
    <Box tag="li" key={tick} paddingTop={1} paddingBottom={1}>
      <Checkbox checked={ticks.has(tick)} onCheckedChange={() => toggle(tick)}>
        {content}
      </Checkbox>
    </Box>
  );
  return (
    <Stack>
      <Typography tag="p" role="status">
        {t('presence.proposal.read', { count: entriesRead })} {isEmpty && t('presence.proposal.nothing')}
      </Typography>
      <Part title={t('presence.kit.section.palette')} isShown={palette.length > 0}>
        {palette.map(({ name, hex, share }) =>
          one(
            `palette ${hex}`,
            <Flex gap={2} tag="span">
              <Swatch hex={hex} />
              {name} {hex}
              <Aside>{t('presence.proposal.share', { share: percent(share) })}</Aside>
            </Flex>,
          ),
        )}
      </Part>
      <Part title={t('presence.kit.section.names')} isShown={names.length > 0}>
        {names.map(({ name, count, variants }) =>
          one(
            `name ${name}`,
            <>
              {name} <Aside>{t('presence.proposal.times', { count })}</Aside>
              {variants.length > 0 && (
                <Aside>
                  {' '}
                  {t('presence.proposal.variants', {
                    list: variants.map((variant) => `${variant.text} (${variant.count})`).join(', '),
                  })}
                </Aside>
              )}
            </>,
          ),
        )}
      </Part>
      <Part title={t('presence.kit.section.terms')} isShown={terms.length > 0}>
        {terms.map(({ prefer, avoid, counts, locale }) =>
          one(
            `term ${avoid}`,
            <>
              {avoid} → {prefer}{' '}
              <Aside>
                {t('presence.proposal.counts', { prefer: counts[0], avoid: counts[1] })}
                {locale && ` · ${locale}`}
              </Aside>
            </>,
          ),
        )}
      </Part>
      <Part title={t('presence.kit.section.voice')} isShown={traits.length > 0}>
        {traits.map((trait) => one(`voice ${trait}`, sentenceOf(trait)))}
      </Part>
    </Stack>
  );
}

const Aside = ({ children }: { children: ReactNode }) => (
  <Typography tag="span" variant="pi" textColor="neutral600">
    {children}
  </Typography>
);

function Part({ title, isShown, children }: { title: string; isShown: boolean; children: ReactNode }) {
  if (!isShown) return null;
  return (
    <Box tag="section" aria-label={title}>
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {title}
      </Typography>
      <Box tag="ul">{children}</Box>
    </Box>
  );
}

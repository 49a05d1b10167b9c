import { styled } from 'styled-components';
import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useEffect, useRef } from 'react';
import type { BrandKit } from '../../../../../src/brand/schema';
import { useWords } from '../../../../words';
import type { Places } from '../../workflows/places';
import { countOf, groups, roots, type SectionId } from './sections';

/** The sections beside what they hold; on a phone a row of tabs above it. */
export const Sides = styled.div`
  display: grid;
  grid-template-columns: 22rem minmax(0, 1fr);
  gap: 2.4rem;
  align-items: start;

  @media (max-width: 1023px) {
    grid-template-columns: minmax(0, 1fr);
    gap: 1.6rem;
  }
`;

const Rail = styled.nav`
  position: sticky;
  top: 1.6rem;
  min-width: 0;

  ul {
    list-style: none;
  }
  @media (max-width: 1023px) {
    /* Holds the headings that only screen readers see. */
    position: relative;
    top: 0;
    display: flex;
    gap: 0.8rem;
    overflow-x: auto;
    padding-bottom: 0.8rem;

    h2 {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    > div,
    ul {
      display: flex;
      flex: none;
      gap: 0.8rem;
      padding: 0;
    }
  }
`;

const Tab = styled.button`
  display: flex;
  justify-content: space-between;
  align-items: center;
  gap: 0.8rem;
  width: 100%;
  padding: 0.8rem 1.2rem;
  border: 1px solid transparent;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: none;
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  text-align: start;
  cursor: pointer;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }
  &[aria-current] {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
    box-shadow: inset 3px 0 0 ${({ theme }) => theme.colors.primary600};
    font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
  @media (max-width: 1023px) {
    white-space: nowrap;
    background: ${({ theme }) => theme.colors.neutral0};
    border-color: ${({ theme }) => theme.colors.neutral200};
  }
`;

export function SectionNav({
  here,
  kit,
  places,
  go,
}: {
  here: SectionId;
  kit: BrandKit;
  /** By path in the brand. */
  places: Places;
  go: (section: SectionId) => void;
}) {
  const t = useWords();
  const rail = useRef<HTMLElement>(null);
  useEffect(() => {
    rail.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [here]);
  return (
    <Rail ref={rail} aria-label={t('presence.kit.sections')}>
      {groups.map(({ id, sections }) => (
        <Box key={id} paddingBottom={4}>
          <Typography tag="h2" variant="sigma" textColor="neutral600">
            {t(`presence.kit.group.${id}`)}
          </Typography>
          <Box tag="ul" paddingTop={1}>
            {sections.map((section) => (
              <li key={section}>
                <Tab
                  type="button"
                  {...(section === here ? { 'aria-current': 'page' as const } : {})}
                  onClick={() => go(section)}
                >
                  {t(`presence.kit.section.${section}`)}
                  <Standing section={section} kit={kit} places={places} />
                </Tab>
              </li>
            ))}
          </Box>
        </Box>
      ))}
    </Rail>
  );
}

/** How much a section holds, or that something in it has to be mended. */
function Standing({ section, kit, places }: { section: SectionId; kit: BrandKit; places: Places }) {
  const t = useWords();
  const wrong = roots[section].reduce((sum, root) => sum + places.count(root), 0);
  if (wrong > 0)
    return (
      <Flex tag="span" gap={1}>
        <WarningCircle aria-hidden fill="danger600" width="1.4rem" height="1.4rem" />
        <Typography variant="pi" textColor="danger600" tag="span">
          {t('presence.kit.wrong', { count: wrong })}
        </Typography>
      </Flex>
    );
  const count = countOf(section, kit);
  return count ? (
    <Typography variant="pi" textColor="neutral600" tag="span">
      {count}
    </Typography>
  ) : null;
}

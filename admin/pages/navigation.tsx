import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router-dom';
import { styled } from 'styled-components';
import { SubNav } from '@strapi/strapi/admin';
import { pluginId, type Right } from '../plugin';
import { useRights } from '../use-rights';
import { useWords, type WordId } from '../words';

const places: readonly { readonly path: string; readonly word: WordId; readonly right: Right }[] = [
  { path: '', word: 'presence.nav.overview', right: 'read' },
  { path: 'reviews', word: 'presence.nav.reviews', right: 'read' },
  { path: 'reviews/board', word: 'presence.nav.board', right: 'read' },
  { path: 'governance/uncovered', word: 'presence.nav.uncovered', right: 'drift.manage' },
  { path: 'calendar', word: 'presence.nav.calendar', right: 'read' },
  { path: 'campaigns', word: 'presence.nav.campaigns', right: 'read' },
  { path: 'publications', word: 'presence.nav.publications', right: 'read' },
  { path: 'channels', word: 'presence.nav.channels', right: 'channels.manage' },
  { path: 'operations', word: 'presence.nav.operations', right: 'read' },
  { path: 'practice', word: 'presence.nav.practice', right: 'read' },
  { path: 'subscribers', word: 'presence.nav.subscribers', right: 'contacts.read' },
  { path: 'insights', word: 'presence.nav.insights', right: 'insights.read' },
  { path: 'brand', word: 'presence.nav.brand', right: 'read' },
  { path: 'life', word: 'presence.nav.life', right: 'read' },
  { path: 'oversight', word: 'presence.nav.oversight', right: 'settings.manage' },
  { path: 'record', word: 'presence.nav.record', right: 'audit.read' },
];

/** The places that this user may open. */
function usePlaces() {
  const t = useWords();
  const may = useRights();
  return places
    .filter(({ right }) => may(right))
    .map(({ path, word }) => ({
      to: `/plugins/${pluginId}${path && `/${path}`}`,
      label: t(word),
      isEnd: path === '' || path === 'reviews',
    }));
}

/** Left column on screens that have room for one. */
export function Navigation() {
  const t = useWords();
  const links = usePlaces();
  return (
    <SubNav.Main aria-label={t('presence.name')}>
      <SubNav.Header label={t('presence.name')} />
      <SubNav.Content>
        <SubNav.Sections>
          {[
            <SubNav.Section key="places" label={t('presence.nav.section')}>
              {links.map(({ to, label, isEnd }) => (
                <SubNav.Link key={to} to={to} end={isEnd} label={label} />
              ))}
            </SubNav.Section>,
          ]}
        </SubNav.Sections>
      </SubNav.Content>
    </SubNav.Main>
  );
}

const Row = styled.nav`
  display: flex;
  gap: 0.8rem;
  overflow-x: auto;
  padding: 1.2rem 1.6rem;
  background: ${({ theme }) => theme.colors.neutral0};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};

  ${({ theme }) => theme.breakpoints.medium} {
    display: none;
  }
`;

const Tab = styled(NavLink)`
  flex: none;
  padding: 0.8rem 1.2rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  text-decoration: none;

  &.active {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  }
`;

/** The same places in one row, where Strapi hides the left column. */
export function PhoneNavigation() {
  const t = useWords();
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>('.active');
    if (row.current && tab) row.current.scrollLeft = tab.offsetLeft - 16;
  }, [pathname]);
  return (
    <Row ref={row} aria-label={t('presence.name')}>
      {usePlaces().map(({ to, label, isEnd }) => (
        <Tab key={to} to={to} end={isEnd}>
          {label}
        </Tab>
      ))}
    </Row>
  );
}

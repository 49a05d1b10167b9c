import { DesignSystemProvider } from '@strapi/design-system';
import { render } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import { MemoryRouter } from 'react-router-dom';
import { PreflightPanel } from '../../admin/pages/campaign/preflight-panel';
import de from '../../admin/translations/de.json';
import en from '../../admin/translations/en.json';
import { verdictOf } from '../../src/publishing/preflight/preflight';
import type { PreflightItem, PreflightView } from '../../src/publishing/preflight/schema';
import type { CampaignView } from '../../src/publishing/schema';
import { serverThat } from './brand-server';

/** “Will it go out?” of one publication about which these things were found. */
export const showPreflight = (
  locale: 'en' | 'de',
  list: readonly PreflightItem[],
  now = Date.UTC(2026, 10, 26, 9),
) => {
  const view: PreflightView = {
    ...{ verdict: verdictOf(list.map(({ severity }) => severity)), at: now, costs: [] },
    publications: [
      {
        ...{ publication: 'p1', campaign: 'c1', campaignName: 'Rye', channelName: 'Sky', dueAt: now },
        ...{ verdict: 'red', items: [...list] },
      },
    ],
  };
  serverThat({ 'GET /presence/campaigns/c1/preflight': view });
  const campaign = {
    key: 'c1',
    entry: { uid: 'api::article.article', documentId: 'd1', locale: 'en' },
    publications: [{ key: 'p1', channel: 'sky', state: 'scheduled', dueAt: now, copy: { text: '' } }],
  } as unknown as CampaignView;
  return render(
    <DesignSystemProvider locale={locale}>
      <IntlProvider locale={locale} messages={locale === 'de' ? de : en} timeZone="Europe/Berlin">
        <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
          <PreflightPanel campaign={campaign} />
        </MemoryRouter>
      </IntlProvider>
    </DesignSystemProvider>,
  );
};

import { Suspense, lazy } from 'react';
import { useIntl } from 'react-intl';
import { Loader } from '@strapi/design-system';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useEntryPanel } from './entry-store';
import { useSubject } from './subject';

const PanelContent = lazy(() => import('./panel-content'));

/** The panel beside the edit view of the app's own content types; what is inside comes when it is needed. */
export const presencePanel: PanelComponent = function PresencePanel({
  model,
  documentId,
  document,
  activeTab,
}) {
  const { formatMessage } = useIntl();
  const { entry, locale, version } = useSubject({ model, documentId, document });
  const known = useEntryPanel(entry, version);
  if (!model.startsWith('api::') || known.refusal?.status === 403) return null;
  return {
    title: formatMessage({ id: 'presence.name', defaultMessage: 'Presence' }),
    content: (
      <Suspense fallback={<Loader small />}>
        <PanelContent {...{ model, entry, locale, version }} isDraftTab={activeTab !== 'published'} />
      </Suspense>
    ),
  };
};

import { createElement } from 'react';
import { useIntl } from 'react-intl';
import { useForm } from '@strapi/strapi/admin';
import { Lock } from '@strapi/icons';
import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { useBrandContext, useEntryPanel } from './entry-store';
import { useSubject } from './subject';

/**
 * Strapi's Publish button, greyed out with the reason while an entry of a governed type is not approved. Only a
 * courtesy: the server refuses whatever way the publishing comes.
 */
export function gatedPublish(Publish: DocumentActionComponent): DocumentActionComponent {
  const GatedPublish: DocumentActionComponent = (props) => {
    const description = Publish(props);
    const { formatMessage } = useIntl();
    const isModified = useForm('PresencePublish', (form) => form.modified, false) ?? false;
    const { entry, locale, version } = useSubject(props);
    const panel = useEntryPanel(entry, version).value;
    const context = useBrandContext(props.model.startsWith('api::') ? props.model : null, locale).value;
    if (!description || !(panel?.governed ?? context?.governed)) return description;

    const label = !panel
      ? { id: 'presence.publish.save-first', defaultMessage: 'Save and submit first' }
      : isModified
        ? { id: 'presence.publish.unsaved', defaultMessage: 'Changes need approval' }
        : panel.stage === 'approved' && panel.blockers.every(({ copy }) => copy !== undefined)
          ? null
          : { id: 'presence.publish.not-approved', defaultMessage: 'Needs approval' };
    return label
      ? { ...description, label: formatMessage(label), disabled: true, icon: createElement(Lock) }
      : description;
  };
  // The Content Manager tells its own actions apart by these.
  if (Publish.type) GatedPublish.type = Publish.type;
  if (Publish.position) GatedPublish.position = Publish.position;
  return GatedPublish;
}

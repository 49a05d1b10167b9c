import { Box, Divider, Flex, Loader } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import type { EntryDocument } from '../../src/content/schema';
import type { EntryKey } from '../../src/shared/entry-key';
import { useReader } from '../components/findings/use-reader';
import { Failed, Waiting } from '../components/states';
import { useRights } from '../use-rights';
import { WithWords } from '../words';
import { BrandFindings } from './brand-findings';
import { ContentLife } from './content-life';
import { useBrandContext, useEntryPanel, refreshPanel } from './entry-store';
import { EntryCampaigns } from './entry-campaigns';
import { EntryFigures } from './entry-figures';
import { EntryRoom } from './entry-room';
import { Review } from './review';
import { SignOff } from './sign-off';

export interface PanelProps {
  readonly model: string;
  readonly entry: EntryKey | null;
  /** Of the form, also before it is saved. */
  readonly locale: string | null;
  /** Changes with each save. */
  readonly version: string;
  readonly isDraftTab: boolean;
}

/** Everything that Presence says beside an entry: review, brand, channels, numbers. */
export default function PanelContent(props: PanelProps) {
  return (
    <WithWords fallback={<Loader small />}>
      <Parts {...props} />
    </WithWords>
  );
}

const noValues: EntryDocument = {};

function Parts({ model, entry, locale, version, isDraftTab }: PanelProps) {
  const may = useRights();
  const reader = useReader();
  const form = useForm('Presence', (state) => state, false);
  const known = useEntryPanel(entry, version);
  const context = useBrandContext(model, locale);
  const isChanged = form?.modified ?? false;

  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {known.refusal && entry && <Failed refusal={known.refusal} retry={() => refreshPanel(entry)} small />}
      {entry && !known.value && !known.refusal && <Waiting small />}
      {(known.value?.governed || (!entry && context.value?.governed)) && (
        <>
          <Review panel={known.value ?? null} isChanged={isChanged} />
          {entry && <EntryRoom entry={entry} version={version} />}
          {entry && known.value?.governed && <SignOff entry={entry} version={version} />}
          <Divider />
        </>
      )}
      {isDraftTab && (
        <BrandFindings
          context={context}
          reader={reader}
          form={{ uid: model, documentId: entry?.documentId ?? null, locale }}
          values={(form?.values as EntryDocument | undefined) ?? noValues}
          version={version}
          change={form && !form.disabled ? form.onChange : null}
        />
      )}
      {entry && (
        <>
          <Divider />
          <EntryCampaigns entry={entry} version={version} canManage={may('campaigns.manage')} />
          <ContentLife entry={entry} version={version} />
          {may('insights.read') && (
            <>
              <Divider />
              <EntryFigures entry={entry} />
            </>
          )}
        </>
      )}
      <Box />
    </Flex>
  );
}

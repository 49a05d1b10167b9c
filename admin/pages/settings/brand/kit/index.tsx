import { useCallback } from 'react';
import { Page } from '@strapi/strapi/admin';
import { useApi } from '../../../../api';
import { PageFrame } from '../../../../components/page-frame';
import { Loaded } from '../../../../components/states';
import { useKitApi } from '../../../../kit-api';
import { rights } from '../../../../plugin';
import { useLoad } from '../../../../use-load';
import { useWords, WithWords } from '../../../../words';
import { WithKnown } from '../fields/known';
import { KitForm } from './form';

/** Settings: what every text and picture is checked against, brand by brand. */
export default function KitPage() {
  return (
    <WithWords kit fallback={<Page.Loading />}>
      <Page.Protect permissions={rights('brand.manage')}>
        <Kit />
      </Page.Protect>
    </WithWords>
  );
}

export function Kit() {
  const t = useWords();
  const api = useApi();
  const kitApi = useKitApi();
  const load = useLoad(
    useCallback(async () => {
      const [brands, types, languages] = await Promise.all([
        kitApi.brands(),
        api.contentTypes(),
        kitApi.languages(),
      ]);
      return { brands, known: { types, languages } };
    }, [api, kitApi]),
  );
  if (load.value)
    return (
      <WithKnown value={load.value.known}>
        <KitForm start={load.value.brands} />
      </WithKnown>
    );
  return (
    <PageFrame title={t('presence.kit.title')} subtitle={t('presence.kit.subtitle')}>
      <Loaded load={load}>{() => null}</Loaded>
    </PageFrame>
  );
}

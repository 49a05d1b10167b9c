import { useCallback } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Flex } from '@strapi/design-system';
import { PuzzlePiece } from '@strapi/icons';
import { PageFrame } from '../../../../components/page-frame';
import { Loaded, Nothing } from '../../../../components/states';
import { useKitApi } from '../../../../kit-api';
import { rights } from '../../../../plugin';
import { useLoad } from '../../../../use-load';
import { useWords, WithWords } from '../../../../words';
import { WithKnown } from '../fields/known';
import { PackCard } from './card';
import { Upload } from './upload';

/** Settings: rule packs that others wrote, in the format of Vale. */
export default function PacksPage() {
  return (
    <WithWords kit fallback={<Page.Loading />}>
      <Page.Protect permissions={rights('brand.manage')}>
        <Packs />
      </Page.Protect>
    </WithWords>
  );
}

export function Packs() {
  const t = useWords();
  const api = useKitApi();
  const load = useLoad(
    useCallback(async () => {
      const [packs, languages] = await Promise.all([api.packs(), api.languages()]);
      return { packs, languages };
    }, [api]),
  );
  return (
    <PageFrame title={t('presence.packs.title')} subtitle={t('presence.packs.subtitle')}>
      <Loaded load={load}>
        {({ packs, languages }) => (
          <WithKnown value={{ types: [], languages }}>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Upload done={load.reload} />
              {packs.length === 0 && (
                <Nothing
                  icon={<PuzzlePiece width="2.4rem" height="2.4rem" />}
                  title={t('presence.packs.none')}
                >
                  {t('presence.packs.none.text')}
                </Nothing>
              )}
              {packs.map((pack) => (
                <PackCard key={pack.name} pack={pack} changed={load.reload} />
              ))}
            </Flex>
          </WithKnown>
        )}
      </Loaded>
    </PageFrame>
  );
}

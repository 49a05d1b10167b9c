import { useCallback } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Flex, Grid } from '@strapi/design-system';
import type { BrandsView, BrandView } from '../../../src/brand/catalogue/schema';
import { emptyKit, type BrandKit } from '../../../src/brand/schema';
import { useApi } from '../../api';
import { Card } from '../../components/card';
import { TextLine, YesNo } from '../../components/input';
import { Loaded } from '../../components/states';
import { rights } from '../../plugin';
import { useLoad } from '../../use-load';
import { useWords, WithWords } from '../../words';
import { Claims, Names, Terms } from './brand-rules';
import { SettingsFrame } from './frame';
import type { BrandPart } from './part';
import { SeverityChoice } from './severity-choice';
import { useForm } from './use-form';

/** Settings: what every text and picture is checked against. */
export default function BrandPage() {
  return (
    <WithWords fallback={<Page.Loading />}>
      <Page.Protect permissions={rights('brand.manage')}>
        <Brand />
      </Page.Protect>
    </WithWords>
  );
}

function Brand() {
  const t = useWords();
  const api = useApi();
  const load = useLoad(useCallback(() => api.brands(), [api]));
  if (load.value) return <BrandForm brands={load.value} />;
  return (
    <SettingsFrame title={t('presence.brand.title')} subtitle={t('presence.brand.subtitle')}>
      <Loaded load={load}>{() => null}</Loaded>
    </SettingsFrame>
  );
}

const isMain = ({ key }: BrandView) => key === 'main';

function BrandForm({ brands: { brands } }: { brands: BrandsView }) {
  const t = useWords();
  const api = useApi();
  const at = brands.findIndex(isMain);
  const save = async (kit: BrandKit): Promise<BrandKit> => {
    const next = brands.map((brand, index) => (index === at ? { ...brand, kit } : brand));
    return (await api.saveBrands({ brands: next })).brands.find(isMain)?.kit ?? kit;
  };
  const form = useForm<BrandKit>(brands[at]?.kit ?? emptyKit, save);
  const part: BrandPart = {
    kit: form.value,
    change: form.change,
    errorAt: (path) => form.errorAt(`brands[${at}].kit.${path}`),
  };
  return (
    <SettingsFrame title={t('presence.brand.title')} subtitle={t('presence.brand.subtitle')} form={form}>
      <Names {...part} />
      <Terms {...part} />
      <Claims {...part} />
      <Reading {...part} />
    </SettingsFrame>
  );
}

function Reading({ kit, change, errorAt }: BrandPart) {
  const t = useWords();
  const { longestSentence, altTextRequired } = kit;
  return (
    <Card title={t('presence.brand.reading')} hint={t('presence.brand.reading.hint')}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Grid.Root gap={5}>
          <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
            <YesNo
              label={t('presence.brand.alt')}
              hint={t('presence.brand.alt.hint')}
              value={altTextRequired !== null}
              change={(isOn) => change({ altTextRequired: isOn ? { severity: 'error' } : null })}
            />
          </Grid.Item>
          {altTextRequired && (
            <Grid.Item col={8} xs={12} direction="column" alignItems="stretch">
              <SeverityChoice
                value={altTextRequired.severity}
                change={(severity) => change({ altTextRequired: { severity } })}
              />
            </Grid.Item>
          )}
        </Grid.Root>
        <Grid.Root gap={5}>
          <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
            <YesNo
              label={t('presence.brand.sentence')}
              hint={t('presence.brand.sentence.hint')}
              value={longestSentence !== null}
              change={(isOn) =>
                change({ longestSentence: isOn ? { words: 25, severity: 'suggestion' } : null })
              }
            />
          </Grid.Item>
          {longestSentence && (
            <>
              <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
                <TextLine
                  type="number"
                  label={t('presence.brand.words')}
                  error={errorAt('longestSentence.words')}
                  value={String(longestSentence.words)}
                  change={(words) =>
                    change({ longestSentence: { ...longestSentence, words: Number(words) } })
                  }
                />
              </Grid.Item>
              <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
                <SeverityChoice
                  value={longestSentence.severity}
                  change={(severity) => change({ longestSentence: { ...longestSentence, severity } })}
                />
              </Grid.Item>
            </>
          )}
        </Grid.Root>
      </Flex>
    </Card>
  );
}

import { Checkbox, Grid } from '@strapi/design-system';
import type { BrandKit } from '../../../../../src/brand/schema';
import { useWords } from '../../../../words';
import { Lines } from '../fields/lines';
import { Cell, Stack, Switched } from '../fields/switched';
import type { KitPart } from '../part';

type Kind = NonNullable<BrandKit['facts']>['kinds'][number];
const kinds: readonly Kind[] = ['price', 'percentage', 'date', 'phone', 'url', 'coupon', 'product'];

/** What must be the same in the entry, in every copy and in the pictures; and posts that say the same again. */
export function Facts({ kit, change, places }: KitPart) {
  const t = useWords();
  return (
    <Stack>
      <Switched
        label={t('presence.kit.facts.on')}
        hint={t('presence.kit.facts.on.hint')}
        value={kit.facts}
        on={{
          severity: 'error',
          kinds: ['price', 'percentage', 'date', 'phone', 'coupon', 'product'],
          products: [],
        }}
        change={(facts) => change({ facts })}
      >
        {(value, set) => (
          <>
            <Cell col={12}>
              <Grid.Root gap={3} role="group" aria-label={t('presence.kit.facts.kinds')}>
                {kinds.map((kind) => (
                  <Grid.Item key={kind} col={3} s={6} xs={12}>
                    <Checkbox
                      checked={value.kinds.includes(kind)}
                      onCheckedChange={(isTicked) =>
                        set({
                          kinds:
                            isTicked === true
                              ? kinds.filter((each) => each === kind || value.kinds.includes(each))
                              : value.kinds.filter((each) => each !== kind),
                        })
                      }
                    >
                      {t(`presence.kit.fact.${kind}`)}
                    </Checkbox>
                  </Grid.Item>
                ))}
              </Grid.Root>
            </Cell>
            <Cell col={12}>
              <Lines
                label={t('presence.kit.facts.products')}
                hint={t('presence.kit.facts.products.hint')}
                error={places.within('facts.products')}
                value={value.products}
                change={(products) => set({ products })}
              />
            </Cell>
          </>
        )}
      </Switched>
      <Switched
        label={t('presence.kit.near-duplicate')}
        hint={t('presence.kit.near-duplicate.hint')}
        value={kit.nearDuplicate}
        on={{ severity: 'warning' }}
        change={(nearDuplicate) => change({ nearDuplicate })}
      />
    </Stack>
  );
}

import { Checkbox, Grid } from '@strapi/design-system';
import type { BrandKit } from '../../../../../src/brand/schema';
import { useWords } from '../../../../words';
import { useChannelOptions } from '../fields/known';
import { Lines } from '../fields/lines';
import { SeveralOf } from '../fields/several';
import { Cell, Switched, Ticked } from '../fields/switched';
import type { KitPart } from '../part';

type LinkPolicy = NonNullable<BrandKit['links']>;

const parameters: readonly LinkPolicy['utmRequired'][number][] = [
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
];

const start: LinkPolicy = {
  severity: 'warning',
  httpsOnly: true,
  alive: false,
  own: [],
  forbidden: [],
  allowed: [],
  utmOn: [],
  utmRequired: ['utm_source', 'utm_medium', 'utm_campaign'],
  emptyTexts: [],
};

/** What links must be like, where they may lead, and which of them carry UTM parameters. */
export function Links({ kit, change, places }: KitPart) {
  const t = useWords();
  const channels = useChannelOptions();
  const domains = ['own', 'forbidden', 'allowed'] as const;
  return (
    <Switched
      label={t('presence.kit.links.on')}
      hint={t('presence.kit.links.on.hint')}
      value={kit.links}
      on={start}
      change={(links) => change({ links })}
    >
      {(value, set) => (
        <>
          <Cell col={12}>
            <Ticked
              label={t('presence.kit.links.https')}
              value={value.httpsOnly}
              change={(httpsOnly) => set({ httpsOnly })}
            />
          </Cell>
          <Cell col={12}>
            <Ticked
              label={t('presence.kit.links.alive')}
              hint={t('presence.kit.links.alive.hint')}
              value={value.alive}
              change={(alive) => set({ alive })}
            />
          </Cell>
          {domains.map((part) => (
            <Cell key={part} col={4}>
              <Lines
                label={t(`presence.kit.links.${part}`)}
                hint={t(`presence.kit.links.${part}.hint`)}
                error={places.within(`links.${part}`)}
                value={value[part]}
                change={(lines) => set({ [part]: lines })}
              />
            </Cell>
          ))}
          <Cell>
            <SeveralOf
              label={t('presence.kit.links.utm-on')}
              hint={t('presence.kit.links.utm-on.hint')}
              error={places.within('links.utmOn')}
              all={t('presence.kit.links.utm-on.none')}
              value={value.utmOn}
              options={channels}
              change={(utmOn) => set({ utmOn })}
            />
          </Cell>
          <Cell>
            <Grid.Root gap={2} role="group" aria-label={t('presence.kit.links.utm')}>
              {parameters.map((parameter) => (
                <Grid.Item key={parameter} col={6} xs={12}>
                  <Checkbox
                    checked={value.utmRequired.includes(parameter)}
                    onCheckedChange={(isTicked) =>
                      set({
                        utmRequired: parameters.filter((each) =>
                          each === parameter ? isTicked === true : value.utmRequired.includes(each),
                        ),
                      })
                    }
                  >
                    {parameter}
                  </Checkbox>
                </Grid.Item>
              ))}
            </Grid.Root>
          </Cell>
          <Cell col={12}>
            <Lines
              label={t('presence.kit.links.empty')}
              hint={t('presence.kit.links.empty.hint')}
              error={places.within('links.emptyTexts')}
              value={value.emptyTexts}
              change={(emptyTexts) => set({ emptyTexts })}
            />
          </Cell>
        </>
      )}
    </Switched>
  );
}

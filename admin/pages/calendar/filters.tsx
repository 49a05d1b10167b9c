import {
  Box,
  Flex,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { useState } from 'react';
import type { PublicationState } from '../../../src/publishing/schema';
import { publicationStates } from '../../components/publication-state';
import { ownZone, ZoneField } from '../../components/zone-field';
import { useWords } from '../../words';
import type { Look } from './look';

const another = 'another';

/** What the calendar is narrowed to, and by whose clock it is shown. */
export function Filters({
  look,
  change,
  channels,
  home,
}: {
  look: Look;
  change: (part: Partial<Look>) => void;
  channels: readonly { readonly key: string; readonly name: string }[];
  /** The zone of the business. */
  home: string;
}) {
  const t = useWords();
  const own = ownZone();
  const zone = look.zone ?? home;
  const [isOther, setOther] = useState(zone !== home && zone !== own);
  const nameOf = new Map(channels.map(({ key, name }) => [key, name]));
  const place = (name: string) => name.replaceAll('_', ' ');
  return (
    <Flex gap={3} wrap="wrap" alignItems="flex-end" role="search" aria-label={t('presence.calendar.filter')}>
      <Box flex="1 1 18rem" maxWidth={{ medium: '28rem' }}>
        <MultiSelect
          aria-label={t('presence.publications.channel')}
          placeholder={t('presence.publications.channel.all')}
          clearLabel={t('presence.action.clear')}
          customizeContent={(chosen?: string[]) =>
            (chosen ?? []).map((key) => nameOf.get(key) ?? key).join(', ')
          }
          value={[...look.channels]}
          onChange={(next: string[]) => change({ channels: next })}
          onClear={() => change({ channels: [] })}
        >
          {channels.map(({ key, name }) => (
            <MultiSelectOption key={key} value={key}>
              {name}
            </MultiSelectOption>
          ))}
        </MultiSelect>
      </Box>
      <Box flex="1 1 18rem" maxWidth={{ medium: '28rem' }}>
        <MultiSelect
          aria-label={t('presence.publications.state')}
          placeholder={t('presence.publications.state.all')}
          clearLabel={t('presence.action.clear')}
          customizeContent={(chosen?: string[]) =>
            (chosen ?? []).map((state) => t(`presence.publication.${state as PublicationState}`)).join(', ')
          }
          value={[...look.states]}
          onChange={(next: string[]) =>
            change({ states: publicationStates.filter((state) => next.includes(state)) })
          }
          onClear={() => change({ states: [] })}
        >
          {publicationStates
            .filter((state) => state !== 'draft')
            .map((state) => (
              <MultiSelectOption key={state} value={state}>
                {t(`presence.publication.${state}`)}
              </MultiSelectOption>
            ))}
        </MultiSelect>
      </Box>
      <Box flex="1 1 18rem" maxWidth={{ medium: '32rem' }}>
        <SingleSelect
          aria-label={t('presence.calendar.zone')}
          value={isOther ? another : zone === home ? home : own}
          onChange={(picked) => {
            setOther(picked === another);
            if (picked !== another) change({ zone: picked === home ? null : String(picked) });
          }}
        >
          <SingleSelectOption value={home}>
            {t('presence.calendar.zone.home', { zone: place(home) })}
          </SingleSelectOption>
          {own !== home && (
            <SingleSelectOption value={own}>
              {t('presence.calendar.zone.own', { zone: place(own) })}
            </SingleSelectOption>
          )}
          <SingleSelectOption value={another}>{t('presence.calendar.zone.another')}</SingleSelectOption>
        </SingleSelect>
      </Box>
      {isOther && (
        <Box flex="1 1 24rem" maxWidth={{ medium: '32rem' }}>
          <ZoneField
            label={t('presence.time.zone')}
            hint={t('presence.time.zone.hint')}
            value={zone}
            change={(next) => change({ zone: next })}
          />
        </Box>
      )}
    </Flex>
  );
}

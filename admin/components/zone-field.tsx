import { Combobox, ComboboxOption } from '@strapi/design-system';
import { useWords } from '../words';
import { Labelled } from './input';

/** The zone of this browser. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

// `supportedValuesOf` leaves out UTC in some browsers.
const zones = (): string[] => [...new Set(['UTC', ownZone(), ...Intl.supportedValuesOf('timeZone')])].sort();

const shown = (zone: string): string => zone.replaceAll('_', ' ');

/** A time zone, found by any part of its name: “Berlin”. */
export function ZoneField({
  label,
  hint,
  error,
  value,
  change,
}: {
  label: string;
  hint: string;
  error?: string | undefined;
  value: string;
  change: (zone: string) => void;
}) {
  const t = useWords();
  return (
    <Labelled label={label} hint={hint} error={error}>
      <Combobox
        value={value}
        defaultTextValue={shown(value)}
        autocomplete={{ type: 'list', filter: 'contains' }}
        clearLabel={t('presence.action.clear')}
        onChange={(next) => next && change(String(next))}
      >
        {zones().map((zone) => (
          <ComboboxOption key={zone} value={zone}>
            {shown(zone)}
          </ComboboxOption>
        ))}
      </Combobox>
    </Labelled>
  );
}

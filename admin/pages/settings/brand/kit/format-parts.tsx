import type { LocaleFormats } from '../../../../../src/brand/schema';
import { Choice, TextLine } from '../../../../components/input';
import { useWords } from '../../../../words';
import type { Places } from '../../workflows/places';
import { Cell, Cells, Ticked } from '../fields/switched';

type Number = NonNullable<LocaleFormats['number']>;
const any = 'any';

const numbers: readonly { readonly value: string; readonly label: string; readonly is: Number }[] = [
  { value: 'english', label: '1,234,567.5', is: { decimal: '.', group: ',' } },
  { value: 'german', label: '1.234.567,5', is: { decimal: ',', group: '.' } },
  { value: 'spaced', label: '1 234 567,5', is: { decimal: ',', group: ' ' } },
  { value: 'spaced-point', label: '1 234 567.5', is: { decimal: '.', group: ' ' } },
  { value: 'swiss', label: '1’234’567.5', is: { decimal: '.', group: "'" } },
  { value: 'swiss-comma', label: '1’234’567,5', is: { decimal: ',', group: "'" } },
  { value: 'plain', label: '1234567.5', is: { decimal: '.', group: '' } },
  { value: 'plain-comma', label: '1234567,5', is: { decimal: ',', group: '' } },
];

/** Which of the ways numbers are written in; separators that contradict each other are none of them. */
const wayOf = (number: LocaleFormats['number']): string =>
  (number && numbers.find(({ is }) => is.decimal === number.decimal && is.group === number.group)?.value) ??
  any;

/** Numbers, days, times, prices and phone numbers of one language; each may be left open. */
export function FormatParts({
  row,
  set,
  path,
  places,
}: {
  row: LocaleFormats;
  set: (part: Partial<LocaleFormats>) => void;
  path: string;
  places: Places;
}) {
  const t = useWords();
  const open = { value: any, label: t('presence.kit.format.any') };
  return (
    <Cells>
      <Cell col={4}>
        <Choice
          label={t('presence.kit.format.number')}
          error={places.within(`${path}.number`)}
          value={wayOf(row.number)}
          options={[open, ...numbers]}
          change={(way) => set({ number: numbers.find(({ value }) => value === way)?.is ?? null })}
        />
      </Cell>
      <Cell col={4}>
        <TextLine
          label={t('presence.kit.format.date')}
          hint={t('presence.kit.format.date.hint')}
          placeholder={t('presence.kit.format.any')}
          error={places.at(`${path}.date`)}
          value={row.date ?? ''}
          change={(date) => set({ date: date || null })}
        />
      </Cell>
      <Cell col={4}>
        <Choice
          label={t('presence.kit.format.time')}
          value={row.time ?? any}
          options={[open, { value: '24h', label: '18:05' }, { value: '12h', label: '6:05 pm' }]}
          change={(time) => set({ time: time === any ? null : (time as '24h' | '12h') })}
        />
      </Cell>
      <Price row={row} set={set} path={path} places={places} />
      <Phone row={row} set={set} path={path} places={places} />
    </Cells>
  );
}

interface Part {
  row: LocaleFormats;
  set: (part: Partial<LocaleFormats>) => void;
  path: string;
  places: Places;
}

function Price({ row: { price }, set, path, places }: Part) {
  const t = useWords();
  return (
    <>
      <Cell col={12}>
        <Ticked
          label={t('presence.kit.format.price.on')}
          value={price !== null}
          change={(isOn) =>
            set({ price: isOn ? { currency: 'EUR', sign: 'after', space: true, cents: 'always' } : null })
          }
        />
      </Cell>
      {price && (
        <>
          <Cell col={3}>
            <TextLine
              label={t('presence.kit.format.currency')}
              hint={t('presence.kit.format.currency.hint')}
              error={places.at(`${path}.price.currency`)}
              value={price.currency}
              change={(currency) => set({ price: { ...price, currency: currency.toUpperCase() } })}
            />
          </Cell>
          <Cell col={3}>
            <Choice
              label={t('presence.kit.format.sign')}
              value={price.sign}
              options={(['before', 'after'] as const).map((value) => ({
                value,
                label: t(`presence.kit.format.sign.${value}`),
              }))}
              change={(sign) => set({ price: { ...price, sign } })}
            />
          </Cell>
          <Cell col={3}>
            <Choice
              label={t('presence.kit.format.cents')}
              value={price.cents}
              options={(['always', 'when-needed'] as const).map((value) => ({
                value,
                label: t(`presence.kit.format.cents.${value}`),
              }))}
              change={(cents) => set({ price: { ...price, cents } })}
            />
          </Cell>
          <Cell col={3}>
            <Ticked
              label={t('presence.kit.format.space')}
              value={price.space}
              change={(space) => set({ price: { ...price, space } })}
            />
          </Cell>
        </>
      )}
    </>
  );
}

function Phone({ row: { phone }, set, path, places }: Part) {
  const t = useWords();
  return (
    <>
      <Cell col={12}>
        <Ticked
          label={t('presence.kit.format.phone.on')}
          value={phone !== null}
          change={(isOn) => set({ phone: isOn ? { style: 'international', country: 'DE' } : null })}
        />
      </Cell>
      {phone && (
        <>
          <Cell>
            <Choice
              label={t('presence.kit.format.phone.style')}
              value={phone.style}
              options={(['international', 'national'] as const).map((value) => ({
                value,
                label: t(`presence.kit.format.phone.${value}`),
              }))}
              change={(style) => set({ phone: { ...phone, style } })}
            />
          </Cell>
          <Cell>
            <TextLine
              label={t('presence.kit.format.country')}
              hint={t('presence.kit.format.country.hint')}
              error={places.at(`${path}.phone.country`)}
              value={phone.country}
              change={(country) => set({ phone: { ...phone, country: country.toUpperCase() } })}
            />
          </Cell>
        </>
      )}
    </>
  );
}

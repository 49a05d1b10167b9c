import type { BrandKit } from '../../../../../src/brand/schema';
import { useWords } from '../../../../words';
import { Lines } from '../fields/lines';
import { Cell, Switched, Ticked } from '../fields/switched';
import type { KitPart } from '../part';

/** Fonts and colours that rich text may set by itself. */
export function RichText({ kit, change, places }: KitPart) {
  const t = useWords();
  const parts = ['fonts', 'colours'] as const;
  const on: NonNullable<BrandKit['richText']> = { severity: 'warning', fonts: [], colours: [] };
  return (
    <Switched
      label={t('presence.kit.look.on')}
      hint={t('presence.kit.look.on.hint')}
      value={kit.richText}
      on={on}
      change={(richText) => change({ richText })}
    >
      {(value, set) =>
        parts.map((part) => (
          <Cell key={part}>
            <Ticked
              label={t(`presence.kit.look.${part}`)}
              value={value[part] !== null}
              change={(isOn) => set({ [part]: isOn ? [] : null })}
            />
            {value[part] && (
              <Lines
                label={t(`presence.kit.look.${part}.list`)}
                hint={t(`presence.kit.look.${part}.hint`)}
                error={places.within(`richText.${part}`)}
                value={value[part]}
                change={(lines) => set({ [part]: lines })}
              />
            )}
          </Cell>
        ))
      }
    </Switched>
  );
}

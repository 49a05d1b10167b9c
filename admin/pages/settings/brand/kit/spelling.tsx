import { useWords } from '../../../../words';
import { Lines } from '../fields/lines';
import { Cell, Switched } from '../fields/switched';
import type { KitPart } from '../part';

/** Spelling with a dictionary, and the words that are right here beside it. */
export function Spelling({ kit, change, places }: KitPart) {
  const t = useWords();
  return (
    <Switched
      label={t('presence.kit.spelling.on')}
      hint={t('presence.kit.spelling.on.hint')}
      value={kit.spelling}
      on={{ severity: 'warning', words: [] }}
      change={(spelling) => change({ spelling })}
    >
      {(value, set) => (
        <Cell col={12}>
          <Lines
            label={t('presence.kit.spelling.words')}
            hint={t('presence.kit.spelling.words.hint')}
            error={places.within('spelling.words')}
            rows={12}
            value={value.words}
            change={(words) => set({ words })}
          />
        </Cell>
      )}
    </Switched>
  );
}

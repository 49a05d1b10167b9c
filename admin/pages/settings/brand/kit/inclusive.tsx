import { useWords } from '../../../../words';
import { Lines } from '../fields/lines';
import { Cell, Switched } from '../fields/switched';
import type { KitPart } from '../part';

/** Words that leave people out, with what to say; a word that is right here is taken off the list. */
export function Inclusive({ kit, change, places }: KitPart) {
  const t = useWords();
  return (
    <Switched
      label={t('presence.kit.inclusive.on')}
      hint={t('presence.kit.inclusive.on.hint')}
      value={kit.inclusive}
      on={{ severity: 'suggestion', except: [] }}
      change={(inclusive) => change({ inclusive })}
    >
      {(value, set) => (
        <Cell col={12}>
          <Lines
            label={t('presence.kit.inclusive.except')}
            hint={t('presence.kit.inclusive.except.hint')}
            error={places.within('inclusive.except')}
            value={value.except}
            change={(except) => set({ except })}
          />
        </Cell>
      )}
    </Switched>
  );
}

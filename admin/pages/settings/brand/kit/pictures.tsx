import type { PicturePolicy } from '../../../../../src/brand/schema';
import { Card } from '../../../../components/card';
import { useWords } from '../../../../words';
import { NumberLine } from '../fields/lines';
import { Cell, Stack, Switched, Ticked } from '../fields/switched';
import type { KitPart } from '../part';

/** What pictures must be like, and what they must say in words. */
export function Pictures({ kit, change, places }: KitPart) {
  const t = useWords();
  const { pictures } = kit;
  const set = (part: Partial<PicturePolicy>) => change({ pictures: { ...pictures, ...part } });
  return (
    <Stack>
      <Card title={t('presence.kit.pictures.words')} level={3}>
        <Stack>
          <Switched
            label={t('presence.kit.pictures.alt')}
            hint={t('presence.kit.pictures.alt.hint')}
            value={kit.altTextRequired}
            on={{ severity: 'error' }}
            change={(altTextRequired) => change({ altTextRequired })}
          />
          <Switched
            label={t('presence.kit.pictures.text')}
            hint={t('presence.kit.pictures.text.hint')}
            value={pictures.text}
            on={{ severity: 'warning' }}
            change={(text) => set({ text })}
          />
          <Switched
            label={t('presence.kit.pictures.contrast')}
            hint={t('presence.kit.pictures.contrast.hint')}
            value={pictures.contrast}
            on={{ min: 4.5, severity: 'warning' }}
            change={(contrast) => set({ contrast })}
          >
            {(value, put) => (
              <Cell col={4}>
                <NumberLine
                  label={t('presence.kit.pictures.contrast.min')}
                  error={places.at('pictures.contrast.min')}
                  value={value.min}
                  change={(min) => put({ min })}
                />
              </Cell>
            )}
          </Switched>
        </Stack>
      </Card>
      <Look pictures={pictures} set={set} places={places} />
      <Files pictures={pictures} set={set} />
    </Stack>
  );
}

interface Part {
  pictures: PicturePolicy;
  set: (part: Partial<PicturePolicy>) => void;
}

/** Palette and logo. */
function Look({ pictures, set, places }: Part & Pick<KitPart, 'places'>) {
  const t = useWords();
  return (
    <Card title={t('presence.kit.pictures.look')} level={3}>
      <Stack>
        <Switched
          label={t('presence.kit.pictures.palette')}
          hint={t('presence.kit.pictures.palette.hint')}
          value={pictures.palette}
          on={{ tolerance: 12, minShare: 0.5, severity: 'suggestion' }}
          change={(palette) => set({ palette })}
        >
          {(value, put) => (
            <>
              <Cell col={4}>
                <NumberLine
                  label={t('presence.kit.pictures.palette.share')}
                  error={places.at('pictures.palette.minShare')}
                  factor={100}
                  value={value.minShare}
                  change={(minShare) => put({ minShare })}
                />
              </Cell>
              <Cell col={4}>
                <NumberLine
                  label={t('presence.kit.pictures.palette.tolerance')}
                  hint={t('presence.kit.pictures.palette.tolerance.hint')}
                  error={places.at('pictures.palette.tolerance')}
                  value={value.tolerance}
                  change={(tolerance) => put({ tolerance })}
                />
              </Cell>
            </>
          )}
        </Switched>
        <Switched
          label={t('presence.kit.pictures.logo')}
          hint={t('presence.kit.pictures.logo.hint')}
          value={pictures.logo}
          on={{ required: false, severity: 'warning' }}
          change={(logo) => set({ logo })}
        >
          {(value, put) => (
            <Cell>
              <Ticked
                label={t('presence.kit.pictures.logo.required')}
                value={value.required}
                change={(required) => put({ required })}
              />
            </Cell>
          )}
        </Switched>
      </Stack>
    </Card>
  );
}

const start = {
  fit: 'warning',
  blur: 'suggestion',
  duplicate: 'suggestion',
  qr: 'error',
  privacy: 'warning',
} as const;

/** What the files are like: size, sharpness, doubles, codes, and what they give away. */
function Files({ pictures, set }: Part) {
  const t = useWords();
  return (
    <Card title={t('presence.kit.pictures.files')} level={3}>
      <Stack>
        {(Object.keys(start) as (keyof typeof start)[]).map((part) => (
          <Switched
            key={part}
            label={t(`presence.kit.pictures.${part}`)}
            hint={t(`presence.kit.pictures.${part}.hint`)}
            value={pictures[part]}
            on={{ severity: start[part] }}
            change={(value) => set({ [part]: value })}
          />
        ))}
      </Stack>
    </Card>
  );
}

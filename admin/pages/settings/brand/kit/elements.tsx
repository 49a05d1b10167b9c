import { Typography } from '@strapi/design-system';
import type { RequiredElements } from '../../../../../src/brand/schema';
import { useWords } from '../../../../words';
import { SeverityChoice } from '../../severity-choice';
import { Entries } from '../fields/entries';
import { useKnown } from '../fields/known';
import { Lines } from '../fields/lines';
import { Types } from '../fields/several';
import { SeverityPill } from '../fields/severity-pill';
import { Cell, Cells, Ticked } from '../fields/switched';
import type { KitPart } from '../part';

const parts = ['title', 'summary', 'cover'] as const;

const blank = (): RequiredElements => ({
  uids: [],
  severity: 'error',
  title: true,
  summary: false,
  cover: false,
  callToAction: null,
  sections: [],
});

/** What entries of a type must have. */
export function Elements({ kit, change, places, isFixed }: KitPart) {
  const t = useWords();
  const { types } = useKnown();
  const nameOf = ({ uids }: RequiredElements): string =>
    uids.length === 0
      ? t('presence.kit.types.all')
      : uids.map((uid) => types.find((type) => type.uid === uid)?.name ?? uid).join(', ');
  return (
    <Entries
      rows={kit.elements}
      change={(elements) => change({ elements })}
      path="elements"
      places={places}
      isFixed={isFixed}
      blank={blank}
      add={t('presence.kit.elements.add')}
      none={t('presence.kit.elements.none')}
      nameOf={nameOf}
      line={(row) => (
        <>
          <Typography fontWeight="semiBold">{nameOf(row)}</Typography>
          <SeverityPill severity={row.severity} />
          <Typography variant="pi" textColor="neutral600">
            {[
              ...parts.filter((part) => row[part]).map((part) => t(`presence.kit.element.${part}`)),
              row.callToAction && t('presence.kit.element.call'),
              row.sections.length > 0 && t('presence.kit.element.sections', { count: row.sections.length }),
            ]
              .filter(Boolean)
              .join(', ')}
          </Typography>
        </>
      )}
    >
      {(row, set, path) => (
        <Cells>
          <Cell col={8}>
            <Types error={places.within(`${path}.uids`)} value={row.uids} change={(uids) => set({ uids })} />
          </Cell>
          <Cell col={4}>
            <SeverityChoice value={row.severity} change={(severity) => set({ severity })} />
          </Cell>
          {parts.map((part) => (
            <Cell key={part} col={4}>
              <Ticked
                label={t(`presence.kit.element.${part}`)}
                value={row[part]}
                change={(isOn) => set({ [part]: isOn })}
              />
            </Cell>
          ))}
          <Cell>
            <Ticked
              label={t('presence.kit.element.call')}
              hint={t('presence.kit.element.call.hint')}
              value={row.callToAction !== null}
              change={(isOn) => set({ callToAction: isOn ? [] : null })}
            />
            {row.callToAction && (
              <Lines
                label={t('presence.kit.element.call.texts')}
                hint={t('presence.kit.element.call.texts.hint')}
                error={places.within(`${path}.callToAction`)}
                value={row.callToAction}
                change={(callToAction) => set({ callToAction })}
              />
            )}
          </Cell>
          <Cell>
            <Lines
              label={t('presence.kit.element.headings')}
              hint={t('presence.kit.element.headings.hint')}
              error={places.within(`${path}.sections`)}
              value={row.sections}
              change={(sections) => set({ sections })}
            />
          </Cell>
        </Cells>
      )}
    </Entries>
  );
}

import { Typography } from '@strapi/design-system';
import type { SocialPolicy } from '../../../../../src/brand/schema';
import { Choice } from '../../../../components/input';
import { useWords } from '../../../../words';
import { SeverityChoice } from '../../severity-choice';
import { Entries } from '../fields/entries';
import { useChannelOptions } from '../fields/known';
import { Lines, NumberLine } from '../fields/lines';
import { SeverityPill } from '../fields/severity-pill';
import { Cell, Cells, Ticked } from '../fields/switched';
import type { KitPart } from '../part';
import type { Places } from '../../workflows/places';

/** How many hashtags and emoji, and which, channel by channel. */
export function Social({ kit, change, places, isFixed }: KitPart) {
  const t = useWords();
  const channels = useSocialChannels();
  const nameOf = ({ channel }: SocialPolicy): string =>
    channels.find(({ value }) => value === channel)?.label ?? channel;
  const blank = (): SocialPolicy => ({
    channel: channels.find(({ value }) => !kit.social.some(({ channel }) => channel === value))?.value ?? '*',
    severity: 'warning',
    hashtags: null,
    emoji: null,
  });
  return (
    <Entries
      rows={kit.social}
      change={(social) => change({ social })}
      path="social"
      places={places}
      isFixed={isFixed}
      blank={blank}
      add={t('presence.kit.social.add')}
      none={t('presence.kit.social.none')}
      nameOf={nameOf}
      line={(row) => (
        <>
          <Typography fontWeight="semiBold">{nameOf(row)}</Typography>
          <SeverityPill severity={row.severity} />
          <Typography variant="pi" textColor="neutral600">
            {[
              row.hashtags && t('presence.kit.social.hashtags.count', { ...range(row.hashtags) }),
              row.emoji && t('presence.kit.social.emoji.count', { max: row.emoji.max }),
            ]
              .filter(Boolean)
              .join(', ')}
          </Typography>
        </>
      )}
    >
      {(row, set, path) => (
        <Cells>
          <Cell>
            <Choice
              label={t('presence.kit.channel')}
              error={places.at(`${path}.channel`)}
              value={row.channel}
              options={channels}
              change={(channel) => set({ channel })}
            />
          </Cell>
          <Cell>
            <SeverityChoice value={row.severity} change={(severity) => set({ severity })} />
          </Cell>
          <Hashtags row={row} set={set} path={path} places={places} />
          <Emoji row={row} set={set} path={path} places={places} />
        </Cells>
      )}
    </Entries>
  );
}

const range = ({ min, max }: { min: number; max: number }) => ({ min, max });

function useSocialChannels() {
  const t = useWords();
  const channels = useChannelOptions();
  return [{ value: '*', label: t('presence.kit.channels.every') }, ...channels];
}

interface Part {
  row: SocialPolicy;
  set: (part: Partial<SocialPolicy>) => void;
  path: string;
  places: Places;
}

function Hashtags({ row: { hashtags }, set, path, places }: Part) {
  const t = useWords();
  const put = (part: Partial<NonNullable<SocialPolicy['hashtags']>>) =>
    hashtags && set({ hashtags: { ...hashtags, ...part } });
  const lists = ['required', 'known', 'forbidden'] as const;
  return (
    <>
      <Cell col={12}>
        <Ticked
          label={t('presence.kit.social.hashtags')}
          value={hashtags !== null}
          change={(isOn) =>
            set({
              hashtags: isOn
                ? { min: 0, max: 3, known: [], required: [], forbidden: [], camelCase: false }
                : null,
            })
          }
        />
      </Cell>
      {hashtags && (
        <>
          <Cell>
            <NumberLine
              label={t('presence.kit.least')}
              error={places.at(`${path}.hashtags.min`)}
              value={hashtags.min}
              change={(min) => put({ min })}
            />
          </Cell>
          <Cell>
            <NumberLine
              label={t('presence.kit.most')}
              error={places.at(`${path}.hashtags.max`)}
              value={hashtags.max}
              change={(max) => put({ max })}
            />
          </Cell>
          {lists.map((list) => (
            <Cell key={list} col={4}>
              <Lines
                label={t(`presence.kit.social.hashtags.${list}`)}
                hint={t(`presence.kit.social.hashtags.${list}.hint`)}
                error={places.within(`${path}.hashtags.${list}`)}
                value={hashtags[list]}
                change={(lines) => put({ [list]: lines })}
              />
            </Cell>
          ))}
          <Cell col={12}>
            <Ticked
              label={t('presence.kit.social.hashtags.camel')}
              hint={t('presence.kit.social.hashtags.camel.hint')}
              value={hashtags.camelCase}
              change={(camelCase) => put({ camelCase })}
            />
          </Cell>
        </>
      )}
    </>
  );
}

function Emoji({ row: { emoji }, set, path, places }: Part) {
  const t = useWords();
  const put = (part: Partial<NonNullable<SocialPolicy['emoji']>>) =>
    emoji && set({ emoji: { ...emoji, ...part } });
  return (
    <>
      <Cell col={12}>
        <Ticked
          label={t('presence.kit.social.emoji')}
          value={emoji !== null}
          change={(isOn) => set({ emoji: isOn ? { max: 3, forbidden: [], allowed: null } : null })}
        />
      </Cell>
      {emoji && (
        <>
          <Cell col={4}>
            <NumberLine
              label={t('presence.kit.most')}
              error={places.at(`${path}.emoji.max`)}
              value={emoji.max}
              change={(max) => put({ max })}
            />
          </Cell>
          <Cell col={4}>
            <Lines
              label={t('presence.kit.social.emoji.forbidden')}
              hint={t('presence.kit.lines.hint')}
              error={places.within(`${path}.emoji.forbidden`)}
              value={emoji.forbidden}
              change={(forbidden) => put({ forbidden })}
            />
          </Cell>
          <Cell col={4}>
            <Ticked
              label={t('presence.kit.social.emoji.only')}
              value={emoji.allowed !== null}
              change={(isOn) => put({ allowed: isOn ? [] : null })}
            />
            {emoji.allowed && (
              <Lines
                label={t('presence.kit.social.emoji.allowed')}
                hint={t('presence.kit.lines.hint')}
                error={places.within(`${path}.emoji.allowed`)}
                value={emoji.allowed}
                change={(allowed) => put({ allowed })}
              />
            )}
          </Cell>
        </>
      )}
    </>
  );
}

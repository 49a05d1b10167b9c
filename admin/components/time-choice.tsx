import { Box, Flex, Radio, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { TimeChoice as Instant, When } from '../../src/publishing/time/when';
import type { Refusal } from '../refusal';
import { useWords } from '../words';
import { AfterWebsite } from './after-website';
import { TextLine } from './input';
import { ownZone, ZoneField } from './zone-field';

const two = (value: number) => String(value).padStart(2, '0');

/** The clock time of an instant in a zone, as `datetime-local` writes it: `2026-11-22T09:30`. */
export function localTimeOf(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  return `${part('year')}-${two(part('month'))}-${two(part('day'))}T${two(part('hour'))}:${two(part('minute'))}`;
}

const isInstant = (value: unknown): value is Instant =>
  typeof value === 'object' && value !== null && 'choice' in value && 'at' in value && 'shown' in value;

/** The instants among which the server asks to choose: a clock time that comes twice, never, or is over. */
const choicesOf = (refusal: Refusal | undefined): readonly Instant[] => {
  const list = refusal?.details['choices'];
  return Array.isArray(list) ? list.filter(isInstant) : [];
};

/** Now, at a time on the clock of a place, in the next free slot, or after the website. A question that the server has about the time is answered right here. */
export function TimeChoice({
  value,
  change,
  refusal,
  zone: home = ownZone(),
  isSite = false,
}: {
  value: When;
  change: (value: When) => void;
  refusal?: Refusal | undefined;
  /** Where a time starts out to be meant. */
  zone?: string;
  /** Whether it is about the website itself, which cannot follow itself. */
  isSite?: boolean;
}) {
  const t = useWords();
  const intl = useIntl();
  const choices = choicesOf(refusal);
  const zone = value.kind === 'at' ? value.zone : home;
  const pick = (kind: string) =>
    change(
      kind === 'now' || kind === 'slot'
        ? { kind }
        : kind === 'after'
          ? { kind, minutes: 60 }
          : { kind: 'at', local: localTimeOf(Date.now() + 3_600_000, zone), zone },
    );

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Radio.Group value={value.kind} onValueChange={pick} aria-label={t('presence.time.label')}>
        <Flex gap={5} wrap="wrap">
          <Radio.Item value="now">{t('presence.time.now')}</Radio.Item>
          <Radio.Item value="at">{t('presence.time.later')}</Radio.Item>
          <Radio.Item value="slot">{t('presence.time.slot')}</Radio.Item>
          {!isSite && <Radio.Item value="after">{t('presence.time.after')}</Radio.Item>}
        </Flex>
      </Radio.Group>

      {value.kind === 'at' && (
        <Flex gap={4} wrap="wrap" alignItems="flex-start">
          <Box flex="1 1 24rem">
            <TextLine
              type="datetime-local"
              label={t('presence.time.local')}
              value={value.local}
              change={(local) => change({ kind: 'at', local, zone })}
            />
          </Box>
          <Box flex="1 1 24rem">
            <ZoneField
              label={t('presence.time.zone')}
              hint={t('presence.time.zone.hint')}
              value={value.zone}
              change={(next) => change({ kind: 'at', local: value.local, zone: next })}
            />
          </Box>
        </Flex>
      )}

      {value.kind === 'after' && (
        <AfterWebsite minutes={value.minutes} change={(minutes) => change({ kind: 'after', minutes })} />
      )}

      {refusal && choices.length > 0 && (
        <Flex
          direction="column"
          alignItems="stretch"
          gap={3}
          padding={4}
          background="warning100"
          borderColor="warning200"
          hasRadius
          role="alert"
        >
          <Typography tag="p" textColor="neutral800">
            {refusal.message}
          </Typography>
          <Radio.Group
            value={value.kind === 'at' ? (value.choice ?? '') : 'now'}
            aria-label={t('presence.time.which')}
            onValueChange={(picked) => {
              const choice = choices.find((each) => each.choice === picked);
              if (!choice || choice.choice === 'now') change({ kind: 'now' });
              else if (value.kind === 'at') change({ ...value, choice: choice.choice });
            }}
          >
            {choices.map(({ choice, at, shown }) => (
              <Radio.Item key={choice} value={choice}>
                {choice === 'now'
                  ? t('presence.time.send-now')
                  : `${intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'long', timeZone: zone })} (${shown.slice(-6)})`}
              </Radio.Item>
            ))}
          </Radio.Group>
        </Flex>
      )}
    </Flex>
  );
}

/** Whether a refusal is a question about the time, answered inside `TimeChoice`. */
export const isTimeQuestion = (refusal: Refusal | undefined): boolean => choicesOf(refusal).length > 0;

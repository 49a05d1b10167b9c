import { useState } from 'react';
import { Box, Flex } from '@strapi/design-system';
import { useWords } from '../words';
import { Choice, TextLine } from './input';

const units = { minutes: 1, hours: 60, days: 1_440 } as const;
type Unit = keyof typeof units;

const unitOf = (minutes: number): Unit =>
  minutes % units.days === 0 ? 'days' : minutes % units.hours === 0 ? 'hours' : 'minutes';

/** How long after the website is live. */
export function AfterWebsite({ minutes, change }: { minutes: number; change: (minutes: number) => void }) {
  const t = useWords();
  const [unit, setUnit] = useState(unitOf(minutes));
  const [text, setText] = useState(String(minutes / units[unit]));
  const say = (next: string, by: Unit) => {
    setText(next);
    setUnit(by);
    const count = Math.round(Number(next) * units[by]);
    if (count >= 1) change(count);
  };
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-start">
      <Box flex="1 1 16rem">
        <TextLine
          type="number"
          label={t('presence.time.after.length')}
          value={text}
          change={(next) => say(next, unit)}
        />
      </Box>
      <Box flex="1 1 16rem">
        <Choice
          label={t('presence.time.after.unit')}
          value={unit}
          options={(['minutes', 'hours', 'days'] as const).map((value) => ({
            value,
            label: t(`presence.time.after.${value}`),
          }))}
          change={(next) => say(text, next)}
        />
      </Box>
    </Flex>
  );
}

import { useEffect, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { Box, Flex, Typography } from '@strapi/design-system';
import type { When } from '../../../src/publishing/time/when';
import type { Clash } from '../../../src/publishing/time/schema';
import type { TimesInput, TimeView } from '../../../src/publishing/time/times';
import type { Api } from '../../api';
import { inKindOrder } from '../../components/publication-state';
import { useWords } from '../../words';
import type { Line } from './use-campaign';

/** How long nothing is typed before the server is asked, in milliseconds. */
const pause = 400;

/** What the chosen times mean for each channel, as the server says; empty until it has. */
export function useLookAhead(
  lines: readonly Line[],
  whenOf: (channel: string) => When,
  ask: Api['lookAhead'] | undefined,
): readonly TimeView[] {
  const [views, setViews] = useState<readonly TimeView[]>([]);
  const campaign = lines.find(({ publication }) => publication)?.publication?.campaign ?? null;
  const times = lines.map(({ channel, copy }) => ({
    ...{ channel, when: whenOf(channel), hasLink: copy.link !== null },
  }));
  const asked = JSON.stringify({ campaign, times } satisfies TimesInput);
  const isNow = times.every(({ when }) => when.kind === 'now');
  useEffect(() => {
    if (!ask || isNow) return setViews([]);
    let isCurrent = true;
    const timer = setTimeout(() => {
      ask(JSON.parse(asked) as TimesInput).then(
        (answer) => isCurrent && setViews(answer),
        // A look ahead that fails takes nothing away: the times are checked when they are set.
        () => isCurrent && setViews([]),
      );
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [ask, asked, isNow]);
  return views;
}

/** When each copy goes out, and what that clashes with. A clash is told, not forbidden. */
export function LookAhead({
  views,
  lines,
  zone,
}: {
  views: readonly TimeView[];
  lines: readonly Line[];
  zone: string;
}) {
  const t = useWords();
  const intl = useIntl();
  const byChannel = useMemo(() => new Map(views.map((view) => [view.channel, view])), [views]);
  const shown = (at: number) =>
    intl.formatDate(at, { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
  const sentence = ({ code, name, until }: Clash) =>
    code === 'time.too-near' && name === '0'
      ? t('presence.time.clash.same')
      : t(`presence.time.clash.${code}`, { name, until: shown(until) });
  const known = inKindOrder(lines).flatMap((line) => {
    const view = byChannel.get(line.channel);
    return view ? [{ ...line, view }] : [];
  });
  if (known.length === 0) return null;
  return (
    <Box role="status" aria-label={t('presence.time.goes')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {known.map(({ channel, channelName, view: { dueAt, afterMinutes, clashes, problem } }) => (
          <Box tag="li" key={channel}>
            <Typography textColor={problem ? 'danger700' : 'neutral800'} tag="p">
              <strong>{channelName}</strong>: {problem ? problem.message : dueAt !== null && shown(dueAt)}
              {afterMinutes !== null && ` (${t('presence.time.expected')})`}
            </Typography>
            {clashes.map((clash) => (
              <Typography key={clash.code + clash.name} variant="pi" textColor="warning700" tag="p">
                {sentence(clash)}
              </Typography>
            ))}
          </Box>
        ))}
      </Flex>
    </Box>
  );
}

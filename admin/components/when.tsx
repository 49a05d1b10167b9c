import { useIntl } from 'react-intl';
import { Typography } from '@strapi/design-system';

/** A moment in the zone where it was meant; the exact time and zone on hover and for machines. */
export function When({ at, zone, isSmall = false }: { at: number; zone?: string; isSmall?: boolean }) {
  const intl = useIntl();
  const place = zone ? { timeZone: zone } : {};
  const text = intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short', ...place });
  const exact = intl.formatDate(at, { dateStyle: 'full', timeStyle: 'long', ...place });
  return (
    <Typography
      tag="time"
      {...{ dateTime: new Date(at).toISOString() }}
      title={exact}
      variant={isSmall ? 'pi' : 'omega'}
      textColor={isSmall ? 'neutral600' : 'neutral800'}
    >
      {text}
    </Typography>
  );
}

/** “in 3 hours”, “2 days ago”. */
export function useAgo(): (at: number, now: number) => string {
  const intl = useIntl();
  return (at, now) => {
    const seconds = (at - now) / 1000;
    const steps = [
      ['day', 86_400],
      ['hour', 3_600],
      ['minute', 60],
    ] as const;
    const step = steps.find(([, size]) => Math.abs(seconds) >= size);
    return step
      ? intl.formatRelativeTime(Math.trunc(seconds / step[1]), step[0], { numeric: 'auto' })
      : intl.formatRelativeTime(0, 'minute', { numeric: 'auto' });
  };
}

import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useWords } from '../../words';
import { views, type View } from './look';

/** Which time is shown, the way to the times around it, and how it is shown. */
export function Toolbar({
  title,
  view,
  go,
  show,
}: {
  title: string;
  view: View;
  go: (where: 'back' | 'today' | 'on') => void;
  show: (view: View) => void;
}) {
  const t = useWords();
  const shown = view === 'listDay' ? 'listMonth' : view;
  return (
    <Flex justifyContent="space-between" gap={3} wrap="wrap">
      <Flex gap={2} alignItems="center" wrap="wrap">
        <IconButton label={t('presence.calendar.back')} onClick={() => go('back')}>
          <ChevronLeft />
        </IconButton>
        <IconButton label={t('presence.calendar.on')} onClick={() => go('on')}>
          <ChevronRight />
        </IconButton>
        <Button variant="tertiary" onClick={() => go('today')}>
          {t('presence.calendar.today')}
        </Button>
        <Typography tag="h2" variant="beta" aria-live="polite">
          {title}
        </Typography>
      </Flex>
      <Flex gap={2} wrap="wrap" role="group" aria-label={t('presence.calendar.views')}>
        {views.map((each) => (
          <Button
            key={each}
            variant={each === shown ? 'secondary' : 'tertiary'}
            aria-pressed={each === shown}
            onClick={() => show(each)}
          >
            {t(`presence.calendar.view.${each}`)}
          </Button>
        ))}
      </Flex>
    </Flex>
  );
}

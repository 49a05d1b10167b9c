import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import type { CalendarItem } from '../../../src/publishing/calendar/schema';
import type { PublicationView } from '../../../src/publishing/schema';
import type { When } from '../../../src/publishing/time/when';
import { useApi } from '../../api';
import { Ask } from '../../components/ask';
import { isTimeQuestion, TimeChoice } from '../../components/time-choice';
import { refusalOf, type Refusal } from '../../refusal';
import { useWords } from '../../words';

/** Another time for one publication, by keyboard or where the clocks ask back. */
export function MoveDialog({
  item,
  start,
  question,
  close,
  done,
}: {
  item: CalendarItem;
  /** The time that stands in the fields at first. */
  start: When;
  /** What the server asked about that time. */
  question?: Refusal | undefined;
  close: () => void;
  done: (now: PublicationView) => void;
}) {
  const t = useWords();
  const api = useApi();
  const [when, setWhen] = useState(start);
  const [asked, setAsked] = useState(question);
  return (
    <Ask
      title={t('presence.calendar.move')}
      confirm={t('presence.calendar.move')}
      close={close}
      act={async () => {
        try {
          done(await api.reschedule(item.key, when));
        } catch (error) {
          const refusal = refusalOf(error);
          setAsked(isTimeQuestion(refusal) ? refusal : undefined);
          throw error;
        }
      }}
    >
      <Typography tag="p">
        {t('presence.calendar.move.text', {
          title: item.entryTitle || item.campaignName,
          channel: item.channelName,
        })}
      </Typography>
      <TimeChoice value={when} change={setWhen} refusal={asked} />
    </Ask>
  );
}

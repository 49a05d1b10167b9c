import { useState } from 'react';
import { fireEvent, screen, within } from '@testing-library/react';
import { scheduleOf, type ChannelTimes } from '../../admin/pages/campaign/channel-times';
import { ScheduleCard } from '../../admin/pages/campaign/schedule-card';
import type { Line } from '../../admin/pages/campaign/use-campaign';
import type { PublicationView } from '../../src/publishing/schema';
import type { When } from '../../src/publishing/time/when';
import { show } from './stage';

const now: When = { kind: 'now' };
const evening: When = { kind: 'at', local: '2026-11-26T18:00', zone: 'Europe/Berlin' };
const publication = (channel: string, state: PublicationView['state'] = 'draft') =>
  ({ key: `of-${channel}`, channel, state }) as PublicationView;

describe('the times of a campaign', () => {
  it.each([
    { name: 'one for all', times: null, sent: { when: evening } },
    {
      name: 'one each, the common one where none was given, none for what is out',
      times: { letter: now },
      sent: { when: evening, times: { 'of-letter': now, 'of-site': evening } },
    },
  ])('$name', ({ times, sent }) => {
    const publications = [publication('letter'), publication('site'), publication('hook', 'delivered')];
    expect(scheduleOf({ publications }, evening, times)).toEqual(sent);
  });

  it('are the same at first, and each channel gets its own when that is chosen', () => {
    const copy = { text: '', link: null, pictures: [], edited: false };
    const line = (channel: string, channelName: string): Line => ({
      ...{ channel, channelName, copy, isChanged: false, publication: null },
      kind: channel === 'site' ? 'website' : 'email',
    });
    let shown: ChannelTimes = null;
    function Stage() {
      const [times, setTimes] = useState<ChannelTimes>(null);
      shown = times;
      return (
        <ScheduleCard
          when={now}
          zone="Europe/Berlin"
          change={() => undefined}
          lines={[line('letter', 'Letter'), line('site', 'Website')]}
          times={times}
          changeTimes={setTimes}
          refusal={undefined}
          catchUp="ask"
          changeCatchUp={() => undefined}
          isBusy={false}
          send={() => undefined}
        />
      );
    }
    show(<Stage />);
    expect(screen.getAllByRole('radiogroup', { name: 'When' })).toHaveLength(1);
    fireEvent.click(screen.getByRole('radio', { name: 'A time for each channel' }));
    const letter = screen.getByRole('group', { name: 'Letter' });
    fireEvent.click(within(letter).getByRole('radio', { name: 'Later' }));
    fireEvent.change(within(letter).getByLabelText('Date and time'), {
      target: { value: '2026-11-26T18:00' },
    });
    expect(shown).toEqual({ letter: expect.objectContaining({ local: '2026-11-26T18:00' }), site: now });
    fireEvent.click(screen.getByRole('radio', { name: 'The same time for all' }));
    expect(shown).toBeNull();
  });
});

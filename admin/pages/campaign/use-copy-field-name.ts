import { useCallback } from 'react';
import { placeName } from '../../components/findings/place-name';
import { useWords } from '../../words';

const words = {
  text: 'presence.campaign.text',
  title: 'presence.campaign.card-title',
  description: 'presence.campaign.card-description',
  subject: 'presence.campaign.subject',
  preheader: 'presence.campaign.preheader',
  video: 'presence.video.title',
  'video.alt': 'presence.video.alt',
} as const;

const isKnown = (field: string): field is keyof typeof words => Object.hasOwn(words, field);

/** What a field of a copy is called in the campaign. */
export function useCopyFieldName(): (field: string) => string {
  const t = useWords();
  return useCallback(
    (field: string) => {
      if (isKnown(field)) return t(words[field]);
      const reply = /^replies\[(\d+)\]\.text$/.exec(field);
      if (reply) return t('presence.replies.field', { number: Number(reply[1]) + 1 });
      const picture = /^pictures\[(\d+)\](\.alt)?$/.exec(field);
      if (!picture) return placeName(field);
      const number = Number(picture[1]) + 1;
      return t(picture[2] ? 'presence.campaign.alt' : 'presence.find.picture.number', { number });
    },
    [t],
  );
}
